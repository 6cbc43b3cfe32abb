// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencestore.h"

#include "core/types/coretexts.h"

#include <QFile>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

ReferenceStore::ReferenceStore(QObject *parent) : QObject{parent}
{
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &ReferenceStore::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ReferenceStore::reload);
}

void ReferenceStore::useFolder(const QString &folder)
{
    m_own = OrbitFolder{folder};
    m_folder = m_own;
    reload();
}

void ReferenceStore::borrow(std::map<QString, ReferenceOrbit> orbits, const QString &golden)
{
    m_folder = {};
    m_orbits = std::move(orbits);
    m_golden = golden;
    m_problems.clear();
    emit changed();
}

void ReferenceStore::giveBack()
{
    m_folder = m_own;
    m_orbits.clear();
    m_golden.clear();
    reload();
    emit changed();
}

void ReferenceStore::reload()
{
    if (!isInFolder())
        return;
    m_orbits.clear();
    m_problems.clear();
    for (const QString &id : m_folder.ids()) {
        if (m_orbits.size() == mostOrbits) {
            m_problems << CoreTexts::tr("%1 holds more than %2 reference orbits: older ones are not shown")
                              .arg(m_folder.path())
                              .arg(mostOrbits);
            break;
        }
        auto orbit = m_folder.orbit(id);
        if (orbit)
            m_orbits.emplace(id, std::move(*orbit));
        else
            m_problems << orbit.error().sentence();
    }
    m_golden = m_folder.golden();
    watch();
    emit changed();
}

/// A file that is replaced is a new one: the watcher has to be told.
void ReferenceStore::watch()
{
    for (const QString &place : {m_folder.path(), m_folder.goldenPath()}) {
        if (QFile::exists(place))
            m_watcher.addPath(place);
    }
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
Result<void> ReferenceStore::make(const Decision &decision, const std::function<Result<void>()> &inFolder)
{
    if (!isInFolder())
        return {};
    const auto made = makeThrough(m_gate, decision, inFolder);
    if (made)
        watch();
    return made;
}

Result<QString> ReferenceStore::add(const ReferenceOrbit &orbit)
{
    if (const auto checked = checkReference(orbit); !checked)
        return checked.error();
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto made = make(referenceDecision(id, &orbit), [&] { return m_folder.keep(id, orbit); });
    if (!made)
        return made.error();
    m_orbits.emplace(id, orbit);
    emit changed();
    return id;
}

Result<void> ReferenceStore::remove(const QString &id)
{
    if (!find(id))
        return {}; // somebody else was quicker
    const auto made = make(referenceDecision(id, nullptr), [&] { return m_folder.remove(id); });
    if (!made)
        return made;
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
    const auto made = make(goldenDecision(id), [&] { return m_folder.markGolden(id); });
    if (!made)
        return made;
    m_golden = id;
    emit changed();
    return {};
}

} // namespace cbpm
