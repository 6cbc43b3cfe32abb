// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/siteprobe.h"

namespace cbpm {

/// The part of a site's check that looks at samples: first and last, detectors, gaps, and a trial read with its speed.
void checkData(SiteProbe &probe, const TableMapping &mapping, const DetectorTablePtr &table);

} // namespace cbpm
