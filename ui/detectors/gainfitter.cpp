// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/gainfitter.h"

#include "core/query/sampleload.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// More samples than this are thinned out while they are read: a month is no more memory than a day.
constexpr double mostSamples = 400'000;

void appendThinned(DetectorSamples &to, const DetectorSamples &from, std::size_t stride)
{
    for (std::size_t i = 0; i < from.size(); i += stride) {
        to.time.push_back(from.time[i]);
        for (std::size_t k = 0; k < buttonCount; ++k)
            to.button[k].push_back(from.button[k][i]);
    }
}

Result<GainFit> readAndFit(const SampleSourcePtr &source, const TimeRange &range, const Detector &detector,
                           const CancelToken &cancel)
{
    const int row = source->table()->find(detector.location);
    if (row == unknownDetector)
        return Error{Error::Kind::NotFound,
                     u"%1 is not in the table of the source"_s.arg(QString::fromStdString(detector.location)),
                     u"apply the table first"_s};
    const double due = static_cast<double>(range.duration().count()) / static_cast<double>(triggerSpacing.count());
    const auto stride = static_cast<std::size_t>(due / mostSamples) + 1;
    DetectorSamples all;
    all.location = detector.location;
    all.row = row;
    const auto loaded = loadSamples(
        *source, range, {row},
        [&](const SampleBatchPtr &batch) {
            for (const DetectorSamples &samples : batch->detectors)
                appendThinned(all, samples, stride);
            return true;
        },
        cancel);
    if (!loaded)
        return loaded.error();
    return fitGains(all, detector);
}

} // namespace

GainFitter::GainFitter(QThreadPool &pool, QObject *parent) : QObject{parent}, m_pool{pool}
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_watcher.isCanceled() || m_watcher.future().resultCount() == 0)
            return;
        const auto result = m_watcher.result();
        if (result)
            emit fitted(*result);
        else if (result.error().kind != Error::Kind::Cancelled)
            emit failed(result.error());
    });
}

GainFitter::~GainFitter()
{
    m_cancel.cancel();
    m_watcher.waitForFinished();
}

void GainFitter::fit(SampleSourcePtr source, const TimeRange &range, const Detector &detector)
{
    m_cancel.cancel();
    m_cancel = CancelToken{};
    m_watcher.setFuture(QtConcurrent::run(&m_pool, [source = std::move(source), range, detector, cancel = m_cancel] {
        return readAndFit(source, range, detector, cancel);
    }));
}

void GainFitter::cancel()
{
    m_cancel.cancel();
}

} // namespace cbpm
