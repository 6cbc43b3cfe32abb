// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/memory.h"

#include "core/types/coretexts.h"

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <limits>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

/// The bytes that a line "NAME: N kB" of /proc tells; `otherwise` where there is none.
std::int64_t bytesIn(const QString &path, const QByteArray &name, std::int64_t otherwise)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return otherwise;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().split(' ').constFirst().toLongLong() * 1024;
    }
    return otherwise;
}

} // namespace

std::int64_t memoryLeft_bytes()
{
    std::int64_t left = bytesIn(u"/proc/meminfo"_s, "MemAvailable", unlimited);
    rlimit limit = {};
    if (getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        left = std::min(left, static_cast<std::int64_t>(limit.rlim_cur) - bytesIn(u"/proc/self/status"_s, "VmSize", 0));
    return std::max<std::int64_t>(0, left);
}

Error memoryError()
{
    return Error{
        Error::Kind::Storage,
        CoreTexts::tr("there is not enough memory (%1 MB are left)").arg(memoryLeft_bytes() / 1'000'000),
        CoreTexts::tr("choose a narrower range, a coarser interval or fewer detectors, or close other programs")};
}

} // namespace cbpm
