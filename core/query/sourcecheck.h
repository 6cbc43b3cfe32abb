// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/opensource.h"
#include "core/source/postgres/sitecheck.h"

namespace cbpm {

/// What a new site needs to know of its source, server or file; `cbpm3 check` prints it and the window shows it. An
/// error: the detector table cannot be read, or it was cancelled. Blocks; any thread.
Result<std::vector<Finding>> checkSource(const SourceOptions &options, const CancelToken &cancel);

} // namespace cbpm
