// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "ui/pages/page.h"

#include <array>

class QCPItemStraightLine;
class QCustomPlot;
class QLabel;

namespace cbpm {

class RingSeries;

class EnvelopePlottable;
class LegendStrip;
class PlotNavigation;

/// x above y against time, of the selected detectors: envelope and mean, gaps left open, one shared time axis.
class TrendPage : public Page
{
    Q_OBJECT

public:
    TrendPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;

    QCustomPlot &plot() override { return *m_plot; }
    PlotNavigation &navigation() { return *m_navigation; }

private:
    struct Plane
    {
        EnvelopePlottable *envelope = nullptr;
        QCPItemStraightLine *cursor = nullptr;
        Quantity quantity = Quantity::X;
    };

    void createPlanes();
    void createActions();
    void showAll();
    void showFollowed();
    void fitValues();
    void restyle() override;
    const RingSeries &series() const;
    void lookCloser();
    void updateTraces();
    void updateCursor();
    void updateBadge();
    QColor colourOf(std::size_t index, Quantity quantity) const;
    QString readout() const;

    QCustomPlot *m_plot = nullptr;
    LegendStrip *m_legend = nullptr;
    QLabel *m_badge = nullptr;
    QLabel *m_readout = nullptr;
    PlotNavigation *m_navigation = nullptr;
    std::array<Plane, 2> m_planes;
    bool m_automaticValues = true;
    bool m_rangeShown = false; ///< the time axis shows the loaded range, not an older one
};

} // namespace cbpm
