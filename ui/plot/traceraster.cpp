// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/traceraster.h"

#include "ui/plot/inparts.h"
#include <new>

namespace cbpm {

ValueScale::ValueScale(const QCPAxis &axis, double factor)
    : m_axis{axis}, m_factor{factor}, m_top(axis.axisRect()->top()),
      m_height(axis.axisRect()->height()), m_isLinear{axis.scaleType() == QCPAxis::stLinear}
{
    const QCPRange range = axis.range();
    const double lower = axis.coordToPixel(range.lower);
    m_slope = (axis.coordToPixel(range.upper) - lower) / range.size() * factor;
    m_offset = lower - m_top - m_slope * (range.lower / factor);
}

TraceRaster::TraceRaster(const QSize &size)
    : m_width{std::max(size.width(), 0)}, m_height{std::max(size.height(), 0)},
      m_pixels(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height))
{
}

void TraceRaster::fill(std::size_t x, int top, int bottom, QRgb colour)
{
    const int first = std::max(top, 0);
    const int last = std::min(bottom, m_height - 1);
    QRgb *const column = m_pixels.data() + x * static_cast<std::size_t>(m_height);
    for (int y = first; y <= last; ++y)
        column[y] = colour;
}

QImage TraceRaster::image() const
{
    QImage image{m_width, m_height, QImage::Format_ARGB32_Premultiplied};
    if (image.isNull() && !m_pixels.empty())
        throw std::bad_alloc{};
    auto *const pixels = reinterpret_cast<QRgb *>(image.bits());
    const std::ptrdiff_t stride = image.bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb));
    constexpr int side = 16; // of the squares that are turned together, a cache line wide
    const auto turn = [&](int y) {
        for (int x = 0; x < m_width; x += side) {
            for (int row = y; row < std::min(y + side, m_height); ++row) {
                for (int column = x; column < std::min(x + side, m_width); ++column)
                    pixels[row * stride + column] =
                        m_pixels[static_cast<std::size_t>(column) * static_cast<std::size_t>(m_height)
                                 + static_cast<std::size_t>(row)];
            }
        }
    };
    inParts(static_cast<std::size_t>((m_height + side - 1) / side), [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k)
            turn(static_cast<int>(k) * side);
    });
    return image;
}

void TraceRaster::drawBars(const std::vector<PixelColumn> &columns, const ValueScale &scale, QRgb colour, Stripe stripe)
{
    for (std::size_t k = stripe.from; k < stripe.to; ++k) {
        if (!columns[k].isEmpty())
            fill(k, scale.row(columns[k].max), scale.row(columns[k].min), colour);
    }
}

void TraceRaster::drawMean(const std::vector<PixelColumn> &columns, const ValueScale &scale, QRgb colour, Stripe stripe)
{
    const auto isDrawn = [&](std::size_t k) { return k < columns.size() && !columns[k].isEmpty(); };
    int before = stripe.from > 0 && isDrawn(stripe.from - 1) ? scale.row(columns[stripe.from - 1].mean) : 0;
    // One more than the stripe: its last column has the way to the next one's mean.
    for (std::size_t k = stripe.from; k <= stripe.to; ++k) {
        if (!isDrawn(k))
            continue;
        const int here = scale.row(columns[k].mean);
        if (k == 0 || !isDrawn(k - 1))
            before = here;
        const int middle = before + (here - before) / 2; // half the way to each neighbour, so that neighbours meet
        if (before != here && k > stripe.from)
            fill(k - 1, std::min(before, middle), std::max(before, middle), colour);
        if (k < stripe.to)
            fill(k, std::min(middle, here), std::max(middle, here), colour);
        before = here;
    }
}

} // namespace cbpm
