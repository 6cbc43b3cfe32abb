// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/orbitfolder.h"

#include "core/references/referencejson.h"
#include "core/references/sharedfile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const QString suffix = u".orbit.json"_s;
constexpr qint64 goldenBytes = 1000;

Result<void> writeUnlessSame(const QString &path, const QByteArray &bytes)
{
    const auto there = readSmallFile(path, bytes.size());
    return there && *there == bytes ? Result<void>{} : writeSharedFile(path, bytes);
}

} // namespace

QString OrbitFolder::pathOf(const QString &id) const
{
    return m_path + u'/' + id + suffix;
}

QStringList OrbitFolder::ids() const
{
    QStringList ids;
    for (const QString &name : QDir{m_path}.entryList({u'*' + suffix}, QDir::Files, QDir::Time))
        ids << name.chopped(suffix.size());
    return ids;
}

Result<ReferenceOrbit> OrbitFolder::orbit(const QString &id) const
{
    const QString path = pathOf(id);
    const auto bytes = readSmallFile(path, referencelimits::fileBytes);
    return bytes ? parseReferenceJson(*bytes, path) : Result<ReferenceOrbit>{bytes.error()};
}

QString OrbitFolder::golden() const
{
    const auto mark = readSmallFile(goldenPath(), goldenBytes);
    return mark ? QString::fromUtf8(*mark).trimmed() : QString{};
}

Result<void> OrbitFolder::keep(const QString &id, const ReferenceOrbit &orbit) const
{
    return writeUnlessSame(pathOf(id), referenceJson(orbit));
}

Result<void> OrbitFolder::remove(const QString &id) const
{
    return removeSharedFile(pathOf(id));
}

Result<void> OrbitFolder::markGolden(const QString &id) const
{
    return writeUnlessSame(goldenPath(), id.toUtf8() + '\n');
}

} // namespace cbpm
