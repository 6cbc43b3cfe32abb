// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivesource.h"
#include "core/source/simulated/demoarchive.h"
#include "core/types/heap.h"
#include "tests/bench/desk.h"

#include <QEventLoop>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr Duration shown = 10min;
constexpr Duration warm = 40min; ///< windows are full, every page was made and shown, the allocator has its pools
constexpr Duration measured = 1h;
constexpr int looksEach = 8; ///< on a page, then comes the next

/// A clock that both sides read: what the source has, and what the window takes for now.
class SimulatedClock
{
public:
    explicit SimulatedClock(TimePoint now) : m_now{unixMicroseconds(now)} {}
    TimePoint now() const { return timePoint(m_now); }
    void advance(Duration by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now;
};
using SimulatedClockPtr = std::shared_ptr<SimulatedClock>;

/// What of a stored ring was there by the clock.
class GrowingReader : public SampleReader
{
public:
    GrowingReader(std::unique_ptr<SampleReader> stored, SimulatedClockPtr clock)
        : m_stored{std::move(stored)}, m_clock{std::move(clock)}
    {
    }
    Result<void> start(const TimeRange &stretch) override
    {
        const auto there = TimeRange::between(stretch.begin(), std::min(stretch.end(), m_clock->now()));
        m_isThere = there.has_value();
        return there ? m_stored->start(*there) : Result<void>{};
    }
    Result<void> renew() override { return m_stored->renew(); }
    Result<SampleBatchPtr> next(const CancelToken &cancel) override
    {
        return m_isThere ? m_stored->next(cancel) : SampleBatchPtr{};
    }

private:
    std::unique_ptr<SampleReader> m_stored;
    SimulatedClockPtr m_clock;
    bool m_isThere = false;
};

class GrowingSource : public SampleSource
{
public:
    GrowingSource(SampleSourcePtr stored, SimulatedClockPtr clock)
        : m_stored{std::move(stored)}, m_clock{std::move(clock)}
    {
    }
    Result<SourceInfo> info(const CancelToken &cancel) const override
    {
        auto info = m_stored->info(cancel);
        if (info) {
            info->extent = TimeRange::between(info->extent->begin(), m_clock->now());
            info->clock = m_clock->now();
            info->path = u"rows"_s;
        }
        return info;
    }
    Result<std::unique_ptr<SampleReader>> open(const std::vector<int> &rows, const CancelToken &cancel) const override
    {
        auto reader = m_stored->open(rows, cancel);
        if (!reader)
            return reader;
        return std::unique_ptr<SampleReader>{std::make_unique<GrowingReader>(std::move(*reader), m_clock)};
    }
    int usefulReaders() const override { return 1; }
    DetectorTablePtr table() const override { return m_stored->table(); }
    SampleSourcePtr withTable(DetectorTablePtr table) const override
    {
        return std::make_shared<GrowingSource>(m_stored->withTable(std::move(table)), m_clock);
    }

private:
    SampleSourcePtr m_stored;
    SimulatedClockPtr m_clock;
};

/// A live window that takes a second of data as fast as it can, and shows it.
class FastDesk : public Desk
{
public:
    explicit FastDesk(const QString &path)
    {
        auto order = demoOrder(path);
        order.range = *TimeRange::between(order.range.begin(), order.range.begin() + shown + warm + measured + 3min);
        if (!writeSimulatedArchive(order, [](double) {}, {}))
            throw Skipped{u"no archive could be written"_s};
        auto stored = openArchive(path);
        if (!stored)
            throw Skipped{stored.error().what};
        m_clock = std::make_shared<SimulatedClock>(order.range.begin() + shown);
        const auto source = std::make_shared<GrowingSource>(*stored, m_clock);
        const auto info = source->info({});
        screen().playback().setClock([clock = m_clock] { return clock->now(); });
        screen().begin({});
        screen().history().setSource(source, *info);
        screen().playback().setWindow(shown);
        screen().playback().goLive();
        wait([this] { return screen().history().state() == History::State::Following; }, u"live did not start"_s);
    }

    /// One second of data: read, binned, drawn.
    void second()
    {
        m_clock->advance(1s);
        until(&History::lookedAhead, screen().history(),
              [this] { screen().history().lookAhead(m_clock->now() + 10s); });
        until(&MainWindow::pagesRefreshed, screen(), [] {});
    }
    /// A minute: every page in turn, back to the first one.
    void round()
    {
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            for (int look = 0; look < looksEach; ++look)
                second();
        }
        giveBackFreeMemory(); // the window does once a minute by the clock on the wall, which hardly goes on here
    }
    TimePoint now() const { return m_clock->now(); }
    MainWindow &screen() { return *window; }

private:
    template<class Sender, class Signal, class Act>
    void until(Signal signal, Sender &sender, Act act)
    {
        QEventLoop loop;
        QObject::connect(&sender, signal, &loop, &QEventLoop::quit);
        QTimer::singleShot(10'000, &loop, [&loop] { loop.exit(1); });
        act();
        if (loop.exec() != 0)
            throw Skipped{u"the window stands still"_s};
    }

    SimulatedClockPtr m_clock;
};

std::vector<Row> liveHour(Context &context)
{
    FastDesk desk{context.folder.filePath(u"hour.cbpm3"_s)};
    const TimePoint begun = desk.now();
    while (desk.now() < begun + warm)
        desk.round();
    const TimePoint from = desk.now();
    const double resident_MB = residentMegabytes();
    const double heap_MB = heapMegabytes();
    std::vector<std::pair<double, double>> resident;
    std::vector<std::pair<double, double>> heap;
    while (desk.now() < from + measured) {
        desk.round();
        const double hours = static_cast<double>((desk.now() - from).count()) / 3.6e9;
        resident.emplace_back(hours, residentMegabytes());
        heap.emplace_back(hours, heapMegabytes());
        qInfo("%.2f h: resident %.1f MB, heap %.1f MB, age %.1f s", hours, resident.back().second, heap.back().second,
              static_cast<double>(desk.screen().playback().age().value_or(Duration{0}).count()) * 1e-6);
    }
    const double none = std::nan("");
    return {
        {u"livehour: 8 pages, slope of resident memory"_s, slope(resident), u"MB/h"_s, none, {}, 1.05},
        {u"livehour: 8 pages, slope of the heap in use"_s, slope(heap), u"MB/h"_s, none, {}, 1.05},
        {u"livehour: resident after an hour"_s, resident.back().second, u"MB"_s, resident_MB, u"when it was warm"_s,
         1.02},
        {u"livehour: heap in use after an hour"_s, heap.back().second, u"MB"_s, heap_MB, u"when it was warm"_s, 1.02},
    };
}

} // namespace

std::vector<Benchmark> liveHourBenchmarks()
{
    return {{u"livehour"_s, liveHour, true}};
}

} // namespace cbpm::bench
