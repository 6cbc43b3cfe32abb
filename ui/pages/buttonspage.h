// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/binseries.h"
#include "core/types/samplebatch.h"
#include "ui/pages/page.h"

#include <array>

class QCPBars;
class QCPErrorBars;
class QCustomPlot;
class QLabel;
class QTableWidget;

namespace cbpm {

class LegendStrip;

/// The four button amplitudes of the selected detectors at the cursor, with their width, the limits that flags come
/// from, and sum, q and residual: of the very bins that the positions are made from.
class ButtonsPage : public Page
{
    Q_OBJECT

public:
    ButtonsPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;
    QWidget &picture() override;

private:
    /// A selected detector, and the bin of it at the cursor.
    struct Reading
    {
        int row;
        const BinSeries *bins;
        std::optional<std::size_t> bin; ///< nullopt: no data there
    };

    void createPlot();
    void createTable();
    std::vector<Reading> readings() const;
    void updateBars(const std::vector<Reading> &shown);
    void updateLimits(const std::vector<Reading> &shown);
    void updateTable(const std::vector<Reading> &shown);
    void updateHeadline(const std::vector<Reading> &shown);
    void restyle() override;

    QCustomPlot *m_plot = nullptr;
    QLabel *m_headline = nullptr;
    LegendStrip *m_legend = nullptr;
    QTableWidget *m_table = nullptr;
    QWidget *m_picture = nullptr;
    std::array<QCPBars *, buttonCount> m_bars{};
    std::array<QCPErrorBars *, buttonCount> m_widths{};
};

} // namespace cbpm
