// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cbpm {

/// Who runs this program, by the system's login name; empty where the system does not know.
QString loginName();

} // namespace cbpm
