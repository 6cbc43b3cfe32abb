// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"

#include <QCoreApplication>

namespace cbpm {

class RingSeries;
class ViewState;
struct TrendMeasure;

/// The line below the trend: values and flags at the cursor, or what changed from mark A to mark B.
class TrendReadout
{
    Q_DECLARE_TR_FUNCTIONS(TrendReadout)

public:
    TrendReadout(const RingSeries &bins, const ViewState &view, const TrendMeasure &measure)
        : m_bins{bins}, m_view{view}, m_measure{measure}
    {
    }

    QString text() const;

private:
    QString valuesAt(const BinSeries &bins, TimePoint time) const;
    QString atCursor() const;
    QString differences() const;

    const RingSeries &m_bins;
    const ViewState &m_view;
    const TrendMeasure &m_measure;
};

} // namespace cbpm
