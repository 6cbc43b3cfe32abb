// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace cbpm {

/// Discrete Fourier transform of n real values, n > 0. One thread at a time; several of them on several threads.
class RealTransform
{
public:
    explicit RealTransform(std::size_t n);
    ~RealTransform();

    /// [n] to be filled; run() may leave anything there.
    std::span<double> input();
    /// [n / 2 + 1], of the frequencies 0 to half the rate; not divided by anything.
    std::span<const std::complex<double>> run();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace cbpm
