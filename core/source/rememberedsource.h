// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

namespace cbpm {

/// Bytes of samples that are kept, unless told otherwise: an hour of the ring, or a day of five detectors.
inline constexpr std::size_t rememberedBytes = std::size_t{96} << 20;

/// A source that keeps the samples it has read last, as they came, within `bytes`: reading a stretch of them again
/// (with another table, method or interval) asks nobody. Stretches that end after `settled` before now are not kept:
/// rows may still come in. Sources made by withTable() share what is kept.
SampleSourcePtr remembered(SampleSourcePtr source, std::size_t bytes = rememberedBytes,
                           Duration settled = std::chrono::minutes{1});

} // namespace cbpm
