// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function that loops over columns: it is compiled for several processors, and the best is taken at start.
/// The sanitizers' builds cannot resolve them, and clang does not know them.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define CBPM_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), optimize("O3")))
#define CBPM_WIDE __attribute__((target("arch=x86-64-v4"), optimize("O3")))
#define CBPM_HAS_WIDE __builtin_cpu_supports("x86-64-v4")
#else
#define CBPM_CLONES
#define CBPM_WIDE
#define CBPM_HAS_WIDE false
#endif

/// Whether this processor runs what CBPM_WIDE stands before: vectors of eight doubles.
inline bool hasWideVectors()
{
    return CBPM_HAS_WIDE;
}

/// Before what takes or returns vectors: it has no call, and so no calling convention of the one processor or the
/// other.
#define CBPM_INLINE __attribute__((always_inline)) inline
#pragma GCC diagnostic ignored "-Wpsabi"
