// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detectorlistmodel.h"

#include "ui/text/texts.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

DetectorListModel::DetectorListModel(QObject *parent)
    : QAbstractTableModel{parent}, m_table{std::make_shared<DetectorTable>()}
{
}

void DetectorListModel::setTable(DetectorTablePtr table)
{
    beginResetModel();
    m_table = std::move(table);
    m_series = nullptr;
    endResetModel();
}

void DetectorListModel::setSeries(const RingSeries *series)
{
    m_series = series;
    if (rowCount() > 0)
        emit dataChanged(index(0, State), index(rowCount() - 1, State));
}

void DetectorListModel::setVetoes(const Vetoes &vetoes)
{
    m_vetoes = &vetoes;
    connect(&vetoes, &Vetoes::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

QString DetectorListModel::toolTip(int row) const
{
    const Detector &detector = m_table->at(row);
    QString text = tr("%1, id %2, s = %3 m: %4")
                       .arg(QString::fromStdString(detector.location))
                       .arg(detector.id)
                       .arg(QLocale{}.toString(detector.s_m, 'f', 2), stateText(row));
    if (const Veto *const veto = m_vetoes ? m_vetoes->find(row) : nullptr)
        text += u'\n' + text::veto(*veto, QTimeZone::utc());
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

DetectorListModel::Health DetectorListModel::health(int row) const
{
    if (!m_series || m_series->isEmpty() || !m_series->wasAsked(row))
        return Health::Unknown;
    const BinSeries *const bins = m_series->find(row);
    if (!bins)
        return Health::Missing;
    if (std::all_of(bins->count.begin(), bins->count.end(), [](std::uint32_t count) { return count == 0; }))
        return Health::Invalid;
    if (isGone(row))
        return Health::Gone;
    return m_series->coverage(row) < 0.98 ? Health::Gaps : Health::Good;
}

/// Whether it sent before and does not any more; late rows are given some time.
bool DetectorListModel::isGone(int row) const
{
    constexpr Duration patience = std::chrono::seconds{5};
    return m_series->silence(row).value_or(Duration{0}) > std::max(patience, 2 * m_series->interval()->width());
}

int DetectorListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_table->size();
}

int DetectorListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DetectorListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Detector &detector = m_table->at(index.row());
    if (role == HealthRole)
        return static_cast<int>(health(index.row()));
    if (role == Qt::TextAlignmentRole && index.column() == Position)
        return QVariant{Qt::AlignRight | Qt::AlignVCenter};
    if (role == Qt::ToolTipRole)
        return toolTip(index.row());
    if (role == VetoedRole)
        return m_vetoes && m_vetoes->isVetoed(index.row());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Location:
        return QString::fromStdString(detector.location);
    case Position:
        return QLocale{}.toString(detector.s_m, 'f', 1);
    default:
        return stateText(index.row());
    }
}

QVariant DetectorListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Location:
        return tr("Detector");
    case Position:
        return tr("s [m]");
    default:
        return tr("Data");
    }
}

/// The flag that makes most samples of the detector invalid.
QString DetectorListModel::reason(int row) const
{
    std::array<std::uint64_t, flagCount> sum{};
    if (const BinSeries *const bins = m_series->find(row)) {
        for (const FlagTally &tally : bins->tallies) {
            for (std::size_t bit = 0; bit < sum.size(); ++bit)
                sum[bit] += invalidatingFlags >> bit & 1 ? tally.count[bit] : 0;
        }
    }
    const auto most = static_cast<std::size_t>(std::max_element(sum.begin(), sum.end()) - sum.begin());
    return sum[most] > 0 ? text::flag(most) : tr("invalid");
}

QString DetectorListModel::stateText(int row) const
{
    switch (health(row)) {
    case Health::Unknown:
        return {};
    case Health::Good:
        return tr("ok");
    case Health::Gaps:
        return tr("%1 %").arg(QLocale{}.toString(100.0 * m_series->coverage(row), 'f', 0));
    case Health::Invalid:
        return reason(row);
    case Health::Gone:
        return tr("gone %1").arg(text::duration(std::chrono::floor<std::chrono::seconds>(*m_series->silence(row))));
    case Health::Missing:
        return tr("missing");
    }
    return {};
}

} // namespace cbpm
