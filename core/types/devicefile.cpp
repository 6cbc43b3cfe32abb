// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/devicefile.h"

#include "core/types/coretexts.h"

#include <QFile>

#include <sys/stat.h>

namespace cbpm {

bool isDevice(const QString &path)
{
    struct stat found = {};
    return stat(QFile::encodeName(path).constData(), &found) == 0 && !S_ISREG(found.st_mode) && !S_ISDIR(found.st_mode);
}

Result<void> mustBeNoDevice(const QString &path)
{
    if (!isDevice(path))
        return {};
    return Error{Error::Kind::Storage, CoreTexts::tr("%1 is a device or a pipe").arg(path),
                 CoreTexts::tr("choose the name of a file; a device or a pipe takes CSV")};
}

} // namespace cbpm
