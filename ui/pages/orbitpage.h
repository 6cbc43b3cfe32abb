// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/types/time.h"
#include "ui/pages/page.h"

#include <array>
#include <optional>

class QCPErrorBars;
class QCPGraph;
class QCheckBox;
class QCustomPlot;
class QLabel;

namespace cbpm {

class PlotNavigation;

/// x and y of the whole ring at the cursor's time, against s or id: mean, min and max of the bin, or the readings of
/// the one trigger there, never a mixture; missing detectors are shown as missing.
class OrbitPage : public Page
{
    Q_OBJECT

public:
    OrbitPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;

    QWidget &picture() override;
    QCustomPlot &plot() { return *m_plot; }

private:
    struct Plane
    {
        QCPGraph *mean = nullptr;
        QCPErrorBars *extremes = nullptr;
        QCPGraph *missing = nullptr;
        QCPGraph *chosen = nullptr;
        Quantity quantity = Quantity::X;
    };

    void createPlanes();
    void restyle() override;
    void updateKeys();
    void updatePlane(Plane &plane, int rect);
    void updateHeadline();
    void wantOrbit();
    /// Value and reach of a row at the cursor; nullopt: no valid one.
    std::optional<Moments> valueOf(int row, Quantity quantity) const;
    void chooseNear(double key);
    double keyOf(int row) const;

    QCustomPlot *m_plot = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_missingText = nullptr;
    QCheckBox *m_byId = nullptr;
    QCheckBox *m_oneTrigger = nullptr;
    std::optional<TimePoint> m_wanted; ///< the trigger at this time was asked for
    PlotNavigation *m_navigation = nullptr;
    std::array<Plane, 2> m_planes;
    bool m_automaticValues = true;
    QStringList m_missing;
    int m_present = 0;
    int m_notLoaded = 0; ///< detectors that the load was not asked for
};

} // namespace cbpm
