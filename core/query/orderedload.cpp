// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/orderedload.h"

#include "core/query/seamjoiner.h"
#include "core/query/slicebinner.h"

#include <QtConcurrent>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <numeric>
#include <optional>

namespace cbpm {
namespace {

/// Stretches end on whole slots of archives, so that no block is decoded twice; they grow to half an hour.
constexpr Duration slot = std::chrono::minutes{10};
constexpr int longestStretch = 3;

/// What readers may be ahead of the sink: batches of one reader, and memory of all.
constexpr std::size_t batchesAhead = 8;
constexpr std::size_t bytesAhead = std::size_t{24} << 20;

std::vector<TimeRange> stretchesOf(const TimeRange &range)
{
    std::vector<TimeRange> stretches;
    const Interval grid = *Interval::of(slot);
    int length = 1; // the first ones are short: the screen waits for them
    for (TimePoint begin = range.begin(); begin < range.end();) {
        const TimePoint end = std::min(grid.binBegin(grid.binAt(begin) + length), range.end());
        stretches.push_back(*TimeRange::between(begin, end));
        begin = end;
        length = std::min(length + 1, longestStretch);
    }
    return stretches;
}

std::size_t bytesOf(const BinBatch &batch)
{
    return std::transform_reduce(batch.series.begin(), batch.series.end(), std::size_t{0}, std::plus{},
                                 [](const BinSeries &series) { return series.bytes(); });
}

/// What the readers and the sink share. Each stretch has a queue of its own; the sink empties them in order.
class Exchange
{
public:
    Exchange(std::vector<TimeRange> stretches, int readers, CancelToken stop)
        : m_stretches{std::move(stretches)}, m_ahead{static_cast<std::size_t>(readers)}, m_stop{stop}
    {
        m_queues.resize(m_stretches.size());
        m_closed.resize(m_stretches.size(), false);
    }

    std::size_t stretchCount() const { return m_stretches.size(); }
    const TimeRange &stretch(std::size_t index) const { return m_stretches[index]; }

    std::optional<std::size_t> takeStretch()
    {
        std::unique_lock lock{m_mutex};
        // A slow sink holds the readers back: a stretch may have few batches, so a limit on those is not enough.
        waitUntil(lock, [&] { return m_next <= m_atSink || (m_next <= m_atSink + m_ahead && m_bytes < bytesAhead); });
        return m_next < m_stretches.size() ? std::optional{m_next++} : std::nullopt;
    }

    void put(std::size_t stretch, std::shared_ptr<BinBatch> batch)
    {
        std::unique_lock lock{m_mutex};
        const std::size_t bytes = bytesOf(*batch);
        // The sink is never kept waiting by the limits: where it has nothing the next batch comes through.
        waitUntil(lock, [&] {
            const std::size_t waiting = m_queues[stretch].size();
            return (stretch == m_atSink && waiting == 0) || (waiting < batchesAhead && m_bytes + bytes <= bytesAhead);
        });
        m_bytes += bytes;
        m_queues[stretch].push_back(std::move(batch));
        m_changed.notify_all();
    }

    void close(std::size_t stretch)
    {
        const std::lock_guard lock{m_mutex};
        m_closed[stretch] = true;
        m_changed.notify_all();
    }

    void fail(const Error &error)
    {
        const std::lock_guard lock{m_mutex};
        if (!m_error)
            m_error = error;
        m_stop.cancel();
        m_changed.notify_all();
    }

    /// Next batch of `stretch`; nullptr: closed and empty, or stopped.
    std::shared_ptr<BinBatch> take(std::size_t stretch)
    {
        std::unique_lock lock{m_mutex};
        m_atSink = stretch;
        m_changed.notify_all();
        waitUntil(lock, [&] { return !m_queues[stretch].empty() || m_closed[stretch]; });
        if (m_queues[stretch].empty())
            return nullptr;
        std::shared_ptr<BinBatch> batch = std::move(m_queues[stretch].front());
        m_queues[stretch].pop_front();
        m_bytes -= bytesOf(*batch);
        m_changed.notify_all();
        return batch;
    }

    void stop()
    {
        const std::lock_guard lock{m_mutex};
        m_stop.cancel();
        m_changed.notify_all();
    }

    std::optional<Error> error() const
    {
        const std::lock_guard lock{m_mutex};
        return m_error;
    }

private:
    /// Looks up now and then, because a cancel from outside wakes nobody.
    template<class Condition>
    void waitUntil(std::unique_lock<std::mutex> &lock, Condition condition)
    {
        while (!m_stop.isCancelled() && !condition())
            m_changed.wait_for(lock, std::chrono::milliseconds{20});
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    const std::vector<TimeRange> m_stretches;
    const std::size_t m_ahead; ///< stretches that may be begun after the one at the sink
    std::vector<std::deque<std::shared_ptr<BinBatch>>> m_queues;
    std::vector<bool> m_closed;
    std::size_t m_bytes = 0; ///< in all queues
    std::size_t m_next = 0;
    std::size_t m_atSink = 0;
    std::optional<Error> m_error;
    CancelToken m_stop; ///< the load's own: set by the caller's cancel, by an error, by a sink that has enough
};

Result<void> readStretch(SteadyReader &reader, std::size_t index, const SliceBinner &binner, Exchange &exchange,
                         const CancelToken &stop)
{
    if (auto started = reader.start(exchange.stretch(index)); !started)
        return started;
    for (;;) {
        const auto batch = binner.next(reader, stop);
        if (!batch)
            return batch.error();
        if (!*batch)
            break;
        exchange.put(index, *batch);
    }
    exchange.close(index);
    return {};
}

using Readers = std::vector<std::unique_ptr<SampleReader>>;

/// All before any begins: those beside the first one ask it what it sees. Fewer than `count` where no more are to be
/// had.
Result<Readers> openReaders(const SampleSource &source, const std::vector<int> &rows, int count,
                            const CancelToken &cancel)
{
    Readers readers;
    while (static_cast<int>(readers.size()) < count) {
        auto reader = readers.empty() ? source.open(rows, cancel) : source.openBeside(*readers.front(), rows, cancel);
        if (!reader && (readers.empty() || cancel.isCancelled()))
            return reader.error();
        if (!reader)
            break;
        readers.push_back(std::move(*reader));
    }
    return readers;
}

void readStretches(SteadyReader reader, const SliceBinner &binner, Exchange &exchange, const CancelToken &stop)
{
    while (const auto index = exchange.takeStretch()) {
        if (const auto read = readStretch(reader, *index, binner, exchange, stop); !read)
            return exchange.fail(read.error());
    }
}

/// False when the sink had enough.
bool drain(Exchange &exchange, const BinSink &sink, SeamJoiner joiner, LoadCounts &counts)
{
    for (std::size_t k = 0; k < exchange.stretchCount(); ++k) {
        while (const auto batch = exchange.take(k)) {
            joiner.join(*batch);
            counts += batch->counts;
            if (!sink(batch))
                return false;
        }
    }
    return true;
}

} // namespace

Result<LoadCounts> loadWithSeveralReaders(const SampleSource &source, const LoadRequest &request, int readers,
                                          const SliceBinner &binner, const BinSink &sink, const CancelToken &cancel)
{
    const CancelToken stop = cancel.child();
    Patience patience{request.retry, stop};
    auto opened = patience.persist([&] { return openReaders(source, request.rows, readers, stop); });
    if (!opened)
        return opened.error();
    Exchange exchange{stretchesOf(request.range), static_cast<int>(opened->size()), stop};
    QThreadPool pool;
    pool.setMaxThreadCount(static_cast<int>(opened->size()));
    for (auto &reader : *opened) {
        std::ignore = QtConcurrent::run(&pool, [&] {
            readStretches({source, request.rows, std::move(reader), patience, stop}, binner, exchange, stop);
        });
    }
    LoadCounts counts;
    const bool wanted = drain(exchange, sink, SeamJoiner{request.interval}, counts);
    if (!wanted)
        exchange.stop();
    pool.waitForDone();
    if (const auto error = exchange.error())
        return *error;
    if (!wanted || cancel.isCancelled())
        return Error{Error::Kind::Cancelled, {}, {}};
    return counts;
}

} // namespace cbpm
