// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace cbpm {

/// The one spelling of a detector's location: "det_09w", "DET_9W", " 9w " -> "9W"; "BPM_12W" -> "12W".
std::string canonicalLocation(std::string_view text);

} // namespace cbpm
