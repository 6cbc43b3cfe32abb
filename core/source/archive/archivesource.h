// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

namespace cbpm {

/// An archive file as a source. `table` overrides the one inside; null: the archive's own.
Result<SampleSourcePtr> openArchive(const QString &path, DetectorTablePtr table = nullptr);

} // namespace cbpm
