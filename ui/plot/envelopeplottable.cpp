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

/// Marks the columns of pixels that a trace has something in; `covered` [width].
template<class Columns>
void cover(std::vector<char> &covered, const Columns &columns)
{
    for (std::size_t k = 0; k < covered.size(); ++k)
        covered[k] |= !columns[k].isEmpty();
}

/// What `make` makes of each, on all processors.
template<class Made, class Item, class Make>
std::vector<Made> eachOf(const std::vector<Item> &items, const Make &make)
{
    std::vector<Made> made(items.size());
    inParts(items.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t k = from; k < to; ++k)
            made[k] = make(items[k]);
    });
    return made;
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
    const auto extremesOf = [&](const Trace &trace) {
        const BinSeries &series = *trace.series;
        Moments seen;
        if (series.of(m_quantity).empty())
            return seen;
        const auto end =
            std::upper_bound(series.bin.begin(), series.bin.end(), m_interval->binAt(visible->end() - Duration{1}));
        const auto begin = std::lower_bound(series.bin.begin(), end, m_interval->binAt(visible->begin()));
        for (auto at = begin; at != end; ++at) {
            const auto k = static_cast<std::size_t>(at - series.bin.begin());
            const ShownBin bin = shownBin(series, m_quantity, m_value, k);
            seen.min = bin.count > 0 ? std::min(seen.min, bin.moments.min) : seen.min;
            seen.max = bin.count > 0 ? std::max(seen.max, bin.moments.max) : seen.max;
        }
        return seen;
    };
    Moments all;
    for (const Moments &seen : eachOf<Moments>(m_traces, extremesOf)) {
        all.min = std::min(all.min, seen.min);
        all.max = std::max(all.max, seen.max);
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
    if (painter->modes().testFlag(QCPPainter::pmVectorized))
        drawLines(painter, *visible);
    else
        drawPixels(painter, *visible);
}

std::vector<PixelColumn> EnvelopePlottable::columnsOf(const Trace &trace, const TimeRange &visible, int width) const
{
    std::vector<PixelColumn> columns = pixelColumns(*trace.series, m_quantity, *m_interval, visible, width, m_value);
    if (m_style == Style::DashedMean)
        dash(columns);
    return columns;
}

QColor EnvelopePlottable::barColour(const Trace &trace) const
{
    return mixed(trace.colour, mParentPlot->palette().color(QPalette::Base), 0.42);
}

/// Without every third part of the line. Its means alone are left: one is its own least and largest.
void EnvelopePlottable::dash(std::vector<PixelColumn> &columns)
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

void EnvelopePlottable::drawPixels(QCPPainter *painter, const TimeRange &visible) const
{
    const QRect area = mKeyAxis->axisRect()->rect();
    const ValueScale scale{*mValueAxis, m_factor};
    // Columns of one trace after another: they are read again while they are in the processor's cache.
    std::vector<PixelTrace> traces = eachOf<PixelTrace>(m_traces, [&](const Trace &trace) {
        return PixelTrace{pixelRows(columnsOf(trace, visible, area.width()), scale), {}, {}};
    });
    std::vector<char> covered(static_cast<std::size_t>(std::max(area.width(), 0)));
    for (std::size_t k = 0; k < traces.size(); ++k) {
        traces[k].bars = barColour(m_traces[k]).rgba();
        traces[k].mean = m_traces[k].colour.rgba();
        cover(covered, traces[k].rows);
    }
    drawGaps(painter, covered, visible);
    painter->drawImage(area.topLeft(), drawTraces(area.size(), traces));
}

void EnvelopePlottable::drawLines(QCPPainter *painter, const TimeRange &visible) const
{
    const QRect area = mKeyAxis->axisRect()->rect();
    const ValueScale scale{*mValueAxis, m_factor};
    const auto traces = eachOf<std::vector<PixelColumn>>(
        m_traces, [&](const Trace &trace) { return columnsOf(trace, visible, area.width()); });
    std::vector<char> covered(static_cast<std::size_t>(std::max(area.width(), 0)));
    for (const std::vector<PixelColumn> &columns : traces)
        cover(covered, columns);
    drawGaps(painter, covered, visible);
    for (std::size_t t = 0; t < traces.size(); ++t) {
        painter->setPen(QPen{barColour(m_traces[t]), 1});
        for (std::size_t k = 0; k < traces[t].size(); ++k) {
            const double x = area.left() + static_cast<double>(k);
            if (const PixelColumn &column = traces[t][k]; !column.isEmpty())
                painter->drawLine(
                    QLineF{x, area.top() + scale.height(column.max), x, area.top() + scale.height(column.min)});
        }
    }
    for (std::size_t k = 0; k < traces.size(); ++k)
        drawMean(painter, traces[k], scale, m_traces[k].colour);
}

void EnvelopePlottable::drawGaps(QCPPainter *painter, const std::vector<char> &covered, const TimeRange &visible) const
{
    const auto due = m_loaded ? visible.intersected(*m_loaded) : std::nullopt;
    if (!due || m_style != Style::Envelope)
        return;
    const QRect area = mKeyAxis->axisRect()->rect();
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
