// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/envelopeplottable.h"

#include "core/types/timetext.h"
#include "ui/plot/inparts.h"
#include "ui/plot/traceraster.h"

#include <algorithm>
#include <cmath>

namespace cbpm {
namespace {

/// Envelopes are lighter than their mean: mixed with the ground, not transparent, which would cost ten times more.
QColor mixed(const QColor &colour, const QColor &ground, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1.0 - share))); };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

} // namespace

EnvelopePlottable::EnvelopePlottable(QCPAxis *timeAxis, QCPAxis *valueAxis) : QCPAbstractPlottable{timeAxis, valueAxis}
{
    setAntialiased(false);
}

void EnvelopePlottable::setTraces(std::vector<Trace> traces, Quantity quantity, Interval interval, double factor,
                                  BinValue value)
{
    m_value = value;
    m_traces = std::move(traces);
    m_quantity = quantity;
    m_interval = interval;
    m_factor = factor;
}

std::optional<TimeRange> EnvelopePlottable::visibleTime() const
{
    const QCPRange range = mKeyAxis->range();
    return TimeRange::between(fromAxisSeconds(range.lower), fromAxisSeconds(range.upper));
}

bool EnvelopePlottable::visibleExtremes(QCPRange &extremes) const
{
    const auto visible = visibleTime();
    if (!visible || !m_interval)
        return false;
    Moments all;
    for (const Trace &trace : m_traces) {
        const BinSeries &series = *trace.series;
        if (series.of(m_quantity).empty())
            continue;
        const auto end =
            std::upper_bound(series.bin.begin(), series.bin.end(), m_interval->binAt(visible->end() - Duration{1}));
        const auto begin = std::lower_bound(series.bin.begin(), end, m_interval->binAt(visible->begin()));
        for (auto at = begin; at != end; ++at) {
            const auto k = static_cast<std::size_t>(at - series.bin.begin());
            const ShownBin bin = shownBin(series, m_quantity, m_value, k);
            all.min = bin.count > 0 ? std::min(all.min, bin.moments.min) : all.min;
            all.max = bin.count > 0 ? std::max(all.max, bin.moments.max) : all.max;
        }
    }
    if (all.min > all.max)
        return false;
    extremes = {all.min * m_factor, all.max * m_factor};
    return true;
}

QCPRange EnvelopePlottable::getKeyRange(bool &found, QCP::SignDomain) const
{
    found = m_loaded.has_value();
    return found ? QCPRange{axisSeconds(m_loaded->begin()), axisSeconds(m_loaded->end())} : QCPRange{};
}

QCPRange EnvelopePlottable::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const
{
    QCPRange extremes;
    found = visibleExtremes(extremes);
    return extremes;
}

void EnvelopePlottable::draw(QCPPainter *painter)
{
    const auto visible = visibleTime();
    if (!visible || !m_interval)
        return;
    const int width = mKeyAxis->axisRect()->width();
    std::vector<std::vector<PixelColumn>> columns(m_traces.size());
    inParts(m_traces.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k) {
            columns[k] = pixelColumns(*m_traces[k].series, m_quantity, *m_interval, *visible, width, m_value);
            if (m_style == Style::DashedMean)
                dash(columns[k]);
        }
    });
    if (m_style == Style::Envelope)
        drawGaps(painter, columns, *visible);
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        drawLines(painter, columns);
    else
        drawPixels(painter, columns);
}

QColor EnvelopePlottable::barColour(std::size_t trace) const
{
    return mixed(m_traces[trace].colour, mParentPlot->palette().color(QPalette::Base), 0.42);
}

/// Without every third part of the line. Its means alone are left: one is its own least and largest.
void EnvelopePlottable::dash(std::vector<PixelColumn> &columns) const
{
    constexpr std::size_t period_px = 9;
    constexpr std::size_t drawn_px = 6;
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (k % period_px >= drawn_px)
            columns[k] = {};
        else
            columns[k].min = columns[k].max = columns[k].mean;
    }
}

/// All bars first: no mean is hidden behind another trace's bars.
void EnvelopePlottable::drawPixels(QCPPainter *painter, const std::vector<std::vector<PixelColumn>> &columns) const
{
    const QRect area = mKeyAxis->axisRect()->rect();
    const ValueScale scale{*mValueAxis, m_factor};
    TraceRaster raster{area.size()};
    std::vector<QRgb> bars;
    for (std::size_t k = 0; k < columns.size(); ++k)
        bars.push_back(barColour(k).rgba());
    inParts(static_cast<std::size_t>(std::max(area.width(), 0)), [&](std::size_t from, std::size_t to) {
        for (std::size_t k = 0; k < columns.size(); ++k)
            raster.drawBars(columns[k], scale, bars[k], {from, to});
        for (std::size_t k = 0; k < columns.size(); ++k)
            raster.drawMean(columns[k], scale, m_traces[k].colour.rgba(), {from, to});
    });
    painter->drawImage(area.topLeft(), raster.image());
}

void EnvelopePlottable::drawLines(QCPPainter *painter, const std::vector<std::vector<PixelColumn>> &columns) const
{
    const QRect area = mKeyAxis->axisRect()->rect();
    const ValueScale scale{*mValueAxis, m_factor};
    for (std::size_t t = 0; t < columns.size(); ++t) {
        painter->setPen(QPen{barColour(t), 1});
        for (std::size_t k = 0; k < columns[t].size(); ++k) {
            const double x = area.left() + static_cast<double>(k);
            if (const PixelColumn &column = columns[t][k]; !column.isEmpty())
                painter->drawLine(QLineF{x, area.top() + scale.height(column.max), x,
                                         area.top() + scale.height(column.min)});
        }
    }
    for (std::size_t k = 0; k < columns.size(); ++k)
        drawMean(painter, columns[k], scale, m_traces[k].colour);
}

void EnvelopePlottable::drawGaps(QCPPainter *painter, const std::vector<std::vector<PixelColumn>> &columns,
                                 const TimeRange &visible) const
{
    const auto due = m_loaded ? visible.intersected(*m_loaded) : std::nullopt;
    if (!due)
        return;
    const QRect area = mKeyAxis->axisRect()->rect();
    std::vector<char> covered(static_cast<std::size_t>(std::max(area.width(), 0)), false);
    for (const std::vector<PixelColumn> &trace : columns) {
        for (std::size_t k = 0; k < covered.size(); ++k)
            covered[k] |= !trace[k].isEmpty();
    }
    const double perColumn = static_cast<double>(visible.duration().count()) / static_cast<double>(covered.size());
    const auto columnOf = [&](TimePoint time) {
        return static_cast<int>(static_cast<double>((time - visible.begin()).count()) / perColumn);
    };
    QColor hatch = mParentPlot->palette().color(QPalette::WindowText);
    hatch.setAlphaF(0.35F);
    const QBrush brush{hatch, Qt::BDiagPattern};
    const int end = std::min(columnOf(due->end()), static_cast<int>(covered.size()));
    for (int k = columnOf(due->begin()); k < end;) {
        int stop = k;
        while (stop < end && covered[static_cast<std::size_t>(stop)] == 0)
            ++stop;
        if (stop > k)
            painter->fillRect(QRect{area.left() + k, area.top(), stop - k, area.height()}, brush);
        k = std::max(stop, k + 1);
    }
}

void EnvelopePlottable::drawMean(QCPPainter *painter, const std::vector<PixelColumn> &columns, const ValueScale &scale,
                                 const QColor &colour) const
{
    const QRect area = mKeyAxis->axisRect()->rect();
    painter->setPen(QPen{colour, 1});
    QPolygonF line;
    const auto finish = [&] {
        if (line.size() == 1)
            line.append(line.front() + QPointF{1.0, 0.0}); // a lone column is seen, too
        if (!line.isEmpty())
            painter->drawPolyline(line);
        line.clear();
    };
    for (std::size_t k = 0; k < columns.size(); ++k) {
        if (columns[k].isEmpty())
            finish();
        else
            line.append({area.left() + static_cast<double>(k), area.top() + scale.height(columns[k].mean)});
    }
    finish();
}

} // namespace cbpm
