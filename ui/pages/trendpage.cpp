// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendpage.h"

#include "core/types/timetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/annotationmarks.h"
#include "ui/pages/legendstrip.h"
#include "ui/pages/trendreadout.h"
#include "ui/pages/viewmarks.h"
#include "ui/plot/colours.h"
#include "ui/plot/planes.h"
#include "ui/plot/plotnavigation.h"
#include "ui/plot/timeticker.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// More strips than these are too low to be read.
constexpr std::size_t mostPlanes = 8;

} // namespace

TrendPage::TrendPage(History &history, ViewState &view, QWidget *parent)
    : Page{u"trend"_s, history, view, parent}, m_measure{&trendMeasures().front()}
{
    createControls();
    m_navigation = new PlotNavigation{*m_plot};
    m_marks = new ViewMarks{*m_plot, view};
    m_annotations = createAnnotationMarks(*m_plot);
    layPlanes();
    createActions();
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, &TrendPage::showAll);
    connect(m_navigation, &PlotNavigation::valueAxisTaken, this, [this] { setAutomatic(false); });
    connect(m_navigation, &PlotNavigation::taken, this, [this] { m_view.setFollowed({}); });
    connect(m_navigation, &PlotNavigation::clicked, this,
            [this](double key) { m_view.setCursor(fromAxisSeconds(key)); });
    connect(m_plot, &QCustomPlot::axisDoubleClick, this, &TrendPage::askLimits);
    connect(&view, &ViewState::selectionChanged, this, [this] {
        lookCloser();
        if (m_strips->isChecked())
            layPlanes();
        refresh();
    });
    connect(&history.closeup(), &Closeup::changed, this, &TrendPage::refresh);
    connect(&view, &ViewState::cursorChanged, this, &TrendPage::updateMarks);
    connect(&view, &ViewState::visibleChanged, this, &TrendPage::showVisible);
    connect(&view, &ViewState::marksChanged, this, &TrendPage::updateMarks);
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

void TrendPage::createControls()
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"trendPlot"_s);
    m_plot->setAccessibleName(tr("Position against time"));
    m_legend = new LegendStrip{this};
    m_legend->setAccessibleName(tr("Shown detectors"));
    m_choice = new QComboBox{this};
    m_choice->setObjectName(u"trendMeasure"_s);
    m_choice->setAccessibleName(tr("What the trend shows"));
    for (const TrendMeasure &measure : trendMeasures())
        m_choice->addItem(measure.title(), measure.name);
    m_rightChoice = new QComboBox{this};
    m_rightChoice->setObjectName(u"trendRight"_s);
    m_rightChoice->setAccessibleName(tr("What the axis at the right shows"));
    m_rightChoice->setToolTip(m_rightChoice->accessibleName());
    m_rightChoice->addItem(tr("right: nothing else"), u"none"_s);
    for (const TrendQuantity &one : rightQuantities())
        m_rightChoice->addItem(tr("right: %1").arg(cbpm::nameOf(one)), wordOf(one));
    m_strips = new QCheckBox{tr("&strips"), this};
    m_strips->setObjectName(u"trendStrips"_s);
    m_strips->setToolTip(tr("Each detector in a plot of its own"));
    m_logarithmic = new QCheckBox{tr("lo&g"), this};
    m_logarithmic->setObjectName(u"trendLog"_s);
    m_logarithmic->setToolTip(tr("Logarithmic values"));
    m_badge = new QLabel{this};
    m_badge->setObjectName(u"trendBadge"_s);
    m_badge->setTextFormat(Qt::PlainText);
    m_readout = new ElidedLabel{this};
    m_readout->setObjectName(u"trendReadout"_s);
    m_readout->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *const top = new QHBoxLayout;
    top->addWidget(m_choice);
    top->addWidget(m_rightChoice);
    top->addWidget(m_strips);
    top->addWidget(m_logarithmic);
    top->addWidget(m_legend, 1);
    top->addWidget(m_badge);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_readout);
    connect(m_choice, &QComboBox::activated, this, [this] { setMeasure(m_choice->currentData().toString()); });
    connect(m_rightChoice, &QComboBox::activated, this, [this](int index) {
        setRight(index > 0 ? std::optional{rightQuantities()[static_cast<std::size_t>(index) - 1]} : std::nullopt);
    });
    connect(m_strips, &QCheckBox::toggled, this, &TrendPage::layPlanes);
    connect(m_logarithmic, &QCheckBox::toggled, this, &TrendPage::restyle);
}

QString TrendPage::title() const
{
    return tr("Trend");
}

QWidget &TrendPage::picture()
{
    return *m_plot;
}

void TrendPage::setMeasure(const QString &name)
{
    for (const TrendMeasure &measure : trendMeasures()) {
        if (measure.name != name)
            continue;
        m_measure = &measure;
        m_choice->setCurrentIndex(m_choice->findData(name));
        layPlanes();
        if (measure.shows(Quantity::Intensity))
            emit quantityWanted(Quantity::Intensity);
    }
}

void TrendPage::setRight(std::optional<TrendQuantity> right)
{
    m_right = right;
    m_rightChoice->setCurrentIndex(std::max(0, m_rightChoice->findData(right ? wordOf(*right) : u"none"_s)));
    layPlanes();
    if (right && right->quantity == Quantity::Intensity)
        emit quantityWanted(Quantity::Intensity);
}

/// Makes the planes anew for what is chosen; the time stays.
void TrendPage::layPlanes()
{
    const QCPRange shown = m_planes.empty() ? QCPRange{0.0, 5.0} : timeAxis()->range();
    createPlanes();
    timeAxis()->setRange(shown);
    restyle();
}

void TrendPage::createPlanes()
{
    std::vector<TrendPlane> planes;
    const std::size_t strips = m_strips->isChecked() ? std::max<std::size_t>(1, m_view.selection().size()) : 1;
    for (std::size_t strip = 0; strip < strips; ++strip) {
        if (planes.size() + m_measure->planes.size() > mostPlanes)
            break;
        for (const TrendQuantity &quantity : m_measure->planes)
            planes.push_back({.shown = quantity, .only = m_strips->isChecked() ? std::optional{strip} : std::nullopt});
    }
    m_planes.clear();
    const auto rects = cbpm::createPlanes(*m_plot, planes.size());
    for (std::size_t k = 0; k < planes.size(); ++k)
        planes[k].create(*rects[k], m_right);
    m_planes = std::move(planes);
    m_annotations->lay(rects);
    m_marks->lay(rects);
    connect(timeAxis(), qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &TrendPage::onTimeAxis);
}

QCPAxis *TrendPage::timeAxis() const
{
    return m_plot->axisRect(m_plot->axisRectCount() - 1)->axis(QCPAxis::atBottom);
}

void TrendPage::onTimeAxis(const QCPRange &range)
{
    if (const auto visible = TimeRange::between(fromAxisSeconds(range.lower), fromAxisSeconds(range.upper)))
        m_view.setVisible(*visible);
    lookCloser();
    updateTraces(); // of the bins at hand, those that are fine enough
    fitValues();
    updateBadge();
}

/// Another page went elsewhere in time.
void TrendPage::showVisible()
{
    const QCPRange wanted{axisSeconds(m_view.visible()->begin()), axisSeconds(m_view.visible()->end())};
    const QCPRange shown = timeAxis()->range();
    constexpr double same_s = 1e-5; // axis seconds are doubles
    if (std::abs(wanted.lower - shown.lower) < same_s && std::abs(wanted.upper - shown.upper) < same_s)
        return;
    timeAxis()->setRange(wanted);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
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
    add(tr("Show all"), {QKeySequence{u"a"_s}, QKeySequence{Qt::Key_F}}, [this] {
        m_navigation->begin();
        showAll();
    });
    add(tr("Pan left"), {QKeySequence{Qt::Key_Left}}, [this] { m_navigation->pan(-0.25); });
    add(tr("Pan right"), {QKeySequence{Qt::Key_Right}}, [this] { m_navigation->pan(0.25); });
    add(tr("Zoom in"), {QKeySequence{u"+"_s}, QKeySequence{Qt::SHIFT | Qt::Key_Right}},
        [this] { m_navigation->zoom(0.5); });
    add(tr("Zoom out"), {QKeySequence{u"-"_s}, QKeySequence{Qt::SHIFT | Qt::Key_Left}},
        [this] { m_navigation->zoom(2.0); });
    add(tr("Put mark A at the cursor"), {QKeySequence{u"1"_s}},
        [this] { m_view.setMarks(m_view.cursor(), m_view.markB()); });
    add(tr("Put mark B at the cursor"), {QKeySequence{u"2"_s}},
        [this] { m_view.setMarks(m_view.markA(), m_view.cursor()); });
    add(tr("Remove the marks"), {QKeySequence{u"0"_s}}, [this] { m_view.setMarks({}, {}); });
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
    } else {
        fitValues();
    }
    updateBadge();
    updateMarks();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void TrendPage::updateTraces()
{
    const RingSeries &bins = series();
    const std::vector<int> &rows = m_view.selection();
    for (const TrendPlane &plane : m_planes) {
        draw(*plane.envelope, plane.shown, plane.only);
        if (plane.right)
            draw(*plane.right, plane.shownRight, plane.only);
    }
    std::vector<LegendStrip::Entry> entries;
    for (std::size_t k = 0; m_history.source() && k < rows.size(); ++k) {
        const QString name = nameOf(rows[k]);
        entries.push_back({colourOf(k, Quantity::X),
                           m_history.series().isEmpty() || bins.find(rows[k]) ? name : tr("%1 (no data)").arg(name)});
    }
    m_legend->setEntries(std::move(entries));
}

void TrendPage::draw(EnvelopePlottable &on, const TrendQuantity &shown, const std::optional<std::size_t> &only)
{
    const RingSeries &bins = series();
    const std::vector<int> &rows = m_view.selection();
    std::vector<EnvelopePlottable::Trace> traces;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (auto found = only.value_or(k) == k ? bins.share(rows[k]) : nullptr)
            traces.push_back({std::move(found), colourOf(k, shown.quantity)});
    }
    if (bins.interval())
        on.setTraces(std::move(traces), shown.quantity, *bins.interval(), shownFactor(shown.quantity, m_view),
                     shown.value);
    on.setLoaded(bins.loaded());
}

QString TrendPage::nameOf(int row) const
{
    return QString::fromStdString(m_history.source()->table()->at(row).location);
}

QColor TrendPage::colourOf(std::size_t index, Quantity quantity) const
{
    const bool dark = colours::isDark(palette());
    if (m_view.selection().size() == 1 && isLength(quantity))
        return quantity == Quantity::X ? colours::horizontal(dark) : colours::vertical(dark);
    return colours::trace(static_cast<int>(index), dark);
}

void TrendPage::showAll()
{
    const TimeRange *const range = m_history.series().range();
    if (!range)
        return;
    setAutomatic(true);
    timeAxis()->setRange(axisSeconds(range->begin()), axisSeconds(range->end()));
    fitValues();
    m_navigation->commit();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// Time passes: the axis goes along.
void TrendPage::showFollowed()
{
    const TimeRange range = *m_view.followed();
    timeAxis()->setRange(axisSeconds(range.begin()), axisSeconds(range.end()));
    fitValues();
}

void TrendPage::setAutomatic(bool automatic)
{
    for (std::size_t k = 0; k < m_planes.size(); ++k) {
        TrendPlane &plane = m_planes[k];
        plane.isAutomatic = automatic && !plane.fixed;
        if (automatic && plane.fixed)
            m_plot->axisRect(static_cast<int>(k))
                ->axis(QCPAxis::atLeft)
                ->setRange(plane.fixed->lower, plane.fixed->upper);
    }
}

void TrendPage::fitValues()
{
    for (const TrendPlane &plane : m_planes)
        plane.fit(m_view);
}

void TrendPage::setLimits(int plane, std::optional<Limits> limits)
{
    m_navigation->begin();
    m_planes[static_cast<std::size_t>(plane)].fixed = limits;
    setAutomatic(true);
    fitValues();
    m_navigation->commit();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QJsonObject TrendPage::state() const
{
    QJsonArray limits;
    for (const TrendPlane &plane : m_planes)
        limits.append(plane.fixed ? QJsonArray{plane.fixed->lower, plane.fixed->upper} : QJsonValue{});
    QJsonObject state = Page::state();
    state[u"limits"_s] = limits;
    return state;
}

void TrendPage::setState(const QJsonObject &state)
{
    Page::setState(state);
    const QJsonArray limits = state.value(u"limits"_s).toArray();
    for (int plane = 0; plane < static_cast<int>(m_planes.size()); ++plane) {
        const QJsonArray ends = limits.at(plane).toArray();
        const Limits wanted{ends.at(0).toDouble(), ends.at(1).toDouble()};
        const bool isFixed = ends.size() == 2 && wanted.lower < wanted.upper;
        setLimits(plane, isFixed ? std::optional{wanted} : std::nullopt);
    }
}

void TrendPage::askLimits(const QCPAxis *axis)
{
    for (int plane = 0; plane < m_plot->axisRectCount(); ++plane) {
        if (m_plot->axisRect(plane)->axis(QCPAxis::atLeft) != axis)
            continue;
        const QLocale locale;
        bool accepted = false;
        const QString answer = QInputDialog::getText(
            this, tr("Limits"), tr("%1: lowest and highest value; empty: automatic").arg(axis->label()),
            QLineEdit::Normal,
            locale.toString(axis->range().lower, 'g', 6) + u' ' + locale.toString(axis->range().upper, 'g', 6),
            &accepted);
        const QStringList parts = answer.split(u' ', Qt::SkipEmptyParts);
        bool isLower = false;
        bool isUpper = false;
        const double lower = parts.size() == 2 ? locale.toDouble(parts[0], &isLower) : 0.0;
        const double upper = parts.size() == 2 ? locale.toDouble(parts[1], &isUpper) : 0.0;
        if (accepted && parts.isEmpty())
            setLimits(plane, std::nullopt);
        else if (accepted && isLower && isUpper && lower < upper)
            setLimits(plane, Limits{lower, upper});
    }
}

void TrendPage::restyle()
{
    colours::apply(*m_plot, palette());
    restyleAxes();
    m_marks->restyle(palette().color(QPalette::WindowText));
    m_annotations->restyle(palette()); // the plot has its own a moment later
    refresh();
}

void TrendPage::restyleAxes()
{
    for (const TrendPlane &plane : m_planes) {
        const bool isOne = plane.only && *plane.only < m_view.selection().size() && m_history.source();
        plane.restyle(m_view, m_logarithmic->isChecked(), isOne ? nameOf(m_view.selection()[*plane.only]) : QString{},
                      palette());
        for (const auto side : {QCPAxis::atBottom, QCPAxis::atTop}) {
            QCPAxis *const axis = plane.envelope->keyAxis()->axisRect()->axis(side);
            axis->setTicker(QSharedPointer<TimeTicker>::create(m_view.zone(), axis));
        }
    }
    const TimePoint at = m_view.visible() ? m_view.visible()->begin() : systemNow();
    timeAxis()->setLabel(text::zone(m_view.zone(), at));
}

void TrendPage::updateMarks()
{
    m_marks->update();
    std::vector<TrendQuantity> shown = m_measure->planes;
    if (m_right)
        shown.push_back(*m_right);
    m_readout->setText(TrendReadout{series(), m_view, std::move(shown)}.text());
    m_plot->replot(QCustomPlot::rpQueuedReplot);
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
