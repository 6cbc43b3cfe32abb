// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/gainfit.h"
#include "core/source/samplesource.h"

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>

namespace cbpm {

/// Reads one detector's samples of a range and fits its gains to them, on the pool. The latest wins.
class GainFitter : public QObject
{
    Q_OBJECT

public:
    GainFitter(QThreadPool &pool, QObject *parent);
    ~GainFitter() override;

    /// `detector` with the constants to begin from; it is looked up in the source by its location.
    void fit(SampleSourcePtr source, const TimeRange &range, const Detector &detector);
    void cancel();

signals:
    void fitted(const cbpm::GainFit &fit);
    void failed(const cbpm::Error &error);

private:
    QThreadPool &m_pool;
    QFutureWatcher<Result<GainFit>> m_watcher;
    CancelToken m_cancel;
};

} // namespace cbpm
