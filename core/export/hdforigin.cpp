// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hdforigin.h"

#include "core/export/provenance.h"

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> describe(HdfFile &file, const QString &format, const ExportOrigin &origin)
{
    if (auto set = file.setAttribute("format", format); !set)
        return set;
    for (const auto &[name, text] : provenanceTexts(origin)) {
        if (auto set = file.setAttribute(name.toLatin1().constData(), text); !set)
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

} // namespace cbpm
