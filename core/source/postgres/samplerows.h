// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/copydecoder.h"
#include "core/types/samplebatch.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace cbpm {

/// Sorts by time, keeps the last of equal times, says what it did in `arrival` and `batch`.
void putInOrder(DetectorSamples &samples, SampleBatch &batch);

/// Puts rows, which come detector by detector within each trigger, into columns per detector.
class SampleRows
{
public:
    /// `wanted` rows of the table; empty: all, and detectors that the table lacks, too.
    SampleRows(DetectorTablePtr table, const std::vector<int> &wanted);

    void add(const CopiedRow &row, const TimeRange &slice);

    /// What came since the last call: sorted by time, of rows equal in time the last one.
    SampleBatchPtr take(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo = TimePoint::max());

    /// The same, one detector after the other; the columns are filled again with what comes next. The batch has no
    /// detectors.
    SampleBatch visit(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo,
                      const std::function<void(const DetectorSamples &)> &visitor);

    /// Forgets what came since it was taken last.
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

    /// A name as the server spells it, what it stands for, and which name came after it last time: rows come in the
    /// same order trigger after trigger, so the guess is nearly always right and no hash is needed.
    struct Spelling
    {
        std::string text;
        std::size_t column = ignored;
        std::size_t next = 0; ///< index of a spelling
    };

    /// Gives each detector's samples, whole and in order, to `give` with the batch that is being made of them.
    template<class Give>
    SampleBatch handOver(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo, const Give &give);
    std::size_t columnOf(const CopiedRow &row);
    std::size_t columnOfId(std::int64_t id);
    std::size_t columnOfName(std::string_view name);
    std::size_t spellingOf(std::string_view name);
    std::size_t addColumn(const std::string &location, int row);

    DetectorTablePtr m_table;
    std::vector<bool> m_wanted; ///< by row of the table; empty: all
    std::vector<Spelling> m_spellings;
    std::size_t m_lastSpelling = 0;
    std::unordered_map<std::string, std::size_t> m_byText; ///< index of the spelling
    std::unordered_map<std::int64_t, std::size_t> m_byId;
    std::unordered_map<std::string, std::size_t> m_byLocation;
    std::vector<Column> m_columns;
    std::uint64_t m_rows = 0;
};

} // namespace cbpm
