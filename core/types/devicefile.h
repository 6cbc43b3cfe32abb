// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QString>

namespace cbpm {

/// Whether `path` is there and neither a file nor a folder: a device, a pipe, a socket. Nothing may be put in its
/// place: whoever is allowed to would take /dev/null from all other programs.
bool isDevice(const QString &path);

/// An error where `path` is a device: for what is written here and there, and put in place when it is whole.
Result<void> mustBeNoDevice(const QString &path);

} // namespace cbpm
