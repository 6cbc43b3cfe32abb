// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"
#include "tests/fuzz/target.h"

#include <QTimeZone>

using namespace cbpm;

/// What a person types as time or range.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTimeZone ring{"America/New_York"};
    fuzz::Input input{data, size};
    const bool isLocal = input.byte() & 1;
    const auto rest = input.rest();
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(rest.data()), static_cast<qsizetype>(rest.size()));
    const TimePoint anchor = std::chrono::sys_days{std::chrono::March / 2 / 2026};
    const auto time = parseTime(text, anchor, isLocal ? ring : QTimeZone::utc());
    if (!time) {
        fuzz::require(!time.error().what.isEmpty() && !time.error().sentence().contains(u'\n'));
    } else {
        const auto again = parseTime(isoText(*time), anchor); // what is shown can be typed
        fuzz::require(again.has_value() && *again == *time);
    }
    const qsizetype comma = text.indexOf(u',');
    if (comma >= 0)
        std::ignore = parseRange(text.left(comma), text.mid(comma + 1), anchor);
    return 0;
}
