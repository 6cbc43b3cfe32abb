// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments/values.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Error usage(const QString &what, const QString &hint)
{
    return Error{Error::Kind::Usage, what, hint};
}

std::optional<Duration> durationOf(const QString &text)
{
    static const QRegularExpression form{u"^(\\d+(?:\\.\\d+)?)\\s*(s|min|h|d|w)$"_s};
    const auto match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2);
    const double seconds = unit == "s"_L1     ? 1.0
                           : unit == "min"_L1 ? 60.0
                           : unit == "h"_L1   ? 3600.0
                           : unit == "d"_L1   ? 86400.0
                                              : 604800.0;
    const double microseconds = match.captured(1).toDouble() * seconds * 1e6;
    if (microseconds > 9e17)
        return std::nullopt;
    return Duration{std::llround(microseconds)};
}

} // namespace

Result<Interval> parseInterval(const QString &text)
{
    const auto width = durationOf(text);
    const auto interval = width ? Interval::of(*width) : std::nullopt;
    if (!interval)
        return usage(u"--interval: \"%1\" is not a multiple of 0.1 s up to 1 h"_s.arg(text),
                     u"write 0.1s, 1s, 10s, 1min, …, or raw or auto"_s);
    return *interval;
}

Result<PositionMethod> parseMethod(const QString &text)
{
    if (text == "linear"_L1)
        return PositionMethod::Linear;
    if (text == "log"_L1)
        return PositionMethod::Log;
    const bool planned = text == "polynomial"_L1 || text == "map"_L1;
    return usage(u"--method: \"%1\" is not %2"_s.arg(text, planned ? u"there yet"_s : u"known"_s), u"choose linear or log"_s);
}

Result<Duration> parseDuration(const QString &option, const QString &text)
{
    const auto duration = durationOf(text);
    if (!duration || *duration <= Duration::zero())
        return usage(u"%1: \"%2\" is not a length of time"_s.arg(option, text), u"write 90s, 30min, 2h or 1d"_s);
    return *duration;
}

Result<std::vector<int>> parseDetectors(const QString &text, const DetectorTable &table)
{
    std::vector<int> rows;
    if (text.trimmed() == "all"_L1)
        return rows;
    for (const QString &name : text.split(u',')) {
        const int row = table.find(name.toStdString());
        if (row == unknownDetector)
            return usage(u"--bpms: there is no detector \"%1\" in the table"_s.arg(name.trimmed()),
                         u"name them as 12W,13W, or all; the table is set by --detector-table"_s);
        rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

Result<int> parsePositiveInt(const QString &option, const QString &text)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    if (!ok || value < 1)
        return usage(u"%1: \"%2\" is not a whole number of at least 1"_s.arg(option, text), {});
    return value;
}

} // namespace cbpm
