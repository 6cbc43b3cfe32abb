// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hdforigin.h"

#include "core/export/provenance.h"
#include "core/types/timetext.h"

#include <cstring>

using namespace Qt::StringLiterals;

namespace cbpm {
Result<void> describe(HdfFile &file, const QString &format, const ExportOrigin &origin)
{
    const std::pair<const char *, QString> texts[] = {
        {"format", format},
        {"program", u"cbpm3 %1"_s.arg(QStringLiteral(CBPM_VERSION))},
        {"source", origin.source.name},
        {"server", origin.source.server},
        {"zone", u"UTC"_s},
        {"range_begin", isoText(origin.range.begin())},
        {"range_end", isoText(origin.range.end())},
        {"method", methodWords(origin.method)},
        {"detector_table_version", origin.table->version()},
    };
    for (const auto &[name, value] : texts) {
        if (auto set = file.setAttribute(name, value); !set)
            return set;
    }
    if (auto set = file.setAttribute("format_version", 1); !set)
        return set;
    return file.addText("detector_table", detectorTableCsv(*origin.table));
}

Result<void> addColumns(HdfFile &file, const std::vector<HdfFile::Column> &columns)
{
    for (const HdfFile::Column &column : columns) {
        if (auto added = file.addColumn(column); !added)
            return added;
    }
    return {};
}

std::array<char, HdfFile::nameBytes> nameOf(const std::string &location)
{
    std::array<char, HdfFile::nameBytes> name{};
    std::memcpy(name.data(), location.data(), std::min(location.size(), name.size()));
    return name;
}

} // namespace cbpm
