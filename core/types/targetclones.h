// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Before a function that loops over columns: it is compiled for several processors, and the best is taken at start.
/// The sanitizers' builds cannot resolve them, and clang does not know them.
#if defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && !defined(__clang__)
#define CBPM_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), optimize("O3")))
#else
#define CBPM_CLONES
#endif
