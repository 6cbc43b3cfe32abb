// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/trendmeasure.h"
#include "ui/plot/envelopeplottable.h"

#include <optional>

namespace cbpm {

/// One plane of the trend: a quantity on the axis at the left, maybe another one on that at the right.
struct TrendPlane
{
    /// Of a value axis, in shown units.
    struct Limits
    {
        double lower, upper;
    };

    EnvelopePlottable *envelope = nullptr;
    EnvelopePlottable *right = nullptr; ///< nullptr: the right axis repeats the left one
    QCPItemText *title = nullptr;       ///< nullptr: the axis has a label
    TrendQuantity shown;
    TrendQuantity shownRight = {};
    std::optional<std::size_t> only = {}; ///< place in the selection of its one detector; nullopt: all
    bool isAutomatic = true;              ///< the left axis; the right one always is
    std::optional<Limits> fixed = {};     ///< what all views begin with, where it is not automatic

    /// Makes what is drawn, on `rect`.
    void create(QCPAxisRect &rect, const std::optional<TrendQuantity> &onRight);
    /// Automatic axes take in all that is visible, with a margin.
    void fit(const ViewState &view) const;
    /// Labels, their colours and the kind of scale. `detector`: the one that the plane is for; empty: all.
    void restyle(const ViewState &view, bool isLogarithmic, const QString &detector, const QPalette &palette) const;
};

/// What the right axis may show, beside nothing.
const std::vector<TrendQuantity> &rightQuantities();
/// Of a quantity, for choices: "x", "rms of x".
QString nameOf(const TrendQuantity &quantity);
/// As sessions keep it.
QString wordOf(const TrendQuantity &quantity);

} // namespace cbpm
