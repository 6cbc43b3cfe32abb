// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ringorbit.h"

#include "ui/models/ringseries.h"

#include <cmath>

namespace cbpm {
namespace {

RingOrbit empty(int rows)
{
    RingOrbit orbit;
    orbit.rows.resize(static_cast<std::size_t>(rows));
    return orbit;
}

void shift(Moments &moments, double by)
{
    moments.mean -= by;
    moments.min -= by;
    moments.max -= by;
}

/// As of `count` samples that have this mean and standard deviation; their extremes are not known.
Moments moments(double mean, double std, std::uint64_t count)
{
    const double m2 = count > 1 ? std * std * static_cast<double>(count - 1) : 0.0;
    return {mean, m2, mean, mean};
}

} // namespace

RingOrbit orbitAt(const RingSeries &series, int rows, TimePoint time)
{
    if (!series.interval())
        return empty(rows);
    const Interval interval = *series.interval();
    const TimePoint begin = interval.binBegin(interval.binAt(time));
    RingOrbit orbit = orbitOver(series, rows, *TimeRange::between(begin, begin + interval.width()));
    orbit.time = begin;
    return orbit;
}

RingOrbit orbitOver(const RingSeries &series, int rows, const TimeRange &stretch)
{
    RingOrbit orbit = empty(rows);
    orbit.time = stretch.begin();
    orbit.stretch = stretch;
    for (int row = 0; row < rows; ++row) {
        const auto x = series.over(row, Quantity::X, stretch);
        const auto y = series.over(row, Quantity::Y, stretch);
        if (x && y)
            orbit.rows[static_cast<std::size_t>(row)] = {x->moments, y->moments, x->count};
    }
    return orbit;
}

RingOrbit orbitOf(const Orbit &trigger, int rows)
{
    RingOrbit orbit = empty(rows);
    orbit.time = triggerTime(trigger.trigger);
    orbit.stretch = triggerRange(trigger.trigger);
    for (const OrbitPoint &point : trigger.points) {
        if (point.row < rows && std::isfinite(point.x))
            orbit.rows[static_cast<std::size_t>(point.row)] = {moments(point.x, 0.0, 1), moments(point.y, 0.0, 1), 1};
    }
    return orbit;
}

RingOrbit orbitOf(const ReferenceOrbit &reference, const DetectorTable &table)
{
    RingOrbit orbit = empty(table.size());
    orbit.time = reference.time;
    orbit.stretch = reference.stretch;
    for (const auto &[location, point] : reference.points) {
        const int row = table.find(location);
        if (row != unknownDetector)
            orbit.rows[static_cast<std::size_t>(row)] = {moments(point.x_mm, point.xStd_mm, point.count),
                                                         moments(point.y_mm, point.yStd_mm, point.count), point.count};
    }
    return orbit;
}

ReferenceOrbit referenceOf(const RingOrbit &orbit, const DetectorTable &table, const std::function<bool(int)> &skip)
{
    ReferenceOrbit reference;
    reference.time = orbit.time;
    reference.stretch = orbit.stretch;
    for (int row = 0; row < table.size(); ++row) {
        const OrbitReading &reading = orbit.rows[static_cast<std::size_t>(row)];
        if (!std::isnan(reading.x.mean) && !skip(row))
            reference.points[table.at(row).location] = {reading.x.mean, reading.y.mean, reading.x.std(reading.count),
                                                        reading.y.std(reading.count), reading.count};
    }
    return reference;
}

RingOrbit difference(RingOrbit orbit, const RingOrbit &reference)
{
    for (std::size_t row = 0; row < orbit.rows.size(); ++row) {
        const OrbitReading other = row < reference.rows.size() ? reference.rows[row] : OrbitReading{};
        shift(orbit.rows[row].x, other.x.mean);
        shift(orbit.rows[row].y, other.y.mean);
    }
    return orbit;
}

OrbitSize sizeOf(const RingOrbit &orbit, Quantity plane, const std::function<bool(int)> &skip)
{
    OrbitSize size;
    double squares = 0.0;
    for (std::size_t k = 0; k < orbit.rows.size(); ++k) {
        const int row = static_cast<int>(k);
        const double value = orbit.rows[k].of(plane).mean;
        if (std::isnan(value) || skip(row))
            continue;
        squares += value * value;
        ++size.count;
        if (size.row == unknownDetector || std::abs(value) > std::abs(size.largest_mm)) {
            size.row = row;
            size.largest_mm = value;
        }
    }
    if (size.count > 0)
        size.rms_mm = std::sqrt(squares / size.count);
    return size;
}

} // namespace cbpm
