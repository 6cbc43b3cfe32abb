// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/orbitpage.h"

#include "core/analysis/stretchstatistics.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/orbitcontrols.h"
#include "ui/pages/pagenumbers.h"
#include "ui/plot/colours.h"
#include "ui/plot/planes.h"
#include "ui/plot/plotnavigation.h"
#include "ui/plot/ringaxis.h"
#include "ui/text/texts.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr double barRoom_mm = 2e-3; ///< at least, of a difference
constexpr qsizetype mostNames = 30; ///< longer lists are counted

QString names(const QStringList &locations)
{
    return locations.size() > mostNames ? QString{} : u": "_s + locations.join(u", "_s);
}

} // namespace

OrbitPage::OrbitPage(History &history, ViewState &view, ReferenceStore &store, QWidget *parent)
    : Page{u"orbit"_s, history, view, parent}
{
    m_controls = new OrbitControls{store, this};
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"orbitPlot"_s);
    m_plot->setAccessibleName(tr("Orbit of the whole ring"));
    const auto label = [this](const QString &name) {
        auto *const made = new QLabel{this};
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        made->setWordWrap(true);
        return made;
    };
    m_headline = label(u"orbitHeadline"_s);
    m_numbers = label(u"orbitNumbers"_s);
    m_missingText = label(u"orbitMissing"_s);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addWidget(m_controls);
    auto *const words = new QGridLayout;
    words->addWidget(m_headline, 0, 0);
    words->addWidget(m_numbers, 1, 0);
    words->addWidget(m_controls->keeping(), 0, 1, 2, 1);
    words->setColumnStretch(0, 1);
    words->setVerticalSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_missingText);

    createPlanes();
    m_navigation = new PlotNavigation{*m_plot};
    connect(m_navigation, &PlotNavigation::clicked, this, [this](double key) {
        if (const int row = m_axis->rowNear(key); row != unknownDetector)
            emit detectorChosen(row);
    });
    connect(m_navigation, &PlotNavigation::valueAxisTaken, this, [this] { m_automaticValues = false; });
    const auto showAll = [this] {
        m_automaticValues = true;
        m_axis->showAll();
        refresh();
        m_navigation->commit();
    };
    // Another thing is drawn: its values need a scale of their own.
    const auto showOther = [this] {
        m_automaticValues = true;
        refresh();
    };
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, showAll);
    connect(m_controls, &OrbitControls::changed, this, showOther);
    connect(m_controls, &OrbitControls::axisChanged, this, [this, showAll] {
        m_axis->setById(m_controls->byId());
        restyle();
        showAll();
    });
    connect(m_controls, &OrbitControls::nowWanted, this, [this] {
        m_now = shownOrbit();
        m_controls->setLess(ReferenceChoice::Less::Now);
        refresh();
    });
    connect(m_controls, &OrbitControls::saveWanted, this, [this] { emit saveWanted(shownOrbit()); });
    connect(m_controls, &OrbitControls::referencesWanted, this, &OrbitPage::referencesWanted);
    connect(&history, &History::orbitFound, this, showOther);
    connect(&history, &History::stateChanged, this, [this] {
        m_wanted.reset();
        m_stretchRange.reset();
        refresh();
    });
    for (const auto moved :
         {&ViewState::cursorChanged, &ViewState::selectionChanged, &ViewState::zoneChanged, &ViewState::marksChanged})
        connect(&view, moved, this, &OrbitPage::refresh);
    connect(&view, &ViewState::visibleChanged, this, [this] {
        if (of() == OrbitControls::Of::Stretch)
            refresh();
    });
    connect(&view.vetoes(), &Vetoes::changed, this, &OrbitPage::refresh);
    connect(&view, &ViewState::unitChanged, this, &OrbitPage::restyle);
    restyle();
}

OrbitPage::~OrbitPage() = default;

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
    rects[0]->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msTop);
    rects[0]->setMargins({0, 0, 0, 4});
    m_plot->plotLayout()->setRowSpacing(4);
    m_axis = std::make_unique<RingAxis>(*m_plot, rects);
    const Quantity quantities[] = {Quantity::X, Quantity::Y};
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        QCPAxis *const keys = rects[k]->axis(QCPAxis::atBottom);
        QCPAxis *const values = rects[k]->axis(QCPAxis::atLeft);
        Plane &plane = m_planes[k];
        plane.quantity = quantities[k];
        plane.mean = m_plot->addGraph(keys, values);
        plane.bars = new QCPErrorBars{keys, values};
        plane.bars->setDataPlottable(plane.mean);
        plane.bars->setWhiskerWidth(0);
        plane.bars->setSymbolGap(0);
        for (QCPGraph **const points : {&plane.vetoed, &plane.missing, &plane.chosen}) {
            *points = m_plot->addGraph(keys, values);
            (*points)->setLineStyle(QCPGraph::lsNone);
        }
    }
}

bool OrbitPage::isVetoed(int row) const
{
    return m_view.vetoes().isVetoed(row);
}

/// One trigger is always read whole.
bool OrbitPage::wasAsked(int row) const
{
    return of() == OrbitControls::Of::Trigger || m_history.series().wasAsked(row);
}

/// While time passes the orbit is the newest trigger's, not the mean of a bin that is still growing.
OrbitControls::Of OrbitPage::of() const
{
    const bool isBin = m_controls->of() == OrbitControls::Of::Bin;
    return isBin && m_view.followed() && m_history.orbit() ? OrbitControls::Of::Trigger : m_controls->of();
}

/// Asks for the trigger at the cursor, once per time and load.
void OrbitPage::wantOrbit()
{
    if (of() != OrbitControls::Of::Trigger || !m_view.cursor() || !isVisible())
        return;
    // A new load drops the orbit that was found for the old one.
    const bool isFound = m_history.orbit() && m_history.orbit()->trigger == triggerOf(*m_view.cursor());
    if (isFound || m_wanted == m_view.cursor())
        return;
    m_wanted = m_view.cursor();
    m_history.findOrbit(*m_wanted);
}

std::optional<RingOrbit> OrbitPage::stretchOrbit()
{
    const RingSeries &series = m_history.series();
    const auto wanted = stretch();
    if (!wanted) {
        m_problem = tr("A and B are outside of what is loaded.");
        return std::nullopt;
    }
    const TimeRange whole = onBinEdges(*wanted, *series.interval(), *series.range());
    if (m_stretchRange != whole) {
        m_stretch = orbitOver(series, m_table->size(), whole);
        m_stretchRange = whole;
    }
    return m_stretch;
}

std::optional<RingOrbit> OrbitPage::measured()
{
    const int rows = m_table->size();
    if (!m_history.series().interval() || !m_view.cursor()) {
        m_problem = tr("No orbit: fetch a range, then click into the trend.");
        return std::nullopt;
    }
    switch (of()) {
    case OrbitControls::Of::Stretch:
        return stretchOrbit();
    case OrbitControls::Of::Trigger:
        if (m_history.orbit())
            return orbitOf(*m_history.orbit(), rows);
        m_problem = tr("Reading the trigger at the cursor");
        return std::nullopt;
    case OrbitControls::Of::Bin:
        break;
    }
    return orbitAt(m_history.series(), rows, *m_view.cursor());
}

void OrbitPage::compose()
{
    m_problem.clear();
    m_lessText.clear();
    m_drawn.reset();
    m_measured = measured();
    if (!m_measured)
        return;
    const Subtrahend less = m_controls->reference().subtrahend(m_history.series(), m_view, *m_table, m_tableVersion,
                                                               m_now ? &*m_now : nullptr);
    m_problem = less.problem;
    m_lessText = less.text;
    if (m_problem.isEmpty())
        m_drawn = less.orbit ? difference(*m_measured, *less.orbit) : *m_measured;
}

/// Whatever is drawn goes by rows of the source's table.
void OrbitPage::takeTable()
{
    m_table = m_history.source()->table();
    m_tableVersion = m_table->version();
    m_axis->setTable(m_table);
    m_axis->restyle(palette());
    m_axis->showAll();
    m_stretchRange.reset();
    m_automaticValues = true;
}

void OrbitPage::refresh()
{
    if (!m_history.source())
        return;
    if (m_table != m_history.source()->table())
        takeTable();
    wantOrbit();
    compose();
    for (std::size_t k = 0; k < m_planes.size(); ++k)
        updatePlane(m_planes[k], static_cast<int>(k));
    updateTexts();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void OrbitPage::updatePlane(const Plane &plane, int rect)
{
    struct Points
    {
        QVector<double> keys, values;
        void add(double key, double value)
        {
            keys.append(key);
            values.append(value);
        }
    } line, vetoed, missing, chosen;
    QVector<double> below, above;
    QCPRange values; // of the means, and with their bars
    QCPRange reaches;
    bool found = false;
    const double factor = m_view.lengthFactor();
    const auto bars = m_controls->bars();
    const std::vector<int> &selection = m_view.selection();
    for (const int row : m_drawn ? m_axis->rows() : std::vector<int>{}) {
        const double key = m_axis->keyOf(row);
        const OrbitReading &reading = m_drawn->rows[static_cast<std::size_t>(row)];
        const Moments &moments = reading.of(plane.quantity);
        const double value = moments.mean * factor;
        if (isVetoed(row)) {
            if (!std::isnan(value))
                vetoed.add(key, value);
            continue; // the line passes it by
        }
        const double std = moments.std(reading.count) * factor;
        const bool extreme = bars == OrbitControls::Bars::Extremes;
        const bool none = bars == OrbitControls::Bars::None || std::isnan(value) || (!extreme && std::isnan(std));
        line.add(key, value); // breaks where there is none
        below.append(none ? 0.0 : extreme ? (moments.mean - moments.min) * factor : std);
        above.append(none ? 0.0 : extreme ? (moments.max - moments.mean) * factor : std);
        if (std::isnan(value)) {
            if (wasAsked(row) && m_table->at(row).enabled)
                missing.add(key, 0.0);
            continue;
        }
        if (std::binary_search(selection.begin(), selection.end(), row))
            chosen.add(key, value);
        const QCPRange reach{value - below.back(), value + above.back()};
        values = found ? values.expanded({value, value}) : QCPRange{value, value};
        reaches = found ? reaches.expanded(reach) : reach;
        found = true;
    }
    plane.mean->setData(line.keys, line.values, true);
    plane.bars->setData(below, above);
    plane.vetoed->setData(vetoed.keys, vetoed.values, true);
    plane.chosen->setData(chosen.keys, chosen.values, true);
    QCPAxis *const axis = m_plot->axisRect(rect)->axis(QCPAxis::atLeft);
    if (m_automaticValues && found) {
        if (m_controls->reference().less() != ReferenceChoice::Less::Nothing) {
            // Bars of an injection would flatten the change itself: they may leave the plot.
            const double room = std::max(0.5 * values.size(), barRoom_mm * factor);
            reaches = {std::max(reaches.lower, values.lower - room), std::min(reaches.upper, values.upper + room)};
        }
        const double margin = std::max(0.08 * reaches.size(), 1e-3 * factor);
        axis->setRange(reaches.lower - margin, reaches.upper + margin);
    }
    // Missing ones sit on the lower edge, hollow: seen, and taken for no value.
    missing.values.fill(axis->range().lower + 0.03 * axis->range().size());
    plane.missing->setData(missing.keys, missing.values, true);
}

QString OrbitPage::headline() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const RingSeries &series = m_history.series();
    const int present = static_cast<int>(std::count_if(m_measured->rows.begin(), m_measured->rows.end(),
                                                       [](const auto &row) { return !std::isnan(row.x.mean); }));
    const QString detectors = tr("%1 of %2 detectors").arg(present).arg(m_measured->rows.size());
    const QString begin =
        text::time(*m_measured->time, m_view.zone(), true) + u' ' + text::zone(m_view.zone(), *m_measured->time);
    QString what;
    switch (of()) {
    case OrbitControls::Of::Bin:
        what = tr("%1 · mean over %2").arg(begin, text::interval(*series.interval()));
        break;
    case OrbitControls::Of::Trigger:
        what = tr("%1 · one trigger").arg(begin);
        break;
    case OrbitControls::Of::Stretch:
        what = tr("mean over %1").arg(stretchText(*m_measured->stretch));
        break;
    }
    return what + u" · "_s + m_lessText + u" · "_s + detectors;
}

QString OrbitPage::numbers(Quantity plane) const
{
    const QString name = plane == Quantity::X ? tr("x") : tr("y");
    const OrbitSize size = sizeOf(*m_drawn, plane, [this](int row) { return isVetoed(row); });
    if (size.count == 0)
        return tr("%1: no value").arg(name);
    const int digits = m_view.lengthFactor() > 1.0 ? 1 : 4;
    const auto length = [&](double mm) { return QLocale{}.toString(mm * m_view.lengthFactor(), 'f', digits); };
    return tr("%1: rms %2 %3, largest %4 %3 at %5")
        .arg(name, length(size.rms_mm), m_view.lengthUnit(), length(size.largest_mm),
             QString::fromStdString(m_table->at(size.row).location));
}

/// Who is not drawn, or not counted, and why.
QString OrbitPage::absences() const
{
    const DetectorTable &table = *m_table;
    QStringList missing, vetoed, unreferenced;
    int notLoaded = 0;
    for (int row = 0; row < table.size(); ++row) {
        const QString name = QString::fromStdString(table.at(row).location);
        const auto at = static_cast<std::size_t>(row);
        if (isVetoed(row))
            vetoed << name;
        else if (!wasAsked(row))
            ++notLoaded;
        else if (std::isnan(m_measured->rows[at].x.mean) && table.at(row).enabled)
            missing << name;
        else if (m_drawn && !std::isnan(m_measured->rows[at].x.mean) && std::isnan(m_drawn->rows[at].x.mean))
            unreferenced << name;
    }
    QStringList parts;
    if (notLoaded > 0)
        parts << tr("%1 detectors were not loaded: choose a coarser interval for the whole ring").arg(notLoaded);
    if (!missing.isEmpty())
        parts << tr("%1 missing%2").arg(missing.size()).arg(names(missing));
    if (!vetoed.isEmpty())
        parts << tr("%1 vetoed, drawn hollow%2").arg(vetoed.size()).arg(names(vetoed));
    if (!unreferenced.isEmpty())
        parts << tr("%1 not in the reference%2").arg(unreferenced.size()).arg(names(unreferenced));
    return parts.isEmpty() ? tr("No detector is missing.") : parts.join(u" · "_s);
}

void OrbitPage::updateTexts()
{
    m_headline->setText(headline());
    m_numbers->setText(m_drawn ? numbers(Quantity::X) + u"     "_s + numbers(Quantity::Y) : QString{});
    m_missingText->setText(m_measured ? absences() : QString{});
    m_controls->setCanKeep(m_measured
                           && sizeOf(*m_measured, Quantity::X, [this](int row) { return isVetoed(row); }).count > 0);
    const bool isDifference = m_controls->reference().less() != ReferenceChoice::Less::Nothing;
    const QString forms[] = {isDifference ? tr("Δx [%1], + outward") : tr("x [%1], + outward"),
                             isDifference ? tr("Δy [%1], + up") : tr("y [%1], + up")};
    for (std::size_t k = 0; k < m_planes.size(); ++k)
        m_plot->axisRect(static_cast<int>(k))->axis(QCPAxis::atLeft)->setLabel(forms[k].arg(m_view.lengthUnit()));
}

ReferenceOrbit OrbitPage::shownOrbit() const
{
    if (!m_measured)
        return {};
    ReferenceOrbit orbit = referenceOf(*m_measured, *m_table, [this](int row) { return isVetoed(row); });
    orbit.name = tr("now");
    orbit.tableVersion = m_tableVersion;
    if (m_history.method())
        orbit.method = QString::fromLatin1(methodWord(*m_history.method()));
    return orbit;
}

void OrbitPage::restyle()
{
    colours::apply(*m_plot, palette());
    m_axis->restyle(palette());
    const bool dark = colours::isDark(palette());
    const QColor planes[] = {colours::horizontal(dark), colours::vertical(dark)};
    const QColor grey = palette().color(QPalette::PlaceholderText);
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        const Plane &plane = m_planes[k];
        plane.mean->setPen(QPen{planes[k], 1});
        plane.mean->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssDisc, planes[k], 5});
        plane.bars->setPen(QPen{planes[k], 1});
        plane.vetoed->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssCircle, grey, 6});
        plane.missing->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssCircle, colours::abnormal(dark), 7});
        plane.chosen->setScatterStyle(
            QCPScatterStyle{QCPScatterStyle::ssCircle, palette().color(QPalette::WindowText), 10});
    }
    refresh();
}

QString OrbitPage::caption() const
{
    return m_headline->text() + u"   "_s + m_numbers->text() + u"   "_s + m_missingText->text();
}

QString OrbitPage::plotNumbers() const
{
    return m_drawn && m_history.source() ? orbitNumbers(*m_drawn, *m_history.source()->table()) : QString{};
}

} // namespace cbpm
