// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// The calling thread works in the background from now on: it has its share of the processors, and when something comes
/// for it, it waits for its turn instead of interrupting who is running (SCHED_BATCH, where the system has it).
///
/// For threads that read while a server, the window or other readers need the same processors: one that is woken by
/// each packet would put the server off its processor tens of thousands of times in a load, and take its rows in bits.
void workInBackground();

} // namespace cbpm
