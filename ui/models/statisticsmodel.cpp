// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statisticsmodel.h"

#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr double secondsPerHour = 3600.0;

/// Digits behind the point, of µm and of mm.
int decimals(int column, bool micrometres)
{
    switch (column) {
    case StatisticsModel::Coverage:
        return 1;
    case StatisticsModel::Rho:
        return 3;
    case StatisticsModel::SigmaX:
    case StatisticsModel::SigmaY:
        return micrometres ? 2 : 5;
    default:
        return micrometres ? 1 : 4;
    }
}

} // namespace

StatisticsModel::StatisticsModel(ViewState &view, QObject *parent) : QAbstractTableModel{parent}, m_view{view}
{
    connect(&view, &ViewState::unitChanged, this, &StatisticsModel::changeAll);
    connect(&view, &ViewState::selectionChanged, this, &StatisticsModel::changeAll);
    connect(&view.vetoes(), &Vetoes::changed, this, &StatisticsModel::changeAll);
}

void StatisticsModel::setDetectors(std::vector<DetectorStatistics> detectors)
{
    // The same detectors stay where they are: selection and scroll position stand.
    const bool isSame =
        std::ranges::equal(detectors, m_detectors, {}, &DetectorStatistics::location, &DetectorStatistics::location);
    if (isSame) {
        m_detectors = std::move(detectors);
        return changeAll();
    }
    beginResetModel();
    m_detectors = std::move(detectors);
    endResetModel();
}

void StatisticsModel::changeAll()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_detectors.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int StatisticsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_detectors.size());
}

int StatisticsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double StatisticsModel::value(const DetectorStatistics &one, int column) const
{
    const double length = m_view.lengthFactor();
    if (column != Location && m_view.vetoes().isVetoed(one.row))
        return std::numeric_limits<double>::quiet_NaN();
    switch (column) {
    case Location:
        return one.row;
    case Count:
        return one.count > 0 ? static_cast<double>(one.count) : std::numeric_limits<double>::quiet_NaN();
    case Coverage:
        return one.count > 0 ? 100.0 * one.coverage : std::numeric_limits<double>::quiet_NaN();
    case MeanX:
        return one.x.mean * length;
    case MeanY:
        return one.y.mean * length;
    case SigmaX:
        return one.x.sigma * length;
    case SigmaY:
        return one.y.sigma * length;
    case Rho:
        return one.rho;
    case PeakX:
        return one.x.peakToPeak() * length;
    case PeakY:
        return one.y.peakToPeak() * length;
    case SlopeX:
        return one.x.slope * length * secondsPerHour;
    case SlopeY:
        return one.y.slope * length * secondsPerHour;
    default:
        return std::numeric_limits<double>::quiet_NaN();
    }
}

QString StatisticsModel::text(const DetectorStatistics &one, int column) const
{
    if (column == Location)
        return QString::fromStdString(one.location);
    if (column == Count && m_view.vetoes().isVetoed(one.row))
        return tr("vetoed");
    if (column == Count && one.count == 0)
        return one.invalid > 0 ? tr("none valid") : tr("no data");
    if (column == Count)
        return text::count(one.count);
    const double number = value(one, column);
    if (std::isnan(number))
        return u"\u2013"_s;
    const int digits = decimals(column, m_view.lengthFactor() > 1.0);
    const double scale = std::pow(10.0, digits);
    return QLocale{}.toString(std::round(number * scale) / scale + 0.0, 'f', digits); // no "-0.0"
}

QVariant StatisticsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DetectorStatistics &one = m_detectors[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(one, index.column());
    case ValueRole:
        return value(one, index.column());
    case Qt::TextAlignmentRole:
        return QVariant{(index.column() == Location ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter};
    case Qt::ToolTipRole:
        if (const Veto *const veto = m_view.vetoes().find(one.row))
            return tr("%1 was taken out by %2: %3")
                .arg(QString::fromStdString(one.location), veto->author, veto->reason);
        return one.invalid > 0 ? tr("%1: %2 samples were invalid and are left out")
                                     .arg(QString::fromStdString(one.location), text::count(one.invalid))
                               : QVariant{};
    case ChosenRole:
        return std::ranges::find(m_view.selection(), one.row) != m_view.selection().end();
    default:
        return {};
    }
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const QString length = m_view.lengthUnit();
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Location:
        return isTip ? tr("Detector; sorts in ring order") : tr("detector");
    case Count:
        return isTip ? tr("Valid samples") : tr("samples");
    case Coverage:
        return isTip ? tr("Valid samples over those due at 10 Hz") : tr("coverage\n[%]");
    case MeanX:
        return isTip ? tr("Mean of x, + outward") : tr("mean x\n[%1]").arg(length);
    case MeanY:
        return isTip ? tr("Mean of y, + up") : tr("mean y\n[%1]").arg(length);
    case SigmaX:
        return isTip ? tr("Standard deviation of the samples of x") : tr("\u03C3 x\n[%1]").arg(length);
    case SigmaY:
        return isTip ? tr("Standard deviation of the samples of y") : tr("\u03C3 y\n[%1]").arg(length);
    case Rho:
        return isTip ? tr("Correlation of x and y; only samples tell it") : tr("\u03C1 xy");
    case PeakX:
        return isTip ? tr("Highest less lowest x") : tr("p\u2013p x\n[%1]").arg(length);
    case PeakY:
        return isTip ? tr("Highest less lowest y") : tr("p\u2013p y\n[%1]").arg(length);
    case SlopeX:
        return isTip ? tr("Drift of x, least squares against time") : tr("slope x\n[%1/h]").arg(length);
    case SlopeY:
        return isTip ? tr("Drift of y, least squares against time") : tr("slope y\n[%1/h]").arg(length);
    default:
        return {};
    }
}

StatisticsOrder::StatisticsOrder(QObject *parent) : QSortFilterProxyModel{parent}
{
    setSortRole(StatisticsModel::ValueRole);
    setDynamicSortFilter(true);
}

bool StatisticsOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const double a = left.data(StatisticsModel::ValueRole).toDouble();
    const double b = right.data(StatisticsModel::ValueRole).toDouble();
    if (std::isnan(a) || std::isnan(b))
        return sortOrder() == Qt::AscendingOrder ? !std::isnan(a) : !std::isnan(b) && std::isnan(a);
    return a < b;
}

} // namespace cbpm
