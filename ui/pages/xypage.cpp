// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/xypage.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/plot/plotnavigation.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int cell_px = 3;
constexpr int pause_ms = 40;

PositionArea areaOf(const Chamber &chamber)
{
    const double b = chamber.shape == Chamber::Shape::Round ? chamber.a_mm : chamber.b_mm;
    return {-1.05 * chamber.a_mm, 1.05 * chamber.a_mm, -1.05 * b, 1.05 * b};
}

/// Points of an ellipse with its axes turned by `tilt`.
void setEllipse(QCPCurve &curve, double x, double y, double a, double b, double tilt)
{
    constexpr int points = 128;
    QVector<double> xs, ys;
    for (int k = 0; k <= points; ++k) {
        const double phase = 2.0 * std::numbers::pi * k / points;
        const double u = a * std::cos(phase);
        const double v = b * std::sin(phase);
        xs.append(x + u * std::cos(tilt) - v * std::sin(tilt));
        ys.append(y + u * std::sin(tilt) + v * std::cos(tilt));
    }
    curve.setData(xs, ys);
}

} // namespace

XyPage::XyPage(History &history, ViewState &view, StretchSamples &samples, QWidget *parent)
    : SamplesPage{u"xy"_s, history, view, samples, parent},
      m_work{history.pool(), makePicture, [this](auto picture) { take(std::move(picture)); }}
{
    createControls();
    createPlot();
    auto *const said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(m_headline);
    said->addWidget(m_amount);
    auto *const top = new QHBoxLayout;
    top->addLayout(said, 1);
    for (QWidget *const control : std::initializer_list<QWidget *>{m_detector, m_all, m_chamber, m_log})
        top->addWidget(control);
    auto *const middle = new QHBoxLayout;
    middle->addWidget(m_plot, 1);
    middle->addWidget(m_numbers);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(middle, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause_ms);
    connect(&m_pause, &QTimer::timeout, this, &XyPage::work);
    connect(&view, &ViewState::unitChanged, this, &XyPage::restyle);
    connect(&history, &History::opened, this, [this] {
        m_work.forget();
        m_shown.reset();
        draw();
    });
    restyle();
}

QString XyPage::title() const
{
    return tr("x-y");
}

QWidget &XyPage::picture()
{
    return *m_plot;
}

void XyPage::createControls()
{
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"xyHeadline"_s);
    m_amount = new ElidedLabel{this};
    m_amount->setObjectName(u"xyAmount"_s);
    for (QLabel *const label : {m_headline, m_amount}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_numbers = new QLabel{this};
    m_numbers->setObjectName(u"xyNumbers"_s);
    m_numbers->setAccessibleName(tr("Statistics of the detector"));
    m_numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_numbers->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_numbers->setMinimumWidth(fontMetrics().horizontalAdvance(u"major axis \u2212123 456.78 µm"_s));
    m_detector = new QComboBox{this};
    m_detector->setObjectName(u"xyDetector"_s);
    m_detector->setAccessibleName(tr("Which of the selected detectors"));
    m_all = new QCheckBox{tr("&all samples"), this};
    m_all->setObjectName(u"xyAll"_s);
    m_all->setToolTip(tr("Shows the outermost samples, too; else the middle of them, with a margin"));
    m_chamber = new QCheckBox{tr("&chamber"), this};
    m_chamber->setObjectName(u"xyChamber"_s);
    m_chamber->setToolTip(tr("Shows the inside of the vacuum chamber at this detector"));
    m_log = new QCheckBox{tr("&log colours"), this};
    m_log->setObjectName(u"xyLog"_s);
    m_log->setChecked(true); // a lone glitch is seen beside the core
    connect(m_detector, &QComboBox::currentIndexChanged, this, [this] {
        m_automatic = true;
        refresh();
    });
    for (QCheckBox *const box : {m_all, m_chamber})
        connect(box, &QCheckBox::toggled, this, [this] {
            m_automatic = true;
            work();
        });
    connect(m_log, &QCheckBox::toggled, this, &XyPage::draw);
}

void XyPage::createPlot()
{
    m_plot = new QCustomPlot{this};
    m_plot->setObjectName(u"xyPlot"_s);
    m_plot->setAccessibleName(tr("Density of positions"));
    QCPAxisRect *const rect = m_plot->axisRect();
    rect->setupFullAxesBox(true);
    QCPAxis *const x = rect->axis(QCPAxis::atBottom);
    QCPAxis *const y = rect->axis(QCPAxis::atLeft);
    x->setNumberFormat(u"gb"_s);
    y->setNumberFormat(u"gb"_s);
    m_map = new QCPColorMap{x, y};
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_scale = new QCPColorScale{m_plot};
    m_scale->setType(QCPAxis::atRight);
    m_scale->setBarWidth(14);
    m_scale->setLabel(tr("samples per cell"));
    m_plot->plotLayout()->addElement(0, 1, m_scale);
    auto *const margins = new QCPMarginGroup{m_plot};
    rect->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_scale->setMarginGroup(QCP::msTop | QCP::msBottom, margins);
    m_map->setColorScale(m_scale);
    m_outline = new QCPCurve{x, y};
    for (QCPCurve *&ellipse : m_ellipses)
        ellipse = new QCPCurve{x, y};
    m_mean = m_plot->addGraph(x, y);
    m_mean->setLineStyle(QCPGraph::lsNone);
    m_empty = new QCPItemText{m_plot};
    m_empty->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_empty->position->setCoords(0.5, 0.5);
    m_navigation = new PlotNavigation{*m_plot, Qt::Horizontal | Qt::Vertical};
    connect(m_navigation, &PlotNavigation::fullViewWanted, this, [this] {
        m_automatic = true;
        work();
    });
    for (QCPAxis *const axis : {x, y})
        connect(axis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this, &XyPage::onViewTaken);
    // The first layout, and each new size.
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] {
        if (m_work.wish() && m_work.wish()->pixels != m_plot->axisRect()->size())
            m_pause.start();
    });
}

void XyPage::onViewTaken()
{
    if (m_setting)
        return;
    m_automatic = false;
    m_pause.start();
}

int XyPage::row() const
{
    return m_detector->currentIndex() < 0 ? unknownDetector : m_detector->currentData().toInt();
}

const Trace *XyPage::trace() const
{
    if (!m_samples.traces())
        return nullptr;
    const auto found = std::ranges::find(m_samples.traces()->traces, row(), &Trace::row);
    return found == m_samples.traces()->traces.end() ? nullptr : &*found;
}

std::vector<int> XyPage::rows() const
{
    return row() == unknownDetector ? std::vector<int>{} : std::vector{row()};
}

/// The choice is among the selected detectors, the one before stands while it is.
void XyPage::updateControls()
{
    std::vector<int> offered;
    for (int k = 0; k < m_detector->count(); ++k)
        offered.push_back(m_detector->itemData(k).toInt());
    const int size = m_history.source() ? m_history.source()->table()->size() : 0;
    std::vector<int> selected = m_view.selection();
    std::erase_if(selected, [size](int one) { return one >= size; });
    if (offered == selected)
        return;
    const int before = row();
    const QSignalBlocker blocked{m_detector};
    m_detector->clear();
    for (const int one : selected)
        m_detector->addItem(QString::fromStdString(m_history.source()->table()->at(one).location), one);
    m_detector->setCurrentIndex(std::max(0, m_detector->findData(before)));
    if (row() != before)
        m_automatic = true;
}

void XyPage::work()
{
    m_pause.stop();
    const QSize pixels = m_plot->axisRect()->size();
    if (!trace() || pixels.isEmpty()) {
        m_work.cancel();
        m_shown.reset();
        draw();
        return;
    }
    Wish wish{m_samples.traces(), row(), {}, m_all->isChecked(), {}, pixels};
    if (m_chamber->isChecked())
        wish.chamber = m_history.source()->table()->at(row()).chamber;
    if (!m_automatic) {
        const double factor = m_view.lengthFactor();
        const QCPRange x = m_plot->xAxis->range();
        const QCPRange y = m_plot->yAxis->range();
        wish.area = PositionArea{x.lower / factor, x.upper / factor, y.lower / factor, y.upper / factor};
    }
    m_work.want(wish);
}

std::optional<XyPage::Picture> XyPage::makePicture(const Wish &wish, const CancelToken &)
{
    const Trace &trace = *std::ranges::find(wish.traces->traces, wish.row, &Trace::row);
    auto area = wish.area ? wish.area : wish.all ? wholeArea(trace.x, trace.y) : coreArea(trace.x, trace.y);
    if (!area)
        return std::nullopt;
    if (wish.chamber && !wish.area) {
        const PositionArea chamber = areaOf(*wish.chamber);
        area = PositionArea{std::min(area->xLower, chamber.xLower), std::max(area->xUpper, chamber.xUpper),
                            std::min(area->yLower, chamber.yLower), std::max(area->yUpper, chamber.yUpper)};
    }
    const PositionArea shown = area->withAspect(wish.pixels.width(), wish.pixels.height());
    CoMoments moments{wish.traces->range.begin()};
    moments.add(trace.time, trace.x, trace.y);
    return Picture{densityOf(trace.x, trace.y, shown, std::max(1, wish.pixels.width() / cell_px),
                             std::max(1, wish.pixels.height() / cell_px)),
                   statisticsOf(moments, wish.traces->range)};
}

void XyPage::take(std::optional<Picture> picture)
{
    m_shown = std::move(picture);
    draw();
    updateTexts();
    if (m_automatic)
        m_navigation->commit();
    tellWhenSettled();
}

void XyPage::draw()
{
    const double factor = m_view.lengthFactor();
    m_empty->setVisible(!m_shown);
    m_empty->setText(emptyText());
    m_map->setVisible(m_shown.has_value());
    m_scale->setVisible(m_shown.has_value());
    if (m_shown) {
        const PositionDensity &density = m_shown->density;
        const PositionArea &area = density.area;
        const double x = (area.xUpper - area.xLower) / density.columns;
        const double y = (area.yUpper - area.yLower) / density.rows;
        m_map->data()->setSize(density.columns, density.rows);
        // The map counts from the middle of its first cell to that of its last.
        m_map->data()->setRange({(area.xLower + 0.5 * x) * factor, (area.xUpper - 0.5 * x) * factor},
                                {(area.yLower + 0.5 * y) * factor, (area.yUpper - 0.5 * y) * factor});
        for (int column = 0; column < density.columns; ++column) {
            for (int row = 0; row < density.rows; ++row) {
                const std::uint32_t count = density.at(column, row);
                m_map->data()->setCell(column, row, count > 0 ? count : qQNaN()); // empty is ground, not dark blue
            }
        }
        const bool log = m_log->isChecked();
        m_scale->setDataScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        m_scale->axis()->setTicker(log ? QSharedPointer<QCPAxisTicker>{new QCPAxisTickerLog}
                                       : QSharedPointer<QCPAxisTicker>{new QCPAxisTicker});
        m_scale->setDataRange({log ? 1.0 : 0.0, std::max(10.0, static_cast<double>(density.highest()))});
        m_setting = true;
        m_plot->xAxis->setRange(area.xLower * factor, area.xUpper * factor);
        m_plot->yAxis->setRange(area.yLower * factor, area.yUpper * factor);
        m_setting = false;
    }
    drawEllipses();
    m_plot->replot(QCustomPlot::rpQueuedRefresh); // laid out now: whether the size is another one then is known at once
}

void XyPage::drawEllipses()
{
    const double factor = m_view.lengthFactor();
    m_mean->data()->clear();
    m_outline->data()->clear();
    for (QCPCurve *const ellipse : m_ellipses)
        ellipse->data()->clear();
    if (!m_shown)
        return;
    const DetectorStatistics &one = m_shown->statistics;
    m_mean->addData(one.x.mean * factor, one.y.mean * factor);
    const PrincipalAxes axes = principalAxes(one.x.sigma, one.y.sigma, one.rho);
    for (std::size_t k = 0; k < m_ellipses.size() && std::isfinite(axes.major); ++k) {
        const double sigmas = static_cast<double>(k + 1) * factor;
        setEllipse(*m_ellipses[k], one.x.mean * factor, one.y.mean * factor, sigmas * axes.major, sigmas * axes.minor,
                   axes.tilt);
    }
    if (m_work.wish() && m_work.wish()->chamber) {
        const Chamber &chamber = *m_work.wish()->chamber;
        const double b = chamber.shape == Chamber::Shape::Round ? chamber.a_mm : chamber.b_mm;
        setEllipse(*m_outline, 0.0, 0.0, chamber.a_mm * factor, b * factor, 0.0);
    }
}

QString XyPage::emptyText() const
{
    if (const Error *const problem = m_samples.problem())
        return text::error(*problem);
    if (row() == unknownDetector)
        return m_history.source() ? tr("Select a detector.") : noStretchText();
    const Trace *const found = trace();
    if (m_samples.isLoading() || m_work.isRunning())
        return tr("Reading the samples");
    if (!found)
        return noStretchText();
    const QString name = QString::fromStdString(found->location);
    return found->invalid > 0 ? tr("%1: none of %2 samples is valid").arg(name, text::count(found->invalid))
                              : tr("%1: no data").arg(name);
}

void XyPage::updateTexts()
{
    const auto range = stretch();
    const Trace *const found = trace();
    m_headline->setText(!range  ? noStretchText()
                        : found ? stretchText(m_samples.traces()->range)
                                : stretchText(*range));
    QStringList amount;
    if (found) {
        amount << QString::fromStdString(found->location) << tr("samples: %1").arg(text::count(found->size()));
        if (found->invalid > 0)
            amount << tr("invalid and left out: %1").arg(text::count(found->invalid));
        if (m_shown && m_shown->density.outside > 0)
            amount << tr("outside the picture: %1").arg(text::count(m_shown->density.outside));
        if (m_samples.traces()->isCut)
            amount << tr("too many: only the newest");
    }
    if (const Error *const problem = m_samples.problem())
        amount << text::error(*problem);
    else if (m_samples.isLoading())
        amount << tr("reading samples: %1 %").arg(100.0 * m_samples.progress(), 0, 'f', 0);
    m_amount->setText(amount.join(u" · "_s));
    m_numbers->setText(numbers());
    if (!m_shown)
        m_empty->setText(emptyText());
}

QString XyPage::numbers() const
{
    if (!m_shown)
        return {};
    const DetectorStatistics &one = m_shown->statistics;
    const auto length = [this](double mm) {
        if (std::isnan(mm))
            return u"\u2013"_s;
        return QLocale{}.toString(mm * m_view.lengthFactor(), 'f', m_view.lengthFactor() > 1.0 ? 2 : 5) + u' '
               + m_view.lengthUnit();
    };
    const PrincipalAxes axes = principalAxes(one.x.sigma, one.y.sigma, one.rho);
    const bool tilts = std::isfinite(axes.tilt) && axes.major > axes.minor;
    const std::pair<QString, QString> lines[] = {
        {tr("samples"), text::count(one.count)},
        {tr("coverage"), tr("%1 %").arg(QLocale{}.toString(100.0 * one.coverage, 'f', 1))},
        {tr("mean x"), length(one.x.mean)},
        {tr("mean y"), length(one.y.mean)},
        {tr("\u03C3 x"), length(one.x.sigma)},
        {tr("\u03C3 y"), length(one.y.sigma)},
        {tr("\u03C1 xy"), std::isnan(one.rho) ? u"\u2013"_s : QLocale{}.toString(one.rho, 'f', 3)},
        {tr("major axis"), length(axes.major)},
        {tr("minor axis"), length(axes.minor)},
        {tr("tilt"),
         tilts ? tr("%1°").arg(QLocale{}.toString(axes.tilt * 180.0 / std::numbers::pi, 'f', 1)) : u"\u2013"_s},
        {tr("p\u2013p x"), length(one.x.peakToPeak())},
        {tr("p\u2013p y"), length(one.y.peakToPeak())}};
    QString table = u"<table>"_s;
    for (const auto &[name, value] : lines)
        table += u"<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2</td></tr>"_s.arg(name.toHtmlEscaped(),
                                                                                  value.toHtmlEscaped());
    return table + u"</table>"_s;
}

void XyPage::restyle()
{
    colours::apply(*m_plot, palette());
    const QColor text = palette().color(QPalette::WindowText);
    const QString names[] = {tr("x [%1], + outward"), tr("y [%1], + up")};
    m_plot->xAxis->setLabel(names[0].arg(m_view.lengthUnit()));
    m_plot->yAxis->setLabel(names[1].arg(m_view.lengthUnit()));
    m_scale->setGradient(colours::density(colours::isDark(palette())));
    QCPAxis *const scale = m_scale->axis();
    scale->setTickLabelColor(text);
    scale->setLabelColor(text);
    scale->setBasePen(QPen{text});
    scale->setTickPen(QPen{text});
    scale->setSubTickPen(QPen{text});
    const QColor mark = colours::trace(1, false); // it lies on the map, not on the ground
    m_mean->setScatterStyle(QCPScatterStyle{QCPScatterStyle::ssPlus, QPen{mark, 2}, Qt::NoBrush, 14});
    m_ellipses[0]->setPen(QPen{mark, 2});
    m_ellipses[1]->setPen(QPen{mark, 2, Qt::DashLine});
    m_outline->setPen(QPen{text, 1});
    m_empty->setColor(text);
    m_work.forget(); // axes are in another unit, maybe
    if (m_shown)
        draw();
    refresh();
}

QString XyPage::caption() const
{
    return m_headline->text() + u"   "_s + m_amount->text();
}

} // namespace cbpm
