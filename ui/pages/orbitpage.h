// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ringorbit.h"
#include "ui/pages/orbitcontrols.h"
#include "ui/pages/page.h"

#include <array>
#include <memory>
#include <optional>

class QCPErrorBars;
class QCPGraph;
class QCustomPlot;
class QLabel;

namespace cbpm {

class PlotNavigation;
class ReferenceStore;
class RingAxis;

/// x and y of the whole ring against s or id: of the bin at the cursor, of one trigger (never a mixture of two) or of a
/// stretch; absolute or less a reference. What is missing is shown as missing; vetoed detectors are hollow and count
/// for nothing.
class OrbitPage : public Page
{
    Q_OBJECT

public:
    OrbitPage(History &history, ViewState &view, ReferenceStore &store, QWidget *parent = nullptr);
    ~OrbitPage() override;

    QString title() const override;
    void refresh() override;
    QString caption() const override;
    QString plotNumbers() const override;

    QWidget &picture() override;
    QCustomPlot &plot() { return *m_plot; }

signals:
    /// The orbit on screen, absolute, is to be kept.
    void saveWanted(const cbpm::ReferenceOrbit &orbit);
    void referencesWanted();

private:
    struct Plane
    {
        QCPGraph *mean = nullptr;
        QCPErrorBars *bars = nullptr;
        QCPGraph *vetoed = nullptr;
        QCPGraph *missing = nullptr;
        QCPGraph *chosen = nullptr;
        Quantity quantity = Quantity::X;
    };

    void createPlanes();
    void takeTable();
    void restyle() override;
    void wantOrbit();
    OrbitControls::Of of() const;
    /// The orbit that is asked for; nullopt: m_problem says why there is none.
    std::optional<RingOrbit> measured();
    std::optional<RingOrbit> stretchOrbit();
    void compose();
    void updatePlane(const Plane &plane, int rect);
    void updateTexts();
    QString headline() const;
    QString numbers(Quantity plane) const;
    QString absences() const;
    ReferenceOrbit shownOrbit() const;
    bool isVetoed(int row) const;
    bool wasAsked(int row) const;

    OrbitControls *m_controls = nullptr;
    QCustomPlot *m_plot = nullptr;
    QLabel *m_headline = nullptr;
    QLabel *m_numbers = nullptr;
    QLabel *m_missingText = nullptr;
    PlotNavigation *m_navigation = nullptr;
    std::unique_ptr<RingAxis> m_axis;
    std::array<Plane, 2> m_planes;
    bool m_automaticValues = true;
    DetectorTablePtr m_table; ///< that the axis shows
    QString m_tableVersion;

    std::optional<TimePoint> m_wanted;   ///< the trigger at this time was asked for
    std::optional<ReferenceOrbit> m_now; ///< the orbit that was taken as "now"
    std::optional<RingOrbit> m_measured; ///< absolute
    std::optional<RingOrbit> m_drawn;    ///< m_measured, or its difference to the reference
    std::optional<RingOrbit> m_stretch;  ///< of m_stretchRange: merging a day takes longer than a frame
    std::optional<TimeRange> m_stretchRange;
    QString m_problem;  ///< why nothing is drawn
    QString m_lessText; ///< the reference in words
};

} // namespace cbpm
