// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/comoments.h"

#include "core/types/flags.h"

#include <algorithm>

namespace cbpm {

void CoMoments::add(std::span<const std::int64_t> time_us, const PositionColumns &positions)
{
    if (positions.invalid == 0)
        return add(time_us, positions.x, positions.y);
    std::vector<std::int64_t> time;
    std::vector<double> x, y;
    for (std::size_t i = 0; i < time_us.size(); ++i) {
        if (positions.flags[i] & invalidatingFlags)
            continue;
        time.push_back(time_us[i]);
        x.push_back(positions.x[i]);
        y.push_back(positions.y[i]);
    }
    add(time, x, y);
}

void CoMoments::add(std::span<const std::int64_t> time_us, std::span<const double> x, std::span<const double> y)
{
    if (time_us.empty())
        return;
    const std::int64_t origin = unixMicroseconds(m_origin);
    const auto seconds = [&](std::size_t i) { return static_cast<double>(time_us[i] - origin) * 1e-6; };
    CoMoments slice{m_origin};
    slice.m_count = time_us.size();
    const auto n = static_cast<double>(slice.m_count);
    // Sums of what is left beside the first sample, so that a far beam keeps its digits.
    const std::array<double, 3> first{seconds(0), x[0], y[0]};
    for (std::size_t i = 0; i < time_us.size(); ++i) {
        const std::array<double, 3> value{seconds(i), x[i], y[i]};
        for (std::size_t k = 0; k < value.size(); ++k) {
            slice.m_mean[k] += value[k] - first[k];
            slice.m_min[k] = std::min(slice.m_min[k], value[k]);
            slice.m_max[k] = std::max(slice.m_max[k], value[k]);
        }
    }
    for (std::size_t k = 0; k < first.size(); ++k)
        slice.m_mean[k] = first[k] + slice.m_mean[k] / n;
    for (std::size_t i = 0; i < time_us.size(); ++i) {
        const double t = seconds(i) - slice.m_mean[T];
        const double dx = x[i] - slice.m_mean[X];
        const double dy = y[i] - slice.m_mean[Y];
        slice.m_product[index(T, T)] += t * t;
        slice.m_product[index(X, X)] += dx * dx;
        slice.m_product[index(Y, Y)] += dy * dy;
        slice.m_product[index(T, X)] += t * dx;
        slice.m_product[index(T, Y)] += t * dy;
        slice.m_product[index(X, Y)] += dx * dy;
    }
    merge(slice);
}

void CoMoments::merge(const CoMoments &other)
{
    if (other.m_count == 0)
        return;
    if (m_count == 0) {
        *this = other;
        return;
    }
    const auto n = static_cast<double>(m_count);
    const auto m = static_cast<double>(other.m_count);
    std::array<double, 3> delta{};
    for (std::size_t k = 0; k < delta.size(); ++k)
        delta[k] = other.m_mean[k] - m_mean[k];
    for (const Axis a : {T, X, Y}) {
        for (std::size_t b = a; b <= Y; ++b)
            m_product[index(a, Axis{b})] +=
                other.m_product[index(a, Axis{b})] + delta[a] * delta[b] * (n * m / (n + m));
        m_mean[a] += delta[a] * (m / (n + m));
        m_min[a] = std::min(m_min[a], other.m_min[a]);
        m_max[a] = std::max(m_max[a], other.m_max[a]);
    }
    m_count += other.m_count;
}

void CoMoments::mergePlanes(std::uint64_t count, TimePoint time, const Moments &x, const Moments &y)
{
    CoMoments bin{m_origin};
    bin.m_count = count;
    const double seconds = static_cast<double>((time - m_origin).count()) * 1e-6;
    bin.m_mean = {seconds, x.mean, y.mean};
    bin.m_min = {seconds, x.min, y.min};
    bin.m_max = {seconds, x.max, y.max};
    bin.m_product[index(X, X)] = x.m2;
    bin.m_product[index(Y, Y)] = y.m2;
    merge(bin);
}

} // namespace cbpm
