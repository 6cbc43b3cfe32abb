// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/healthmodel.h"

#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double goodCoverage = 0.98;
constexpr double residualUnit = 1e-3;
// Behind those that are suspected, in ring order.
constexpr double vetoedRank = 100.0;
constexpr double goodRank = 200.0;

bool has(const DetectorHealth &one, std::initializer_list<Suspicion> any)
{
    return std::any_of(one.evidence.begin(), one.evidence.end(), [any](const Evidence &evidence) {
        return std::find(any.begin(), any.end(), evidence.suspicion) != any.end();
    });
}

} // namespace

HealthModel::HealthModel(ViewState &view, QObject *parent)
    : QAbstractTableModel{parent}, m_view{view}, m_table{std::make_shared<DetectorTable>()}
{
    connect(&view, &ViewState::unitChanged, this, [this] {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
        changeAll();
    });
    connect(&view, &ViewState::zoneChanged, this, &HealthModel::changeAll);
    connect(&view.vetoes(), &Vetoes::changed, this, &HealthModel::changeAll);
}

void HealthModel::setHealth(DetectorTablePtr table, std::vector<DetectorHealth> health)
{
    const bool isSame = m_table == table && m_health.size() == health.size();
    if (!isSame)
        beginResetModel();
    m_table = std::move(table);
    m_health = std::move(health);
    if (isSame)
        changeAll(); // a selection stays
    else
        endResetModel();
}

void HealthModel::changeAll()
{
    if (!m_health.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString HealthModel::evidence(int row) const
{
    QStringList parts;
    for (const Evidence &evidence : m_health[static_cast<std::size_t>(row)].evidence)
        parts << text::evidence(evidence, m_view.zone());
    return parts.join(u" · "_s);
}

int HealthModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_health.size());
}

int HealthModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double HealthModel::value(const DetectorHealth &one, int column) const
{
    switch (column) {
    case Location:
        return one.row;
    case Finding: {
        if (!one.isLoaded)
            return nan;
        if (m_view.vetoes().isVetoed(one.row)) // somebody has looked at it already
            return vetoedRank + 1e-3 * one.row;
        return one.evidence.empty() ? goodRank + 1e-3 * one.row
                                    : static_cast<double>(one.evidence.front().suspicion) + 0.5 * one.coverage;
    }
    case Rate:
        return one.isLoaded ? one.rate_Hz : nan;
    case Coverage:
        return one.isLoaded ? 100.0 * one.coverage : nan;
    case Age:
        return one.age ? static_cast<double>(one.age->count()) * 1e-6 : nan;
    case Valid:
        return one.isLoaded ? static_cast<double>(one.valid) : nan;
    case Invalid:
        return one.isLoaded ? static_cast<double>(one.invalid) : nan;
    case ResidualMean:
        return one.residualMean / residualUnit;
    case ResidualRms:
        return one.residualRms / residualUnit;
    case NoiseX:
        return one.noiseX_mm * m_view.lengthFactor();
    case NoiseY:
        return one.noiseY_mm * m_view.lengthFactor();
    default:
        return static_cast<double>(
            std::count_if(one.byFlag.begin(), one.byFlag.end(), [](std::uint64_t count) { return count > 0; }));
    }
}

QString HealthModel::text(const DetectorHealth &one, int column) const
{
    const double number = value(one, column);
    const int lengthDigits = m_view.lengthFactor() > 1.0 ? 2 : 5;
    const auto fixed = [&](int digits) {
        return std::isnan(number) ? QStringLiteral("–") : QLocale{}.toString(number, 'f', digits);
    };
    switch (column) {
    case Location:
        return QString::fromStdString(m_table->at(one.row).location);
    case Finding: {
        if (!one.isLoaded)
            return tr("not loaded");
        QStringList parts;
        if (const Veto *const veto = m_view.vetoes().find(one.row))
            parts << tr("vetoed: %1").arg(veto->reason);
        if (!one.evidence.empty())
            parts << evidence(one.row);
        return parts.isEmpty() ? tr("ok") : parts.join(u" · "_s);
    }
    case Rate:
        return fixed(2);
    case Coverage:
        return fixed(1);
    case Age:
        return one.age ? text::duration(*one.age) : QStringLiteral("–");
    case Valid:
        return one.isLoaded ? text::count(one.valid) : QStringLiteral("–");
    case Invalid:
        return one.isLoaded ? text::count(one.invalid) : QStringLiteral("–");
    case ResidualMean:
    case ResidualRms:
        return fixed(2);
    case NoiseX:
    case NoiseY:
        return fixed(lengthDigits);
    default:
        return text::flags(one.byFlag, 0xFFFF);
    }
}

bool HealthModel::isAbnormal(const DetectorHealth &one, int column) const
{
    if (!one.isLoaded || m_view.vetoes().isVetoed(one.row))
        return false;
    switch (column) {
    case Finding:
        return !one.evidence.empty();
    case Rate:
    case Age:
        return has(one, {Suspicion::Missing});
    case Coverage:
        return one.coverage < goodCoverage;
    case Invalid:
        return one.invalid > 0
               && static_cast<double>(one.invalid) > (1.0 - goodCoverage) * static_cast<double>(one.samples());
    case ResidualMean:
        return has(one, {Suspicion::Unbalanced, Suspicion::GainStep});
    case NoiseX:
    case NoiseY:
        return has(one, {Suspicion::Noisy});
    case Flags:
        return has(one, {Suspicion::Dead, Suspicion::Saturated, Suspicion::Frozen});
    default:
        return false;
    }
}

QString HealthModel::toolTip(const DetectorHealth &one) const
{
    QStringList lines{QString::fromStdString(m_table->at(one.row).location)};
    if (const Veto *const veto = m_view.vetoes().find(one.row))
        lines << text::veto(*veto, m_view.zone());
    for (const Evidence &evidence : one.evidence)
        lines << text::evidence(evidence, m_view.zone());
    if (const QString flags = text::flags(one.byFlag, 0xFFFF); !flags.isEmpty())
        lines << tr("samples: %1").arg(flags);
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return lines.join(u"<br>"_s);
}

QVariant HealthModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DetectorHealth &one = m_health[static_cast<std::size_t>(index.row())];
    const bool isText = index.column() == Location || index.column() == Finding || index.column() == Flags;
    switch (role) {
    case Qt::DisplayRole:
        return text(one, index.column());
    case Qt::TextAlignmentRole:
        return QVariant{(isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter};
    case Qt::ToolTipRole:
        return toolTip(one);
    case ValueRole:
        return value(one, index.column());
    case AbnormalRole:
        return isAbnormal(one, index.column());
    case VetoedRole:
        return m_view.vetoes().isVetoed(one.row);
    default:
        return {};
    }
}

QVariant HealthModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isTip = role == Qt::ToolTipRole;
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && !isTip))
        return {};
    const QString length = m_view.lengthUnit();
    switch (section) {
    case Location:
        return isTip ? tr("Detector; sorts in ring order") : tr("detector");
    case Finding:
        return isTip ? tr("What is suspected, and why; sorts the worst first, vetoed ones behind") : tr("finding");
    case Rate:
        return isTip ? tr("Samples per second, valid or not") : tr("rate\n[Hz]");
    case Coverage:
        return isTip ? tr("Valid samples over those due at 10 Hz") : tr("coverage\n[%]");
    case Age:
        return isTip ? tr("From its last bin to the end of what is loaded") : tr("age");
    case Valid:
        return isTip ? tr("Valid samples") : tr("valid");
    case Invalid:
        return isTip ? tr("Samples without a position") : tr("invalid");
    case ResidualMean:
        return isTip ? tr("Mean of the residual r, zero wherever the beam is when the gains are right")
                     : tr("mean r\n[10⁻³]");
    case ResidualRms:
        return isTip ? tr("Rms of the residual about zero") : tr("rms r\n[10⁻³]");
    case NoiseX:
        return isTip ? tr("Rms of x within bins") : tr("noise x\n[%1]").arg(length);
    case NoiseY:
        return isTip ? tr("Rms of y within bins") : tr("noise y\n[%1]").arg(length);
    default:
        return isTip ? tr("Samples by flag") : tr("flags");
    }
}

} // namespace cbpm
