// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/exportdesk.h"

namespace cbpm {

/// What is on screen, for people and programs that come later: page, times in UTC and the zone that was shown,
/// interval, method, detectors, detector table version, source. No secret.
QJsonObject viewRecord(const ExportDesk &desk);

} // namespace cbpm
