// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/healthpage.h"

#include "core/bins/triggercount.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/references/vetodialog.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

static_assert(static_cast<int>(HealthModel::ValueRole) == static_cast<int>(StatisticsModel::ValueRole),
              "both are sorted by the same proxy");

/// Bins that still grow are looked at this often.
constexpr int growing_ms = 1'000;

/// Colour only where something is wrong; vetoed detectors are grey, their names struck through.
class CellDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        QPalette &palette = option->palette;
        const bool isAbnormal = index.data(HealthModel::AbnormalRole).toBool();
        const bool isVetoed = index.data(HealthModel::VetoedRole).toBool();
        if (isAbnormal)
            palette.setColor(QPalette::Text, colours::abnormal(colours::isDark(palette)));
        else if (isVetoed)
            palette.setColor(QPalette::Text, palette.color(QPalette::PlaceholderText));
        option->font.setBold(isAbnormal);
        option->font.setStrikeOut(isVetoed && index.column() == HealthModel::Location);
    }
};

} // namespace

HealthPage::HealthPage(History &history, ViewState &view, QWidget *parent)
    : Page{u"health"_s, history, view, parent}, m_model{view}
{
    m_headline = new ElidedLabel{this};
    m_headline->setObjectName(u"healthHeadline"_s);
    m_message = new ElidedLabel{this};
    m_message->setObjectName(u"healthMessage"_s);
    for (QLabel *const label : {m_headline, m_message}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    m_veto = new QPushButton{tr("&Veto…"), this};
    m_veto->setObjectName(u"healthVeto"_s);
    m_veto->setToolTip(tr("Takes the selected detectors out of orbits and statistics, with a reason"));
    m_lift = new QPushButton{tr("&Lift veto"), this};
    m_lift->setObjectName(u"healthLift"_s);
    m_lift->setToolTip(tr("Takes the selected detectors in again"));
    createTable();

    auto *const said = new QVBoxLayout;
    said->setSpacing(0);
    said->addWidget(m_headline);
    said->addWidget(m_message);
    auto *const top = new QHBoxLayout;
    top->addLayout(said, 1);
    top->addWidget(m_veto);
    top->addWidget(m_lift);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);

    connect(m_veto, &QPushButton::clicked, this, &HealthPage::askVeto);
    connect(m_lift, &QPushButton::clicked, this, &HealthPage::liftVetoes);
    connect(&view, &ViewState::selectionChanged, this, &HealthPage::showSelection);
    connect(&view, &ViewState::zoneChanged, this, &HealthPage::updateTexts);
    connect(&view.vetoes(), &Vetoes::changed, this, &HealthPage::updateTexts);
    connect(&history, &History::stateChanged, this, [this] { m_looked.invalidate(); });
    updateTexts();
}

QString HealthPage::title() const
{
    return tr("Health");
}

QWidget &HealthPage::picture()
{
    return *m_table;
}

void HealthPage::createTable()
{
    m_order.setSourceModel(&m_model);
    m_table = new QTableView{this};
    m_table->setObjectName(u"healthTable"_s);
    m_table->setAccessibleName(tr("Health of each detector"));
    m_table->setModel(&m_order);
    m_table->setItemDelegate(new CellDelegate{m_table});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(HealthModel::Finding, Qt::AscendingOrder);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    QHeaderView *const header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    constexpr int widths[] = {10, 60, 8, 10, 9, 10, 10, 9, 9, 9, 9, 17}; // in characters
    for (int column = 0; column < HealthModel::ColumnCount; ++column)
        header->resizeSection(column, std::max(character * widths[column], titleWidth(column)));
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HealthPage::takeSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HealthPage::showSelection);
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex &index) { emit detectorChosen(m_order.mapToSource(index).row()); });
}

/// Of the longest line, in the table's own margins.
int HealthPage::titleWidth(int column) const
{
    int width = 0;
    const QString title = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    for (const QString &line : title.split(u'\n'))
        width = std::max(width, fontMetrics().horizontalAdvance(line));
    return width + 2 * style()->pixelMetric(QStyle::PM_HeaderMargin);
}

bool HealthPage::isGrowing() const
{
    return m_history.state() == History::State::Loading || m_history.state() == History::State::Following;
}

void HealthPage::refresh()
{
    if (isGrowing() && m_looked.isValid() && m_looked.elapsed() < growing_ms)
        return;
    look();
    updateTexts();
}

void HealthPage::look()
{
    m_looked.start();
    const RingSeries &series = m_history.series();
    const std::optional<TimeRange> &range = series.loaded();
    if (!m_history.source() || !series.interval() || !range)
        return m_model.setHealth(std::make_shared<DetectorTable>(), {});
    const DetectorTablePtr table = m_history.source()->table();
    std::vector<const BinSeries *> rows;
    for (int row = 0; row < table->size(); ++row)
        rows.push_back(series.find(row));
    m_missingTriggers = countTriggers(rows, *series.interval(), *range).missing;
    m_model.setHealth(table,
                      ringHealth(
                          *table, rows, [&](int row) { return series.wasAsked(row); }, *series.interval(), *range));
}

void HealthPage::updateTexts()
{
    updateButtons();
    const std::vector<DetectorHealth> &health = m_model.health();
    if (health.empty()) {
        m_headline->setText(tr("Nothing is known of the detectors: fetch a range first."));
        m_message->clear();
        return;
    }
    int suspected = 0, vetoed = 0, good = 0, notLoaded = 0, withoutPosition = 0, sending = 0;
    for (const DetectorHealth &one : health) {
        const bool isVetoed = m_view.vetoes().isVetoed(one.row);
        vetoed += isVetoed;
        notLoaded += !one.isLoaded;
        suspected += one.isLoaded && !isVetoed && !one.evidence.empty();
        good += one.isLoaded && !isVetoed && one.evidence.empty();
        sending += one.samples() > 0;
        withoutPosition += one.isLoaded && 2 * one.valid < one.samples();
    }
    QStringList parts{tr("%n suspected", nullptr, suspected), tr("%n vetoed", nullptr, vetoed),
                      tr("%n good", nullptr, good)};
    if (notLoaded > 0)
        parts << tr("%n not loaded", nullptr, notLoaded);
    const RingSeries &series = m_history.series();
    const QString when = series.loaded() ? text::range(*series.loaded(), m_view.zone()) : QString{};
    m_headline->setText(tr("%1 · bins of %2").arg(when, text::interval(*series.interval())));
    if (m_missingTriggers > 0)
        parts << tr("triggers missing: %1").arg(QLocale{}.toString(static_cast<qulonglong>(m_missingTriggers)));
    const int loaded = static_cast<int>(health.size()) - notLoaded;
    QString message =
        sending > 0 ? parts.join(u" · "_s) : tr("no sample of any detector came in this range"); // nobody's own fault
    if (loaded > 1 && 2 * withoutPosition > loaded)
        message += u" · "_s
                   + tr("no position most of the time at %1 of %2 detectors: was there beam?")
                         .arg(withoutPosition)
                         .arg(loaded);
    m_message->setText(message);
}

std::vector<int> HealthPage::chosen() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_order.mapToSource(index).row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void HealthPage::updateButtons()
{
    const std::vector<int> rows = chosen();
    m_veto->setEnabled(!rows.empty());
    m_lift->setEnabled(
        std::any_of(rows.begin(), rows.end(), [this](int row) { return m_view.vetoes().isVetoed(row); }));
}

void HealthPage::takeSelection()
{
    updateButtons();
    if (!m_updating)
        m_view.setSelection(chosen());
}

void HealthPage::showSelection()
{
    const QScopedValueRollback<bool> guard{m_updating, true};
    QItemSelection selection;
    for (const int row : m_view.selection()) {
        const QModelIndex index =
            row < m_model.rowCount() ? m_order.mapFromSource(m_model.index(row, 0)) : QModelIndex{};
        if (index.isValid())
            selection.select(index, index);
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    updateButtons();
}

void HealthPage::askVeto()
{
    const std::vector<int> rows = chosen();
    if (rows.empty())
        return;
    QStringList names;
    for (const int row : rows)
        names << m_model.index(row, HealthModel::Location).data().toString();
    auto *const dialog = new VetoDialog{names, rows.size() == 1 ? m_model.evidence(rows[0]) : QString{},
                                         m_view.vetoes().isShared(), this};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, rows] {
        for (const int row : rows) {
            if (const auto done = m_view.vetoes().add(row, dialog->veto()); !done)
                return m_message->setText(text::error(done.error()));
        }
    });
    dialog->open();
}

void HealthPage::liftVetoes()
{
    for (const int row : chosen()) {
        if (!m_view.vetoes().isVetoed(row))
            continue;
        if (const auto done = m_view.vetoes().lift(row); !done)
            return m_message->setText(text::error(done.error()));
    }
}

void HealthPage::restyle()
{
    m_table->viewport()->update();
}

QString HealthPage::caption() const
{
    return m_headline->text() + u"   "_s + m_message->text();
}

} // namespace cbpm
