// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// Says to the C library's heap what programs that load much want of it; to be called before the first thread starts.
///
/// One heap for all threads: what one thread reads another one frees, and with a heap for each, memory would grow with
/// the length of a load, and in a window that follows for hours.
///
/// On large pages, where the system has them: a load touches tens of megabytes for the first time, and each page of 4
/// kB is an interruption of its own, of ten microseconds in some virtual machines. Only address space is taken ahead,
/// and none where it is limited (`ulimit -v`).
void setUpHeap();

/// Hands to the system what is free inside the heap: without it a program keeps the most it ever needed at once. Takes
/// some milliseconds, in which nobody gets memory from the heap; any thread.
void giveBackFreeMemory();

} // namespace cbpm
