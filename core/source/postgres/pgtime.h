// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace cbpm {

/// PostgreSQL counts microseconds from the begin of 2000 UTC, we from that of 1970.
inline constexpr std::int64_t microsecondsTo2000 = 946'684'800'000'000;

} // namespace cbpm
