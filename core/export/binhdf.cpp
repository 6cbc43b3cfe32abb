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

/// A column of bins: one statistic of one quantity.
struct BinColumn
{
    const char *name;
    const char *unit;
    Quantity quantity;
    double (*value)(const Moments &moments, std::uint32_t count);
    bool wantsPosition = true; ///< unknown detectors have none
};

double mean(const Moments &m, std::uint32_t)
{
    return m.mean;
}
double smallest(const Moments &m, std::uint32_t)
{
    return m.min;
}
double largest(const Moments &m, std::uint32_t)
{
    return m.max;
}
double deviation(const Moments &m, std::uint32_t count)
{
    return m.std(count);
}

constexpr BinColumn binColumns[] = {
    {"x_mm", "mm", Quantity::X, mean},
    {"x_min_mm", "mm", Quantity::X, smallest},
    {"x_max_mm", "mm", Quantity::X, largest},
    {"x_std_mm", "mm", Quantity::X, deviation},
    {"y_mm", "mm", Quantity::Y, mean},
    {"y_min_mm", "mm", Quantity::Y, smallest},
    {"y_max_mm", "mm", Quantity::Y, largest},
    {"y_std_mm", "mm", Quantity::Y, deviation},
    {"top_in", "corrected counts", Quantity::TopInner, mean, false},
    {"top_out", "corrected counts", Quantity::TopOuter, mean, false},
    {"bot_in", "corrected counts", Quantity::BottomInner, mean, false},
    {"bot_out", "corrected counts", Quantity::BottomOuter, mean, false},
    {"sum", "corrected counts", Quantity::Sum, mean, false},
    {"q", "1", Quantity::Q, mean},
};
enum BinDataset : std::size_t { BinTime, BinBpm, BinCount, BinValues };

} // namespace

BinHdf::BinHdf(std::unique_ptr<HdfFile> file, Interval interval, std::size_t chunkRows)
    : m_file{std::move(file)}, m_interval{interval}, m_order{interval}, m_chunkRows{chunkRows},
      m_values(std::size(binColumns))
{
}

Result<std::unique_ptr<BinHdf>> BinHdf::create(const QString &path, const ExportOrigin &origin, Interval interval,
                                               const std::vector<int> &rows)
{
    auto file = HdfFile::create(path);
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

/// Rows at hand are written first: they have the old width.
Result<void> BinHdf::addDetector(const std::string &location)
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    m_places.emplace(location, m_width);
    if (auto widened = m_file->widen(++m_width); !widened)
        return widened;
    return m_file->append(BinBpm, nameOf(location).data(), 1);
}

Result<void> BinHdf::add(const BinBatch &batch)
{
    for (const BinSeries &series : batch.series) {
        if (!m_places.contains(series.location)) {
            if (auto added = addDetector(series.location); !added)
                return added;
        }
    }
    return m_order.add(batch, m_write);
}

Result<void> BinHdf::finish()
{
    if (auto finished = m_order.finish(m_write); !finished)
        return finished;
    return flush();
}

void BinHdf::beginRow(std::int64_t bin)
{
    m_times.push_back(unixMicroseconds(m_interval.binBegin(bin)));
    m_counts.resize(m_times.size() * m_width, 0);
    for (std::vector<double> &values : m_values)
        values.resize(m_times.size() * m_width, none);
}

Result<void> BinHdf::write(const BinSeries &series, std::size_t i)
{
    const std::int64_t time = unixMicroseconds(m_interval.binBegin(series.bin[i]));
    if (m_times.empty() || m_times.back() != time) {
        if (m_times.size() == m_chunkRows) {
            if (auto flushed = flush(); !flushed)
                return flushed;
        }
        beginRow(series.bin[i]);
    }
    const std::size_t place = (m_times.size() - 1) * m_width + m_places.at(series.location);
    m_counts[place] = series.count[i];
    for (std::size_t k = 0; k < std::size(binColumns); ++k) {
        const BinColumn &column = binColumns[k];
        if (series.row >= 0 || !column.wantsPosition)
            m_values[k][place] = column.value(series.of(column.quantity)[i], series.count[i]);
    }
    ++m_bins;
    return {};
}

Result<void> BinHdf::flush()
{
    const std::size_t rows = m_times.size();
    if (rows == 0)
        return {};
    if (auto written = m_file->append(BinTime, m_times.data(), rows); !written)
        return written;
    if (auto written = m_file->append(BinCount, m_counts.data(), rows); !written)
        return written;
    for (std::size_t k = 0; k < m_values.size(); ++k) {
        if (auto written = m_file->append(BinValues + k, m_values[k].data(), rows); !written)
            return written;
        m_values[k].clear();
    }
    m_times.clear();
    m_counts.clear();
    return {};
}

} // namespace cbpm
