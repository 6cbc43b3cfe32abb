// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/buttonspage.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/trendmeasure.h"
#include "ui/pages/legendstrip.h"
#include "ui/plot/colours.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// More groups of bars than these cannot be told apart.
constexpr std::size_t mostDetectors = 12;
/// As one looks along the beam: top before bottom, inner before outer.
constexpr Quantity shownButtons[] = {Quantity::TopInner, Quantity::TopOuter, Quantity::BottomInner,
                                     Quantity::BottomOuter};
constexpr Quantity numbers[] = {Quantity::TopInner, Quantity::TopOuter, Quantity::BottomInner, Quantity::BottomOuter,
                                Quantity::Sum,      Quantity::Q,        Quantity::Residual};

} // namespace

ButtonsPage::ButtonsPage(History &history, ViewState &view, QWidget *parent) : Page{u"buttons"_s, history, view, parent}
{
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"buttonsHeadline"_s);
    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    createPlot();
    createTable();
    m_picture = new QWidget{this};
    m_legend = new LegendStrip{m_picture};
    m_legend->setObjectName(u"buttonsLegend"_s);
    m_legend->setAccessibleName(tr("Buttons"));
    auto *const pictured = new QVBoxLayout{m_picture};
    pictured->setContentsMargins(0, 0, 0, 0);
    pictured->addWidget(m_legend);
    pictured->addWidget(m_plot, 3);
    pictured->addWidget(m_table, 1);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    layout->addWidget(m_headline);
    layout->addWidget(m_picture, 1);
    for (const auto changed : {&ViewState::cursorChanged, &ViewState::selectionChanged, &ViewState::zoneChanged})
        connect(&view, changed, this, &ButtonsPage::refresh);
    connect(&history, &History::stateChanged, this, &ButtonsPage::refresh);
    restyle();
}

QString ButtonsPage::title() const
{
    return tr("Buttons");
}

QWidget &ButtonsPage::picture()
{
    return *m_picture;
}

void ButtonsPage::createPlot()
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"buttonsPlot"_s);
    m_plot->setMinimumHeight(60); // one of no height cannot be drawn
    m_plot->setAccessibleName(tr("Button amplitudes"));
    m_plot->axisRect()->setupFullAxesBox(true);
    m_plot->yAxis->setLabel(tr("button amplitude [ADU]"));
    auto *const group = new QCPBarsGroup{m_plot};
    group->setSpacingType(QCPBarsGroup::stAbsolute);
    group->setSpacing(2);
    for (std::size_t k = 0; k < m_bars.size(); ++k) {
        m_bars[k] = new QCPBars{m_plot->xAxis, m_plot->yAxis};
        m_bars[k]->setWidth(0.18);
        m_bars[k]->setBarsGroup(group);
        m_widths[k] = new QCPErrorBars{m_plot->xAxis, m_plot->yAxis};
        m_widths[k]->setDataPlottable(m_bars[k]);
    }
}

void ButtonsPage::createTable()
{
    m_table = new QTableWidget{this};
    m_table->setObjectName(u"buttonsTable"_s);
    m_table->setAccessibleName(tr("Button amplitudes, sum, q and residual of the selected detectors"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    QStringList titles{tr("Detector")};
    for (const Quantity quantity : numbers)
        titles << symbol(quantity);
    titles << tr("samples") << tr("flags");
    m_table->setColumnCount(static_cast<int>(titles.size()));
    m_table->setHorizontalHeaderLabels(titles);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this](int line) {
        if (static_cast<std::size_t>(line) < m_view.selection().size())
            emit detectorChosen(m_view.selection()[static_cast<std::size_t>(line)]);
    });
}

std::vector<ButtonsPage::Reading> ButtonsPage::readings() const
{
    std::vector<Reading> shown;
    const RingSeries &series = m_history.series();
    for (const int row : m_view.selection()) {
        if (shown.size() == mostDetectors)
            break;
        const BinSeries *const bins = series.find(row);
        const bool canRead = bins && series.interval() && m_view.cursor();
        const auto bin = canRead ? RingSeries::binAt(*bins, *series.interval(), *m_view.cursor()) : std::nullopt;
        shown.push_back({row, bins, bin});
    }
    return shown;
}

void ButtonsPage::refresh()
{
    if (!m_history.source() || !isVisible())
        return;
    const std::vector<Reading> shown = readings();
    updateBars(shown);
    updateLimits(shown);
    updateTable(shown);
    updateHeadline(shown);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void ButtonsPage::updateBars(const std::vector<Reading> &shown)
{
    const DetectorTable &table = *m_history.source()->table();
    double highest = 0.0;
    for (std::size_t k = 0; k < m_bars.size(); ++k) {
        QVector<double> keys, values, widths;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const Reading &reading = shown[i];
            if (!reading.bin || reading.bins->count[*reading.bin] == 0)
                continue;
            const Moments &moments = reading.bins->of(shownButtons[k])[*reading.bin];
            const std::uint64_t count = reading.bins->count[*reading.bin];
            keys.append(static_cast<double>(i));
            values.append(moments.mean);
            widths.append(count > 1 ? moments.std(count) : 0.0);
            highest = std::max(highest, moments.mean + widths.last());
        }
        m_bars[k]->setData(keys, values, true);
        m_widths[k]->setData(widths);
    }
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const auto &thresholds = table.at(shown[i].row).thresholds;
        highest = std::max(highest, thresholds.high);
        names->addTick(static_cast<double>(i), QString::fromStdString(table.at(shown[i].row).location));
    }
    m_plot->xAxis->setTicker(names);
    const double groups = static_cast<double>(std::max<std::size_t>(1, shown.size()));
    m_plot->xAxis->setRange(-0.6, groups - 0.4);
    m_plot->yAxis->setRange(0.0, std::max(1.0, highest) * 1.12);
}

/// The limits of each detector stand across its own bars.
void ButtonsPage::updateLimits(const std::vector<Reading> &shown)
{
    m_plot->clearItems();
    const DetectorTable &table = *m_history.source()->table();
    const QColor colour = colours::abnormal(colours::isDark(palette()));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Thresholds &limits = table.at(shown[i].row).thresholds;
        const std::pair<double, QString> lines[] = {{limits.noSignal, tr("no signal")},
                                                    {limits.low, tr("low")},
                                                    {limits.high, tr("high")},
                                                    {limits.saturated, tr("saturated")}};
        for (const auto &[value, name] : lines) {
            auto *const line = new QCPItemLine{m_plot};
            line->start->setCoords(static_cast<double>(i) - 0.45, value);
            line->end->setCoords(static_cast<double>(i) + 0.45, value);
            line->setPen(QPen{colour, 1, Qt::DashLine});
            if (i > 0)
                continue;
            auto *const label = new QCPItemText{m_plot};
            label->setText(name);
            label->setColor(colour);
            label->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
            label->position->setCoords(-0.58, value);
        }
    }
}

void ButtonsPage::updateTable(const std::vector<Reading> &shown)
{
    m_table->setRowCount(static_cast<int>(shown.size()));
    const auto put = [this](int line, int column, const QString &text, bool isNumber) {
        auto *const item = new QTableWidgetItem{text};
        item->setTextAlignment(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
        m_table->setItem(line, column, item);
    };
    for (int line = 0; line < m_table->rowCount(); ++line) {
        const Reading &reading = shown[static_cast<std::size_t>(line)];
        const QString name = QString::fromStdString(m_history.source()->table()->at(reading.row).location);
        put(line, 0, name, false);
        const std::uint64_t count = reading.bin ? reading.bins->count[*reading.bin] : 0;
        int column = 1;
        for (const Quantity quantity : numbers) {
            QString text = u"\u2013"_s;
            if (count > 0 && !reading.bins->of(quantity).empty()) {
                const Moments &moments = reading.bins->of(quantity)[*reading.bin];
                text = shownNumber(moments.mean, quantity, m_view);
                if (count > 1)
                    text += u" \u00b1 "_s + shownNumber(moments.std(count), quantity, m_view);
            }
            put(line, column++, text, true);
        }
        put(line, column++, reading.bin ? text::count(count) : tr("no data"), true);
        const FlagTally *const tally = reading.bin ? reading.bins->tallyOf(reading.bins->bin[*reading.bin]) : nullptr;
        const std::vector<std::uint64_t> byFlag =
            tally ? std::vector<std::uint64_t>{tally->count.begin(), tally->count.end()}
                  : std::vector<std::uint64_t>(flagCount, 0);
        put(line, column, text::flags(byFlag, 0xFFFF), false);
    }
    m_table->resizeColumnsToContents();
}

void ButtonsPage::updateHeadline(const std::vector<Reading> &shown)
{
    const auto interval = m_history.series().interval();
    if (shown.empty() || !interval || !m_view.cursor()) {
        m_headline->setText(tr("No readings: fetch a range, choose detectors, then click into the trend."));
        return;
    }
    const TimePoint begin = interval->binBegin(interval->binAt(*m_view.cursor()));
    QString headline =
        tr("%1 %2 · mean and rms over %3")
            .arg(text::time(begin, m_view.zone(), true), text::zone(m_view.zone(), begin), text::interval(*interval));
    if (m_view.selection().size() > mostDetectors)
        headline += tr(" · the first %1 of %2 detectors").arg(mostDetectors).arg(m_view.selection().size());
    m_headline->setText(headline);
}

void ButtonsPage::restyle()
{
    colours::apply(*m_plot, palette());
    const bool dark = colours::isDark(palette());
    std::vector<LegendStrip::Entry> entries;
    for (std::size_t k = 0; k < m_bars.size(); ++k) {
        const QColor colour = colours::trace(static_cast<int>(k), dark);
        entries.push_back({colour, symbol(shownButtons[k])});
        m_bars[k]->setPen(Qt::NoPen);
        m_bars[k]->setBrush(colour);
        m_widths[k]->setPen(QPen{palette().color(QPalette::WindowText), 1});
    }
    m_legend->setEntries(std::move(entries));
    refresh();
}

QString ButtonsPage::caption() const
{
    return m_headline->text();
}

} // namespace cbpm
