// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/firstlook.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {

std::vector<int> firstDetectors(const QStringList &names, const std::vector<int> &present, const DetectorTable &table)
{
    std::vector<int> rows;
    for (const QString &name : names) {
        for (int row = 0; name == "all"_L1 && row < table.size(); ++row)
            rows.push_back(row);
        if (const int row = table.find(name.toStdString()); row != unknownDetector)
            rows.push_back(row);
    }
    if (rows.empty() && !present.empty() && present.back() < table.size())
        rows = present;
    if (rows.empty())
        rows = {table.size() / 6, table.size() / 2, table.size() * 5 / 6};
    return rows;
}

std::optional<TimeRange> firstRange(const SourceInfo &info)
{
    if (!info.extent)
        return std::nullopt;
    const Duration wanted = info.path == "archive"_L1 ? Duration{24h} : Duration{2h};
    const TimePoint end = TimePoint{std::chrono::ceil<std::chrono::seconds>(info.extent->end())};
    const TimePoint begin = TimePoint{std::chrono::floor<std::chrono::seconds>(info.extent->begin())};
    return TimeRange::between(std::max(begin, end - wanted), end);
}

} // namespace cbpm
