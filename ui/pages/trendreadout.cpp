// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendreadout.h"

#include "ui/models/ringseries.h"
#include "ui/models/viewstate.h"
#include "ui/pages/trendmeasure.h"
#include "ui/text/texts.h"

#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t readDetectors = 6;

} // namespace

QString TrendReadout::text() const
{
    return m_view.markA() && m_view.markB() ? differences() : atCursor();
}

/// "x 1.0, y 2.0 \u00b5m" of the bin at `time`; empty where there is none.
QString TrendReadout::valuesAt(const BinSeries &bins, TimePoint time) const
{
    const auto bin = RingSeries::binAt(bins, *m_bins.interval(), time);
    QStringList values;
    for (const TrendQuantity &plane : m_shown) {
        const std::vector<Moments> &moments = bins.of(plane.quantity);
        const ShownBin shown = bin && !moments.empty() ? shownBin(bins, plane.quantity, plane.value, *bin) : ShownBin{};
        if (shown.count > 0)
            values << symbol(plane.quantity) + u' ' + shownNumber(shown.moments.mean, plane.quantity, m_view);
    }
    if (!values.isEmpty() && isLength(m_shown.front().quantity))
        values[1 < values.size() ? 1 : 0] += u' ' + m_view.lengthUnit();
    else if (!values.isEmpty() && isLength(m_shown.back().quantity))
        values.back() += u' ' + m_view.lengthUnit();
    return values.join(u", "_s);
}

QString TrendReadout::atCursor() const
{
    if (!m_view.cursor() || !m_bins.interval())
        return tr("Click into a plot to read values there; 1 and 2 put the marks A and B.");
    QStringList parts{text::time(*m_view.cursor(), m_view.zone(), true) + u' '
                      + text::zone(m_view.zone(), *m_view.cursor())};
    for (std::size_t k = 0; k < std::min(readDetectors, m_view.selection().size()); ++k) {
        const BinSeries *const found = m_bins.find(m_view.selection()[k]);
        if (!found)
            continue;
        const QString name = QString::fromStdString(found->location);
        const QString values = valuesAt(*found, *m_view.cursor());
        parts << (values.isEmpty() ? tr("%1: no data").arg(name) : name + u": "_s + values);
        const auto bin = RingSeries::binAt(*found, *m_bins.interval(), *m_view.cursor());
        if (const FlagTally *const tally = bin ? found->tallyOf(found->bin[*bin]) : nullptr) {
            const std::vector<std::uint64_t> byFlag{tally->count.begin(), tally->count.end()};
            parts.back() += u" ("_s + text::flags(byFlag, 0xFFFF) + u')';
        }
    }
    if (m_view.selection().size() > readDetectors)
        parts << tr("and %1 more").arg(m_view.selection().size() - readDetectors);
    return parts.join(u"    "_s);
}

/// B less A, of time and of every value.
QString TrendReadout::differences() const
{
    const Duration apart = *m_view.markB() - *m_view.markA();
    const double seconds = static_cast<double>(apart.count()) * 1e-6;
    QStringList parts{seconds == 0.0 ? tr("B \u2212 A: 0 s")
                                     : tr("B \u2212 A: %1 s (%2 Hz)")
                                           .arg(QLocale{}.toString(seconds, 'f', 1),
                                                QLocale{}.toString(1.0 / std::abs(seconds), 'g', 4))};
    for (std::size_t k = 0; m_bins.interval() && k < std::min(readDetectors, m_view.selection().size()); ++k) {
        const BinSeries *const found = m_bins.find(m_view.selection()[k]);
        const auto a = found ? RingSeries::binAt(*found, *m_bins.interval(), *m_view.markA()) : std::nullopt;
        const auto b = found ? RingSeries::binAt(*found, *m_bins.interval(), *m_view.markB()) : std::nullopt;
        QStringList values;
        for (const TrendQuantity &plane : m_shown) {
            if (!a || !b || found->of(plane.quantity).empty())
                continue;
            const ShownBin atA = shownBin(*found, plane.quantity, plane.value, *a);
            const ShownBin atB = shownBin(*found, plane.quantity, plane.value, *b);
            if (atA.count > 0 && atB.count > 0)
                values << tr("\u0394%1 %2")
                              .arg(symbol(plane.quantity),
                                   shownNumber(atB.moments.mean - atA.moments.mean, plane.quantity, m_view));
        }
        if (found && !values.isEmpty())
            parts << QString::fromStdString(found->location) + u": "_s + values.join(u", "_s)
                         + (isLength(m_shown.front().quantity) ? u' ' + m_view.lengthUnit() : QString{});
    }
    return parts.join(u"    "_s);
}

} // namespace cbpm
