// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/momentkernel.h"

#include "core/types/targetclones.h"

#include <cstring>

namespace cbpm {
namespace {

constexpr std::size_t lanes = 8;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

struct Extent
{
    double sum;
    double min;
    double max;
};

CBPM_CLONES Extent extentOf(const double *values, std::size_t n)
{
    Lanes sum{};
    Lanes min = Lanes{} + values[0];
    Lanes max = min;
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        Lanes v;
        std::memcpy(&v, values + i, sizeof v);
        sum += v;
        min = v < min ? v : min;
        max = v > max ? v : max;
    }
    Extent extent{0.0, values[0], values[0]};
    for (std::size_t k = 0; k < lanes; ++k) {
        extent.sum += sum[k];
        extent.min = min[k] < extent.min ? min[k] : extent.min;
        extent.max = max[k] > extent.max ? max[k] : extent.max;
    }
    for (; i < n; ++i) {
        extent.sum += values[i];
        extent.min = values[i] < extent.min ? values[i] : extent.min;
        extent.max = values[i] > extent.max ? values[i] : extent.max;
    }
    return extent;
}

CBPM_CLONES double squaresAround(const double *values, std::size_t n, double mean)
{
    Lanes squares{};
    std::size_t i = 0;
    for (; i + lanes <= n; i += lanes) {
        Lanes v;
        std::memcpy(&v, values + i, sizeof v);
        v -= mean;
        squares += v * v;
    }
    double total = 0.0;
    for (std::size_t k = 0; k < lanes; ++k)
        total += squares[k];
    for (; i < n; ++i)
        total += (values[i] - mean) * (values[i] - mean);
    return total;
}

} // namespace

Moments momentsOf(const double *values, std::size_t n) noexcept
{
    if (n == 1)
        return Moments{values[0], 0.0, values[0], values[0]};
    const Extent extent = extentOf(values, n);
    const double mean = extent.sum / static_cast<double>(n);
    return Moments{mean, squaresAround(values, n, mean), extent.min, extent.max};
}

} // namespace cbpm
