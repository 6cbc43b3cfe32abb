// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencelistmodel.h"

#include "core/references/referencestore.h"
#include "ui/text/texts.h"

using namespace Qt::StringLiterals;

namespace cbpm {

ReferenceListModel::ReferenceListModel(const ReferenceStore &store, QObject *parent)
    : DecisionListModel{{tr("Golden"), tr("Time"), tr("Name"), tr("Author"), tr("Detectors"), tr("Comment")}, parent},
      m_store{store}
{
    const auto showAll = [this] { show(m_store.newestFirst()); };
    connect(&store, &ReferenceStore::changed, this, showAll);
    showAll();
}

QVariant ReferenceListModel::data(const QModelIndex &index, int role) const
{
    const ReferenceOrbit *const orbit = index.isValid() ? m_store.find(idAt(index.row())) : nullptr;
    if (!orbit)
        return {};
    if (role == Qt::ToolTipRole)
        return tip(*orbit);
    if (role == Qt::AccessibleTextRole && index.column() == Golden)
        return m_store.golden() == idAt(index.row()) ? tr("golden") : tr("not golden");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Golden:
        return m_store.golden() == idAt(index.row()) ? tr("golden") : QString{};
    case Time:
        return orbit->time ? text::time(*orbit->time, zone()) + u' ' + text::zone(zone(), *orbit->time) : tr("unknown");
    case Name:
        return text::oneLine(orbit->name);
    case Author:
        return text::oneLine(orbit->author);
    case Detectors:
        return static_cast<int>(orbit->points.size());
    default:
        return text::oneLine(orbit->comment);
    }
}

/// What was averaged, and what there is to say about it.
QString ReferenceListModel::tip(const ReferenceOrbit &orbit) const
{
    QStringList lines;
    if (orbit.stretch)
        lines << text::range(*orbit.stretch, zone());
    for (const QString &line : orbit.comment.split(u'\n'))
        lines << text::oneLine(line);
    return lines.join(u'\n').trimmed().toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

} // namespace cbpm
