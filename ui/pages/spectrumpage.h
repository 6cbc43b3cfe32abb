// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/spectra.h"
#include "ui/models/stretchwork.h"
#include "ui/pages/samplespage.h"
#include "ui/pages/pagenumbers.h"

class QCPAxis;
class QCPItemStraightLine;
class QCPItemText;
class QCheckBox;
class QComboBox;
class QCustomPlot;
class QLabel;
class QPushButton;

namespace cbpm {

class LegendStrip;
class PlotNavigation;

/// Amplitude density and integrated motion of the selected detectors over the stretch, against a kept background.
class SpectrumPage : public SamplesPage
{
    Q_OBJECT

public:
    SpectrumPage(History &history, ViewState &view, StretchSamples &samples, QWidget *parent = nullptr);

    QString title() const override;
    QString caption() const override;
    QString plotNumbers() const override { return spectraNumbers(m_spectra); }
    QWidget &picture() override;

    QCustomPlot &plot() { return *m_plot; }

    const Spectra &spectra() const { return m_spectra; }
    const Spectra &background() const { return m_background; }

private:
    void createControls();
    void createPlot();
    void restyle() override;
    std::vector<int> rows() const override;
    bool wantsButtons() const override;
    void work() override;
    bool isWorking() const override { return m_work.isRunning(); }
    void updateTexts() override;
    void take(const Spectra &spectra);
    void keepBackground(bool keep);
    std::vector<std::string> drawnDetectors() const;
    void draw();
    void drawCurve(const CurveName &name, const Spectrum &spectrum, std::size_t place);
    void fitAxes();
    void pointAt(double frequency_Hz);
    double scale(int signal) const;
    QString unit() const;
    QString signalName(int signal) const;
    const Spectrum *backgroundOf(const CurveName &name) const;
    QStringList madeOf() const;
    QString emptyText() const;

    QLabel *m_headline = nullptr;
    QLabel *m_amount = nullptr;
    QLabel *m_readout = nullptr;
    LegendStrip *m_legend = nullptr;
    QComboBox *m_quantity = nullptr;
    QComboBox *m_window = nullptr;
    QComboBox *m_segment = nullptr;
    QComboBox *m_integrate = nullptr;
    QPushButton *m_keep = nullptr;
    QCheckBox *m_ratio = nullptr;
    QCustomPlot *m_plot = nullptr;
    std::array<QCPItemStraightLine *, 2> m_pointers{};
    QCPItemText *m_empty = nullptr;
    PlotNavigation *m_navigation = nullptr;
    bool m_automatic = true;
    double m_pointed_Hz = 0.0; ///< 0: nowhere
    Spectra m_spectra;
    Spectra m_background;
    QString m_backgroundText; ///< whose background it is
    StretchWork<SpectraWish, Spectra> m_work;
};

} // namespace cbpm
