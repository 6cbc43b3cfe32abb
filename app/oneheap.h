// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <malloc.h>

namespace cbpm {

/// One heap for all threads, to be said before the first of them starts. What one thread reads another one frees: with
/// a heap for each, memory would grow with the length of a load, and in a window that follows for hours.
inline void useOneHeap()
{
    mallopt(M_ARENA_MAX, 1);
}

} // namespace cbpm
