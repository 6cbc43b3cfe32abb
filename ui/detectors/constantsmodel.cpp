// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detectors/constantsmodel.h"

#include "core/detectors/detectorcolumns.h"

#include <QFont>

namespace cbpm {
namespace {

const DetectorColumn &columnAt(int section)
{
    return detectorColumns()[static_cast<std::size_t>(section)];
}

QString originOf(const Detector &detector, const char *column)
{
    const auto found = detector.origins.find(column);
    return found == detector.origins.end() ? QString{} : QString::fromStdString(found->second);
}

} // namespace

void ConstantsModel::setTable(const DetectorTable &table)
{
    beginResetModel();
    m_detectors = table.detectors();
    m_isChanged = false;
    endResetModel();
    emit changed();
}

DetectorTablePtr ConstantsModel::table() const
{
    return std::make_shared<const DetectorTable>(m_detectors);
}

void ConstantsModel::setGains(int row, const std::array<double, buttonCount> &gain, const QString &origin)
{
    Detector &detector = m_detectors[static_cast<std::size_t>(row)];
    detector.gain = gain;
    for (const char *const column : {"gain_ti", "gain_bi", "gain_bo", "gain_to"})
        detector.origins[column] = origin.toStdString();
    m_isChanged = true;
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    emit changed();
}

int ConstantsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_detectors.size());
}

int ConstantsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(detectorColumns().size());
}

QVariant ConstantsModel::data(const QModelIndex &index, int role) const
{
    const DetectorColumn &column = columnAt(index.column());
    const Detector &detector = m_detectors[static_cast<std::size_t>(index.row())];
    const QString origin = originOf(detector, column.name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return QString::fromUtf8(column.text(detector));
    case Qt::ToolTipRole: {
        const QString from = origin.isEmpty() ? tr("the program's default") : origin;
        return tr("%1 of %2: from %3")
            .arg(QString::fromLatin1(column.name), QString::fromStdString(detector.location), from)
            .toHtmlEscaped();
    }
    case Qt::FontRole: {
        QFont font; // what no file gives stands back; what was changed here stands out
        font.setItalic(origin.isEmpty());
        font.setBold(origin.startsWith(tr("set by hand")) || origin.startsWith(tr("fitted to the beam")));
        return font;
    }
    default:
        return {};
    }
}

QVariant ConstantsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return QString::fromLatin1(columnAt(section).name);
}

Qt::ItemFlags ConstantsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == 0 ? flags : flags | Qt::ItemIsEditable; // the location is what the data are matched by
}

bool ConstantsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const DetectorColumn &column = columnAt(index.column());
    Detector detector = m_detectors[static_cast<std::size_t>(index.row())];
    const QByteArray text = value.toString().trimmed().toUtf8();
    if (text == column.text(detector))
        return false;
    const QString location = QString::fromStdString(detector.location);
    if (!column.assign(detector, text)) {
        emit refused(tr("%1 of %2 cannot be \"%3\"; the old value stays")
                         .arg(QString::fromLatin1(column.name), location, QString::fromUtf8(text)));
        return false;
    }
    if (const QString wrong = unphysicalValue(detector); !wrong.isEmpty()) {
        emit refused(tr("%1: %2 is out of any physical range; the old value stays").arg(location, wrong));
        return false;
    }
    detector.origins[column.name] = tr("set by hand").toStdString();
    m_detectors[static_cast<std::size_t>(index.row())] = std::move(detector);
    m_isChanged = true;
    emit dataChanged(index, index);
    emit changed();
    return true;
}

} // namespace cbpm
