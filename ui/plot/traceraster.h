// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/pixelcolumns.h"

#include <QImage>

#include <qcustomplot.h>

#include <algorithm>
#include <cstdint>
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

/// The rows of pixels that one column of a trace covers; -1 and the height of the rect are just outside of it.
struct PixelRows
{
    std::int16_t top = 0;
    std::int16_t bottom = -1;
    std::int16_t mean = 0;

    bool isEmpty() const { return bottom < top; }
};

std::vector<PixelRows> pixelRows(const std::vector<PixelColumn> &columns, const ValueScale &scale);

/// One trace and how it is drawn: bars from the least to the largest of each column, and a line through the means, one
/// pixel wide, which breaks where a column is empty.
struct PixelTrace
{
    std::vector<PixelRows> rows; ///< [width]
    QRgb bars;
    QRgb mean;
};

/// Columns [from, to) of a picture, filled by hand: a hundred traces in the time that a painter takes for ten. Few of
/// them stay in the processor's cache, and those of a column lie side by side there: bars are upright.
class TraceStripe
{
public:
    TraceStripe(int height, std::size_t from, std::size_t to);

    void drawBars(const PixelTrace &trace);
    void drawMean(const PixelTrace &trace);

    /// To their place in a picture of `stride` pixels a line.
    void copyTo(QRgb *picture, std::ptrdiff_t stride) const;

private:
    /// Pixels [top, bottom] of column x, as far as they are inside.
    void fill(std::size_t x, int top, int bottom, QRgb colour);

    int m_height;
    std::size_t m_from;
    std::size_t m_to;
    std::vector<QRgb> m_pixels; ///< [to - from][height]; transparent where nothing was drawn
};

/// All bars first: no mean is hidden behind another trace's bars. Throws std::bad_alloc.
QImage drawTraces(const QSize &size, const std::vector<PixelTrace> &traces);

} // namespace cbpm
