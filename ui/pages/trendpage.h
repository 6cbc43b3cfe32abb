// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/trendplane.h"

#include <optional>
#include <set>

class QCheckBox;
class QComboBox;
class QCPAxis;
class QCPRange;
class QCustomPlot;
class QLabel;

namespace cbpm {

class RingSeries;

class LegendStrip;
class PlotNavigation;
class ViewMarks;

/// Positions, sums, buttons, q and residual, or their spread, against time, of the selected detectors: envelope and
/// mean, gaps left open, one shared time axis. Detectors lie over each other, or each has its strip.
class TrendPage : public Page
{
    Q_OBJECT

public:
    TrendPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;

    QWidget &picture() override;
    QCustomPlot &plot() { return *m_plot; }

    const TrendMeasure &measure() const { return *m_measure; }
    /// By name; unknown ones change nothing.
    void setMeasure(const QString &name);
    /// A second quantity on the axis at the right of each plane; nullopt: none.
    void setRight(std::optional<TrendQuantity> right);
    using Limits = TrendPlane::Limits;
    /// Of a plane's left axis; nullopt: automatic.
    void setLimits(int plane, std::optional<Limits> limits);

    /// With the limits of planes that are not automatic.
    QJsonObject state() const override;
    void setState(const QJsonObject &state) override;

private:
    void createControls();
    void createPlanes();
    void createActions();
    void layPlanes();
    void showAll();
    void showFollowed();
    void fitValues();
    void setAutomatic(bool automatic);
    void askLimits(const QCPAxis *axis);
    void restyle() override;
    void restyleAxes();
    const RingSeries &series() const;
    void showVisible();
    void onTimeAxis(const QCPRange &range);
    QCPAxis *timeAxis() const;
    void lookCloser();
    void updateTraces();
    void draw(EnvelopePlottable &on, const TrendQuantity &shown, const std::optional<std::size_t> &only);
    void updateMarks();
    void updateBadge();
    QColor colourOf(std::size_t index, Quantity quantity) const;
    QString nameOf(int row) const;

    QCustomPlot *m_plot = nullptr;
    LegendStrip *m_legend = nullptr;
    QComboBox *m_choice = nullptr;
    QComboBox *m_rightChoice = nullptr;
    QCheckBox *m_strips = nullptr;
    QCheckBox *m_logarithmic = nullptr;
    QLabel *m_badge = nullptr;
    QLabel *m_readout = nullptr;
    PlotNavigation *m_navigation = nullptr;
    const TrendMeasure *m_measure = nullptr;
    std::optional<TrendQuantity> m_right;
    std::vector<TrendPlane> m_planes;
    ViewMarks *m_marks = nullptr;
    AnnotationMarks *m_annotations = nullptr;
    bool m_rangeShown = false; ///< the time axis shows the loaded range, not an older one
};

} // namespace cbpm
