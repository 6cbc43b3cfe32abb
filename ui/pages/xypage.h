// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/density.h"
#include "core/analysis/stretchstatistics.h"
#include "ui/models/stretchwork.h"
#include "ui/pages/samplespage.h"

#include <QTimer>

#include <array>

class QCPColorMap;
class QCPColorScale;
class QCPCurve;
class QCPGraph;
class QCPItemText;
class QCheckBox;
class QComboBox;
class QCustomPlot;
class QLabel;

namespace cbpm {

class PlotNavigation;

/// Where the beam was over the stretch, at one detector: how many samples in each cell of x and y, with mean and
/// ellipses of one and two sigma. A millimetre is as long in x as in y.
class XyPage : public SamplesPage
{
    Q_OBJECT

public:
    XyPage(History &history, ViewState &view, StretchSamples &samples, QWidget *parent = nullptr);

    QString title() const override;
    QString caption() const override;
    QWidget &picture() override;

    QCustomPlot &plot() { return *m_plot; }
    /// What is drawn; nullptr: nothing.
    const PositionDensity *density() const { return m_shown ? &m_shown->density : nullptr; }

private:
    /// What a picture is made of.
    struct Wish
    {
        TracesPtr traces;
        int row = unknownDetector;
        std::optional<PositionArea> area; ///< nullopt: chosen by the samples
        bool all = false;                 ///< of those, the outermost too
        std::optional<Chamber> chamber;   ///< that must be in sight
        QSize pixels;

        bool operator==(const Wish &) const = default;
    };
    struct Picture
    {
        PositionDensity density;
        DetectorStatistics statistics;
    };

    static std::optional<Picture> makePicture(const Wish &wish, const CancelToken &cancel);

    void createControls();
    void createPlot();
    void restyle() override;
    void updateControls() override;
    std::vector<int> rows() const override;
    void work() override;
    bool isWorking() const override { return m_work.isRunning() || m_pause.isActive(); }
    void updateTexts() override;
    int row() const;
    const Trace *trace() const;
    void onViewTaken();
    void take(std::optional<Picture> picture);
    void draw();
    void drawEllipses();
    QString numbers() const;
    QString emptyText() const;

    QLabel *m_headline = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_numbers = nullptr;
    QComboBox *m_detector = nullptr;
    QCheckBox *m_log = nullptr;
    QCheckBox *m_all = nullptr;
    QCheckBox *m_chamber = nullptr;
    QCustomPlot *m_plot = nullptr;
    QCPColorMap *m_map = nullptr;
    QCPColorScale *m_scale = nullptr;
    QCPGraph *m_mean = nullptr;
    std::array<QCPCurve *, 2> m_ellipses{};
    QCPCurve *m_outline = nullptr;
    QCPItemText *m_empty = nullptr;
    PlotNavigation *m_navigation = nullptr;
    QTimer m_pause; ///< hands that zoom ask once
    bool m_automatic = true;
    bool m_setting = false; ///< the page itself moves the axes
    std::optional<Picture> m_shown;
    StretchWork<Wish, std::optional<Picture>> m_work;
};

} // namespace cbpm
