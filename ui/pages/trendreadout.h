// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "ui/pages/trendmeasure.h"

#include <QCoreApplication>

namespace cbpm {

class RingSeries;
class ViewState;

/// The line below the trend: values and flags at the cursor, or what changed from mark A to mark B.
class TrendReadout
{
    Q_DECLARE_TR_FUNCTIONS(TrendReadout)

public:
    /// `shown`: of the planes, and of the right axis; not empty.
    TrendReadout(const RingSeries &bins, const ViewState &view, std::vector<TrendQuantity> shown)
        : m_bins{bins}, m_view{view}, m_shown{std::move(shown)}
    {
    }

    QString text() const;

private:
    QString valuesAt(const BinSeries &bins, TimePoint time) const;
    QString atCursor() const;
    QString differences() const;

    const RingSeries &m_bins;
    const ViewState &m_view;
    const std::vector<TrendQuantity> m_shown;
};

} // namespace cbpm
