// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/planes.h"

#include <qcustomplot.h>

#include <algorithm>

namespace cbpm {
namespace {

constexpr int mostTicks = 5;
constexpr int lowest_px = 10;   ///< of planes
constexpr int least_px = 15;    ///< of margins at the sides
constexpr int halfLabel_px = 6; ///< what the label of a tick at the end of its axis sticks out
constexpr int underPlane_px = 4;

void follow(QCPAxis *leader, QCPAxis *follower)
{
    QObject::connect(leader, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), follower,
                     qOverload<const QCPRange &>(&QCPAxis::setRange));
}

/// The lowest plane has labels below it, and is as high as the others nevertheless. Whether one had to be changed.
bool makeEquallyHigh(QCPLayoutGrid &layout, const std::vector<QCPAxisRect *> &rects)
{
    const auto [lowest, highest] = std::ranges::minmax(rects, {}, &QCPAxisRect::height);
    if (highest->height() - lowest->height() <= 1) // whole pixels
        return false;
    double inside = 0.0;
    for (const QCPAxisRect *const rect : rects)
        inside += rect->height();
    inside = std::max(1.0, inside / static_cast<double>(rects.size()));
    for (std::size_t k = 0; k < rects.size(); ++k) {
        const QMargins around = rects[k]->margins();
        layout.setRowStretchFactor(static_cast<int>(k), inside + around.top() + around.bottom());
    }
    return true;
}

/// Pixels between two labels of a linear axis.
double spacingOf(const QCPAxis &axis, int height)
{
    QVector<double> ticks;
    axis.ticker()->generate(axis.range(), {}, u'g', 6, ticks, nullptr, nullptr);
    return ticks.size() < 2 ? height : (ticks[1] - ticks[0]) / axis.range().size() * height;
}

/// As many ticks as there is height for their labels. Whether one had to be changed.
bool spaceTicks(const std::vector<QCPAxisRect *> &rects)
{
    bool changed = false;
    for (const QCPAxisRect *const rect : rects) {
        for (const QCPAxis *const axis : rect->axes(QCPAxis::atLeft | QCPAxis::atRight)) {
            if (axis->scaleType() == QCPAxis::stLogarithmic) // decades, however many there are
                continue;
            const int least = QFontMetrics{axis->tickLabelFont()}.height();
            const int before = axis->ticker()->tickCount();
            int count = mostTicks;
            for (axis->ticker()->setTickCount(count); count > 1 && spacingOf(*axis, rect->height()) < least;)
                axis->ticker()->setTickCount(--count);
            changed = changed || count != before;
        }
    }
    return changed;
}

/// Once more with what only a layout tells: heights and margins.
void layAgain(QCPLayoutGrid &layout, const std::vector<QCPAxisRect *> &rects)
{
    const bool isHigher = makeEquallyHigh(layout, rects);
    if (isHigher)
        layout.update(QCPLayoutElement::upLayout);
    if (!spaceTicks(rects) && !isHigher)
        return;
    for (const auto phase : {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
        layout.update(phase);
}

} // namespace

std::vector<QCPAxisRect *> createPlanes(QCustomPlot &plot, std::size_t count)
{
    plot.clearItems();
    plot.clearPlottables();
    plot.plotLayout()->clear();
    plot.plotLayout()->simplify();
    auto *const margins = new QCPMarginGroup{&plot};
    std::vector<QCPAxisRect *> rects(count);
    for (std::size_t k = 0; k < rects.size(); ++k) {
        rects[k] = new QCPAxisRect{&plot};
        plot.plotLayout()->addElement(static_cast<int>(k), 0, rects[k]);
        rects[k]->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rects[k]->setMinimumSize(0, lowest_px);
        rects[k]->setMinimumMargins({least_px, halfLabel_px, least_px, 0});
        rects[k]->setupFullAxesBox(true);
        rects[k]->axis(QCPAxis::atLeft)->setNumberFormat(QStringLiteral("gb"));
    }
    // Each hands on to the next, and the last to the first: equal ranges are not handed on.
    for (std::size_t k = 0; k < count && count > 1; ++k)
        follow(rects[k]->axis(QCPAxis::atBottom), rects[(k + 1) % count]->axis(QCPAxis::atBottom));
    for (std::size_t k = 0; k + 1 < count; ++k) {
        rects[k]->axis(QCPAxis::atBottom)->setTickLabels(false);
        rects[k]->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msTop);
        rects[k]->setMargins({0, 0, 0, underPlane_px});
    }
    plot.plotLayout()->setRowSpacing(4);
    margins->setParent(rects.front()); // they go with the planes
    QObject::connect(&plot, &QCustomPlot::afterLayout, rects.front(),
                     [layout = plot.plotLayout(), rects] { layAgain(*layout, rects); });
    return rects;
}

} // namespace cbpm
