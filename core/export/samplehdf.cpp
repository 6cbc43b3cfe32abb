// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/samplehdf.h"

#include "core/query/sampleorder.h"
#include "core/query/slicebinner.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Type = HdfFile::Type;

constexpr std::size_t chunkSamples = 65'536;

constexpr std::pair<const char *, const char *> sampleColumns[] = {
    {"top_in", "counts"},        {"top_out", "counts"}, {"bot_in", "counts"}, {"bot_out", "counts"},
    {"sum", "corrected counts"}, {"x_mm", "mm"},        {"y_mm", "mm"},       {"q", "1"}};
enum SampleDataset : std::size_t { SampleDetectors, SampleTime, SampleBpm, SampleFlags, SampleValues };

} // namespace

SampleHdf::SampleHdf(std::unique_ptr<HdfFile> file, const ExportOrigin &origin)
    : m_file{std::move(file)}, m_ring{*origin.table, origin.method}
{
}

Result<std::unique_ptr<SampleHdf>> SampleHdf::create(const QString &path, const ExportOrigin &origin,
                                                     HdfFile::Dialect dialect)
{
    auto file = HdfFile::create(path, dialect);
    if (!file)
        return file.error();
    if (auto described = describe(**file, u"cbpm3 samples"_s, origin); !described)
        return described.error();
    QStringList words;
    for (int bit = 0; bit < flagCount; ++bit)
        words << QString::fromLatin1(flagWord(bit));
    if (dialect == HdfFile::Dialect::Matlab) { // which loads no attributes
        if (auto told = file.value()->addText("flag_words", words.join(u' ').toUtf8()); !told)
            return told.error();
    }
    std::vector<HdfFile::Column> columns{
        {"detectors", Type::Name, {}, false, {128, 0}},
        {"time_us", Type::Int64, u"microseconds since 1970-01-01T00:00:00Z"_s, false, {chunkSamples, 0}},
        {"bpm", Type::UInt16, u"number in detectors"_s, false, {chunkSamples, 0}},
        {"flags", Type::UInt16, u"bits from the lowest: "_s + words.join(u' '), false, {chunkSamples, 0}}};
    for (const auto &[name, unit] : sampleColumns)
        columns.push_back({name, Type::Double, QString::fromLatin1(unit), false, {chunkSamples, 0}});
    if (auto added = addColumns(**file, columns); !added)
        return added.error();
    return std::unique_ptr<SampleHdf>{new SampleHdf{std::move(*file), origin}};
}

Result<std::uint16_t> SampleHdf::numberOf(const std::string &location)
{
    const std::size_t first = m_file->dialect() == HdfFile::Dialect::Matlab ? 1 : 0; // as each counts its rows
    const auto [found, isNew] = m_numbers.emplace(location, static_cast<std::uint16_t>(first + m_numbers.size()));
    if (isNew) {
        if (auto added = m_file->appendName(SampleDetectors, location); !added)
            return added.error();
    }
    return found->second;
}

Result<void> SampleHdf::add(const SampleBatch &batch)
{
    m_counts += rowCounts(batch);
    std::vector<PositionColumns> positions(batch.detectors.size());
    std::vector<std::uint16_t> numbers;
    for (std::size_t k = 0; k < positions.size(); ++k) {
        const DetectorSamples &samples = batch.detectors[k];
        m_ring.apply(samples, positions[k]);
        if (samples.size() > 0)
            m_joiner.join(samples, m_ring.mapAt(samples.row, timePoint(samples.time.back())), positions[k]);
        m_counts += countsOf(positions[k]);
        const auto number = numberOf(samples.location);
        if (!number)
            return number.error();
        numbers.push_back(*number);
    }
    constexpr Button buttons[] = {Button::TopInner, Button::TopOuter, Button::BottomInner, Button::BottomOuter};
    for (const SamplePlace &place : samplesInOrder(batch)) {
        const DetectorSamples &samples = batch.detectors[place.detector];
        const PositionColumns &made = positions[place.detector];
        const std::size_t i = place.sample;
        m_times.push_back(place.time);
        m_detectors.push_back(numbers[place.detector]);
        m_flags.push_back(made.flags[i]);
        for (std::size_t k = 0; k < std::size(buttons); ++k)
            m_values[k].push_back(samples.button[static_cast<std::size_t>(buttons[k])][i]);
        const double rest[] = {made.sum[i], made.x[i], made.y[i], made.q[i]};
        for (std::size_t k = 0; k < std::size(rest); ++k)
            m_values[std::size(buttons) + k].push_back(rest[k]);
        if (m_times.size() == chunkSamples) {
            if (auto flushed = flush(); !flushed)
                return flushed;
        }
    }
    return {};
}

Result<void> SampleHdf::finish()
{
    return flush();
}

Result<void> SampleHdf::flush()
{
    const std::size_t rows = m_times.size();
    if (rows == 0)
        return {};
    const std::pair<std::size_t, const void *> whole[] = {
        {SampleTime, m_times.data()}, {SampleBpm, m_detectors.data()}, {SampleFlags, m_flags.data()}};
    for (const auto &[dataset, values] : whole) {
        if (auto written = m_file->append(dataset, values, rows); !written)
            return written;
    }
    for (std::size_t k = 0; k < m_values.size(); ++k) {
        if (auto written = m_file->append(SampleValues + k, m_values[k].data(), rows); !written)
            return written;
        m_values[k].clear();
    }
    m_times.clear();
    m_detectors.clear();
    m_flags.clear();
    return {};
}

} // namespace cbpm
