// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/statisticspage.h"

#include "core/export/statisticscsv.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Samples that are read without being asked for: some seconds of work. More wait for the button.
constexpr double readUnasked = 20e6;
/// Bins that still grow are looked at this often.
constexpr int growing_ms = 500;

/// Detectors without data are grey, the selected ones bold.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(StatisticsModel::ChosenRole).toBool());
        const QModelIndex count = index.siblingAtColumn(StatisticsModel::Count);
        if (std::isnan(count.data(StatisticsModel::ValueRole).toDouble()))
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

StatisticsPage::StatisticsPage(History &history, ViewState &view, QWidget *parent)
    : Page{u"statistics"_s, history, view, parent}, m_model{view}, m_job{history.pool(),
                                                                         [this](const auto &read) { take(read); },
                                                                         [this](double share) {
                                                                             m_share = share;
                                                                             updateHeadline();
                                                                         }}
{
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"statisticsHeadline"_s);
    m_origin = new ElidedLabel{this};
    m_origin->setObjectName(u"statisticsOrigin"_s);
    for (QLabel *const label : {m_headline, m_origin}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_read = new QPushButton{tr("&Read the samples"), this};
    m_read->setObjectName(u"statisticsRead"_s);
    m_read->setToolTip(tr("Goes over every sample of the stretch: exact at its ends, and with \u03C1"));
    auto *const copy = new QPushButton{tr("&Copy"), this};
    copy->setObjectName(u"statisticsCopy"_s);
    copy->setToolTip(tr("Puts the table on the clipboard, tab separated (Ctrl+C)"));
    auto *const save = new QPushButton{tr("Save as CS&V…"), this};
    save->setObjectName(u"statisticsSave"_s);
    createTable();
    createActions();

    auto *const said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(m_headline);
    said->addWidget(m_origin);
    auto *const top = new QHBoxLayout;
    top->addLayout(said, 1);
    top->addWidget(m_read);
    top->addWidget(copy);
    top->addWidget(save);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);

    connect(m_read, &QPushButton::clicked, this, [this] {
        if (const auto wanted = wish())
            readSamples(*wanted);
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(tableText()); });
    connect(save, &QPushButton::clicked, this, &StatisticsPage::saveAs);
    for (const auto changed : {&ViewState::marksChanged, &ViewState::visibleChanged})
        connect(&view, changed, this, [this] {
            if (isVisible())
                refresh();
        });
    connect(&view, &ViewState::zoneChanged, this, &StatisticsPage::updateHeadline);
    connect(&view.vetoes(), &Vetoes::changed, this, &StatisticsPage::updateHeadline);
    connect(&history, &History::stateChanged, this, [this] { m_wish.reset(); });
    updateHeadline();
}

QString StatisticsPage::title() const
{
    return tr("Statistics");
}

QWidget &StatisticsPage::picture()
{
    return *m_table;
}

void StatisticsPage::createTable()
{
    m_order.setSourceModel(&m_model);
    m_table = new QTableView{this};
    m_table->setObjectName(u"statisticsTable"_s);
    m_table->setAccessibleName(tr("Statistics of each detector"));
    m_table->setModel(&m_order);
    m_table->setItemDelegate(new RowDelegate{m_table});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(StatisticsModel::Location, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setMinimumSectionSize(fontMetrics().horizontalAdvance(u"\u221212 345.67"_s) + 8);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setHighlightSections(false);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        emit detectorChosen(m_model.detectors()[static_cast<std::size_t>(m_order.mapToSource(index).row())].row);
    });
}

void StatisticsPage::createActions()
{
    auto *const copy = new QAction{tr("Copy the table"), this};
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, [this] { QApplication::clipboard()->setText(tableText()); });
    addAction(copy);
}

/// Every detector that was loaded at all, over the stretch.
std::optional<StatisticsPage::Wish> StatisticsPage::wish() const
{
    const auto range = stretch();
    if (!range || !m_history.source() || !m_history.series().interval())
        return std::nullopt;
    Wish wanted{m_history.source(), *range, {}, m_history.method()};
    for (int row = 0; row < wanted.source->table()->size(); ++row) {
        if (m_history.series().wasAsked(row))
            wanted.rows.push_back(row);
    }
    return wanted;
}

void StatisticsPage::refresh()
{
    const auto wanted = wish();
    if (!wanted) {
        m_job.cancel();
        m_wish.reset();
        m_shown.reset();
        m_model.setDetectors({});
        updateHeadline();
        return;
    }
    const bool isNew = m_wish != wanted;
    if (!isStretchStill()) {
        m_job.cancel();
        const bool grew = isNew || m_rows != m_history.series().counts().rows;
        if (grew && (!m_sinceBins.isValid() || m_sinceBins.elapsed() >= growing_ms))
            showBins(*wanted);
        return;
    }
    if (!isNew)
        return;
    m_job.cancel();
    showBins(*wanted);
    const double due = static_cast<double>(wanted->range.duration() / triggerSpacing) * wanted->rows.size();
    if (due <= readUnasked)
        readSamples(*wanted);
}

void StatisticsPage::showBins(const Wish &wish)
{
    const RingSeries &series = m_history.series();
    const Interval interval = *series.interval();
    const TimeRange range = onBinEdges(wish.range, interval, *series.range());
    StretchStatistics statistics{range, interval, {}};
    for (const int row : wish.rows) {
        const BinSeries *const bins = series.find(row);
        DetectorStatistics &one =
            statistics.detectors.emplace_back(bins ? binStatistics(*bins, interval, range) : DetectorStatistics{});
        one.row = row;
        one.location = wish.source->table()->at(row).location;
    }
    m_sinceBins.start();
    m_rows = series.counts().rows;
    m_wish = wish;
    m_problem.clear();
    show(std::move(statistics));
}

void StatisticsPage::readSamples(const Wish &wish)
{
    m_share = 0.0;
    m_wish = wish;
    m_problem.clear();
    m_job.start([wish](const ProgressReport &progress, const CancelToken &cancel) {
        return sampleStatistics(*wish.source, wish.range, wish.rows, wish.method, progress, cancel);
    });
    updateHeadline();
}

void StatisticsPage::take(const Result<StretchStatistics> &read)
{
    if (read) {
        show(*read);
    } else if (read.error().kind != Error::Kind::Cancelled) {
        m_problem = text::error(read.error());
        updateHeadline();
    }
    emit settled();
}

void StatisticsPage::show(StretchStatistics statistics)
{
    m_model.setDetectors(statistics.detectors);
    m_shown = std::move(statistics);
    updateHeadline();
}

StretchStatistics StatisticsPage::counted() const
{
    StretchStatistics statistics = *m_shown;
    std::erase_if(statistics.detectors, [this](const auto &one) { return m_view.vetoes().isVetoed(one.row); });
    return statistics;
}

void StatisticsPage::updateHeadline()
{
    m_read->setEnabled(m_shown && m_shown->bins && !m_job.isRunning() && isStretchStill());
    if (!m_shown) {
        m_headline->setText(noStretchText());
        m_origin->clear();
        return;
    }
    m_headline->setText(stretchText(m_shown->range));
    const StretchStatistics statistics = counted();
    const auto present = std::ranges::count_if(statistics.detectors, [](const auto &one) { return one.count > 0; });
    const QString amount = tr("samples: %1, of %2 of %3 detectors")
                               .arg(text::count(statistics.samples()))
                               .arg(present)
                               .arg(m_history.source() ? m_history.source()->table()->size() : 0);
    const QString bins = m_shown->bins ? text::interval(*m_shown->bins) : QString{};
    if (!m_shown->bins)
        m_origin->setText(tr("%1 · from samples").arg(amount));
    else if (!m_problem.isEmpty())
        m_origin->setText(tr("%1 · from %2 bins: %3").arg(amount, bins, m_problem));
    else if (m_job.isRunning())
        m_origin->setText(
            tr("%1 · from %2 bins, reading samples: %3 %").arg(amount, bins).arg(100.0 * m_share, 0, 'f', 0));
    else
        m_origin->setText(tr("%1 · from %2 bins").arg(amount, bins));
}

QString StatisticsPage::tableText() const
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    QString text;
    const auto addLine = [&](auto field) {
        for (int column = 0; column < StatisticsModel::ColumnCount; ++column)
            text += (column > 0 ? u"\t"_s : QString{}) + field(column);
        text += u'\n';
    };
    addLine([&](int column) { return m_order.headerData(column, Qt::Horizontal).toString().replace(u'\n', u' '); });
    for (int row = 0; row < m_order.rowCount(); ++row) {
        if (chosen.size() > 1 && !m_table->selectionModel()->isRowSelected(row))
            continue;
        addLine([&](int column) {
            const QModelIndex index = m_order.index(row, column);
            const double value = index.data(StatisticsModel::ValueRole).toDouble();
            if (column == StatisticsModel::Location)
                return index.data().toString();
            return std::isnan(value) ? QString{} : QString::number(value, 'g', 10);
        });
    }
    return text;
}

Result<void> StatisticsPage::save(const QString &path) const
{
    if (!m_shown)
        return Error{Error::Kind::Usage, tr("there are no statistics to save"), tr("fetch a range first")};
    return writeStatisticsCsv(path, counted(), m_history.method(), m_history.info().name);
}

void StatisticsPage::saveAs()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save the statistics"), {}, tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(".csv"_L1))
        path += u".csv"_s;
    const auto saved = save(path);
    m_origin->setText(saved ? tr("saved %1").arg(path) : text::error(saved.error()));
}

void StatisticsPage::restyle()
{
    m_table->viewport()->update();
}

QString StatisticsPage::caption() const
{
    return m_headline->text() + u"   "_s + m_origin->text();
}

} // namespace cbpm
