// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"
#include "core/tiles/tilestore.h"

namespace cbpm {

/// The source, with what was read once kept in `store` as samples, as they came: reading it again, with whatever table,
/// method or interval, asks nobody, and of a longer stretch only the rest is asked for. `identity` is SourceInfo's.
SampleSourcePtr cachedSource(SampleSourcePtr source, TileStorePtr store, const QString &identity);

/// The same for a source that says `info`, where it is worth it: a file is quick to read again.
SampleSourcePtr cachedSource(SampleSourcePtr source, const SourceInfo &info, const TileStorePtr &store);

} // namespace cbpm
