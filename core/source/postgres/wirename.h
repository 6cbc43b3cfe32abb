// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/wireform.h"

namespace cbpm {

/// What a detector of prepared data stands for: `name` is the text of what the rows have, of a name or of an id.
struct WireName
{
    std::string location;
    int row;
};

WireName wireName(std::string_view name, WireForm form, const DetectorTable &table);

} // namespace cbpm
