// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/annotations.h"

#include "core/types/outcome.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace cbpm {

Annotations::Annotations(QObject *parent) : QObject{parent}
{
    connect(&m_file, &FollowedFile::changed, this, &Annotations::reload);
}

void Annotations::useFile(const QString &path)
{
    m_path = path;
    m_ownPath = path;
    reload();
}

void Annotations::borrow(AnnotationList list)
{
    m_path.clear();
    m_list = std::move(list);
    emit changed();
}

void Annotations::giveBack()
{
    m_path = m_ownPath;
    m_list.clear();
    emit changed();
    reload();
}

void Annotations::reload()
{
    if (m_path.isEmpty())
        return;
    const auto read = readAnnotations(m_path);
    m_problem = read ? QString{} : read.error().sentence();
    m_file.watch(m_path);
    AnnotationList list = read ? *read : AnnotationList{};
    if (std::exchange(m_list, std::move(list)) != m_list) // other files of the folder change, too
        emit changed();
}

const Annotation *Annotations::find(const QString &id) const
{
    const auto found = m_list.find(id);
    return found == m_list.end() ? nullptr : &found->second;
}

QStringList Annotations::newestFirst() const
{
    QStringList ids;
    for (const auto &[id, annotation] : m_list)
        ids << id;
    std::stable_sort(ids.begin(), ids.end(),
                     [this](const QString &a, const QString &b) { return find(a)->at > find(b)->at; });
    return ids;
}

AnnotationList Annotations::within(const TimeRange &range) const
{
    AnnotationList found;
    for (const auto &[id, annotation] : m_list) {
        if (annotation.at < range.end() && annotation.until.value_or(annotation.at) >= range.begin())
            found.emplace(id, annotation);
    }
    return found;
}

Result<QString> Annotations::keep(const QString &id, const Annotation &annotation)
{
    if (const auto checked = checkAnnotation(annotation); !checked)
        return checked.error();
    const QString key = id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id;
    const auto kept = change(key, &annotation);
    return kept ? Result<QString>{key} : Result<QString>{kept.error()};
}

Result<void> Annotations::remove(const QString &id)
{
    return change(id, nullptr);
}

Result<void> Annotations::change(const QString &id, const Annotation *annotation)
{
    if (m_path.isEmpty()) {
        if (annotation)
            m_list[id] = *annotation;
        else
            m_list.erase(id);
        emit changed();
        return {};
    }
    const auto kept = makeThrough(m_gate, annotationDecision(id, annotation), [&]() -> Result<void> {
        const auto changed = changeAnnotation(m_path, id, annotation);
        return outcomeOf(changed);
    });
    if (kept)
        reload();
    return kept;
}

} // namespace cbpm
