// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"
#include "ui/handbook/handbook.h"

namespace cbpm {

/// Writes the handbook as HTML into `folder`, which is made: NAME.html per chapter, each with links to all, and their
/// style. Pictures belong into its folder "pictures".
Result<void> writeHandbookPages(const Handbook &handbook, const QString &folder);

} // namespace cbpm
