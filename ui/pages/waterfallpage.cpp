// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/waterfallpage.h"

#include "core/types/timetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/annotationmarks.h"
#include "ui/pages/referencechoice.h"
#include "ui/pages/viewmarks.h"
#include "ui/plot/colours.h"
#include "ui/plot/plotnavigation.h"
#include "ui/plot/timeticker.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Of the values, so many at each end may be beyond the ends of the scale: one glitch shall not take all contrast.
constexpr double clippedShare = 0.002;

QCPRange scaleOf(std::vector<double> values, bool isSymmetric)
{
    if (values.empty())
        return {-1.0, 1.0};
    const auto at = [&](double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const double lower = at(clippedShare);
    const double upper = at(1.0 - clippedShare);
    if (isSymmetric) {
        const double reach = std::max({std::abs(lower), std::abs(upper), 1e-9});
        return {-reach, reach};
    }
    return lower < upper ? QCPRange{lower, upper} : QCPRange{lower - 1e-9, lower + 1e-9};
}

} // namespace

const std::vector<WaterfallPage::Choice> &WaterfallPage::choices()
{
    static const std::vector<Choice> all{
        {u"x-change"_s, {Quantity::X}, true},
        {u"y-change"_s, {Quantity::Y}, true},
        {u"x"_s, {Quantity::X}, false},
        {u"y"_s, {Quantity::Y}, false},
        {u"sum"_s, {Quantity::Sum}, false},
        {u"x-rms"_s, {Quantity::X, BinValue::Spread}, false},
        {u"y-rms"_s, {Quantity::Y, BinValue::Spread}, false},
        {u"residual"_s, {Quantity::Residual}, false},
    };
    return all;
}

WaterfallPage::WaterfallPage(History &history, ViewState &view, ReferenceStore &store, QWidget *parent)
    : Page{u"waterfall"_s, history, view, parent}
{
    m_choice = new QComboBox{this};
    m_choice->setObjectName(u"waterfallChoice"_s);
    m_choice->setAccessibleName(tr("What the image shows"));
    for (const Choice &one : choices())
        m_choice->addItem(one.isChange ? tr("change of %1").arg(symbol(one.shown.quantity))
                          : one.shown.value == BinValue::Spread
                              ? tr("rms of %1 per bin").arg(symbol(one.shown.quantity))
                              : symbol(one.shown.quantity),
                          one.name);
    m_against = new ReferenceChoice{store, tr("since the left edge"), false, this};
    m_against->setObjectName(u"waterfallAgainst"_s);
    m_against->setAccessibleName(tr("What the change is against"));
    m_against->setToolTip(m_against->accessibleName());
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"waterfallHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    createPlot();
    auto *const top = new QHBoxLayout;
    top->addWidget(m_choice);
    top->addWidget(m_against);
    top->addWidget(m_headline, 1);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_plot, 1);
    connect(m_choice, &QComboBox::activated, this, &WaterfallPage::restyle);
    connect(m_against, &ReferenceChoice::changed, this, &WaterfallPage::refresh);
    m_navigation = new PlotNavigation{*m_plot};
    m_annotations = createAnnotationMarks(*m_plot);
    m_annotations->lay({m_plot->axisRect()}, true);
    m_marks = new ViewMarks{*m_plot, view};
    m_marks->lay({m_plot->axisRect()});
    connect(m_navigation, &PlotNavigation::clicked, this, &WaterfallPage::onClick);
    connect(m_navigation, &PlotNavigation::taken, this, [this] { m_view.setFollowed({}); });
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, [this] {
        if (const TimeRange *const range = m_history.series().range())
            m_view.setVisible(*range);
        updateRows();
        m_navigation->commit();
    });
    connect(m_plot->xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, [this](const QCPRange &range) {
        if (const auto visible = TimeRange::between(fromAxisSeconds(range.lower), fromAxisSeconds(range.upper)))
            m_view.setVisible(*visible);
    });
    for (const auto changed : {&ViewState::visibleChanged, &ViewState::cursorChanged, &ViewState::marksChanged})
        connect(&view, changed, this, &WaterfallPage::refresh);
    for (const auto changed : {&ViewState::unitChanged, &ViewState::zoneChanged})
        connect(&view, changed, this, &WaterfallPage::restyle);
    connect(&history, &History::stateChanged, this, &WaterfallPage::refresh);
    connect(&history, &History::opened, this, &WaterfallPage::updateRows);
    restyle();
}

QString WaterfallPage::title() const
{
    return tr("Waterfall");
}

QWidget &WaterfallPage::picture()
{
    return *m_plot;
}

void WaterfallPage::createPlot()
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"waterfallPlot"_s);
    m_plot->setAccessibleName(tr("The whole ring against time"));
    m_plot->axisRect()->setupFullAxesBox(true);
    m_plot->yAxis->setRangeReversed(true); // the first detector on top
    m_map = new QCPColorMap{m_plot->xAxis, m_plot->yAxis};
    m_map->setInterpolate(false);
    m_map->setTightBoundary(true);
    m_scale = new QCPColorScale{m_plot};
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(14);
    m_plot->plotLayout()->addElement(0, 1, m_scale);
    m_map->setColorScale(m_scale);
    auto *const margins = new QCPMarginGroup{m_plot};
    m_plot->axisRect()->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
}

const WaterfallPage::Choice &WaterfallPage::choice() const
{
    return choices()[static_cast<std::size_t>(m_choice->currentIndex())];
}

Subtrahend WaterfallPage::subtrahend() const
{
    return m_against->subtrahend(m_history.series(), m_view, *m_history.source()->table(), m_tableVersion);
}

void WaterfallPage::setChoice(const QString &name)
{
    if (const int found = m_choice->findData(name); found >= 0) {
        m_choice->setCurrentIndex(found);
        restyle();
    }
}

void WaterfallPage::updateRows()
{
    if (!m_history.source())
        return;
    const DetectorTable &table = *m_history.source()->table();
    m_tableVersion = table.version();
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    constexpr int apart = 4; // as many names as can be read
    for (int row = 0; row < table.size(); row += apart)
        names->addTick(row, QString::fromStdString(table.at(row).location));
    m_plot->yAxis->setTicker(names);
    m_plot->yAxis->setRange(-0.5, table.size() - 0.5);
}

void WaterfallPage::refresh()
{
    if (!m_history.source() || !isVisible())
        return;
    if (m_plot->yAxis->range().size() <= 5.0)
        updateRows();
    const auto visible = m_view.followed() ? m_view.followed() : m_view.visible();
    if (visible) {
        const QSignalBlocker quiet{m_plot->xAxis};
        m_plot->xAxis->setRange(axisSeconds(visible->begin()), axisSeconds(visible->end()));
        m_plot->xAxis2->setRange(m_plot->xAxis->range());
    }
    fill();
    m_marks->update();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

/// One cell of the image per column of pixels and detector: the mean over the samples there.
void WaterfallPage::fill()
{
    const RingSeries &series = m_history.series();
    const int rows = m_history.source()->table()->size();
    const QCPRange keys = m_plot->xAxis->range();
    const auto visible = TimeRange::between(fromAxisSeconds(keys.lower), fromAxisSeconds(keys.upper));
    if (series.isEmpty() || !series.interval() || !visible) {
        m_map->data()->clear();
        m_headline->setText(tr("No data: fetch a range."));
        return;
    }
    const auto bins = static_cast<std::int64_t>(visible->duration() / series.interval()->width()) + 1;
    const int columns = static_cast<int>(std::clamp<std::int64_t>(bins, 1, std::max(1, m_plot->axisRect()->width())));
    const double width = keys.size() / columns;
    m_map->data()->setSize(columns, rows);
    m_map->data()->setRange({keys.lower + width / 2, keys.upper - width / 2}, {0.0, rows - 1.0});
    const Choice &shown = choice();
    const Subtrahend less = shown.isChange ? subtrahend() : Subtrahend{};
    if (!less.problem.isEmpty()) {
        m_map->data()->clear();
        m_headline->setText(less.problem);
        return;
    }
    const double factor = shownFactor(shown.shown.quantity, m_view);
    std::vector<double> values;
    int present = 0;
    for (int row = 0; row < rows; ++row) {
        const BinSeries *const found = series.find(row);
        const auto cells =
            found ? pixelColumns(*found, shown.shown.quantity, *series.interval(), *visible, columns, shown.shown.value)
                  : std::vector<PixelColumn>(static_cast<std::size_t>(columns));
        std::optional<double> first; // what is taken off, where it is a change
        if (less.orbit)
            first = less.orbit->rows[static_cast<std::size_t>(row)].of(shown.shown.quantity).mean * factor;
        bool isPresent = false;
        for (int column = 0; column < columns; ++column) {
            const PixelColumn &cell = cells[static_cast<std::size_t>(column)];
            double value = qQNaN();
            if (!cell.isEmpty()) {
                value = cell.mean * factor;
                first = first.value_or(value);
                value -= shown.isChange ? *first : 0.0;
            }
            if (!std::isnan(value)) { // a reference need not have every detector
                values.push_back(value);
                isPresent = true;
            }
            m_map->data()->setCell(column, row, value);
        }
        present += isPresent;
    }
    m_map->setDataRange(scaleOf(std::move(values), shown.isChange));
    const QString amount =
        tr("%1 of %2 detectors · %3 bins").arg(present).arg(rows).arg(text::interval(*series.interval()));
    const QString grey = less.orbit ? tr("grey: no data, or none in the reference") : tr("grey: no data");
    m_headline->setText((shown.isChange ? QStringList{amount, less.text, grey} : QStringList{amount, grey})
                            .join(u" · "_s));
}

void WaterfallPage::restyle()
{
    colours::apply(*m_plot, palette());
    const Choice &shown = choice();
    QCPColorGradient gradient = shown.isChange ? colours::diverging(colours::isDark(palette())) : colours::sequential();
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(QColor{128, 128, 128});
    m_map->setGradient(gradient);
    QCPAxis *const scale = m_scale->axis();
    const QColor text = palette().color(QPalette::WindowText);
    scale->setLabel(axisLabel(shown.shown, m_view));
    scale->setLabelColor(text);
    scale->setTickLabelColor(text);
    scale->setTickPen(QPen{text});
    scale->setBasePen(QPen{text});
    m_plot->xAxis->setTicker(QSharedPointer<TimeTicker>::create(m_view.zone(), m_plot->xAxis));
    const TimePoint at = m_view.visible() ? m_view.visible()->begin() : systemNow();
    m_plot->xAxis->setLabel(text::zone(m_view.zone(), at));
    m_marks->restyle(text);
    m_annotations->restyle(palette()); // the plot has its own a moment later
    m_against->setEnabled(shown.isChange);
    refresh();
}

void WaterfallPage::onClick(double key, const QPoint &position)
{
    if (!m_history.source())
        return;
    m_view.setCursor(fromAxisSeconds(key));
    const int row = static_cast<int>(std::lround(m_plot->yAxis->pixelToCoord(position.y())));
    if (row >= 0 && row < m_history.source()->table()->size())
        emit detectorChosen(row);
}

QString WaterfallPage::caption() const
{
    return m_choice->currentText() + u"   "_s + m_headline->text();
}

} // namespace cbpm
