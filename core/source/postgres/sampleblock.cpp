// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sampleblock.h"

#include <QtEndian>

#include <bit>
#include <limits>

namespace cbpm {
namespace {

constexpr std::int64_t microsecondsTo2000 = 946'684'800'000'000;
constexpr std::size_t timeWidth = 4;

/// Whole numbers; the smallest of them stands for NULL.
template<class T>
double numberAt(const char *bytes)
{
    const T value = qFromBigEndian<T>(bytes);
    return value == std::numeric_limits<T>::min() ? std::numeric_limits<double>::quiet_NaN()
                                                  : static_cast<double>(value);
}

template<>
double numberAt<double>(const char *bytes)
{
    return std::bit_cast<double>(qFromBigEndian<std::uint64_t>(bytes));
}

/// Rows of four numbers to four columns.
template<class T>
void split(const char *rows, std::size_t n, const std::array<double *, buttonCount> &to)
{
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k)
            to[k][i] = numberAt<T>(rows + (i * buttonCount + k) * sizeof(T));
    }
}

} // namespace

std::optional<SampleBlock> SampleBlock::of(std::span<const std::string_view> fields)
{
    if (fields.size() != 5 || fields[0].size() != 8 || fields[2].size() != 4 || fields[3].size() != 2)
        return std::nullopt;
    const auto count = qFromBigEndian<std::int32_t>(fields[2].data());
    const auto width = qFromBigEndian<std::int16_t>(fields[3].data());
    if (count <= 0 || (width != 2 && width != 4 && width != 8))
        return std::nullopt;
    const auto begin = qFromBigEndian<std::int64_t>(fields[0].data());
    constexpr std::int64_t latest = std::numeric_limits<std::int64_t>::max() - microsecondsTo2000;
    if (begin > latest - std::numeric_limits<std::int32_t>::max()) // infinity, too
        return std::nullopt;
    const SampleBlock block{begin + microsecondsTo2000, fields[1], static_cast<std::size_t>(count),
                            static_cast<std::size_t>(width), fields[4]};
    const bool isWhole = block.samples.size() == block.n * (timeWidth + buttonCount * block.width);
    return isWhole ? std::optional{block} : std::nullopt;
}

void SampleBlock::appendTo(DetectorSamples &to) const
{
    const std::size_t at = to.size();
    to.time.resize(at + n);
    std::array<double *, buttonCount> button{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        to.button[k].resize(at + n);
        button[k] = to.button[k].data() + at;
    }
    for (std::size_t i = 0; i < n; ++i)
        to.time[at + i] = begin + qFromBigEndian<std::int32_t>(samples.data() + i * timeWidth);
    const char *const rows = samples.data() + n * timeWidth;
    if (width == 2)
        split<std::int16_t>(rows, n, button);
    else if (width == 4)
        split<std::int32_t>(rows, n, button);
    else
        split<double>(rows, n, button);
}

} // namespace cbpm
