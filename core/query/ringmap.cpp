// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/ringmap.h"

#include "core/types/timerange.h"

#include <algorithm>

namespace cbpm {
namespace {

template<class T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

void append(PositionColumns &to, const PositionColumns &from)
{
    append(to.x, from.x);
    append(to.y, from.y);
    append(to.sum, from.sum);
    append(to.q, from.q);
    append(to.residual, from.residual);
    append(to.intensity, from.intensity);
    for (std::size_t k = 0; k < buttonCount; ++k)
        append(to.button[k], from.button[k]);
    append(to.flags, from.flags);
    to.invalid += from.invalid;
}

} // namespace

RingMap::RingMap(const DetectorTable &table, std::optional<PositionMethod> method)
{
    m_rows.resize(static_cast<std::size_t>(table.size()));
    for (int row = 0; row < table.size(); ++row) {
        for (const Detector &detector : table.epochs(row))
            m_rows[static_cast<std::size_t>(row)].push_back({detector.validFrom, PositionMap{detector, method}});
    }
}

const PositionMap &RingMap::mapAt(int row, TimePoint time) const
{
    if (row == unknownDetector)
        return m_unknown;
    const auto &epochs = m_rows[static_cast<std::size_t>(row)];
    const auto later = std::upper_bound(epochs.begin() + 1, epochs.end(), time,
                                        [](TimePoint t, const Epoch &epoch) { return t < epoch.begin; });
    return std::prev(later)->map;
}

const PositionMap *RingMap::onlyMap(int row, TimePoint begin, TimePoint end) const
{
    const PositionMap &first = mapAt(row, begin);
    return &first == &mapAt(row, end - Duration{1}) ? &first : nullptr;
}

void RingMap::apply(const DetectorSamples &samples, PositionColumns &out, bool withIntensity) const
{
    if (samples.size() == 0)
        return out.resize(0);
    const TimePoint begin = timePoint(samples.time.front());
    const TimePoint end = timePoint(samples.time.back()) + Duration{1};
    if (const PositionMap *const map = onlyMap(samples.row, begin, end))
        return map->apply(samples, out, withIntensity);
    out.resize(0);
    out.intensity.clear();
    PositionColumns some;
    const auto &epochs = m_rows[static_cast<std::size_t>(samples.row)];
    for (std::size_t k = 0; k < epochs.size(); ++k) {
        const TimePoint from = k == 0 ? begin : std::max(begin, epochs[k].begin);
        const TimePoint to = k + 1 == epochs.size() ? end : std::min(end, epochs[k + 1].begin);
        const auto valid = TimeRange::between(from, to);
        if (!valid)
            continue;
        DetectorSamples part = samples;
        crop(part, *valid);
        epochs[k].map.apply(part, some, withIntensity);
        append(out, some);
    }
}

} // namespace cbpm
