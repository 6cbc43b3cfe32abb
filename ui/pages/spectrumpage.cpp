// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spectrumpage.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/legendstrip.h"
#include "ui/pages/spectrumaxes.h"
#include "ui/plot/colours.h"
#include "ui/plot/planes.h"
#include "ui/plot/plotnavigation.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <cmath>
#include <set>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t mostDetectors = 6; ///< drawn at once: more are no picture
enum Integrate { None, FromHigh, FromLow };

QString number(double value)
{
    return std::isnan(value) ? u"\u2013"_s : QLocale{}.toString(value, 'g', 4);
}

} // namespace

SpectrumPage::SpectrumPage(History &history, ViewState &view, StretchSamples &samples, QWidget *parent)
    : SamplesPage{u"spectrum"_s, history, view, samples, parent},
      m_work{history.pool(), makeSpectra, [this](const Spectra &spectra) { take(spectra); }}
{
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"spectrumHeadline"_s);
    m_amount = new ElidedLabel{this};
    m_amount->setObjectName(u"spectrumAmount"_s);
    m_readout = new QLabel{this};
    m_readout->setObjectName(u"spectrumReadout"_s);
    for (QLabel *const label : {m_headline, m_amount, m_readout}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_legend = new LegendStrip{this};
    m_legend->setAccessibleName(tr("Shown detectors"));
    createControls();
    createPlot();
    auto *const said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(m_headline);
    said->addWidget(m_amount);
    auto *const top = new QHBoxLayout;
    top->addLayout(said, 1);
    for (QWidget *const control : std::initializer_list<QWidget *>{m_quantity, m_window, m_segment})
        top->addWidget(control);
    auto *const second = new QHBoxLayout;
    second->addWidget(m_legend, 1);
    for (QWidget *const control : std::initializer_list<QWidget *>{m_integrate, m_keep, m_ratio})
        second->addWidget(control);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addLayout(second);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readout);

    connect(&view, &ViewState::unitChanged, this, [this] {
        m_automatic = true;
        restyle();
    });
    connect(&history, &History::opened, this, [this] {
        m_work.cancel();
        m_spectra.clear();
        draw();
    });
    restyle();
}

QString SpectrumPage::title() const
{
    return tr("Spectrum");
}

QWidget &SpectrumPage::picture()
{
    return *m_plot;
}

void SpectrumPage::createControls()
{
    const auto box = [this](const QString &name, const QString &what) {
        auto *const made = new QComboBox{this};
        made->setObjectName(name);
        made->setAccessibleName(what);
        made->setToolTip(what);
        return made;
    };
    m_quantity = box(u"spectrumQuantity"_s, tr("What the spectrum is of"));
    m_quantity->addItem(tr("x and y"), false);
    m_quantity->addItem(tr("buttons"), true);
    m_window = box(u"spectrumWindow"_s, tr("Window: Hann for noise, flat top for the height of lines"));
    m_window->addItem(tr("Hann"), static_cast<int>(Window::Hann));
    m_window->addItem(tr("flat top"), static_cast<int>(Window::FlatTop));
    m_window->addItem(tr("Blackman-Harris"), static_cast<int>(Window::BlackmanHarris));
    m_window->addItem(tr("rectangular"), static_cast<int>(Window::Rectangular));
    m_segment =
        box(u"spectrumSegment"_s, tr("Length of the segments that are averaged: the longer, the finer in frequency"));
    m_segment->addItem(tr("segments: auto"), 0);
    for (int values = 64; values <= 32'768; values *= 2)
        m_segment->addItem(text::duration(triggerSpacing * values), values);
    m_integrate = box(u"spectrumIntegrate"_s, tr("Integrated motion: rms of all above, or all below, a frequency"));
    m_integrate->addItem(tr("motion above f"), FromHigh);
    m_integrate->addItem(tr("motion below f"), FromLow);
    m_integrate->addItem(tr("no motion curve"), None);
    m_keep = new QPushButton{this};
    m_keep->setObjectName(u"spectrumKeep"_s);
    m_ratio = new QCheckBox{tr("rati&o to it"), this};
    m_ratio->setObjectName(u"spectrumRatio"_s);
    m_ratio->setToolTip(tr("Draws the density over that of the kept background"));
    for (QComboBox *const one : {m_quantity, m_window, m_segment})
        connect(one, &QComboBox::currentIndexChanged, this, [this] {
            m_automatic = true;
            refresh();
        });
    connect(m_integrate, &QComboBox::currentIndexChanged, this, &SpectrumPage::draw);
    connect(m_keep, &QPushButton::clicked, this, [this] { keepBackground(m_background.empty()); });
    connect(m_ratio, &QCheckBox::toggled, this, [this] {
        m_automatic = true;
        draw();
    });
}

void SpectrumPage::createPlot()
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"spectrumPlot"_s);
    m_plot->setAccessibleName(tr("Amplitude density against frequency"));
    // What follows the pointer is painted over the rest, which stands.
    m_plot->addLayer(u"pointer"_s);
    m_plot->layer(u"pointer"_s)->setMode(QCPLayer::lmBuffered);
    const auto rects = createPlanes(*m_plot);
    for (std::size_t k = 0; k < rects.size(); ++k) {
        for (const auto side : {QCPAxis::atBottom, QCPAxis::atTop, QCPAxis::atLeft}) {
            QCPAxis *const axis = rects[k]->axis(side);
            axis->setScaleType(QCPAxis::stLogarithmic);
            axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        }
        // The right axis is that of the integrated motion.
        disconnect(rects[k]->axis(QCPAxis::atLeft), nullptr, rects[k]->axis(QCPAxis::atRight), nullptr);
        rects[k]->axis(QCPAxis::atRight)->setTickLabels(true);
        rects[k]->axis(QCPAxis::atRight)->setNumberFormat(u"gb"_s);
        m_pointers[k] = new QCPItemStraightLine{m_plot};
        m_pointers[k]->setLayer(u"pointer"_s);
        m_pointers[k]->setClipAxisRect(rects[k]);
        m_pointers[k]->setVisible(false);
        for (QCPItemPosition *const point : m_pointers[k]->positions())
            point->setAxes(rects[k]->axis(QCPAxis::atBottom), rects[k]->axis(QCPAxis::atLeft));
    }
    rects[0]->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msTop);
    rects[0]->setMargins({0, 0, 0, 4});
    m_plot->plotLayout()->setRowSpacing(4);
    rects[1]->axis(QCPAxis::atBottom)->setLabel(tr("frequency [Hz]"));
    m_empty = new QCPItemText{m_plot};
    m_empty->setClipAxisRect(rects[0]);
    m_empty->position->setAxisRect(rects[0]);
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    m_navigation = new PlotNavigation{*m_plot};
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, [this] {
        m_automatic = true;
        draw();
    });
    connect(m_navigation, &PlotNavigation::taken, this, [this] { m_automatic = false; });
    connect(m_navigation, &PlotNavigation::valueAxisTaken, this, [this] { m_automatic = false; });
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent *event) {
        pointAt(m_plot->axisRect(0)->axis(QCPAxis::atBottom)->pixelToCoord(event->position().x()));
    });
}

std::vector<int> SpectrumPage::rows() const
{
    const int size = m_history.source() ? m_history.source()->table()->size() : 0;
    std::vector<int> rows = m_view.selection();
    std::erase_if(rows, [size](int row) { return row >= size; });
    rows.resize(std::min(rows.size(), mostDetectors));
    return rows;
}

bool SpectrumPage::wantsButtons() const
{
    return m_quantity->currentData().toBool();
}

void SpectrumPage::work()
{
    const TracesPtr &traces = m_samples.traces();
    const std::vector<int> wanted = rows();
    const bool serves = traces && (traces->hasButtons || !wantsButtons()) && !wanted.empty()
                        && std::ranges::all_of(wanted, [&](int row) {
                               return std::ranges::find(traces->traces, row, &Trace::row) != traces->traces.end();
                           });
    if (!serves)
        return; // the old picture stands until they come
    m_work.want({traces, wanted, wantsButtons(), static_cast<Window>(m_window->currentData().toInt()),
                 static_cast<std::size_t>(m_segment->currentData().toInt())});
}

void SpectrumPage::take(const Spectra &spectra)
{
    m_spectra = spectra;
    draw();
    updateTexts();
    tellWhenSettled();
}

void SpectrumPage::keepBackground(bool keep)
{
    m_background = keep ? m_spectra : Spectra{};
    m_backgroundText = keep ? m_headline->text() : QString{};
    if (!keep)
        m_ratio->setChecked(false);
    draw();
    updateTexts();
}

const Spectrum *SpectrumPage::backgroundOf(const CurveName &name) const
{
    const auto found = m_background.find(name);
    return found == m_background.end() || found->second.density.empty() ? nullptr : &found->second;
}

double SpectrumPage::scale(int signal) const
{
    return signal < firstButton ? m_view.lengthFactor() : 1.0;
}

QString SpectrumPage::unit() const
{
    return wantsButtons() ? tr("ADU") : m_view.lengthUnit();
}

QString SpectrumPage::signalName(int signal) const
{
    switch (signal) {
    case 0:
        return tr("x");
    case 1:
        return tr("y");
    case firstButton + static_cast<int>(Button::TopInner):
        return tr("top in");
    case firstButton + static_cast<int>(Button::BottomInner):
        return tr("bottom in");
    case firstButton + static_cast<int>(Button::BottomOuter):
        return tr("bottom out");
    default:
        return tr("top out");
    }
}

/// In ring order, as the trend has them: a detector has one colour on all pages.
std::vector<std::string> SpectrumPage::drawnDetectors() const
{
    std::set<std::string> drawn;
    for (const auto &[name, spectrum] : m_spectra)
        drawn.insert(name.location);
    std::vector<std::string> ordered{drawn.begin(), drawn.end()};
    if (const SampleSourcePtr &source = m_history.source())
        std::ranges::stable_sort(ordered, {}, [&](const std::string &name) { return source->table()->find(name); });
    return ordered;
}

void SpectrumPage::draw()
{
    m_plot->clearGraphs();
    std::vector<LegendStrip::Entry> entries;
    const bool dark = colours::isDark(palette());
    const std::vector<std::string> drawn = drawnDetectors();
    for (std::size_t place = 0; place < drawn.size(); ++place) {
        const std::string &location = drawn[place];
        bool hasAny = false;
        for (const auto &[name, spectrum] : m_spectra) {
            if (name.location != location)
                continue;
            drawCurve(name, spectrum,
                      drawn.size() == 1 ? mostDetectors + static_cast<std::size_t>(name.signal % 2) : place);
            hasAny = hasAny || !spectrum.density.empty();
        }
        const QString label = QString::fromStdString(location);
        entries.push_back(
            {colours::trace(static_cast<int>(place), dark), hasAny ? label : tr("%1 (no spectrum)").arg(label)});
    }
    if (!m_background.empty())
        entries.push_back({palette().color(QPalette::Mid), tr("background")});
    m_legend->setEntries(std::move(entries));
    const bool isEmpty = std::ranges::all_of(m_spectra, [](const auto &one) { return one.second.density.empty(); });
    m_empty->setVisible(isEmpty);
    m_empty->setText(emptyText());
    if (m_automatic)
        fitAxes();
    const QString density = m_ratio->isChecked() ? tr("%1 over background") : tr("%1 [%2/\u221AHz]");
    const QString motion =
        m_integrate->currentData() == FromHigh ? tr("%1 above f [%2 rms]") : tr("%1 below f [%2 rms]");
    for (std::size_t k = 0; k < m_pointers.size(); ++k) {
        const QString what =
            wantsButtons() ? (k == 0 ? tr("top buttons") : tr("bottom buttons")) : signalName(static_cast<int>(k));
        QCPAxisRect *const rect = m_plot->axisRect(static_cast<int>(k));
        rect->axis(QCPAxis::atLeft)->setLabel(m_ratio->isChecked() ? density.arg(what) : density.arg(what, unit()));
        rect->axis(QCPAxis::atRight)
            ->setLabel(m_integrate->currentData() == None ? QString{} : motion.arg(what, unit()));
        rect->axis(QCPAxis::atRight)->setTickLabels(m_integrate->currentData() != None);
    }
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// `place` of its colour: that of its detector, or beyond those that of its signal, where one detector is shown.
void SpectrumPage::drawCurve(const CurveName &name, const Spectrum &spectrum, std::size_t place)
{
    if (spectrum.density.empty())
        return;
    const bool dark = colours::isDark(palette());
    const bool isTop = name.signal == 0 || name.signal == firstButton + static_cast<int>(Button::TopInner)
                       || name.signal == firstButton + static_cast<int>(Button::TopOuter);
    const bool isOuter = name.signal == firstButton + static_cast<int>(Button::BottomOuter)
                         || name.signal == firstButton + static_cast<int>(Button::TopOuter);
    const QColor colour = place < mostDetectors ? colours::trace(static_cast<int>(place), dark)
                          : name.signal < firstButton
                              ? (name.signal == 0 ? colours::horizontal(dark) : colours::vertical(dark))
                              : colours::trace(isOuter ? 1 : 0, dark);
    QCPAxisRect *const rect = m_plot->axisRect(isTop ? 0 : 1);
    const auto add = [&](QCPAxis::AxisType side, const Spectrum &of, const QPen &pen, auto value) {
        QVector<double> frequency, values;
        for (std::size_t k = 1; k < of.density.size(); ++k) {
            const double one = value(k);
            frequency.append(static_cast<double>(k) * of.step_Hz);
            values.append(one > 0.0 ? one : qQNaN()); // a logarithm has no zero
        }
        QCPGraph *const graph = m_plot->addGraph(rect->axis(QCPAxis::atBottom), rect->axis(side));
        graph->setPen(pen);
        graph->setData(frequency, values, true);
    };
    const double factor = scale(name.signal);
    const Spectrum *const background = backgroundOf(name);
    QPen pen{colour, 1, isOuter && place < mostDetectors ? Qt::DashLine : Qt::SolidLine};
    if (m_ratio->isChecked()) {
        if (background)
            add(QCPAxis::atLeft, spectrum, pen, [&](std::size_t k) {
                return spectrum.density[k] / densityAt(*background, static_cast<double>(k) * spectrum.step_Hz);
            });
    } else {
        if (background)
            add(QCPAxis::atLeft, *background, QPen{palette().color(QPalette::Mid), 1},
                [&](std::size_t k) { return background->density[k] * factor; });
        add(QCPAxis::atLeft, spectrum, pen, [&](std::size_t k) { return spectrum.density[k] * factor; });
    }
    if (m_integrate->currentData() == None)
        return;
    const auto motion =
        integratedMotion(spectrum, m_integrate->currentData() == FromHigh ? IntegrateFrom::High : IntegrateFrom::Low);
    pen.setStyle(Qt::DotLine);
    pen.setWidth(2);
    add(QCPAxis::atRight, spectrum, pen, [&](std::size_t k) { return motion[k] * factor; });
}

void SpectrumPage::fitAxes()
{
    fitSpectrumAxes(*m_plot, m_spectra);
    m_navigation->commit();
}

void SpectrumPage::pointAt(double frequency_Hz)
{
    m_pointed_Hz = frequency_Hz;
    for (QCPItemStraightLine *const pointer : m_pointers) {
        pointer->setVisible(frequency_Hz > 0.0 && !m_spectra.empty());
        pointer->point1->setCoords(frequency_Hz, 1.0);
        pointer->point2->setCoords(frequency_Hz, 2.0);
    }
    m_plot->layer(u"pointer"_s)->replot();
    updateTexts();
}

QString SpectrumPage::emptyText() const
{
    if (const Error *const problem = m_samples.problem())
        return text::error(*problem);
    if (!m_history.source() || !stretch())
        return noStretchText();
    if (rows().empty())
        return tr("Select a detector.");
    if (m_samples.isLoading() || isWorking())
        return tr("Reading the samples");
    if (std::ranges::all_of(m_spectra,
                            [](const auto &one) { return one.second.segment > 0 && one.second.leftOut > 0; }))
        return tr("No segment has enough valid samples.");
    return tr("The stretch is shorter than a segment.");
}

/// Of how much the curves are made; where they differ, the worst.
QStringList SpectrumPage::madeOf() const
{
    QStringList parts;
    const Spectrum *first = nullptr;
    std::size_t averaged = SIZE_MAX;
    std::size_t leftOut = 0;
    std::uint64_t missing = 0;
    std::uint64_t bridged = 0;
    for (const auto &[name, spectrum] : m_spectra) {
        if (spectrum.density.empty())
            continue;
        first = &spectrum;
        averaged = std::min(averaged, spectrum.segments);
        leftOut = std::max(leftOut, spectrum.leftOut);
        missing = std::max(missing, spectrum.missing);
        bridged = std::max(bridged, spectrum.interpolated);
    }
    if (first) {
        parts << tr("segments of %1").arg(text::duration(triggerSpacing * static_cast<std::int64_t>(first->segment)))
              << tr("averaged: %1").arg(averaged);
        if (leftOut > 0)
            parts << tr("left out for gaps: %1").arg(leftOut);
        parts << tr("triggers missing: %1, bridged: %2").arg(text::count(missing), text::count(bridged));
    }
    if (m_work.wish()->traces->isCut)
        parts << tr("too many samples: only the newest");
    if (m_view.selection().size() > mostDetectors)
        parts << tr("the first %1 of %2 detectors").arg(mostDetectors).arg(m_view.selection().size());
    return parts;
}

void SpectrumPage::updateTexts()
{
    const auto range = stretch();
    const bool has = m_work.wish() && !m_spectra.empty();
    m_headline->setText(has ? stretchText(m_work.wish()->traces->range) : range ? stretchText(*range) : noStretchText());
    QStringList amount = has ? madeOf() : QStringList{};
    if (const Error *const problem = m_samples.problem())
        amount << text::error(*problem);
    else if (m_samples.isLoading())
        amount << tr("reading samples: %1 %").arg(100.0 * m_samples.progress(), 0, 'f', 0);
    m_amount->setText(amount.join(u" · "_s));
    m_keep->setText(m_background.empty() ? tr("&Keep as background") : tr("&Forget background"));
    m_keep->setToolTip(m_background.empty() ? tr("Later spectra are drawn over these, which turn grey")
                                            : tr("Background: %1").arg(m_backgroundText));
    m_keep->setEnabled(!m_background.empty() || !m_spectra.empty());
    m_ratio->setEnabled(!m_background.empty());
    if (m_spectra.empty() || m_pointed_Hz <= 0.0) {
        m_readout->setText(tr("Point into a plot to read values there."));
        return;
    }
    QStringList parts{
        tr("%1 Hz (%2)")
            .arg(number(m_pointed_Hz), text::duration(Duration{static_cast<std::int64_t>(1e6 / m_pointed_Hz)}))};
    for (const auto &[name, spectrum] : m_spectra) {
        if (spectrum.density.empty())
            continue;
        const double density = densityAt(spectrum, m_pointed_Hz) * scale(name.signal);
        parts << tr("%1 %2: %3 %4/\u221AHz, a line of %5 %4")
                     .arg(QString::fromStdString(name.location), signalName(name.signal), number(density), unit(),
                          number(density * std::sqrt(2.0 * spectrum.lineWidth_Hz)));
    }
    m_readout->setText(parts.join(u"    "_s));
    m_readout->setToolTip(parts.join(u'\n'));
}

void SpectrumPage::restyle()
{
    colours::apply(*m_plot, palette());
    for (QCPAxisRect *const rect : m_plot->axisRects())
        rect->axis(QCPAxis::atRight)->grid()->setVisible(false);
    const QColor text = palette().color(QPalette::WindowText);
    for (QCPItemStraightLine *const pointer : m_pointers)
        pointer->setPen(QPen{text, 1, Qt::DashLine});
    m_empty->setColor(text);
    draw();
    refresh();
}

QString SpectrumPage::caption() const
{
    return m_headline->text() + u"   "_s + m_legend->accessibleDescription() + u"   "_s + m_amount->text();
}

} // namespace cbpm
