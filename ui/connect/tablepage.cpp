// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/tablepage.h"

#include "core/source/postgres/postgressource.h"
#include "core/types/flags.h"
#include "core/types/timetext.h"
#include "ui/connect/worklabel.h"
#include "ui/text/texts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t shownRows = 30;

QString numberText(double value, int digits)
{
    return std::isnan(value) ? u"–"_s : QLocale{}.toString(value, 'f', digits);
}

QString flagText(const PreviewRow &row)
{
    QStringList words;
    for (std::size_t bit = 0; bit < flagCount; ++bit) {
        if (row.flags >> bit & 1)
            words << text::flag(bit);
    }
    return words.join(u", "_s);
}

} // namespace

TablePage::TablePage(Profile &draft, QThreadPool &pool, SourceOptions base, QWidget *parent)
    : ConnectPage{draft, parent}, m_base{std::move(base)},
      m_roles{Role{nullptr, &TableMapping::time, &Profile::time, &TableColumn::canBeTime},
              Role{nullptr, &TableMapping::detector, &Profile::detector, &TableColumn::canBeDetector},
              Role{nullptr, &TableMapping::topIn, &Profile::topIn, &TableColumn::canBeButton},
              Role{nullptr, &TableMapping::topOut, &Profile::topOut, &TableColumn::canBeButton},
              Role{nullptr, &TableMapping::botIn, &Profile::botIn, &TableColumn::canBeButton},
              Role{nullptr, &TableMapping::botOut, &Profile::botOut, &TableColumn::canBeButton}},
      m_search{pool, [this](const Result<std::vector<TableCandidate>> &found) { offer(found); }},
      m_preview{pool, [this](const Result<std::vector<PreviewRow>> &rows) { showRows(rows); }}
{
    setObjectName(u"tablePage"_s);
    setTitle(tr("Which table, and which column is what?"));
    auto *const grid = new QGridLayout;
    createBoxes(*grid);
    createPreview();
    m_work = new WorkLabel{u"tableWork"_s, this};
    connect(m_work, &WorkLabel::stopWanted, this, [this] {
        stop();
        m_work->showResult(tr("Stopped."));
    });
    auto *const layout = new QVBoxLayout{this};
    layout->addLayout(grid);
    layout->addWidget(m_work);
    layout->addWidget(m_rows, 1);
}

void TablePage::createBoxes(QGridLayout &grid)
{
    const auto add = [&](int row, int column, const QString &label, const QString &name, int width) {
        auto *const box = new QComboBox{this};
        box->setObjectName(name);
        box->setAccessibleName(label);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        grid.addWidget(new QLabel{label, this}, row, column);
        grid.addWidget(box, row, column + 1, 1, width);
        return box;
    };
    m_table = add(0, 0, tr("Table"), u"tableBox"_s, 3);
    auto *const again = new QPushButton{tr("Look &again"), this};
    again->setObjectName(u"searchTablesButton"_s);
    grid.addWidget(again, 0, 4);
    m_roles[0].box = add(1, 0, tr("Time"), u"timeColumnBox"_s, 1);
    m_roles[1].box = add(1, 2, tr("Detector"), u"detectorColumnBox"_s, 1);
    m_roles[2].box = add(2, 0, tr("Top inner button"), u"topInColumnBox"_s, 1);
    m_roles[3].box = add(2, 2, tr("Top outer button"), u"topOutColumnBox"_s, 1);
    m_roles[4].box = add(3, 0, tr("Bottom inner button"), u"botInColumnBox"_s, 1);
    m_roles[5].box = add(3, 2, tr("Bottom outer button"), u"botOutColumnBox"_s, 1);
    m_zone = add(4, 0, tr("Zone of the times"), u"zoneBox"_s, 1);
    m_zone->setToolTip(tr("For a column of times without a zone; the others say it themselves"));
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromUtf8(zone));
    m_zone->setCurrentText(u"UTC"_s);
    grid.setColumnStretch(1, 1);
    grid.setColumnStretch(3, 1);
    connect(again, &QPushButton::clicked, this, &TablePage::search);
    connect(m_table, &QComboBox::currentIndexChanged, this, &TablePage::chooseTable);
    connect(m_zone, &QComboBox::activated, this, &TablePage::look);
    for (const Role &role : m_roles)
        connect(role.box, &QComboBox::activated, this, &TablePage::look);
}

void TablePage::createPreview()
{
    m_rows = new QTableWidget{0, 9, this};
    m_rows->setObjectName(u"previewTable"_s);
    m_rows->setAccessibleName(tr("The newest rows, as they would be read"));
    m_rows->setHorizontalHeaderLabels({tr("Time (UTC)"), tr("Detector"), tr("Top inner"), tr("Bottom inner"),
                                       tr("Bottom outer"), tr("Top outer"), tr("x [mm]"), tr("y [mm]"), tr("Flags")});
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setTabKeyNavigation(false);
    m_rows->setAlternatingRowColors(true);
    m_rows->verticalHeader()->hide();
    m_rows->verticalHeader()->setDefaultSectionSize(m_rows->fontMetrics().height() + 6);
    m_rows->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_rows->horizontalHeader()->setStretchLastSection(true);
}

void TablePage::initializePage()
{
    if (m_searched != m_draft.source || m_candidates.empty())
        search();
    else
        look();
}

void TablePage::stop()
{
    m_search.cancel();
    m_preview.cancel();
    m_work->showResult({});
}

void TablePage::search()
{
    m_preview.cancel();
    m_candidates.clear();
    m_table->clear();
    m_rows->setRowCount(0);
    m_searched = m_draft.source;
    m_work->showWork(tr("Looking for tables that may hold readings"));
    m_search.start(
        [conninfo = m_draft.source, limits = limitsOf(m_base)](const ProgressReport &, const CancelToken &cancel) {
            return findSampleTables(conninfo, limits, cancel);
        });
}

void TablePage::offer(const Result<std::vector<TableCandidate>> &found)
{
    if (!found)
        return m_work->showFailure(tr("%1. Back leads to the server.").arg(text::error(found.error())));
    m_candidates = *found;
    if (m_candidates.empty())
        return m_work->showFailure(
            tr("No table of this database has a time, a detector and four numbers in a row. Is it another database? "
               "Back leads to the server."));
    {
        const QSignalBlocker quiet{m_table};
        for (const TableCandidate &table : m_candidates) {
            QString text = table.name;
            if (!table.isReadable)
                text = tr("%1 (no right to read it)").arg(table.name);
            else if (table.rows > 0.0)
                text = tr("%1 (about %2 rows)").arg(table.name, text::count(static_cast<std::uint64_t>(table.rows)));
            m_table->addItem(text, table.name);
        }
        m_table->setCurrentIndex(std::max(0, m_table->findData(m_draft.table)));
    }
    chooseTable();
}

const TableCandidate *TablePage::table() const
{
    const auto index = static_cast<std::size_t>(m_table->currentIndex());
    return index < m_candidates.size() ? &m_candidates[index] : nullptr;
}

void TablePage::chooseTable()
{
    const TableCandidate *const chosen = table();
    for (const Role &role : m_roles)
        role.box->clear();
    if (chosen)
        offerColumns(*chosen);
    look();
}

void TablePage::offerColumns(const TableCandidate &table)
{
    for (const Role &role : m_roles) {
        const QSignalBlocker quiet{role.box};
        role.box->addItem(tr("choose"), QString{});
        for (const TableColumn &column : table.columns) {
            if ((column.*(role.fits))())
                role.box->addItem(column.name + u"  ·  "_s + column.typeName, column.name);
        }
        // What was chosen before, where it is this table's; else what the name and the type speak for.
        const int kept = m_draft.table == table.name ? role.box->findData(m_draft.*(role.field)) : -1;
        role.box->setCurrentIndex(std::max(0, kept > 0 ? kept : role.box->findData(table.guess.*(role.column))));
    }
    if (!m_draft.serverTimezone.isEmpty())
        m_zone->setCurrentText(m_draft.serverTimezone);
}

bool TablePage::wantsZone() const
{
    const TableCandidate *const chosen = table();
    const QString name = m_roles[0].box->currentData().toString();
    return chosen && std::any_of(chosen->columns.begin(), chosen->columns.end(), [&](const TableColumn &column) {
               return column.name == name && column.type == pgtype::timestamp;
           });
}

Profile TablePage::chosen() const
{
    Profile profile = m_draft;
    profile.table = m_table->currentData().toString();
    for (const Role &role : m_roles)
        profile.*(role.field) = role.box->currentData().toString();
    profile.serverTimezone = wantsZone() ? m_zone->currentText() : QString{};
    return profile;
}

bool TablePage::isComplete() const
{
    QStringList columns;
    for (const Role &role : m_roles)
        columns << role.box->currentData().toString();
    return table() && !columns.contains(QString{}) && columns.removeDuplicates() == 0;
}

bool TablePage::validatePage()
{
    m_draft = chosen();
    stop();
    return true;
}

/// After a choice: what is still wanted, or the rows.
void TablePage::look()
{
    m_zone->setEnabled(wantsZone());
    m_rows->setRowCount(0);
    m_preview.cancel();
    emit completeChanged();
    if (isComplete())
        return preview();
    if (table())
        m_work->showResult(tr("Choose a column for each of the six, none of them twice."));
}

void TablePage::preview()
{
    const auto options = applyProfile(chosen(), m_base);
    if (!options)
        return m_work->showFailure(text::error(options.error()));
    m_work->showWork(tr("Reading the newest rows"));
    m_preview.start(
        [options = *options](const ProgressReport &, const CancelToken &cancel) -> Result<std::vector<PreviewRow>> {
            const auto opened = openSource(
                options, [](double) {}, cancel);
            return opened ? previewSamples(**opened, shownRows, cancel) : opened.error();
        });
}

void TablePage::showRows(const Result<std::vector<PreviewRow>> &rows)
{
    if (!rows)
        return m_work->showFailure(text::error(rows.error()));
    if (rows->empty())
        return m_work->showResult(tr("The table is empty so far."));
    m_work->showResult(tr("The newest rows as they would be read. Do time, detector and positions look right?"));
    m_rows->setRowCount(static_cast<int>(rows->size()));
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const PreviewRow &sample = (*rows)[static_cast<std::size_t>(row)];
        QStringList texts{text::time(sample.time, QTimeZone::utc(), true), sample.detector};
        for (const double button : sample.button)
            texts << numberText(button, 0);
        texts << numberText(sample.x_mm, 3) << numberText(sample.y_mm, 3) << flagText(sample);
        for (int column = 0; column < texts.size(); ++column) {
            auto *const item = new QTableWidgetItem{texts[column]};
            if (column >= 2 && column < 8)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_rows->setItem(row, column, item);
        }
    }
}

} // namespace cbpm
