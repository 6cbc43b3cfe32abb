// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"

#include <memory>
#include <vector>

namespace cbpm {

/// Series for the batches of one load, in the memory of batches that have been seen. Readers would allocate thousands
/// of small columns a second which the sink's thread frees, and the two wait for each other at the allocator. Any
/// thread.
class SeriesPool
{
public:
    SeriesPool();

    /// Empty series of some batch seen before; none where there is none.
    std::vector<BinSeries> take() const;

    /// The batch; its series come back here when nobody holds it any more, also after the pool is gone.
    std::shared_ptr<BinBatch> share(BinBatch batch) const;

private:
    class Store;

    std::shared_ptr<Store> m_store;
};

} // namespace cbpm
