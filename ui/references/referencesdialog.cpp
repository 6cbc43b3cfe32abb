// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencesdialog.h"

#include "core/references/referencecsv.h"
#include "core/references/referencestore.h"
#include "core/references/sharedfile.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QStandardItem *textItem(const QString &text)
{
    auto *const item = new QStandardItem{text};
    item->setEditable(false);
    return item;
}

/// Sorted by how far it is from zero; a missing one is the least.
QStandardItem *numberItem(double value, int digits)
{
    QStandardItem *const item =
        textItem(std::isnan(value) ? QStringLiteral("–") : QLocale{}.toString(value, 'f', digits));
    item->setData(std::isnan(value) ? -1.0 : std::abs(value), Qt::UserRole);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

ReferencesDialog::ReferencesDialog(ReferenceStore &store, const ViewState &view, SiteShare &share, QWidget *parent)
    : ReferencesDialog{new ReferenceListModel{store}, store, view, share, parent}
{
}

ReferencesDialog::ReferencesDialog(ReferenceListModel *model, ReferenceStore &store, const ViewState &view,
                                   SiteShare &share, QWidget *parent)
    : DecisionListDialog{model, view, share, parent}, m_store{store}, m_view{view},
      m_table{std::make_shared<DetectorTable>()}, m_model{model}
{
    setObjectName(u"referencesDialog"_s);
    setWindowTitle(tr("Reference orbits"));
    resize(900, 560);
    setNames(u"referenceList"_s, tr("Saved orbits, the newest first"), u"referencesMessage"_s);
    createComparison();
    createButtons();
    connect(&m_view, &ViewState::unitChanged, this, &ReferencesDialog::compare);
    if (!store.problems().isEmpty())
        say(store.problems().join(u'\n'), true);
}

void ReferencesDialog::createComparison()
{
    m_comparison = new QLabel{this};
    m_comparison->setObjectName(u"referenceComparison"_s);
    m_comparison->setTextFormat(Qt::PlainText);
    m_comparison->setWordWrap(true);
    m_differences = new QStandardItemModel{this};
    m_differences->setSortRole(Qt::UserRole);
    m_differenceTable = createTable(m_differences);
    m_differenceTable->setObjectName(u"referenceDifferences"_s);
    m_differenceTable->setAccessibleName(tr("Differences by detector"));
    m_differenceTable->horizontalHeader()->setStretchLastSection(false);
    m_differenceTable->setSortingEnabled(true);
    addBelowList(m_comparison, 0);
    addBelowList(m_differenceTable, 1);
}

void ReferencesDialog::createButtons()
{
    m_golden = addButton(tr("Mark &golden"), u"goldenButton"_s, [this] { markGolden(); });
    m_delete = addButton(tr("&Delete…"), u"deleteReferenceButton"_s, [this] { remove(); });
    addButton(tr("&Import…"), u"importReferenceButton"_s, [this] { chooseImport(); });
    m_export = addButton(tr("&Export…"), u"exportReferenceButton"_s, [this] { chooseExport(); });
    addCloseButton(u"closeReferencesButton"_s);
    showChoice();
}

void ReferencesDialog::setTable(DetectorTablePtr table)
{
    m_table = std::move(table);
    compare();
}

void ReferencesDialog::showChoice()
{
    const QStringList ids = chosen();
    m_golden->setEnabled(ids.size() == 1);
    m_golden->setText(ids.size() == 1 && ids[0] == m_store.golden() ? tr("Unmark &golden") : tr("Mark &golden"));
    m_delete->setEnabled(!ids.isEmpty());
    m_export->setEnabled(ids.size() == 1);
    compare();
}

/// The first of the two in the list is the newer one: what is shown is how the older one became it.
void ReferencesDialog::compare()
{
    m_differences->clear();
    QStringList ids = chosen();
    std::sort(ids.begin(), ids.end(),
              [this](const QString &a, const QString &b) { return m_model->rowOf(a) < m_model->rowOf(b); });
    const ReferenceOrbit *const newer = m_store.find(ids.value(0));
    const ReferenceOrbit *const older = m_store.find(ids.value(1));
    m_differenceTable->setVisible(ids.size() == 2 && newer && older);
    if (!m_differenceTable->isVisibleTo(this)) {
        m_comparison->setText(m_model->rowCount() == 0 ? tr("No orbit was saved yet: the orbit page saves them.")
                                                       : tr("Choose two orbits to compare them."));
        return;
    }
    const double factor = m_view.lengthFactor();
    const int digits = factor > 1.0 ? 1 : 4;
    m_differences->setHorizontalHeaderLabels(
        {tr("Detector"), tr("Δx [%1]").arg(m_view.lengthUnit()), tr("Δy [%1]").arg(m_view.lengthUnit())});
    double squares[2] = {0.0, 0.0};
    int count[2] = {0, 0};
    int order = 0;
    QStringList onlyNewer, onlyOlder;
    for (const auto &[location, point] : difference(newer->points, older->points)) {
        const QString name = QString::fromStdString(location);
        if (!older->points.contains(location))
            onlyNewer << name;
        else if (!newer->points.contains(location))
            onlyOlder << name;
        const double values[] = {point.x_mm, point.y_mm};
        QList<QStandardItem *> row{textItem(name)};
        row[0]->setData(++order, Qt::UserRole);
        for (int k = 0; k < 2; ++k) {
            row << numberItem(values[k] * factor, digits);
            if (std::isnan(values[k]))
                continue;
            squares[k] += values[k] * values[k];
            ++count[k];
        }
        m_differences->appendRow(row);
    }
    const auto rms = [&](int k) {
        return count[k] > 0 ? QLocale{}.toString(std::sqrt(squares[k] / count[k]) * factor, 'f', digits) : u"–"_s;
    };
    QStringList parts{
        tr("“%1” minus “%2”: rms x %3, rms y %4 %5 of %6 detectors")
            .arg(text::oneLine(newer->name), text::oneLine(older->name), rms(0), rms(1), m_view.lengthUnit())
            .arg(std::max(count[0], count[1]))};
    if (!onlyNewer.isEmpty())
        parts << tr("only in the first: %1").arg(onlyNewer.join(u", "_s));
    if (!onlyOlder.isEmpty())
        parts << tr("only in the second: %1").arg(onlyOlder.join(u", "_s));
    if (newer->tableVersion != older->tableVersion)
        parts << tr("made with different constants");
    m_comparison->setText(parts.join(u" · "_s));
    m_differenceTable->sortByColumn(1, Qt::DescendingOrder);
}

void ReferencesDialog::markGolden()
{
    const QString id = chosen().value(0);
    const bool isMarked = id == m_store.golden();
    if (const auto done = m_store.setGolden(isMarked ? QString{} : id); !done)
        return say(text::error(done.error()), true);
    say(isMarked ? tr("No orbit is golden now.") : tr("“%1” is golden now.").arg(text::oneLine(m_store.find(id)->name)),
        false);
}

void ReferencesDialog::remove()
{
    const int count = static_cast<int>(chosen().size());
    removeChosen(
        tr("Delete references"),
        tr("Delete %n reference orbit(s) for good? Every program that shares them loses them.", nullptr, count),
        tr("%n reference orbit(s) deleted.", nullptr, count), [this](const QString &id) { return m_store.remove(id); });
}

void ReferencesDialog::chooseImport()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import an orbit"), {}, tr("Orbits (*.csv);;All files (*)"));
    if (!path.isEmpty())
        importFile(path);
}

void ReferencesDialog::importFile(const QString &path)
{
    const auto bytes = readSmallFile(path, referencelimits::fileBytes);
    if (!bytes)
        return say(text::error(bytes.error()), true);
    const auto orbit = parseReferenceCsv(*bytes, path, QFileInfo{path}.completeBaseName());
    if (!orbit)
        return say(text::error(orbit.error()), true);
    const auto id = m_store.add(*orbit);
    if (!id)
        return say(text::error(id.error()), true);
    const QStringList unknown = unknownLocations(orbit->points, *m_table);
    QString done = tr("Imported “%1”: %n detector(s).", nullptr, static_cast<int>(orbit->points.size()))
                       .arg(text::oneLine(orbit->name));
    if (!unknown.isEmpty())
        done += u' '
                + tr("Not in the present detector table, and not shown: %1.")
                      .arg(unknown.size() > 20 ? tr("%n detector(s)", nullptr, static_cast<int>(unknown.size()))
                                               : unknown.join(u", "_s));
    say(done, !unknown.isEmpty());
    list()->selectRow(m_model->rowOf(*id));
}

void ReferencesDialog::chooseExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Export the orbit"), {}, tr("Orbits (*.csv)"));
    if (!path.isEmpty())
        exportFile(path.endsWith(".csv"_L1) ? path : path + u".csv"_s);
}

void ReferencesDialog::exportFile(const QString &path)
{
    const ReferenceOrbit *const orbit = m_store.find(chosen().value(0));
    if (!orbit)
        return;
    if (const auto written = writeSharedFile(path, referenceCsv(*orbit)); !written)
        return say(text::error(written.error()), true);
    say(tr("“%1” was written to %2.").arg(text::oneLine(orbit->name), path), false);
}

} // namespace cbpm
