// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/copydecoder.h"
#include "core/types/samplebatch.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace cbpm {

/// Puts rows, which come detector by detector within each trigger, into columns per detector.
class SampleRows
{
public:
    /// `wanted` rows of the table; empty: all, and detectors that the table lacks, too.
    SampleRows(DetectorTablePtr table, const std::vector<int> &wanted);

    void add(const CopiedRow &row, const TimeRange &slice);

    /// What came since the last call: sorted by time, of rows equal in time the last one.
    SampleBatchPtr take(const TimeRange &slice, std::uint64_t bytes);

    /// Forgets what came since the last take().
    void clear();

    std::uint64_t rows() const { return m_rows; }

private:
    static constexpr std::size_t ignored = static_cast<std::size_t>(-1);

    /// A detector's samples; the vectors are longer than what is used of them, so that a row costs one check.
    struct Column
    {
        DetectorSamples samples;
        std::size_t used = 0;
    };

    /// Names up to 16 bytes, by hash: what a name's column is without a look at the heap.
    struct ShortName
    {
        std::uint64_t head = 0; ///< first and last 8 bytes, or 4, or single ones: with the size, they tell names apart
        std::uint64_t tail = 0;
        std::size_t size = 0;
        std::size_t column = ignored;
    };
    static ShortName shortNameOf(std::string_view name);

    std::size_t columnOf(const CopiedRow &row);
    std::size_t columnOfId(std::int64_t id);
    std::size_t columnOfName(std::string_view name);
    std::size_t addColumn(const std::string &location, int row);

    DetectorTablePtr m_table;
    std::vector<bool> m_wanted;                            ///< by row of the table; empty: all
    std::unordered_map<std::string, std::size_t> m_byText; ///< as the server spells it
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_byLocation;
    std::array<ShortName, 512> m_shortNames;
    std::vector<Column> m_columns;
    std::uint64_t m_rows = 0;
};

} // namespace cbpm
