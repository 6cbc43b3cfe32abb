// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencestore.h"

#include "core/references/referencejson.h"
#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const QString suffix = u".orbit.json"_s;

} // namespace

ReferenceStore::ReferenceStore(QObject *parent) : QObject{parent}
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ReferenceStore::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ReferenceStore::reload);
}

void ReferenceStore::useFolder(const QString &folder)
{
    m_folder = folder;
    m_ownFolder = folder;
    reload();
}

void ReferenceStore::borrow(std::map<QString, ReferenceOrbit> orbits, const QString &golden)
{
    m_folder.clear();
    m_orbits = std::move(orbits);
    m_golden = golden;
    m_problems.clear();
    emit changed();
}

void ReferenceStore::giveBack()
{
    m_folder = m_ownFolder;
    m_orbits.clear();
    m_golden.clear();
    reload();
    emit changed();
}

QString ReferenceStore::pathOf(const QString &id) const
{
    return m_folder + u'/' + id + suffix;
}

QString ReferenceStore::goldenPath() const
{
    return m_folder + u"/golden"_s;
}

void ReferenceStore::reload()
{
    if (m_folder.isEmpty())
        return;
    m_orbits.clear();
    m_problems.clear();
    for (const QFileInfo &file : QDir{m_folder}.entryInfoList({u'*' + suffix}, QDir::Files, QDir::Time)) {
        if (m_orbits.size() == mostOrbits) {
            m_problems << CoreTexts::tr("%1 holds more than %2 reference orbits: older ones are not shown")
                              .arg(m_folder)
                              .arg(mostOrbits);
            break;
        }
        const auto bytes = readSmallFile(file.filePath(), referencelimits::fileBytes);
        auto orbit = bytes ? parseReferenceJson(*bytes, file.filePath()) : Result<ReferenceOrbit>{bytes.error()};
        if (orbit)
            m_orbits.emplace(file.fileName().chopped(suffix.size()), std::move(*orbit));
        else
            m_problems << orbit.error().sentence();
    }
    const auto golden =
        QFile::exists(goldenPath()) ? readSmallFile(goldenPath(), 1000) : Result<QByteArray>{QByteArray{}};
    m_golden = golden ? QString::fromUtf8(*golden).trimmed() : QString{};
    watch();
    emit changed();
}

/// A file that is replaced is a new one: the watcher has to be told.
void ReferenceStore::watch()
{
    if (QDir{m_folder}.exists())
        m_watcher.addPath(m_folder);
    if (QFile::exists(goldenPath()))
        m_watcher.addPath(goldenPath());
}

const ReferenceOrbit *ReferenceStore::find(const QString &id) const
{
    const auto found = m_orbits.find(id);
    return found == m_orbits.end() ? nullptr : &found->second;
}

QStringList ReferenceStore::newestFirst() const
{
    QStringList ids;
    for (const auto &[id, orbit] : m_orbits)
        ids << id;
    std::stable_sort(ids.begin(), ids.end(), [this](const QString &a, const QString &b) {
        return find(a)->time.value_or(TimePoint::min()) > find(b)->time.value_or(TimePoint::min());
    });
    return ids;
}

/// What is only shown is nobody's business.
Result<void> ReferenceStore::ask(const Decision &decision) const
{
    return m_gate && !m_folder.isEmpty() ? m_gate(decision) : Result<void>{};
}

Result<QString> ReferenceStore::add(const ReferenceOrbit &orbit)
{
    if (const auto checked = checkReference(orbit); !checked)
        return checked.error();
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (const auto allowed = ask(referenceDecision(id, &orbit)); !allowed)
        return allowed.error();
    if (!m_folder.isEmpty()) {
        if (const auto written = writeSharedFile(pathOf(id), referenceJson(orbit)); !written)
            return written.error();
        watch();
    }
    m_orbits.emplace(id, orbit);
    emit changed();
    return id;
}

Result<void> ReferenceStore::remove(const QString &id)
{
    if (!find(id))
        return {}; // somebody else was quicker
    if (const auto allowed = ask(referenceDecision(id, nullptr)); !allowed)
        return allowed;
    QFile file{pathOf(id)};
    if (!m_folder.isEmpty() && file.exists() && !file.remove())
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 cannot be removed: %2").arg(file.fileName(), file.errorString()),
                     CoreTexts::tr("check the rights of the folder")};
    m_orbits.erase(id);
    emit changed();
    return {};
}

QString ReferenceStore::golden() const
{
    return find(m_golden) ? m_golden : QString{};
}

Result<void> ReferenceStore::setGolden(const QString &id)
{
    if (const auto allowed = ask(goldenDecision(id)); !allowed)
        return allowed;
    if (!m_folder.isEmpty()) {
        if (const auto written = writeSharedFile(goldenPath(), id.toUtf8() + '\n'); !written)
            return written;
        watch();
    }
    m_golden = id;
    emit changed();
    return {};
}

} // namespace cbpm
