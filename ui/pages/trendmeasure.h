// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/pixelcolumns.h"

#include <QString>

#include <vector>

namespace cbpm {

class ViewState;

/// What one plane of the trend shows of each detector.
struct TrendQuantity
{
    Quantity quantity = Quantity::X;
    BinValue value = BinValue::Samples;
};

/// A choice of the trend: planes that belong together.
struct TrendMeasure
{
    QString name; ///< as in the command line and in sessions
    std::vector<TrendQuantity> planes;

    QString title() const;
    bool shows(Quantity quantity) const;
};

/// Positions first.
const std::vector<TrendMeasure> &trendMeasures();

bool isLength(Quantity quantity);
/// Shown values are those of the bins times this.
double shownFactor(Quantity quantity, const ViewState &view);
/// "x [µm], + outward".
QString axisLabel(const TrendQuantity &shown, const ViewState &view);
/// "x", "sum": short, for a line of numbers.
QString symbol(Quantity quantity);
/// A shown value with the digits that its quantity deserves.
QString shownNumber(double value, Quantity quantity, const ViewState &view);

} // namespace cbpm
