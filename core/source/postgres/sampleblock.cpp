// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sampleblock.h"

#include "core/source/postgres/pgtime.h"
#include "core/types/bytebuffer.h"

#include <QtEndian>

#include <bit>
#include <limits>

namespace cbpm {
namespace {

constexpr std::size_t timeWidth = 4;

ByteReader readerOf(std::string_view bytes)
{
    return ByteReader{{reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()}};
}

/// 0 where it is not there any more; the reader has failed then.
template<class T>
T numberFrom(ByteReader &reader)
{
    return qFromBigEndian(reader.take<T>());
}

/// False where fewer than `n` are there.
bool appendTimes(std::vector<std::int64_t> &to, std::int64_t begin, std::size_t n, ByteReader &reader)
{
    const std::uint8_t *const bytes = reader.take(n * timeWidth);
    if (!bytes)
        return false;
    const std::size_t at = to.size();
    to.resize(at + n);
    for (std::size_t i = 0; i < n; ++i)
        to[at + i] = begin + qFromBigEndian<std::int32_t>(bytes + i * timeWidth);
    return true;
}

using Columns = std::array<double *, buttonCount>;

/// Whole numbers; the smallest of them stands for NULL.
template<class T>
double numberAt(const std::uint8_t *bytes)
{
    const T value = qFromBigEndian<T>(bytes);
    return value == std::numeric_limits<T>::min() ? std::numeric_limits<double>::quiet_NaN()
                                                  : static_cast<double>(value);
}

template<>
double numberAt<double>(const std::uint8_t *bytes)
{
    return std::bit_cast<double>(qFromBigEndian<std::uint64_t>(bytes));
}

/// Rows of four numbers to four columns.
template<class T>
void split(const std::uint8_t *rows, std::size_t n, const Columns &to)
{
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k)
            to[k][i] = numberAt<T>(rows + (i * buttonCount + k) * sizeof(T));
    }
}

/// Rows of the lowest byte of four numbers, none of which is more than 255 above the least of its column.
void splitNarrow(const std::uint8_t *rows, std::size_t n, const std::uint8_t *leasts, const Columns &to)
{
    std::array<double, buttonCount> least{};
    std::array<std::uint8_t, buttonCount> low{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const auto value = qFromBigEndian<std::int32_t>(leasts + k * sizeof(std::int32_t));
        least[k] = value;
        low[k] = static_cast<std::uint8_t>(value);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k) {
            to[k][i] = least[k] + static_cast<std::uint8_t>(rows[i * buttonCount + k] - low[k]);
        }
    }
}

Columns grown(DetectorSamples &samples, std::size_t n)
{
    Columns columns{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const std::size_t at = samples.button[k].size();
        samples.button[k].resize(at + n);
        columns[k] = samples.button[k].data() + at;
    }
    return columns;
}

bool appendButtons(DetectorSamples &to, std::size_t n, int width, ByteReader &reader)
{
    const std::uint8_t *const leasts = reader.take(width == 1 ? buttonCount * sizeof(std::int32_t) : 0);
    const std::uint8_t *const rows = reader.take(n * buttonCount * static_cast<std::size_t>(width));
    if (!leasts || !rows)
        return false;
    const Columns columns = grown(to, n);
    switch (width) {
    case 1:
        splitNarrow(rows, n, leasts, columns);
        return true;
    case 2:
        split<std::int16_t>(rows, n, columns);
        return true;
    case 4:
        split<std::int32_t>(rows, n, columns);
        return true;
    default:
        split<double>(rows, n, columns);
        return true;
    }
}

/// Number of a page and of its samples.
std::optional<std::pair<int, std::size_t>> pageHead(ByteReader &reader)
{
    const auto page = numberFrom<std::int16_t>(reader);
    const auto n = numberFrom<std::int32_t>(reader);
    return n > 0 ? std::optional{std::pair{int{page}, static_cast<std::size_t>(n)}} : std::nullopt;
}

} // namespace

std::optional<SampleBlock> SampleBlock::of(std::span<const std::string_view> fields)
{
    if (fields.size() != 4 || fields[0].size() != 8 || fields[2].size() != 4)
        return std::nullopt;
    const auto count = qFromBigEndian<std::int32_t>(fields[2].data());
    const auto begin = qFromBigEndian<std::int64_t>(fields[0].data());
    constexpr std::int64_t latest = std::numeric_limits<std::int64_t>::max() - microsecondsTo2000;
    if (count < 0 || begin > latest - std::numeric_limits<std::int32_t>::max()) // infinity, too
        return std::nullopt;
    return SampleBlock{begin + microsecondsTo2000, fields[1], static_cast<std::size_t>(count), fields[3]};
}

std::optional<SlotTimes> SampleBlock::times() const
{
    SlotTimes slot;
    for (ByteReader reader = readerOf(bytes); !reader.atEnd();) {
        const auto head = pageHead(reader);
        if (!head || !appendTimes(slot[head->first], begin, head->second, reader))
            return std::nullopt;
    }
    return slot;
}

bool SampleBlock::appendTo(DetectorSamples &to, const SlotTimes &common) const
{
    const std::size_t before = to.size();
    for (ByteReader reader = readerOf(bytes); !reader.atEnd();) {
        const auto head = pageHead(reader);
        const auto ownWidth = numberFrom<std::int16_t>(reader);
        if (!head || reader.failed() || (ownWidth != 0 && ownWidth != timeWidth))
            return false;
        const auto [page, samples] = *head;
        if (ownWidth == 0) {
            const auto known = common.find(page);
            if (known == common.end() || known->second.size() != samples)
                return false;
            to.time.insert(to.time.end(), known->second.begin(), known->second.end());
        } else if (!appendTimes(to.time, begin, samples, reader)) {
            return false;
        }
        const auto width = numberFrom<std::int16_t>(reader);
        if ((width != 1 && width != 2 && width != 4 && width != 8) || !appendButtons(to, samples, width, reader))
            return false;
    }
    return to.size() - before == n;
}

} // namespace cbpm
