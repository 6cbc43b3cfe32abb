// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hdforigin.h"
#include "core/query/loadrequest.h"

#include <span>
#include <unordered_map>

namespace cbpm {

/// Bins as HDF5: one row per bin, one column per detector, so that a detector is a column and an orbit is a row.
///   time_us [n] begin of the bin, µs since 1970 UTC     bpm [d] detectors
///   count [n, d]   x_mm, x_min_mm, … as the columns of BinCsv [n, d], NaN where there is no valid sample
/// Rows without any valid sample are absent. Streams: at most a chunk of rows is held.
class BinHdf
{
public:
    /// `rows` of the table; empty: all. Detectors that the table lacks get columns of their own as they come.
    static Result<std::unique_ptr<BinHdf>> create(const QString &path, const ExportOrigin &origin, Interval interval,
                                                  const std::vector<int> &rows,
                                                  HdfFile::Dialect dialect = HdfFile::Dialect::Plain);
    BinHdf(const BinHdf &) = delete;
    BinHdf &operator=(const BinHdf &) = delete;

    /// Batches in time order.
    Result<void> add(const BinBatch &batch);
    Result<void> finish();
    /// On disk, under its name.
    Result<void> commit() { return m_file->commit(); }

    std::uint64_t bins() const { return m_bins; }

private:
    /// Whole bins [from, to) of a series, for one column of the grid.
    struct Piece
    {
        const BinSeries *series;
        std::size_t from;
        std::size_t to;
        std::size_t place;
    };

    BinHdf(std::unique_ptr<HdfFile> file, Interval interval, std::size_t chunkRows);

    Result<void> addDetector(const std::string &location);
    Result<void> write(std::vector<Piece> pieces);
    void fill(Piece &piece, std::span<const std::int64_t> bins);
    Result<void> flush();

    std::unique_ptr<HdfFile> m_file;
    Interval m_interval;
    const std::size_t m_chunkRows;
    const std::size_t m_rowStep;                           ///< in a chunk, from a row to the next
    const std::size_t m_detectorStep;                      ///< and from a detector to the next
    std::unordered_map<std::string, std::size_t> m_places; ///< column of each detector
    std::vector<BinSeries> m_open;                         ///< by place: bins to which a later batch may add
    std::vector<std::int64_t> m_times;                     ///< of the rows at hand, at most those of a chunk
    std::vector<std::uint32_t> m_counts;                   ///< as stored: [groups of detectors, chunk]
    std::vector<std::vector<double>> m_values;             ///< by column of the file, likewise
    std::vector<std::pair<std::size_t, std::size_t>> m_filled; ///< bin of a series and its place in a chunk
    std::uint64_t m_bins = 0;
};

} // namespace cbpm
