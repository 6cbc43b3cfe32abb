// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace cbpm::test {

/// Sets the clock of this process, and of nothing else, by `shift` off the machine's. What counts how much time passes
/// does not notice. Stands in the executable, which exports it.
void shiftClock(std::chrono::seconds shift);

} // namespace cbpm::test
