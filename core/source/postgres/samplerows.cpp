// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/samplerows.h"

#include "core/detectors/detectorname.h"
#include "core/types/flags.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace cbpm {
namespace {

/// Rows that a column has room for at first: a slice of a whole ring has about a thousand.
constexpr std::size_t firstRoom = 256;

void resize(DetectorSamples &samples, std::size_t size)
{
    samples.time.resize(size);
    for (auto &button : samples.button)
        button.resize(size);
}

template<class T>
std::vector<T> picked(const std::vector<T> &from, const std::vector<std::size_t> &order)
{
    std::vector<T> to(order.size());
    std::transform(order.begin(), order.end(), to.begin(), [&](std::size_t i) { return from[i]; });
    return to;
}

} // namespace

void putInOrder(DetectorSamples &samples, SampleBatch &batch)
{
    const std::vector<std::int64_t> &time = samples.time;
    const auto ascends = [](std::int64_t a, std::int64_t b) { return a < b; };
    const bool clean = std::adjacent_find(time.begin(), time.end(), std::not_fn(ascends)) == time.end();
    if (clean)
        return;
    std::vector<std::size_t> order(time.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::uint16_t> arrival(time.size(), 0);
    std::int64_t latest = time.front();
    for (std::size_t i = 1; i < time.size(); ++i) {
        if (time[i] < latest) {
            arrival[i] |= Late;
            ++batch.outOfOrder;
        }
        latest = std::max(latest, time[i]);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return time[a] < time[b]; });
    std::vector<std::size_t> kept;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const bool again = k > 0 && time[order[k]] == time[order[k - 1]];
        if (again) {
            arrival[order[k]] |= Duplicate;
            kept.back() = order[k];
            ++batch.duplicates;
        } else {
            kept.push_back(order[k]);
        }
    }
    samples.arrival = picked(arrival, kept);
    for (auto &button : samples.button)
        button = picked(button, kept);
    samples.time = picked(samples.time, kept);
}

SampleRows::SampleRows(DetectorTablePtr table, const std::vector<int> &wanted) : m_table{std::move(table)}
{
    if (wanted.empty())
        return;
    m_wanted.resize(static_cast<std::size_t>(m_table->size()), false);
    for (const int row : wanted)
        m_wanted[static_cast<std::size_t>(row)] = true;
}

std::size_t SampleRows::addColumn(const std::string &location, int row)
{
    const bool wanted = m_wanted.empty() || (row != unknownDetector && m_wanted[static_cast<std::size_t>(row)]);
    if (!wanted)
        return ignored;
    const std::string key = row == unknownDetector ? location : m_table->at(row).location;
    const auto [found, isNew] = m_byLocation.emplace(key, m_columns.size());
    if (isNew)
        m_columns.push_back({DetectorSamples{key, row, {}, {}, {}}, 0});
    return found->second;
}

std::size_t SampleRows::spellingOf(std::string_view name)
{
    const auto [found, isNew] = m_byText.emplace(std::string{name}, m_spellings.size());
    if (isNew)
        m_spellings.push_back({std::string{name}, addColumn(canonicalLocation(name), m_table->find(name)), 0});
    return found->second;
}

std::size_t SampleRows::columnOfName(std::string_view name)
{
    if (m_spellings.empty())
        m_lastSpelling = spellingOf(name);
    const std::size_t guess = m_spellings[m_lastSpelling].next;
    if (m_spellings[guess].text != name) {
        const std::size_t found = spellingOf(name); // may move m_spellings
        m_spellings[m_lastSpelling].next = found;
    }
    m_lastSpelling = m_spellings[m_lastSpelling].next;
    return m_spellings[m_lastSpelling].column;
}

std::size_t SampleRows::columnOfId(std::int64_t id)
{
    const auto [found, isNew] = m_byId.emplace(id, ignored);
    if (isNew) {
        const bool plausible = id > 0 && id <= std::numeric_limits<int>::max();
        found->second =
            addColumn(std::to_string(id), plausible ? m_table->findId(static_cast<int>(id)) : unknownDetector);
    }
    return found->second;
}

std::size_t SampleRows::columnOf(const CopiedRow &row)
{
    return row.detector.data() == nullptr ? columnOfId(row.id) : columnOfName(row.detector);
}

void SampleRows::add(const CopiedRow &row, const TimeRange &slice)
{
    if (!row.hasTime || !row.hasDetector || !slice.contains(timePoint(row.time)))
        return;
    ++m_rows;
    const std::size_t at = columnOf(row);
    if (at == ignored)
        return;
    Column &column = m_columns[at];
    DetectorSamples &samples = column.samples;
    if (column.used == samples.size())
        resize(samples, std::max(firstRoom, 2 * samples.size()));
    samples.time[column.used] = row.time;
    for (std::size_t k = 0; k < buttonCount; ++k)
        samples.button[k][column.used] = row.button[k];
    ++column.used;
}

void SampleRows::clear()
{
    for (Column &column : m_columns)
        column.used = 0;
    m_rows = 0;
}

template<class Give>
SampleBatch SampleRows::handOver(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo, const Give &give)
{
    SampleBatch batch{slice, {}, std::exchange(m_rows, 0), 0, 0, bytes, 0, seenTo};
    for (Column &column : m_columns) {
        if (column.used == 0)
            continue;
        const std::size_t used = std::exchange(column.used, 0);
        resize(column.samples, used);
        putInOrder(column.samples, batch);
        give(column.samples, batch);
        column.samples.arrival.clear();
        resize(column.samples, used + used / 8);
    }
    return batch;
}

SampleBatchPtr SampleRows::take(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo)
{
    return std::make_shared<SampleBatch>(
        handOver(slice, bytes, seenTo, [](DetectorSamples &samples, SampleBatch &batch) {
            DetectorSamples fresh{samples.location, samples.row, {}, {}, {}};
            batch.detectors.push_back(std::exchange(samples, std::move(fresh)));
        }));
}

SampleBatch SampleRows::visit(const TimeRange &slice, std::uint64_t bytes, TimePoint seenTo,
                              const std::function<void(const DetectorSamples &)> &visitor)
{
    return handOver(slice, bytes, seenTo, [&](const DetectorSamples &samples, SampleBatch &) { visitor(samples); });
}

} // namespace cbpm
