// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendpage.h"

#include "core/types/timetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/legendstrip.h"
#include "ui/plot/colours.h"
#include "ui/plot/envelopeplottable.h"
#include "ui/plot/planes.h"
#include "ui/plot/plotnavigation.h"
#include "ui/plot/timeticker.h"
#include "ui/text/texts.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {

TrendPage::TrendPage(History &history, ViewState &view, QWidget *parent) : Page{u"trend"_s, history, view, parent}
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"trendPlot"_s);
    m_plot->setAccessibleName(tr("Position against time"));
    m_legend = new LegendStrip{this};
    m_legend->setAccessibleName(tr("Shown detectors"));
    m_badge = new QLabel{this};
    m_badge->setObjectName(u"trendBadge"_s);
    m_badge->setTextFormat(Qt::PlainText);
    m_readout = new QLabel{this};
    m_readout->setObjectName(u"trendReadout"_s);
    m_readout->setTextFormat(Qt::PlainText);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *const top = new QHBoxLayout;
    top->addWidget(m_legend, 1);
    top->addWidget(m_badge);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readout);

    createPlanes();
    m_navigation = new PlotNavigation{*m_plot};
    createActions();
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, &TrendPage::showAll);
    connect(m_navigation, &PlotNavigation::valueAxisTaken, this, [this] { m_automaticValues = false; });
    connect(m_navigation, &PlotNavigation::clicked, this,
            [this](double key) { m_view.setCursor(fromAxisSeconds(key)); });
    connect(m_navigation, &PlotNavigation::taken, this, [this] { m_view.setFollowed({}); });
    connect(&view, &ViewState::selectionChanged, this, [this] {
        lookCloser();
        refresh();
    });
    connect(&history.closeup(), &Closeup::changed, this, &TrendPage::refresh);
    connect(&view, &ViewState::cursorChanged, this, &TrendPage::updateCursor);
    connect(&view, &ViewState::unitChanged, this, &TrendPage::restyle);
    connect(&view, &ViewState::zoneChanged, this, &TrendPage::restyle);
    connect(&history, &History::stateChanged, this, [this] {
        if (m_history.state() == History::State::Loading)
            m_rangeShown = false;
        else
            refresh();
    });
    restyle();
}

QString TrendPage::title() const
{
    return tr("Trend");
}

void TrendPage::createPlanes()
{
    const auto rects = cbpm::createPlanes(*m_plot);
    const Quantity quantities[] = {Quantity::X, Quantity::Y};
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        QCPAxis *const time = rects[k]->axis(QCPAxis::atBottom);
        QCPAxis *const values = rects[k]->axis(QCPAxis::atLeft);
        Plane &plane = m_planes[k];
        plane.quantity = quantities[k];
        plane.envelope = new EnvelopePlottable{time, values};
        plane.cursor = new QCPItemStraightLine{m_plot};
        plane.cursor->setClipAxisRect(rects[k]);
        for (QCPItemPosition *const point : plane.cursor->positions())
            point->setAxes(time, values);
    }
    rects[0]->setAutoMargins(QCP::msLeft | QCP::msRight | QCP::msTop);
    rects[0]->setMargins({0, 0, 0, 4});
    m_plot->plotLayout()->setRowSpacing(4);
    QCPAxis *const lower = rects[1]->axis(QCPAxis::atBottom);
    connect(lower, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, [this](const QCPRange &range) {
        if (const auto visible = TimeRange::between(fromAxisSeconds(range.lower), fromAxisSeconds(range.upper)))
            m_view.setVisible(*visible);
        lookCloser();
        updateTraces(); // of the bins at hand, those that are fine enough
        fitValues();
        updateBadge();
    });
}

const RingSeries &TrendPage::series() const
{
    return m_history.seriesFor(m_view.visible());
}

void TrendPage::lookCloser()
{
    if (m_view.visible())
        m_history.closeup().look(*m_view.visible(), m_plot->axisRect(0)->width(), m_view.selection());
}

void TrendPage::createActions()
{
    const auto add = [this](const QString &text, const QList<QKeySequence> &keys, auto slot) {
        auto *const action = new QAction{text, this};
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Undo view change"), {QKeySequence{u"z"_s}, QKeySequence::Undo}, [this] { m_navigation->undo(); });
    add(tr("Redo view change"), {QKeySequence{u"y"_s}, QKeySequence::Redo}, [this] { m_navigation->redo(); });
    add(tr("Show all"), {QKeySequence{u"a"_s}, QKeySequence{Qt::Key_F}}, [this] { showAll(); });
    add(tr("Pan left"), {QKeySequence{Qt::Key_Left}}, [this] { m_navigation->pan(-0.25); });
    add(tr("Pan right"), {QKeySequence{Qt::Key_Right}}, [this] { m_navigation->pan(0.25); });
    add(tr("Zoom in"), {QKeySequence{u"+"_s}, QKeySequence{Qt::SHIFT | Qt::Key_Right}},
        [this] { m_navigation->zoom(0.5); });
    add(tr("Zoom out"), {QKeySequence{u"-"_s}, QKeySequence{Qt::SHIFT | Qt::Key_Left}},
        [this] { m_navigation->zoom(2.0); });
}

void TrendPage::refresh()
{
    updateTraces();
    if (m_view.followed()) {
        m_rangeShown = true;
        showFollowed();
    } else if (!m_rangeShown && !m_history.series().isEmpty() && m_history.series().range()) {
        m_rangeShown = true;
        showAll();
        m_navigation->reset();
    } else {
        fitValues();
    }
    updateBadge();
    updateCursor();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrendPage::updateTraces()
{
    const RingSeries &bins = series();
    const auto interval = bins.interval();
    std::vector<LegendStrip::Entry> entries;
    for (Plane &plane : m_planes) {
        std::vector<EnvelopePlottable::Trace> traces;
        for (std::size_t k = 0; k < m_view.selection().size(); ++k) {
            if (const BinSeries *const found = bins.find(m_view.selection()[k]))
                traces.push_back({found, colourOf(k, plane.quantity)});
        }
        if (interval)
            plane.envelope->setTraces(std::move(traces), plane.quantity, *interval, m_view.lengthFactor());
        const TimeRange *const range = bins.range();
        plane.envelope->setLoaded(range ? TimeRange::between(range->begin(), bins.completeTo()) : std::nullopt);
    }
    for (std::size_t k = 0; m_history.source() && k < m_view.selection().size(); ++k) {
        const int row = m_view.selection()[k];
        const QString name = QString::fromStdString(m_history.source()->table()->at(row).location);
        entries.push_back({colourOf(k, Quantity::X),
                           m_history.series().isEmpty() || bins.find(row) ? name : tr("%1 (no data)").arg(name)});
    }
    m_legend->setEntries(std::move(entries));
}

QColor TrendPage::colourOf(std::size_t index, Quantity quantity) const
{
    const bool dark = colours::isDark(palette());
    if (m_view.selection().size() == 1)
        return quantity == Quantity::X ? colours::horizontal(dark) : colours::vertical(dark);
    return colours::trace(static_cast<int>(index), dark);
}

void TrendPage::showAll()
{
    const TimeRange *const range = m_history.series().range();
    if (!range)
        return;
    m_automaticValues = true;
    m_plot->axisRect(1)->axis(QCPAxis::atBottom)->setRange(axisSeconds(range->begin()), axisSeconds(range->end()));
    fitValues();
    m_navigation->commit();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Time passes: the axis goes along.
void TrendPage::showFollowed()
{
    const TimeRange range = *m_view.followed();
    m_plot->axisRect(1)->axis(QCPAxis::atBottom)->setRange(axisSeconds(range.begin()), axisSeconds(range.end()));
    fitValues();
    m_navigation->reset();
}

void TrendPage::fitValues()
{
    if (!m_automaticValues)
        return;
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        QCPRange extremes;
        if (!m_planes[k].envelope->visibleExtremes(extremes))
            continue;
        const double margin = std::max(0.06 * extremes.size(), 1e-3 * m_view.lengthFactor());
        m_plot->axisRect(static_cast<int>(k))
            ->axis(QCPAxis::atLeft)
            ->setRange(extremes.lower - margin, extremes.upper + margin);
    }
}

void TrendPage::restyle()
{
    colours::apply(*m_plot, palette());
    const QString names[] = {tr("x [%1], + outward"), tr("y [%1], + up")};
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        QCPAxisRect *const rect = m_plot->axisRect(static_cast<int>(k));
        rect->axis(QCPAxis::atLeft)->setLabel(names[k].arg(m_view.lengthUnit()));
        for (const auto side : {QCPAxis::atBottom, QCPAxis::atTop})
            rect->axis(side)->setTicker(QSharedPointer<TimeTicker>::create(m_view.zone()));
        m_planes[k].cursor->setPen(QPen{palette().color(QPalette::WindowText), 1, Qt::DashLine});
    }
    const TimePoint at = m_view.visible() ? m_view.visible()->begin() : systemNow();
    m_plot->axisRect(1)->axis(QCPAxis::atBottom)->setLabel(text::zone(m_view.zone(), at));
    refresh();
}

void TrendPage::updateCursor()
{
    for (const Plane &plane : m_planes) {
        plane.cursor->setVisible(m_view.cursor().has_value());
        if (m_view.cursor()) {
            const double at = axisSeconds(*m_view.cursor());
            plane.cursor->point1->setCoords(at, 0.0);
            plane.cursor->point2->setCoords(at, 1.0);
        }
    }
    m_readout->setText(readout());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QString TrendPage::readout() const
{
    const RingSeries &shownSeries = series();
    if (!m_view.cursor() || !shownSeries.interval())
        return tr("Click into a plot to read values there.");
    constexpr std::size_t shown = 6;
    QStringList parts{text::time(*m_view.cursor(), m_view.zone(), true) + u' '
                      + text::zone(m_view.zone(), *m_view.cursor())};
    const auto number = [this](double mm) {
        return QLocale{}.toString(mm * m_view.lengthFactor(), 'f', m_view.lengthFactor() > 1.0 ? 1 : 4);
    };
    for (std::size_t k = 0; k < std::min(shown, m_view.selection().size()); ++k) {
        const BinSeries *const bins = shownSeries.find(m_view.selection()[k]);
        if (!bins)
            continue;
        const QString name = QString::fromStdString(bins->location);
        const auto bin = RingSeries::binAt(*bins, *shownSeries.interval(), *m_view.cursor());
        if (!bin || bins->count[*bin] == 0)
            parts << tr("%1: no data").arg(name);
        else
            parts << tr("%1: x %2, y %3 %4")
                         .arg(name, number(bins->of(Quantity::X)[*bin].mean), number(bins->of(Quantity::Y)[*bin].mean),
                              m_view.lengthUnit());
        if (const FlagTally *const tally = bin ? bins->tallyOf(bins->bin[*bin]) : nullptr) {
            const std::vector<std::uint64_t> byFlag{tally->count.begin(), tally->count.end()};
            parts.back() += u" ("_s + text::flags(byFlag, 0xFFFF) + u')';
        }
    }
    if (m_view.selection().size() > shown)
        parts << tr("and %1 more").arg(m_view.selection().size() - shown);
    return parts.join(u"    "_s);
}

void TrendPage::updateBadge()
{
    const RingSeries &shown = series();
    if (shown.isEmpty() || !shown.interval()) {
        m_badge->clear();
        return;
    }
    std::uint64_t points = 0;
    double coverage = 0.0;
    for (const int row : m_view.selection()) {
        const BinSeries *const bins = shown.find(row);
        points += bins ? bins->size() : 0;
        coverage += shown.coverage(row);
    }
    coverage /= static_cast<double>(std::max<std::size_t>(1, m_view.selection().size()));
    m_badge->setText(
        tr("%1 bins · %2 points · %3 % coverage")
            .arg(text::interval(*shown.interval()), text::count(points), QLocale{}.toString(100.0 * coverage, 'f', 1)));
}

QString TrendPage::caption() const
{
    return m_legend->accessibleDescription() + u"   "_s + m_badge->text();
}

} // namespace cbpm
