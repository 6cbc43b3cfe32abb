// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <sys/types.h>

namespace cbpm::test {

/// In a child process: becomes nobody where we are root, because servers refuse root, and dies with the test.
void becomeServerUser();

/// A file or folder that such a server may call its own.
void giveToServerUser(const QString &path, mode_t mode);

/// A port of 127.0.0.1 that nobody listens at now.
int freePort();

} // namespace cbpm::test
