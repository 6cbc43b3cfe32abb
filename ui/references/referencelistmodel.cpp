// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencelistmodel.h"

#include "core/references/referencestore.h"
#include "ui/text/texts.h"

using namespace Qt::StringLiterals;

namespace cbpm {

ReferenceListModel::ReferenceListModel(const ReferenceStore &store, QObject *parent)
    : QAbstractTableModel{parent}, m_store{store}
{
    connect(&store, &ReferenceStore::changed, this, &ReferenceListModel::reload);
    reload();
}

void ReferenceListModel::reload()
{
    beginResetModel();
    m_ids = m_store.newestFirst();
    endResetModel();
}

void ReferenceListModel::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    reload();
}

int ReferenceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int ReferenceListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReferenceListModel::data(const QModelIndex &index, int role) const
{
    const ReferenceOrbit *const orbit = index.isValid() ? m_store.find(idAt(index.row())) : nullptr;
    if (!orbit)
        return {};
    if (role == Qt::ToolTipRole)
        return (orbit->stretch ? text::range(*orbit->stretch, m_zone) + u'\n' : QString{} + orbit->comment)
            .toHtmlEscaped()
            .replace(u'\n', u"<br>"_s);
    if (role == Qt::AccessibleTextRole && index.column() == Golden)
        return m_store.golden() == idAt(index.row()) ? tr("golden") : tr("not golden");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Golden:
        return m_store.golden() == idAt(index.row()) ? tr("golden") : QString{};
    case Time:
        return orbit->time ? text::time(*orbit->time, m_zone) + u' ' + text::zone(m_zone, *orbit->time) : tr("unknown");
    case Name:
        return orbit->name;
    case Author:
        return orbit->author;
    case Detectors:
        return static_cast<int>(orbit->points.size());
    default:
        return QString{orbit->comment}.replace(u'\n', u' ');
    }
}

QVariant ReferenceListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Golden"), tr("Time"), tr("Name"), tr("Author"), tr("Detectors"), tr("Comment")};
    return names[section];
}

} // namespace cbpm
