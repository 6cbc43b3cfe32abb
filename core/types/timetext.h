// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace cbpm {

/// "2020-11-20T00:00:00.000000Z", as in every file.
QString isoText(TimePoint time);

/// A time as people write it: ISO 8601 with Z or an offset, without one in `zone`; `now`; back from `anchor`
/// (`-2h`, `-1d`, `-30min`, `-90s`, `-1w`). A local time in the hole or the doubled hour of a DST change is refused
/// with a hint. Error::Usage names the text.
Result<TimePoint> parseTime(const QString &text, TimePoint anchor, const QTimeZone &zone = QTimeZone::utc());

/// Both ends: `-2h` as begin counts back from end, `-2h` as end from now. Error::Usage when reversed or empty.
Result<TimeRange> parseRange(const QString &from, const QString &to, TimePoint now,
                             const QTimeZone &zone = QTimeZone::utc());

/// Milliseconds are all that QDateTime holds: for screens only.
QDateTime toQDateTime(TimePoint time, const QTimeZone &zone);

/// Seconds since 1970 for plot axes; 0.24 µs apart today.
double axisSeconds(TimePoint time);
TimePoint fromAxisSeconds(double seconds);

/// The machine's clock.
TimePoint systemNow();

} // namespace cbpm
