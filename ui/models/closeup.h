// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/binloader.h"
#include "ui/models/ringseries.h"

#include <QObject>
#include <QTimer>

namespace cbpm {

/// What is visible, at the interval that its pixels deserve: loads finer bins when the view comes closer than the
/// loaded range shows, and then those to the left and right of it, before the view moves there. The bins shown before
/// stand until all of the new ones are there. GUI thread.
class Closeup : public QObject
{
    Q_OBJECT

public:
    explicit Closeup(QThreadPool &pool, QObject *parent = nullptr);

    /// What may be looked at: loaded bins, and how to get finer ones.
    struct Ground
    {
        SampleSourcePtr source;
        TileAccess tiles;
        TimeRange range;
        Interval interval;
        std::optional<PositionMethod> method;
        QuantitySet quantities;
    };
    /// nullopt: there is nothing to come closer to.
    void setGround(std::optional<Ground> ground);

    /// Asks for `rows` in `visible`, drawn `pixels` wide; a moment later, so that a wheel that turns asks once.
    void look(const TimeRange &visible, int pixels, const std::vector<int> &rows);

    /// Bins for all of `visible` that is on the ground; nullptr: those of the ground are as good.
    const RingSeries *seriesFor(const TimeRange &visible) const;
    bool isLoading() const { return m_loader.isRunning() || m_pause.isActive(); }

signals:
    /// seriesFor() answers otherwise.
    void changed();

private:
    struct Wish
    {
        TimeRange visible;
        int pixels;
        std::vector<int> rows;
    };

    void consider();
    void fetchNeighbours();
    bool isKept() const;
    void load(const TimeRange &range, Interval interval);
    bool isServed(const RingSeries *series, const TimeRange &range, Interval interval) const;

    BinLoader m_loader;
    QTimer m_pause;
    std::optional<Ground> m_ground;
    std::optional<Wish> m_wish;
    std::optional<RingSeries> m_shown;
    std::optional<RingSeries> m_coming;
};

} // namespace cbpm
