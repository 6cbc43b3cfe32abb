// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace cbpm {

/// The parts of the ring that detectors are named after: "12W" west, "12E" east, "X4A" in the south arc.
enum class RingRegion { South, West, East, Other };

/// Of a canonical location; Other where the name tells none.
RingRegion ringRegion(std::string_view location);

} // namespace cbpm
