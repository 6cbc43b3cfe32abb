// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendmeasure.h"

#include "ui/models/viewstate.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TrendMeasure)
};

QString unitOf(Quantity quantity, const ViewState &view)
{
    if (isLength(quantity))
        return view.lengthUnit();
    return quantity == Quantity::Q || quantity == Quantity::Residual ? QString{} : u"ADU"_s;
}

} // namespace

const std::vector<TrendMeasure> &trendMeasures()
{
    static const std::vector<TrendMeasure> measures{
        {u"position"_s, {{Quantity::X}, {Quantity::Y}}},
        {u"position-sum"_s, {{Quantity::X}, {Quantity::Y}, {Quantity::Sum}}},
        {u"sum"_s, {{Quantity::Sum}, {Quantity::Intensity}}},
        {u"buttons"_s, {{Quantity::TopInner}, {Quantity::TopOuter}, {Quantity::BottomInner}, {Quantity::BottomOuter}}},
        {u"consistency"_s, {{Quantity::Q}, {Quantity::Residual}}},
        {u"resolution"_s, {{Quantity::X, BinValue::Spread}, {Quantity::Y, BinValue::Spread}}},
    };
    return measures;
}

QString TrendMeasure::title() const
{
    if (name == "position-sum"_L1)
        return Texts::tr("x, y and sum");
    if (name == "sum"_L1)
        return Texts::tr("sum and intensity");
    if (name == "buttons"_L1)
        return Texts::tr("buttons");
    if (name == "consistency"_L1)
        return Texts::tr("q and residual");
    if (name == "resolution"_L1)
        return Texts::tr("resolution (rms)");
    return Texts::tr("x and y");
}

bool TrendMeasure::shows(Quantity quantity) const
{
    return std::any_of(planes.begin(), planes.end(),
                       [quantity](const TrendQuantity &plane) { return plane.quantity == quantity; });
}

bool isLength(Quantity quantity)
{
    return quantity == Quantity::X || quantity == Quantity::Y;
}

double shownFactor(Quantity quantity, const ViewState &view)
{
    return isLength(quantity) ? view.lengthFactor() : 1.0;
}

QString symbol(Quantity quantity)
{
    switch (quantity) {
    case Quantity::X:
        return Texts::tr("x");
    case Quantity::Y:
        return Texts::tr("y");
    case Quantity::TopInner:
        return Texts::tr("TI");
    case Quantity::BottomInner:
        return Texts::tr("BI");
    case Quantity::BottomOuter:
        return Texts::tr("BO");
    case Quantity::TopOuter:
        return Texts::tr("TO");
    case Quantity::Sum:
        return Texts::tr("sum");
    case Quantity::Q:
        return Texts::tr("q");
    case Quantity::Residual:
        return Texts::tr("r");
    case Quantity::Intensity:
        return Texts::tr("intensity");
    }
    return {};
}

QString axisLabel(const TrendQuantity &shown, const ViewState &view)
{
    const QString unit = unitOf(shown.quantity, view);
    const QString symbolText = symbol(shown.quantity);
    if (shown.value == BinValue::Spread)
        return Texts::tr("rms of %1 per bin [%2]").arg(symbolText, unit);
    if (shown.quantity == Quantity::X)
        return Texts::tr("x [%1], + outward").arg(unit);
    if (shown.quantity == Quantity::Y)
        return Texts::tr("y [%1], + up").arg(unit);
    return unit.isEmpty() ? symbolText : u"%1 [%2]"_s.arg(symbolText, unit);
}

QString shownNumber(double value, Quantity quantity, const ViewState &view)
{
    const int digits = isLength(quantity)                 ? view.lengthFactor() > 1.0 ? 1 : 4
                       : unitOf(quantity, view).isEmpty() ? 5
                                                          : 0;
    return QLocale{}.toString(value * shownFactor(quantity, view), 'f', digits);
}

} // namespace cbpm
