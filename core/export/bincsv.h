// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/binorder.h"
#include "core/export/outputfile.h"
#include "core/export/textbuffer.h"

namespace cbpm {

/// Bins as CSV, in the order of BinOrder. Streams.
class BinCsv
{
public:
    BinCsv(OutputFile &file, Interval interval);
    BinCsv(const BinCsv &) = delete;
    BinCsv &operator=(const BinCsv &) = delete;

    /// Batches in time order.
    Result<void> add(const BinBatch &batch);
    /// Writes what is still open; the file itself is committed by its owner.
    Result<void> finish();

    std::uint64_t bins() const { return m_bins; }

private:
    Result<void> writeRow(const BinSeries &series, std::size_t i);
    Result<void> flush();

    OutputFile &m_file;
    Interval m_interval;
    TextBuffer m_text;
    BinOrder m_order;
    const BinVisitor m_write = [this](const BinSeries &series, std::size_t i) { return writeRow(series, i); };
    std::uint64_t m_bins = 0;
};

} // namespace cbpm
