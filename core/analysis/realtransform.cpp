// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/realtransform.h"

#include <fftw3.h>

#include <mutex>

namespace cbpm {
namespace {

/// All of fftw but the execution of a plan knows no threads.
std::mutex &planner()
{
    static std::mutex mutex;
    return mutex;
}

struct Free
{
    void operator()(void *memory) const { fftw_free(memory); }
};

} // namespace

struct RealTransform::Private
{
    std::size_t n = 0;
    std::unique_ptr<double, Free> input;
    std::unique_ptr<fftw_complex, Free> output;
    fftw_plan plan = nullptr;
};

RealTransform::RealTransform(std::size_t n) : d{std::make_unique<Private>()}
{
    d->n = n;
    d->input.reset(fftw_alloc_real(n));
    d->output.reset(fftw_alloc_complex(n / 2 + 1));
    const std::lock_guard lock{planner()};
    // Measured plans differ from run to run, and with them the last digits.
    d->plan = fftw_plan_dft_r2c_1d(static_cast<int>(n), d->input.get(), d->output.get(), FFTW_ESTIMATE);
}

RealTransform::~RealTransform()
{
    const std::lock_guard lock{planner()};
    fftw_destroy_plan(d->plan);
}

std::span<double> RealTransform::input()
{
    return {d->input.get(), d->n};
}

std::span<const std::complex<double>> RealTransform::run()
{
    fftw_execute(d->plan);
    // fftw_complex is two doubles, as std::complex must be.
    return {reinterpret_cast<const std::complex<double> *>(d->output.get()), d->n / 2 + 1};
}

} // namespace cbpm
