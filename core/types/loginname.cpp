// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/loginname.h"

#include <pwd.h>
#include <unistd.h>

namespace cbpm {

QString loginName()
{
    const passwd *const entry = ::getpwuid(::geteuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : qEnvironmentVariable("USER");
}

} // namespace cbpm
