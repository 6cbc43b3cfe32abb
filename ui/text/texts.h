// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/health/ringhealth.h"
#include "core/references/annotation.h"
#include "core/references/vetofile.h"
#include "core/types/interval.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QString>
#include <QTimeZone>

#include <span>

namespace cbpm::text {

/// "2 Mar 2026 12:00:00.0" in `zone`; without the fraction where `precise` is false.
QString time(TimePoint time, const QTimeZone &zone, bool precise = false);

/// "UTC" or "EST (UTC-5)": the zone's name at that instant.
QString zone(const QTimeZone &zone, TimePoint at);

/// "2 Mar 2026 00:00 - 3 Mar 2026 00:00 UTC (1 d)".
QString range(const TimeRange &range, const QTimeZone &zone);

/// "1 d", "2 h 30 min", "0.1 s".
QString duration(Duration duration);

/// "0.1 s", "10 s", "1 min".
QString interval(Interval interval);

/// "8 640", "96 M": whole numbers by the user's locale; from ten million on in M.
QString count(std::uint64_t count);

/// "no signal": the words of a bit of Flag.
QString flag(std::size_t bit);

/// "12 no signal, 3 saturated": samples by reason, of the flags in `mask`; empty where there is none.
QString flags(std::span<const std::uint64_t> byFlag, std::uint16_t mask);

/// "top inner".
QString button(Button button);

/// "frozen: same reading in 99 % of samples".
QString evidence(const Evidence &evidence, const QTimeZone &zone);

/// "vetoed by anna, 2 Mar 2026 12:00:00 UTC: gain step".
QString veto(const Veto &veto, const QTimeZone &zone);

/// "2 Mar 2026 12:00:00 UTC", or a stretch as range() tells it.
QString annotationTime(const Annotation &annotation, const QTimeZone &zone);

/// As a tool tip: when, of which detector, by whom, and all of the text. Markup in it is text.
QString annotationTip(const Annotation &annotation, const QTimeZone &zone);

/// As one line: what moves a cursor, breaks a line or turns the writing is shown as a blank.
QString oneLine(const QString &text);

/// The sentence of an error for the operator: what, and what to do.
QString error(const Error &error);

} // namespace cbpm::text
