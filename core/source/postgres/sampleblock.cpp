// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/sampleblock.h"

#include <QtEndian>

#include <bit>
#include <limits>

namespace cbpm {
namespace {

constexpr std::int64_t microsecondsTo2000 = 946'684'800'000'000;
constexpr std::size_t timeWidth = 4;

/// Takes what a block is made of from its front; what is not there any more is nullopt.
class Pieces
{
public:
    explicit Pieces(std::string_view bytes) : m_rest{bytes} {}

    bool isEmpty() const { return m_rest.empty(); }

    template<class T>
    std::optional<T> number()
    {
        const auto bytes = of(1, sizeof(T));
        return bytes ? std::optional{qFromBigEndian<T>(bytes->data())} : std::nullopt;
    }

    std::optional<std::string_view> of(std::size_t n, std::size_t width)
    {
        if (n > m_rest.size() / width)
            return std::nullopt;
        const std::string_view piece = m_rest.substr(0, n * width);
        m_rest.remove_prefix(piece.size());
        return piece;
    }

private:
    std::string_view m_rest;
};

void appendTimes(std::vector<std::int64_t> &to, std::int64_t begin, std::string_view bytes)
{
    const std::size_t at = to.size();
    to.resize(at + bytes.size() / timeWidth);
    for (std::size_t i = at; i < to.size(); ++i)
        to[i] = begin + qFromBigEndian<std::int32_t>(bytes.data() + (i - at) * timeWidth);
}

using Columns = std::array<double *, buttonCount>;

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
void split(std::string_view rows, std::size_t n, const Columns &to)
{
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k)
            to[k][i] = numberAt<T>(rows.data() + (i * buttonCount + k) * sizeof(T));
    }
}

/// Rows of the lowest byte of four numbers, none of which is more than 255 above the least of its column.
void splitNarrow(std::string_view rows, std::size_t n, std::string_view leasts, const Columns &to)
{
    std::array<double, buttonCount> least{};
    std::array<std::uint8_t, buttonCount> low{};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        const auto value = qFromBigEndian<std::int32_t>(leasts.data() + k * sizeof(std::int32_t));
        least[k] = value;
        low[k] = static_cast<std::uint8_t>(value);
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < buttonCount; ++k) {
            const auto byte = static_cast<std::uint8_t>(rows[i * buttonCount + k]);
            to[k][i] = least[k] + static_cast<std::uint8_t>(byte - low[k]);
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

bool appendButtons(DetectorSamples &to, std::size_t n, int width, Pieces &pieces)
{
    const auto leasts = pieces.of(width == 1 ? buttonCount : 0, sizeof(std::int32_t));
    const auto rows = pieces.of(n, buttonCount * static_cast<std::size_t>(width));
    if (!leasts || !rows)
        return false;
    const Columns columns = grown(to, n);
    switch (width) {
    case 1:
        splitNarrow(*rows, n, *leasts, columns);
        return true;
    case 2:
        split<std::int16_t>(*rows, n, columns);
        return true;
    case 4:
        split<std::int32_t>(*rows, n, columns);
        return true;
    default:
        split<double>(*rows, n, columns);
        return true;
    }
}

/// Number of a page and of its samples.
std::optional<std::pair<int, std::size_t>> pageHead(Pieces &pieces)
{
    const auto page = pieces.number<std::int16_t>();
    const auto n = pieces.number<std::int32_t>();
    if (!page || !n || *n <= 0)
        return std::nullopt;
    return std::pair{int{*page}, static_cast<std::size_t>(*n)};
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
    for (Pieces pieces{bytes}; !pieces.isEmpty();) {
        const auto head = pageHead(pieces);
        const auto page = head ? pieces.of(head->second, timeWidth) : std::nullopt;
        if (!page)
            return std::nullopt;
        appendTimes(slot[head->first], begin, *page);
    }
    return slot;
}

bool SampleBlock::appendTo(DetectorSamples &to, const SlotTimes &common) const
{
    const std::size_t before = to.size();
    for (Pieces pieces{bytes}; !pieces.isEmpty();) {
        const auto head = pageHead(pieces);
        const auto ownWidth = pieces.number<std::int16_t>();
        if (!head || !ownWidth || (*ownWidth != 0 && *ownWidth != timeWidth))
            return false;
        const auto [page, samples] = *head;
        if (*ownWidth == 0) {
            const auto known = common.find(page);
            if (known == common.end() || known->second.size() != samples)
                return false;
            to.time.insert(to.time.end(), known->second.begin(), known->second.end());
        } else {
            const auto own = pieces.of(samples, timeWidth);
            if (!own)
                return false;
            appendTimes(to.time, begin, *own);
        }
        const auto width = pieces.number<std::int16_t>();
        if (!width || (*width != 1 && *width != 2 && *width != 4 && *width != 8)
            || !appendButtons(to, samples, *width, pieces))
            return false;
    }
    return to.size() - before == n;
}

} // namespace cbpm
