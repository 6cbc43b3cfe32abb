// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

#include <QStringList>

namespace cbpm {

/// Rows of `table` that a window chooses when a source is opened: those of `names` ("all": each), else those that are
/// `present` already, as far as they fit, else three a third of the ring apart.
std::vector<int> firstDetectors(const QStringList &names, const std::vector<int> &present, const DetectorTable &table);

/// The range that a window offers then: the newest day of an archive, which is quick; of a server two hours, until the
/// operator wants more. nullopt: there are no samples.
std::optional<TimeRange> firstRange(const SourceInfo &info);

} // namespace cbpm
