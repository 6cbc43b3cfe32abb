// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/samplerows.h"

#include "core/detectors/detectorname.h"
#include "core/types/flags.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace cbpm {
namespace {

/// Up to 7 bytes and their number as one word; 0 for longer names.
std::uint64_t keyOf(std::string_view name)
{
    if (name.size() > 7)
        return 0;
    std::uint64_t key = 0;
    std::memcpy(&key, name.data(), name.size());
    return key | (static_cast<std::uint64_t>(name.size() + 1) << 56);
}

std::size_t slotOf(std::uint64_t key)
{
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 54);
}

template<class T>
std::vector<T> picked(const std::vector<T> &from, const std::vector<std::size_t> &order)
{
    std::vector<T> to(order.size());
    std::transform(order.begin(), order.end(), to.begin(), [&](std::size_t i) { return from[i]; });
    return to;
}

/// Sorts by time, keeps the last of equal times, says what it did in `arrival` and `batch`.
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
    for (std::size_t i = 1; i < time.size(); ++i) {
        if (time[i] < time[i - 1]) {
            arrival[i] |= Late;
            ++batch.outOfOrder;
        }
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

} // namespace

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
        m_columns.push_back(DetectorSamples{key, row, {}, {}, {}});
    return found->second;
}

std::size_t SampleRows::columnOf(const CopiedRow &row)
{
    if (row.detector.data() == nullptr) {
        const auto [found, isNew] = m_byId.emplace(row.id, ignored);
        if (isNew) {
            const bool plausible = row.id > 0 && row.id <= std::numeric_limits<int>::max();
            found->second = addColumn(std::to_string(row.id), plausible ? m_table->findId(static_cast<int>(row.id)) : unknownDetector);
        }
        return found->second;
    }
    const std::uint64_t key = keyOf(row.detector);
    ShortName &slot = m_shortNames[slotOf(key)];
    if (key != 0 && slot.key == key)
        return slot.column;
    const auto [found, isNew] = m_byText.emplace(std::string{row.detector}, ignored);
    if (isNew)
        found->second = addColumn(canonicalLocation(row.detector), m_table->find(row.detector));
    slot = {key, found->second};
    return found->second;
}

void SampleRows::add(const CopiedRow &row, const TimeRange &slice)
{
    if (!row.hasTime || !row.hasDetector || !slice.contains(timePoint(row.time)))
        return;
    ++m_rows;
    const std::size_t column = columnOf(row);
    if (column == ignored)
        return;
    DetectorSamples &samples = m_columns[column];
    samples.time.push_back(row.time);
    for (std::size_t k = 0; k < buttonCount; ++k)
        samples.button[k].push_back(row.button[k]);
}

void SampleRows::clear()
{
    for (DetectorSamples &column : m_columns) {
        column.time.clear();
        for (auto &button : column.button)
            button.clear();
    }
    m_rows = 0;
}

SampleBatchPtr SampleRows::take(const TimeRange &slice, std::uint64_t bytes)
{
    auto batch = std::make_shared<SampleBatch>(SampleBatch{slice, {}, m_rows, 0, 0, bytes});
    for (DetectorSamples &column : m_columns) {
        if (column.time.empty())
            continue;
        const std::size_t expected = column.size();
        putInOrder(column, *batch);
        DetectorSamples fresh{column.location, column.row, {}, {}, {}};
        fresh.time.reserve(expected);
        for (auto &button : fresh.button)
            button.reserve(expected);
        batch->detectors.push_back(std::exchange(column, std::move(fresh)));
    }
    m_rows = 0;
    return batch;
}

} // namespace cbpm
