// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/traces.h"
#include "ui/models/latestjob.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace cbpm {

class History;

/// The samples of the measured stretch, for the pages that need them one by one: read once for all of them, and only
/// when a page in sight asks. What came last stands until the new is there. GUI thread.
class StretchSamples : public QObject
{
    Q_OBJECT

public:
    explicit StretchSamples(History &history, QObject *parent = nullptr);

    /// What a page wants of the history's source.
    struct Wish
    {
        TimeRange range;
        std::vector<int> rows;
        bool withButtons = false;

        bool operator==(const Wish &) const = default;
    };
    /// Asks, a moment later, so that a wheel that turns asks once; as often as one likes: what is here or on its way is
    /// not read again. While time passes a stretch that moves along is read every few seconds.
    void want(const Wish &wish);

    /// What came last, maybe for an older wish; nullptr: nothing yet.
    const TracesPtr &traces() const { return m_traces; }
    bool isLoading() const { return m_pause.isActive() || m_job.isRunning(); }
    double progress() const { return m_progress; }
    /// Why what was wanted last did not come; nullptr: it did, or will.
    const Error *problem() const { return m_problem ? &*m_problem : nullptr; }

signals:
    /// traces(), progress() or problem() say something new.
    void changed();

private:
    /// A wish, and what else its answer depends on.
    struct Order
    {
        SampleSourcePtr source;
        std::optional<PositionMethod> method;
        Wish wish;

        bool serves(const Order &other) const;
    };

    void load();
    void waitMoving();
    void take(const Result<TracesPtr> &read);
    void forget();

    History &m_history;
    QTimer m_pause;
    std::optional<Order> m_wanted;  ///< last
    std::optional<Order> m_loading; ///< that the job answers
    std::optional<Order> m_shown;   ///< that m_traces answer
    QElapsedTimer m_sinceLoad;
    TracesPtr m_traces;
    double m_progress = 0.0;
    std::optional<Error> m_problem;
    LatestJob<Result<TracesPtr>> m_job;
};

} // namespace cbpm
