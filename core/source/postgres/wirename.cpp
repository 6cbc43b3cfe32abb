// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/wirename.h"

#include "core/detectors/detectorname.h"

#include <charconv>

namespace cbpm {

WireName wireName(std::string_view name, WireForm form, const DetectorTable &table)
{
    const bool isId = form.detector == WireForm::Detector::Id;
    int id = 0;
    const bool plausible =
        isId && std::from_chars(name.data(), name.data() + name.size(), id).ec == std::errc{} && id > 0;
    const int row = !isId ? table.find(name) : plausible ? table.findId(id) : unknownDetector;
    if (row != unknownDetector)
        return {table.at(row).location, row};
    return {isId ? std::string{name} : canonicalLocation(name), row};
}

} // namespace cbpm
