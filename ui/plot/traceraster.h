// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/pixelcolumns.h"

#include <QImage>

#include <qcustomplot.h>

#include <algorithm>
#include <vector>

namespace cbpm {

/// Shown values to heights in pixels from the top of the axis rect.
class ValueScale
{
public:
    /// Values are times `factor` on the axis.
    ValueScale(const QCPAxis &axis, double factor);

    /// Values far outside end one pixel outside.
    double height(double value) const
    {
        const double pixel = m_isLinear ? value * m_slope + m_offset : m_axis.coordToPixel(value * m_factor) - m_top;
        return std::clamp(pixel, -1.0, m_height + 1.0);
    }
    /// The row of pixels that it is in; -1: above the rect.
    int row(double value) const { return static_cast<int>(height(value) + 1.0) - 1; }

private:
    const QCPAxis &m_axis;
    double m_factor;
    double m_top;    ///< of the rect, in the plot's pixels
    double m_height; ///< of the rect
    bool m_isLinear;
    double m_slope = 0.0; ///< pixels per value, where the scale is linear
    double m_offset = 0.0;
};

/// Fills columns of pixels by hand: a hundred traces in the time that a painter takes for ten. The pixels of a column
/// lie side by side in memory until the image is asked for: bars are upright.
class TraceRaster
{
public:
    explicit TraceRaster(const QSize &size);

    /// Columns [from, to) of the picture. Whoever draws into others may do so at the same time.
    struct Stripe
    {
        std::size_t from, to;
    };

    /// From the least to the largest of each column.
    void drawBars(const std::vector<PixelColumn> &columns, const ValueScale &scale, QRgb colour, Stripe stripe);
    /// A line through the means, one pixel wide; it breaks where a column is empty.
    void drawMean(const std::vector<PixelColumn> &columns, const ValueScale &scale, QRgb colour, Stripe stripe);

    /// What was drawn; transparent elsewhere.
    QImage image() const;

private:
    /// Pixels [top, bottom] of column x, as far as they are inside.
    void fill(std::size_t x, int top, int bottom, QRgb colour);

    int m_width;
    int m_height;
    std::vector<QRgb> m_pixels; ///< [width * height], column after column
};

} // namespace cbpm
