// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/outputfile.h"
#include "core/export/textbuffer.h"
#include "core/query/loadrequest.h"

#include <map>

namespace cbpm {

/// Bins as CSV, ordered by time, then by detector order (unknown detectors last). Streams: a bin is written as soon as
/// no later batch can add to it.
class BinCsv
{
public:
    BinCsv(OutputFile &file, Interval interval);

    /// Batches in time order.
    Result<void> add(const BinBatch &batch);
    /// Writes what is still open; the file itself is committed by its owner.
    Result<void> finish();

    std::uint64_t bins() const { return m_bins; }

private:
    struct Pending
    {
        BinSeries series;
        std::size_t written = 0; ///< bins of it that are in the file
    };

    Result<void> writeBefore(std::int64_t bin);
    void writeRow(const BinSeries &series, std::size_t i);
    Result<void> flush();

    OutputFile &m_file;
    Interval m_interval;
    TextBuffer m_text;
    std::map<std::pair<int, std::string>, Pending> m_pending; ///< by order of detectors
    std::uint64_t m_bins = 0;
};

} // namespace cbpm
