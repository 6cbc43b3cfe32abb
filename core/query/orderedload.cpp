// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/orderedload.h"

#include "core/query/seamjoiner.h"
#include "core/query/slicebinner.h"
#include "core/query/stretchbatch.h"
#include "core/query/stretchplan.h"
#include "core/types/background.h"
#include "core/types/cancellablewait.h"
#include "core/types/memory.h"

#include <QScopeGuard>
#include <QtConcurrent>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace cbpm {
namespace {

/// What readers may be ahead of the sink: batches of one reader, and memory of all.
constexpr std::size_t batchesAhead = 8;
constexpr std::size_t bytesAhead = std::size_t{24} << 20;

/// The sink waits for readers, which a cancel wakes, and they wake the sink. To look up more often on its own would
/// cost a server on the same processors a turn each time: with fifty programs, many.
constexpr std::chrono::milliseconds untilReadersSay{250};

/// What the readers and the sink share. Each stretch has a queue of its own; the sink empties them in order.
class Exchange
{
public:
    Exchange(StretchPlan plan, int readers, CancelToken stop)
        : m_plan{std::move(plan)}, m_ahead{static_cast<std::size_t>(readers)}, m_stop{stop}
    {
    }

    struct Stretch
    {
        std::size_t index;
        TimeRange range;
    };

    std::optional<Stretch> takeStretch()
    {
        std::unique_lock lock{m_mutex};
        // A slow sink holds the readers back: a stretch may have few batches, so a limit on those is not enough.
        waitUntil(lock, [&] {
            const std::size_t next = m_queues.size();
            return next <= m_atSink || (next <= m_atSink + m_ahead && m_bytes < bytesAhead);
        });
        const auto range = m_plan.next();
        if (!range) {
            m_changed.notify_all(); // the sink waits for no more
            return std::nullopt;
        }
        m_queues.emplace_back();
        m_changed.notify_all();
        return Stretch{m_queues.size() - 1, *range};
    }

    void put(std::size_t stretch, std::shared_ptr<BinBatch> batch)
    {
        std::unique_lock lock{m_mutex};
        const std::size_t bytes = bytesOf(batch->series);
        // The sink is never kept waiting by the limits: where it has nothing the next batch comes through.
        waitUntil(lock, [&] {
            const std::size_t waiting = m_queues[stretch].batches.size();
            return (stretch == m_atSink && waiting == 0) || (waiting < batchesAhead && m_bytes + bytes <= bytesAhead);
        });
        m_bytes += bytes;
        m_queues[stretch].batches.push_back(std::move(batch));
        m_changed.notify_all();
    }

    /// All of it came, in `took`.
    void close(std::size_t stretch, std::chrono::nanoseconds took)
    {
        const std::lock_guard lock{m_mutex};
        m_queues[stretch].isClosed = true;
        m_plan.lasted(took);
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

    /// Next batch of the load; nullptr: it was the last one, or stopped.
    std::shared_ptr<BinBatch> take()
    {
        std::unique_lock lock{m_mutex};
        for (;;) {
            const auto has = [this] { return m_atSink < m_queues.size() && !m_queues[m_atSink].batches.empty(); };
            const auto isThrough = [this] { return m_atSink < m_queues.size() && m_queues[m_atSink].isClosed; };
            const auto isLast = [this] { return m_atSink == m_queues.size() && m_plan.isDone(); };
            waitUntil(
                lock, [&] { return has() || isThrough() || isLast(); }, untilReadersSay);
            if (has())
                break;
            if (!isThrough())
                return nullptr;
            ++m_atSink;
            m_changed.notify_all();
        }
        auto &batches = m_queues[m_atSink].batches;
        std::shared_ptr<BinBatch> batch = std::move(batches.front());
        batches.pop_front();
        m_bytes -= bytesOf(batch->series);
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
    /// Looks up now and then, because a cancel from outside wakes nobody here.
    template<class Condition>
    void waitUntil(std::unique_lock<std::mutex> &lock, Condition condition, std::chrono::milliseconds look = lookEvery)
    {
        while (!m_stop.isCancelled() && !condition())
            m_changed.wait_for(lock, look);
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    struct Queue
    {
        std::deque<std::shared_ptr<BinBatch>> batches;
        bool isClosed = false;
    };

    StretchPlan m_plan;
    const std::size_t m_ahead;  ///< stretches that may be begun after the one at the sink
    std::deque<Queue> m_queues; ///< of the stretches begun so far
    std::size_t m_bytes = 0;    ///< in all queues
    std::size_t m_atSink = 0;
    std::optional<Error> m_error;
    CancelToken m_stop; ///< the load's own: set by the caller's cancel, by an error, by a sink that has enough
};

/// Reads stretches and hands over what they bring.
class StretchReading
{
public:
    StretchReading(SteadyReader reader, const SliceBinner &binner, const LoadRequest &request, Exchange &exchange,
                   const CancelToken &stop)
        : m_reader{std::move(reader)}, m_binner{binner}, m_request{request}, m_exchange{exchange}, m_stop{stop}
    {
    }

    void run()
    {
        while (const auto stretch = m_exchange.takeStretch()) {
            if (const auto read = withinMemory([&] { return readStretch(*stretch); }); !read)
                return m_exchange.fail(read.error());
        }
    }

private:
    Result<void> readStretch(const Exchange::Stretch &stretch)
    {
        const auto begun = std::chrono::steady_clock::now();
        if (auto started = m_reader.start(stretch.range); !started)
            return started;
        const bool comesWhole = m_request.order == LoadOrder::NewestFirst;
        StretchBatch whole{stretch.range, m_request.interval};
        for (;;) {
            const auto batch = m_binner.next(m_reader, m_buffers, m_stop);
            if (!batch)
                return batch.error();
            if (!*batch)
                break;
            if (comesWhole)
                whole.add(std::move(**batch));
            else
                m_exchange.put(stretch.index, *batch);
        }
        if (comesWhole)
            m_exchange.put(stretch.index, whole.take());
        m_exchange.close(stretch.index, std::chrono::steady_clock::now() - begun);
        return {};
    }

    SteadyReader m_reader;
    const SliceBinner &m_binner;
    PositionBinner m_buffers;
    const LoadRequest &m_request;
    Exchange &m_exchange;
    const CancelToken &m_stop;
};

struct Readers
{
    std::unique_ptr<SampleReader> first;
    std::vector<ReaderOpening> others; ///< each opened in its own thread, while the first one reads
};

/// Fewer than `count` where no more are to be had.
Result<Readers> openReaders(const SampleSource &source, const std::vector<int> &rows, int count,
                            const CancelToken &cancel)
{
    auto first = source.open(rows, cancel);
    if (!first)
        return first.error();
    Readers readers{std::move(*first), {}};
    while (static_cast<int>(readers.others.size()) + 1 < count) {
        auto other = source.openingBeside(*readers.first, rows, cancel);
        if (!other && cancel.isCancelled())
            return other.error();
        if (!other)
            break;
        readers.others.push_back(std::move(*other));
    }
    return readers;
}

/// False when the sink had enough.
template<class Joiner>
bool drain(Exchange &exchange, const BinSink &sink, Joiner joiner, LoadCounts &counts)
{
    while (const auto batch = exchange.take()) {
        joiner.join(*batch);
        counts += batch->counts;
        if (!sink(batch))
            return false;
    }
    return true;
}

} // namespace

Result<LoadCounts> loadInStretches(const SampleSource &source, const LoadRequest &request, int readers,
                                   const SliceBinner &binner, const BinSink &sink, const CancelToken &cancel)
{
    const CancelToken stop = cancel.child();
    Patience patience{request.retry, stop};
    auto opened = patience.persist([&] { return openReaders(source, request.rows, readers, stop); });
    if (!opened)
        return opened.error();
    const int count = static_cast<int>(opened->others.size()) + 1;
    Exchange exchange{StretchPlan{request.range, request.order, count, source.grain()}, count, stop};
    QThreadPool pool;
    pool.setMaxThreadCount(count);
    const auto readWith = [&](std::unique_ptr<SampleReader> reader) {
        StretchReading{{source, request.rows, std::move(reader), patience, stop}, binner, request, exchange, stop}
            .run();
    };
    std::ignore = QtConcurrent::run(&pool, [&] {
        workInBackground();
        readWith(std::move(opened->first));
    });
    for (ReaderOpening &other : opened->others) {
        std::ignore = QtConcurrent::run(&pool, [&] {
            workInBackground();
            // It is gone before the reading begins: what it holds for its reader, that one has.
            if (auto reader = std::exchange(other, {})(stop))
                readWith(std::move(*reader));
        });
    }
    LoadCounts counts;
    bool wanted = false;
    {
        // Also where the sink throws: the pool waits for its readers, and they for somebody to take what they have. And
        // where all came: nobody waits for a reader that is still being opened.
        const QScopeGuard stopReaders{[&exchange] { exchange.stop(); }};
        wanted = request.order == LoadOrder::NewestFirst
                     ? drain(exchange, sink, BackwardSeamJoiner{request.interval}, counts)
                     : drain(exchange, sink, SeamJoiner{request.interval}, counts);
    }
    pool.waitForDone();
    if (const auto error = exchange.error())
        return *error;
    if (!wanted || cancel.isCancelled())
        return Error{Error::Kind::Cancelled, {}, {}};
    return counts;
}

} // namespace cbpm
