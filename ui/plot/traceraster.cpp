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

std::vector<PixelRows> pixelRows(const std::vector<PixelColumn> &columns, const ValueScale &scale)
{
    const auto row = [&scale](double value) { return static_cast<std::int16_t>(scale.row(value)); };
    std::vector<PixelRows> rows(columns.size());
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (const PixelColumn &column = columns[k]; !column.isEmpty())
            rows[k] = {row(column.max), row(column.min), row(column.mean)};
    }
    return rows;
}

TraceStripe::TraceStripe(int height, std::size_t from, std::size_t to)
    : m_height{height}, m_from{from}, m_to{to}, m_pixels((to - from) * static_cast<std::size_t>(height))
{
}

void TraceStripe::fill(std::size_t x, int top, int bottom, QRgb colour)
{
    const int first = std::max(top, 0);
    const int last = std::min(bottom, m_height - 1);
    QRgb *const column = m_pixels.data() + (x - m_from) * static_cast<std::size_t>(m_height);
    for (int y = first; y <= last; ++y)
        column[y] = colour;
}

void TraceStripe::drawBars(const PixelTrace &trace)
{
    for (std::size_t k = m_from; k < m_to; ++k)
        fill(k, trace.rows[k].top, trace.rows[k].bottom, trace.bars);
}

void TraceStripe::drawMean(const PixelTrace &trace)
{
    const std::vector<PixelRows> &rows = trace.rows;
    const auto isDrawn = [&](std::size_t k) { return k < rows.size() && !rows[k].isEmpty(); };
    int before = m_from > 0 && isDrawn(m_from - 1) ? rows[m_from - 1].mean : 0;
    // One more than the stripe: its last column has the way to the next one's mean.
    for (std::size_t k = m_from; k <= m_to; ++k) {
        if (!isDrawn(k))
            continue;
        const int here = rows[k].mean;
        if (k == 0 || !isDrawn(k - 1))
            before = here;
        const int middle = before + (here - before) / 2; // half the way to each neighbour, so that neighbours meet
        if (before != here && k > m_from)
            fill(k - 1, std::min(before, middle), std::max(before, middle), trace.mean);
        if (k < m_to)
            fill(k, std::min(middle, here), std::max(middle, here), trace.mean);
        before = here;
    }
}

void TraceStripe::copyTo(QRgb *picture, std::ptrdiff_t stride) const
{
    constexpr int side = 16; // of the squares that are turned together, a cache line wide
    const int width = static_cast<int>(m_to - m_from);
    for (int y = 0; y < m_height; y += side) {
        for (int x = 0; x < width; x += side) {
            for (int row = y; row < std::min(y + side, m_height); ++row) {
                QRgb *const line = picture + row * stride + static_cast<std::ptrdiff_t>(m_from);
                for (int column = x; column < std::min(x + side, width); ++column)
                    line[column] = m_pixels[static_cast<std::size_t>(column) * static_cast<std::size_t>(m_height)
                                            + static_cast<std::size_t>(row)];
            }
        }
    }
}

QImage drawTraces(const QSize &size, const std::vector<PixelTrace> &traces)
{
    constexpr std::size_t width = 32; // of a stripe
    QImage image{size, QImage::Format_ARGB32_Premultiplied};
    if (size.isEmpty())
        return image;
    if (image.isNull())
        throw std::bad_alloc{};
    auto *const pixels = reinterpret_cast<QRgb *>(image.bits());
    const std::ptrdiff_t stride = image.bytesPerLine() / static_cast<std::ptrdiff_t>(sizeof(QRgb));
    const auto columns = static_cast<std::size_t>(size.width());
    inParts((columns + width - 1) / width, [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k) {
            TraceStripe stripe{size.height(), k * width, std::min((k + 1) * width, columns)};
            for (const PixelTrace &trace : traces)
                stripe.drawBars(trace);
            for (const PixelTrace &trace : traces)
                stripe.drawMean(trace);
            stripe.copyTo(pixels, stride);
        }
    });
    return image;
}

} // namespace cbpm
