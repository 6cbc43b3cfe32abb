// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/seriespool.h"

#include <mutex>

namespace cbpm {
namespace {

/// Batches whose memory is kept, as many as readers fill at a time and then some.
constexpr std::size_t batchesKept = 4;

/// Of larger columns few are allocated, and each is worth giving back.
constexpr std::size_t largestKept = std::size_t{1} << 20;

} // namespace

class SeriesPool::Store
{
public:
    Store() { m_kept.reserve(batchesKept); }

    std::vector<BinSeries> take()
    {
        const std::lock_guard lock{m_mutex};
        if (m_kept.empty())
            return {};
        std::vector<BinSeries> series = std::move(m_kept.back());
        m_kept.pop_back();
        return series;
    }

    void giveBack(std::vector<BinSeries> series) noexcept
    {
        if (bytesOf(series) > largestKept)
            return;
        for (BinSeries &each : series)
            each.clear();
        const std::lock_guard lock{m_mutex};
        if (m_kept.size() < batchesKept)
            m_kept.push_back(std::move(series)); // there is room: it does not throw
    }

private:
    std::mutex m_mutex;
    std::vector<std::vector<BinSeries>> m_kept;
};

SeriesPool::SeriesPool() : m_store{std::make_shared<Store>()} {}

std::vector<BinSeries> SeriesPool::take() const
{
    return m_store->take();
}

std::shared_ptr<BinBatch> SeriesPool::share(BinBatch batch) const
{
    return {new BinBatch{std::move(batch)}, [store = m_store](BinBatch *seen) {
                const std::unique_ptr<BinBatch> owned{seen};
                store->giveBack(std::move(owned->series));
            }};
}

} // namespace cbpm
