// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"
#include "core/types/result.h"

#include <functional>
#include <map>

namespace cbpm {

/// Gets bin `i` of `series`; an error ends the walk.
using BinVisitor = std::function<Result<void>(const BinSeries &series, std::size_t i)>;

/// Puts the parts of bins together that a load delivers, and gives them away ordered by time, then by detector order
/// (unknown detectors last), as soon as no later batch can add to them. Bins without a valid sample are passed over.
class BinOrder
{
public:
    explicit BinOrder(Interval interval);

    /// Batches in time order.
    Result<void> add(const BinBatch &batch, const BinVisitor &visit);
    /// What is still open.
    Result<void> finish(const BinVisitor &visit);

private:
    /// Bins of one detector that wait.
    struct Pending
    {
        BinSeries kept;                  ///< what earlier batches left
        const BinSeries *lent = nullptr; ///< where they left nothing: the series of the batch itself
        std::size_t visited = 0;         ///< of them, are given away

        const BinSeries &series() const { return lent ? *lent : kept; }
        void add(const BinSeries &series);
        /// Keeps what was not visited.
        void keepRest();
    };

    Result<void> visitBefore(std::int64_t bin, const BinVisitor &visit);
    Result<void> walk(std::int64_t bin, const BinVisitor &visit);

    Interval m_interval;
    std::map<std::pair<int, std::string>, Pending> m_pending; ///< by order of detectors
};

} // namespace cbpm
