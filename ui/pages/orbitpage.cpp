// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/orbitpage.h"

#include "core/types/timetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/plot/planes.h"
#include "ui/plot/plotnavigation.h"
#include "ui/text/texts.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {

OrbitPage::OrbitPage(History &history, ViewState &view, QWidget *parent) : Page{u"orbit"_s, history, view, parent}
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"orbitPlot"_s);
    m_plot->setAccessibleName(tr("Orbit of the whole ring"));
    m_headline = new QLabel{this};
    m_headline->setObjectName(u"orbitHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_missingText = new QLabel{this};
    m_missingText->setObjectName(u"orbitMissing"_s);
    m_missingText->setTextFormat(Qt::PlainText);
    m_missingText->setWordWrap(true);
    m_byId = new QCheckBox{tr("by &id instead of s"), this};
    m_byId->setObjectName(u"orbitById"_s);

    m_oneTrigger = new QCheckBox{tr("one &trigger instead of the bin"), this};
    m_oneTrigger->setObjectName(u"orbitOneTrigger"_s);

    auto *const top = new QHBoxLayout;
    top->addWidget(m_headline, 1);
    top->addWidget(m_oneTrigger);
    top->addWidget(m_byId);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_missingText);

    createPlanes();
    m_navigation = new PlotNavigation{*m_plot};
    connect(m_navigation, &PlotNavigation::clicked, this, &OrbitPage::chooseNear);
    connect(m_navigation, &PlotNavigation::valueAxisTaken, this, [this] { m_automaticValues = false; });
    const auto showAll = [this] {
        m_automaticValues = true;
        updateKeys();
        refresh();
        m_navigation->commit();
    };
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, showAll);
    connect(m_byId, &QCheckBox::toggled, this, showAll);
    connect(m_oneTrigger, &QCheckBox::toggled, this, showAll);
    connect(&history, &History::orbitFound, this, showAll);
    connect(&history, &History::opened, this, showAll);
    connect(&history, &History::stateChanged, this, [this] {
        m_wanted.reset();
        refresh();
    });
    connect(&view, &ViewState::cursorChanged, this, &OrbitPage::refresh);
    connect(&view, &ViewState::selectionChanged, this, &OrbitPage::refresh);
    connect(&view, &ViewState::zoneChanged, this, &OrbitPage::refresh);
    connect(&view, &ViewState::unitChanged, this, &OrbitPage::restyle);
    restyle();
}

QString OrbitPage::title() const
{
    return tr("Orbit");
}

QWidget &OrbitPage::picture()
{
    return *m_plot;
}

void OrbitPage::createPlanes()
{
    const auto rects = cbpm::createPlanes(*m_plot);
    const Quantity quantities[] = {Quantity::X, Quantity::Y};
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        QCPAxis *const keys = rects[k]->axis(QCPAxis::atBottom);
        QCPAxis *const values = rects[k]->axis(QCPAxis::atLeft);
        Plane &plane = m_planes[k];
        plane.quantity = quantities[k];
        plane.mean = m_plot->addGraph(keys, values);
        plane.extremes = new QCPErrorBars{keys, values};
        plane.extremes->setDataPlottable(plane.mean);
        plane.extremes->setWhiskerWidth(0);
        plane.extremes->setSymbolGap(0);
        plane.missing = m_plot->addGraph(keys, values);
        plane.missing->setLineStyle(QCPGraph::lsNone);
        plane.chosen = m_plot->addGraph(keys, values);
        plane.chosen->setLineStyle(QCPGraph::lsNone);
    }
    // Names of detectors stand along the top, as many as fit.
    rects[0]->axis(QCPAxis::atTop)->setTickLabels(true);
}

double OrbitPage::keyOf(int row) const
{
    const Detector &detector = m_history.source()->table()->at(row);
    return m_byId->isChecked() ? detector.id : detector.s_m;
}

void OrbitPage::updateKeys()
{
    if (!m_history.source())
        return;
    const DetectorTable &table = *m_history.source()->table();
    QCPRange range;
    bool found = false;
    for (int row = 0; row < table.size(); ++row) {
        const double key = keyOf(row);
        if (!std::isfinite(key))
            continue;
        range = found ? range.expanded(QCPRange{key, key}) : QCPRange{key, key};
        found = true;
    }
    const double margin = std::max(1.0, 0.01 * range.size());
    m_plot->axisRect(1)->axis(QCPAxis::atBottom)->setRange(range.lower - margin, range.upper + margin);
    m_plot->axisRect(1)->axis(QCPAxis::atBottom)->setLabel(m_byId->isChecked() ? tr("detector id") : tr("s [m]"));
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const double nearest = range.size() / 22.0; // labels may not run into each other
    double last = -1e9;
    for (int row = 0; row < table.size(); ++row) {
        const double key = keyOf(row);
        if (!m_byId->isChecked() && key - last < nearest)
            continue;
        if (m_byId->isChecked() && table.at(row).id % 5 != 0)
            continue;
        names->addTick(key, QString::fromStdString(table.at(row).location));
        last = key;
    }
    m_plot->axisRect(0)->axis(QCPAxis::atTop)->setTicker(names);
}

/// Asks for the trigger at the cursor, once per time and load.
void OrbitPage::wantOrbit()
{
    if (!m_oneTrigger->isChecked() || !m_view.cursor() || !isVisible())
        return;
    // A new load drops the orbit that was found for the old one.
    const bool isFound = m_history.orbit() && m_history.orbit()->trigger == triggerOf(*m_view.cursor());
    if (isFound || m_wanted == m_view.cursor())
        return;
    m_wanted = m_view.cursor();
    m_history.findOrbit(*m_wanted);
}

std::optional<Moments> OrbitPage::valueOf(int row, Quantity quantity) const
{
    if (m_oneTrigger->isChecked()) {
        if (!m_history.orbit())
            return std::nullopt;
        for (const OrbitPoint &point : m_history.orbit()->points) {
            const double value = quantity == Quantity::X ? point.x : point.y;
            if (point.row == row && std::isfinite(value))
                return Moments{value, 0.0, value, value};
        }
        return std::nullopt;
    }
    const RingSeries &series = m_history.series();
    const BinSeries *const bins = series.find(row);
    const auto bin = bins ? RingSeries::binAt(*bins, *series.interval(), *m_view.cursor()) : std::nullopt;
    return bin && bins->count[*bin] > 0 ? std::optional{bins->of(quantity)[*bin]} : std::nullopt;
}

void OrbitPage::refresh()
{
    if (!m_history.source())
        return;
    wantOrbit();
    m_missing.clear();
    m_present = 0;
    m_notLoaded = 0;
    for (std::size_t k = 0; k < m_planes.size(); ++k)
        updatePlane(m_planes[k], static_cast<int>(k));
    updateHeadline();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void OrbitPage::updatePlane(Plane &plane, int rect)
{
    const RingSeries &series = m_history.series();
    const double factor = m_view.lengthFactor();
    struct Point
    {
        double key, mean, below, above;
    };
    std::vector<Point> points;
    QVector<double> missing;
    QVector<double> chosenKeys;
    QVector<double> chosenValues;
    const DetectorTable &table = *m_history.source()->table();
    const bool first = rect == 0;
    for (int row = 0; row < table.size() && series.interval() && m_view.cursor(); ++row) {
        if (!m_oneTrigger->isChecked() && !series.wasAsked(row)) {
            m_notLoaded += first;
            continue;
        }
        const auto value = valueOf(row, plane.quantity);
        if (!value) {
            missing.append(keyOf(row));
            points.push_back({keyOf(row), qQNaN(), 0.0, 0.0}); // the line breaks there
            if (first)
                m_missing << QString::fromStdString(table.at(row).location);
            continue;
        }
        const Moments &moments = *value;
        points.push_back({keyOf(row), moments.mean * factor, (moments.mean - moments.min) * factor,
                          (moments.max - moments.mean) * factor});
        m_present += first;
        if (std::find(m_view.selection().begin(), m_view.selection().end(), row) != m_view.selection().end()) {
            chosenKeys.append(points.back().key);
            chosenValues.append(points.back().mean);
        }
    }
    std::sort(points.begin(), points.end(), [](const Point &a, const Point &b) { return a.key < b.key; });
    QVector<double> keys, values, below, above;
    QCPRange extremes;
    bool found = false;
    for (const Point &point : points) {
        keys.append(point.key);
        values.append(point.mean);
        below.append(point.below);
        above.append(point.above);
        if (std::isnan(point.mean))
            continue;
        extremes = !found ? QCPRange{point.mean - point.below, point.mean + point.above}
                          : extremes.expanded({point.mean - point.below, point.mean + point.above});
        found = true;
    }
    plane.mean->setData(keys, values, true);
    plane.extremes->setData(below, above);
    plane.chosen->setData(chosenKeys, chosenValues);
    QCPAxis *const axis = m_plot->axisRect(rect)->axis(QCPAxis::atLeft);
    if (m_automaticValues && found) {
        const double margin = std::max(0.08 * extremes.size(), 1e-3 * factor);
        axis->setRange(extremes.lower - margin, extremes.upper + margin);
    }
    // Missing ones sit on the lower edge, hollow: seen, and taken for no value.
    plane.missing->setData(missing, QVector<double>(missing.size(), axis->range().lower + 0.03 * axis->range().size()));
}

void OrbitPage::updateHeadline()
{
    const RingSeries &series = m_history.series();
    if (!series.interval() || !m_view.cursor()) {
        m_headline->setText(tr("No orbit: fetch a range, then click into the trend."));
        m_missingText->clear();
        return;
    }
    if (m_oneTrigger->isChecked() && !m_history.orbit()) {
        m_headline->setText(tr("Reading the trigger at the cursor"));
        m_missingText->clear();
        return;
    }
    const TimePoint trigger = m_history.orbit() ? triggerTime(m_history.orbit()->trigger) : TimePoint{};
    const TimePoint begin = series.interval()->binBegin(series.interval()->binAt(*m_view.cursor()));
    if (m_oneTrigger->isChecked())
        m_headline->setText(tr("%1 %2 · one trigger · %3 of %4 detectors")
                                .arg(text::time(trigger, m_view.zone(), true), text::zone(m_view.zone(), trigger))
                                .arg(m_present)
                                .arg(m_history.source()->table()->size()));
    else
        m_headline->setText(tr("%1 %2 · mean, min and max over %3 · %4 of %5 detectors")
                                .arg(text::time(begin, m_view.zone(), true), text::zone(m_view.zone(), begin),
                                     text::interval(*series.interval()))
                                .arg(m_present)
                                .arg(m_history.source()->table()->size()));
    if (m_notLoaded > 0) {
        m_missingText->setText(
            tr("%1 detectors were not loaded: choose a coarser interval for the whole ring").arg(m_notLoaded));
        return;
    }
    m_missingText->setText(m_missing.isEmpty() ? tr("No detector is missing.")
                           : m_missing.size() > 30
                               ? tr("missing detectors: %1").arg(m_missing.size())
                               : tr("%1 missing: %2").arg(m_missing.size()).arg(m_missing.join(u", "_s)));
}

void OrbitPage::chooseNear(double key)
{
    if (!m_history.source())
        return;
    int best = -1;
    for (int row = 0; row < m_history.source()->table()->size(); ++row) {
        if (best < 0 || std::abs(keyOf(row) - key) < std::abs(keyOf(best) - key))
            best = row;
    }
    if (best >= 0)
        emit detectorChosen(best);
}

void OrbitPage::restyle()
{
    colours::apply(*m_plot, palette());
    const bool dark = colours::isDark(palette());
    const QColor planes[] = {colours::horizontal(dark), colours::vertical(dark)};
    const QString names[] = {tr("x [%1], + outward"), tr("y [%1], + up")};
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        Plane &plane = m_planes[k];
        plane.mean->setPen(QPen{planes[k], 1});
        plane.mean->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssDisc, planes[k], 5});
        plane.extremes->setPen(QPen{planes[k], 1});
        plane.missing->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssCircle, colours::abnormal(dark), 7});
        plane.chosen->setScatterStyle(
            QCPScatterStyle{QCPScatterStyle::ssCircle, palette().color(QPalette::WindowText), 10});
        m_plot->axisRect(static_cast<int>(k))->axis(QCPAxis::atLeft)->setLabel(names[k].arg(m_view.lengthUnit()));
    }
    refresh();
}

QString OrbitPage::caption() const
{
    return m_headline->text() + u"   "_s + m_missingText->text();
}

} // namespace cbpm
