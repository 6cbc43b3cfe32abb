// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/binhdf.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Type = HdfFile::Type;

constexpr std::size_t longestChunk = 512; ///< rows; with 8 detectors 32 KiB
constexpr std::size_t chunkDetectors = 8;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

enum class Statistic { Mean, Min, Max, Deviation };

/// A column of bins: one statistic of one quantity.
struct BinColumn
{
    const char *name;
    const char *unit;
    Quantity quantity;
    Statistic statistic;
    bool wantsPosition = true; ///< unknown detectors have none
};

constexpr BinColumn binColumns[] = {
    {"x_mm", "mm", Quantity::X, Statistic::Mean},
    {"x_min_mm", "mm", Quantity::X, Statistic::Min},
    {"x_max_mm", "mm", Quantity::X, Statistic::Max},
    {"x_std_mm", "mm", Quantity::X, Statistic::Deviation},
    {"y_mm", "mm", Quantity::Y, Statistic::Mean},
    {"y_min_mm", "mm", Quantity::Y, Statistic::Min},
    {"y_max_mm", "mm", Quantity::Y, Statistic::Max},
    {"y_std_mm", "mm", Quantity::Y, Statistic::Deviation},
    {"top_in", "corrected counts", Quantity::TopInner, Statistic::Mean, false},
    {"top_out", "corrected counts", Quantity::TopOuter, Statistic::Mean, false},
    {"bot_in", "corrected counts", Quantity::BottomInner, Statistic::Mean, false},
    {"bot_out", "corrected counts", Quantity::BottomOuter, Statistic::Mean, false},
    {"sum", "corrected counts", Quantity::Sum, Statistic::Mean, false},
    {"q", "1", Quantity::Q, Statistic::Mean},
};
enum BinDataset : std::size_t { BinTime, BinBpm, BinCount, BinValues };

/// Calls `use` with what makes the statistic's value of moments over `count` samples: decided once, not for each bin.
template<class Use>
void withStatistic(Statistic statistic, const Use &use)
{
    switch (statistic) {
    case Statistic::Mean:
        return use([](const Moments &m, std::uint32_t) { return m.mean; });
    case Statistic::Min:
        return use([](const Moments &m, std::uint32_t) { return m.min; });
    case Statistic::Max:
        return use([](const Moments &m, std::uint32_t) { return m.max; });
    case Statistic::Deviation:
        return use([](const Moments &m, std::uint32_t count) { return m.std(count); });
    }
}

/// Index of the first bin of `series` with number `bin` or a later one.
std::size_t firstFrom(const BinSeries &series, std::int64_t bin)
{
    return static_cast<std::size_t>(std::lower_bound(series.bin.begin(), series.bin.end(), bin) - series.bin.begin());
}

/// Adds to the ascending `bins` what `series` has valid samples in; most series have the same ones.
void addBins(std::vector<std::int64_t> &bins, const BinSeries &series, std::size_t from, std::size_t to)
{
    std::vector<std::int64_t> valid;
    for (std::size_t i = from; i < to; ++i) {
        if (series.count[i] > 0)
            valid.push_back(series.bin[i]);
    }
    if (std::includes(bins.begin(), bins.end(), valid.begin(), valid.end()))
        return;
    std::vector<std::int64_t> both;
    std::set_union(bins.begin(), bins.end(), valid.begin(), valid.end(), std::back_inserter(both));
    bins = std::move(both);
}

} // namespace

BinHdf::BinHdf(std::unique_ptr<HdfFile> file, Interval interval, std::size_t chunkRows)
    : m_file{std::move(file)}, m_interval{interval},
      m_chunkRows{chunkRows}, m_rowStep{m_file->dialect() == HdfFile::Dialect::Matlab ? 1 : chunkDetectors},
      m_detectorStep{m_file->dialect() == HdfFile::Dialect::Matlab ? chunkRows : 1}, m_values(std::size(binColumns))
{
}

Result<std::unique_ptr<BinHdf>> BinHdf::create(const QString &path, const ExportOrigin &origin, Interval interval,
                                               const std::vector<int> &rows, HdfFile::Dialect dialect)
{
    auto file = HdfFile::create(path, dialect);
    if (!file)
        return file.error();
    if (auto described = describe(**file, u"cbpm3 bins"_s, origin); !described)
        return described.error();
    if (auto set = file.value()->setAttribute("interval_us", interval.width().count()); !set)
        return set.error();
    // Chunks are stored whole: those of a short range are short.
    const auto expected = static_cast<std::size_t>(origin.range.duration() / interval.width()) + 1;
    const std::size_t chunkRows = std::min(longestChunk, expected);
    std::vector<HdfFile::Column> columns{
        {"time_us", Type::Int64, u"begin of the bin, microseconds since 1970-01-01T00:00:00Z"_s, false, {65'536, 0}},
        {"bpm", Type::Name, {}, false, {128, 0}},
        {"count", Type::UInt32, u"valid samples"_s, true, {chunkRows, chunkDetectors}}};
    for (const BinColumn &column : binColumns)
        columns.push_back(
            {column.name, Type::Double, QString::fromLatin1(column.unit), true, {chunkRows, chunkDetectors}});
    if (auto added = addColumns(**file, columns); !added)
        return added.error();
    std::unique_ptr<BinHdf> bins{new BinHdf{std::move(*file), interval, chunkRows}};
    std::vector<int> wanted = rows;
    if (wanted.empty()) {
        wanted.resize(static_cast<std::size_t>(origin.table->size()));
        std::iota(wanted.begin(), wanted.end(), 0);
    }
    for (const int row : wanted) {
        if (auto added = bins->addDetector(origin.table->at(row).location); !added)
            return added.error();
    }
    return bins;
}

/// Rows at hand have nothing for it so far.
Result<void> BinHdf::addDetector(const std::string &location)
{
    m_places.emplace(location, m_open.size());
    m_open.emplace_back();
    if (m_open.size() % chunkDetectors == 1) {
        const std::size_t more = m_chunkRows * chunkDetectors;
        m_counts.resize(m_counts.size() + more, 0);
        for (std::vector<double> &values : m_values)
            values.resize(values.size() + more, none);
    }
    if (auto widened = m_file->widen(m_open.size()); !widened)
        return widened;
    return m_file->appendName(BinBpm, location);
}

Result<void> BinHdf::add(const BinBatch &batch)
{
    const std::int64_t whole = m_interval.binAt(batch.range.end()); // no later batch adds to bins before it
    std::vector<Piece> pieces;
    for (const BinSeries &series : batch.series) {
        if (!m_places.contains(series.location)) {
            if (auto added = addDetector(series.location); !added)
                return added;
        }
        const std::size_t place = m_places.at(series.location);
        BinSeries &open = m_open[place];
        std::size_t from = 0;
        if (open.size() > 0) {
            from = firstFrom(series, open.bin.back() + 1);
            open.merge(series.part(std::numeric_limits<std::int64_t>::min(), open.bin.back() + 1));
        }
        pieces.push_back({&series, from, std::max(from, firstFrom(series, whole)), place});
    }
    const std::size_t count = pieces.size();
    for (std::size_t place = 0; place < m_open.size(); ++place) {
        if (const std::size_t to = firstFrom(m_open[place], whole); to > 0)
            pieces.push_back({&m_open[place], 0, to, place});
    }
    if (auto written = write(pieces); !written)
        return written;
    for (BinSeries &open : m_open)
        open.dropFirst(firstFrom(open, whole));
    for (std::size_t k = 0; k < count; ++k) {
        const Piece &piece = pieces[k];
        if (piece.to == piece.series->size())
            continue;
        BinSeries &open = m_open[piece.place];
        open.location = piece.series->location;
        open.row = piece.series->row;
        open.merge(piece.series->part(piece.series->bin[piece.to], std::numeric_limits<std::int64_t>::max()));
    }
    return {};
}

Result<void> BinHdf::finish()
{
    std::vector<Piece> pieces;
    for (std::size_t place = 0; place < m_open.size(); ++place)
        pieces.push_back({&m_open[place], 0, m_open[place].size(), place});
    if (auto written = write(pieces); !written)
        return written;
    return flush();
}

/// A row for each bin that any piece has valid samples in, in order; full chunks go to the file.
Result<void> BinHdf::write(std::vector<Piece> pieces)
{
    std::vector<std::int64_t> bins;
    for (const Piece &piece : pieces)
        addBins(bins, *piece.series, piece.from, piece.to);
    for (std::size_t done = 0; done < bins.size();) {
        const std::size_t rows = std::min(m_chunkRows - m_times.size(), bins.size() - done);
        const std::span window = std::span{bins}.subspan(done, rows);
        for (Piece &piece : pieces)
            fill(piece, window);
        for (const std::int64_t bin : window)
            m_times.push_back(unixMicroseconds(m_interval.binBegin(bin)));
        done += rows;
        if (m_times.size() < m_chunkRows)
            continue;
        if (auto flushed = flush(); !flushed)
            return flushed;
    }
    return {};
}

/// Puts what `piece` has in `bins` into the rows after those at hand, and forgets it.
void BinHdf::fill(Piece &piece, std::span<const std::int64_t> bins)
{
    const BinSeries &series = *piece.series;
    const std::size_t group = piece.place / chunkDetectors * chunkDetectors * m_chunkRows;
    const std::size_t base = group + m_times.size() * m_rowStep + piece.place % chunkDetectors * m_detectorStep;
    m_filled.clear();
    for (std::size_t row = 0; piece.from < piece.to && series.bin[piece.from] <= bins.back(); ++piece.from) {
        if (series.count[piece.from] == 0)
            continue;
        while (bins[row] < series.bin[piece.from])
            ++row;
        m_filled.emplace_back(piece.from, base + row * m_rowStep);
    }
    m_bins += m_filled.size();
    for (const auto &[i, place] : m_filled)
        m_counts[place] = series.count[i];
    for (std::size_t k = 0; k < std::size(binColumns); ++k) {
        if (series.row < 0 && binColumns[k].wantsPosition)
            continue;
        const Moments *const moments = series.of(binColumns[k].quantity).data();
        double *const values = m_values[k].data();
        withStatistic(binColumns[k].statistic, [&](auto value) {
            for (const auto &[i, place] : m_filled)
                values[place] = value(moments[i], series.count[i]);
        });
    }
}

Result<void> BinHdf::flush()
{
    const std::size_t rows = m_times.size();
    if (rows == 0)
        return {};
    if (auto written = m_file->append(BinTime, m_times.data(), rows); !written)
        return written;
    if (auto written = m_file->appendChunks(BinCount, m_counts.data(), rows); !written)
        return written;
    std::fill(m_counts.begin(), m_counts.end(), 0);
    for (std::size_t k = 0; k < m_values.size(); ++k) {
        if (auto written = m_file->appendChunks(BinValues + k, m_values[k].data(), rows); !written)
            return written;
        std::fill(m_values[k].begin(), m_values[k].end(), none);
    }
    m_times.clear();
    return {};
}

} // namespace cbpm
