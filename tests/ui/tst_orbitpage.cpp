// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencecsv.h"
#include "core/types/loginname.h"
#include "tests/support/demowindow.h"
#include "tests/ui/picture.h"
#include "ui/models/ringorbit.h"
#include "ui/pages/orbitpage.h"
#include "ui/references/referencesdialog.h"
#include "ui/references/savereferencedialog.h"
#include "ui/text/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <qcustomplot.h>

#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The orbit page in the real window on a real archive: what it draws is compared with what the bins say.
class TestOrbitPage : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        makeArchive();
    }

    void init()
    {
        makeWindow();
        openArchive(u"orbit"_s);
        m_window->view().setCursor(start + 600s);
    }
    void cleanup() { m_window.reset(); }

    void theBinAtTheCursorIsDrawn()
    {
        for (const int row : {0, 30, 100}) {
            QCOMPARE(drawn(0, row), 1e3 * bin(row, Quantity::X, start + 600s).mean);
            QCOMPARE(drawn(1, row), 1e3 * bin(row, Quantity::Y, start + 600s).mean);
        }
        QVERIFY2(label("orbitHeadline").contains(u"00:10:00.0 UTC · mean over 5 s · absolute · 105 of 111"_s),
                 qPrintable(label("orbitHeadline")));
        picture(u"orbit"_s);
    }

    void rmsAndLargestAreThoseOfWhatIsDrawn()
    {
        const DetectorTable &table = *m_window->history().source()->table();
        double squares = 0.0;
        double largest = 0.0;
        int at = 0;
        int count = 0;
        for (int row = 0; row < table.size(); ++row) {
            const auto value = m_window->history().series().over(row, Quantity::X,
                                                                 *TimeRange::between(start + 600s, start + 600s + 1us));
            if (!value)
                continue;
            squares += value->moments.mean * value->moments.mean;
            ++count;
            if (std::abs(value->moments.mean) > std::abs(largest)) {
                largest = value->moments.mean;
                at = row;
            }
        }
        const QString expected = u"x: rms %1 µm, largest %2 µm at %3"_s.arg(
            QLocale::c().toString(1e3 * std::sqrt(squares / count), 'f', 1),
            QLocale::c().toString(1e3 * largest, 'f', 1), QString::fromStdString(table.at(at).location));
        QVERIFY2(label("orbitNumbers").startsWith(expected),
                 qPrintable(label("orbitNumbers") + u" instead of "_s + expected));
    }

    void aStretchMergesItsBins()
    {
        m_window->view().setMarks(start + 20min, start + 10min); // in either order
        choose("orbitOf", 2);
        const int row = 30;
        const TimeRange stretch = *TimeRange::between(start + 10min, start + 20min);
        Moments whole;
        std::uint64_t count = 0;
        const BinSeries &bins = *m_window->history().series().find(row);
        for (std::size_t k = 0; k < bins.size(); ++k) {
            const TimePoint begin = m_window->history().series().interval()->binBegin(bins.bin[k]);
            if (!stretch.contains(begin) || bins.count[k] == 0)
                continue;
            whole.merge(count, bins.of(Quantity::Y)[k], bins.count[k]);
            count += bins.count[k];
        }
        QVERIFY(count > 5000);
        QCOMPARE(drawn(1, row), 1e3 * whole.mean);
        QVERIFY(label("orbitHeadline").contains(u"mean over A to B: 2 Mar 2026 00:10:00"_s));
        // Bars reach to the extremes, or one standard deviation.
        const auto reach = [&] { return bar(1, row); };
        QVERIFY(std::abs(reach().second - 1e3 * (whole.max - whole.mean)) < 1e-9);
        QVERIFY(std::abs(reach().first - 1e3 * (whole.mean - whole.min)) < 1e-9);
        choose("orbitBars", 2);
        QVERIFY(std::abs(reach().second - 1e3 * whole.std(count)) < 1e-9);
        choose("orbitBars", 0);
        QCOMPARE(reach().second, 0.0);
        m_window->view().setMarks(start + 2h, start + 3h);
        QCOMPARE(label("orbitHeadline"), u"A and B are outside of what is loaded."_s);
        QCOMPARE(graph(0)->dataCount(), 0);
    }

    void changesAreAgainstTheOrbitTaken()
    {
        const double before = drawn(0, 30);
        click("orbitTakeNow");
        QCOMPARE(choice("orbitReference")->currentText(), u"minus now (as taken)"_s);
        QCOMPARE(drawn(0, 30), 0.0);
        QVERIFY2(label("orbitHeadline").contains(u"minus now, 2 Mar 2026 00:10:00.0 UTC"_s),
                 qPrintable(label("orbitHeadline")));
        QVERIFY(label("orbitNumbers").startsWith(u"x: rms 0.0 µm"_s));
        m_window->view().setCursor(start + 1200s);
        QVERIFY(std::abs(drawn(0, 30) - (1e3 * bin(30, Quantity::X, start + 1200s).mean - before)) < 1e-9);
        QVERIFY(plot()->axisRect(0)->axis(QCPAxis::atLeft)->label().startsWith(u"Δx"_s));
        // Bars of an injection must not flatten the change itself.
        const QCPRange shown = plot()->axisRect(0)->axis(QCPAxis::atLeft)->range();
        QVERIFY2(shown.size() < 100.0, qPrintable(QString::number(shown.size())));
        QVERIFY(shown.contains(drawn(0, 30)));
        picture(u"orbit-minus-now"_s);
    }

    void theOrbitAtAIsAReference()
    {
        choose("orbitReference", 2);
        QCOMPARE(label("orbitHeadline"), u"Cursor A is not set: set it in the trend."_s);
        QCOMPARE(graph(0)->dataCount(), 0); // absolute values would be taken for changes
        m_window->view().setMarks(start + 5min, {});
        const double expected =
            1e3 * (bin(30, Quantity::X, start + 600s).mean - bin(30, Quantity::X, start + 5min).mean);
        QVERIFY(std::abs(drawn(0, 30) - expected) < 1e-9);
        QVERIFY(label("orbitHeadline").contains(u"minus the orbit at A, 2 Mar 2026 00:05:00.0 UTC"_s));
    }

    void aSavedOrbitBecomesGolden()
    {
        click("orbitSave");
        auto *const dialog = m_window->findChild<SaveReferenceDialog *>();
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QPushButton *>(u"referenceSave"_s)->isEnabled()); // it has no name yet
        QCOMPARE(dialog->findChild<QLineEdit *>(u"referenceAuthor"_s)->text(), loginName());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"referenceName"_s), u"after access"_s);
        dialog->findChild<QPlainTextEdit *>(u"referenceComment"_s)->setPlainText(u"two\nlines"_s);
        dialog->findChild<QCheckBox *>(u"referenceGolden"_s)->setChecked(true);
        test::keepPicture(*dialog, u"save-reference"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"referenceSave"_s), Qt::LeftButton);

        ReferenceStore store; // another program, later
        store.useFolder(m_data->filePath(u"references"_s));
        const ReferenceOrbit *const kept = store.find(store.golden());
        QVERIFY(kept);
        QCOMPARE(kept->name, u"after access"_s);
        QCOMPARE(kept->author, loginName());
        QCOMPARE(kept->comment, u"two\nlines"_s);
        QCOMPARE(kept->time, std::optional{start + 600s});
        QCOMPARE(kept->stretch, TimeRange::between(start + 600s, start + 605s));
        QCOMPARE(kept->tableVersion, builtinDetectorTable()->version());
        QCOMPARE(kept->points.size(), std::size_t{105});
        QCOMPARE(kept->points.at("X4A").x_mm, bin(0, Quantity::X, start + 600s).mean);
        QCOMPARE(kept->points.at("X4A").count, std::uint64_t{bin(0, start + 600s)});

        choose("orbitReference", 1);
        QVERIFY2(label("orbitHeadline").contains(u"minus golden “after access”, 2 Mar 2026 00:10:00.0 UTC"_s),
                 qPrintable(label("orbitHeadline")));
        QCOMPARE(drawn(0, 0), 0.0);
        QVERIFY(store.setGolden({}).has_value()); // the other program takes the mark away
        QTRY_COMPARE(label("orbitHeadline"), u"No golden orbit is marked: mark one in References…"_s);
    }

    void detectorsThatTheReferenceLacksAreNamed()
    {
        ReferenceOrbit orbit;
        orbit.name = u"of others"_s;
        orbit.points["12W"] = {0.1, -0.2};
        orbit.points["99Q"] = {0.1, -0.2};
        const QString path = m_data->filePath(u"other.csv"_s);
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(referenceCsv(orbit));
        file.close();
        click("orbitReferences");
        auto *const dialog = m_window->findChild<ReferencesDialog *>();
        dialog->importFile(path);
        QCOMPARE(label("referencesMessage"), u"Imported “of others”: 2 detector(s). Not in the present detector "
                                             "table, and not shown: 99Q."_s);
        choose("orbitReference", 4);
        const int row = m_window->history().source()->table()->find("12W");
        QVERIFY(std::abs(drawn(0, row) - 1e3 * (bin(row, Quantity::X, start + 600s).mean - 0.1)) < 1e-9);
        QVERIFY(label("orbitHeadline").contains(u"minus “of others”, at an unknown time"_s));
        QVERIFY(label("orbitMissing").contains(u"104 not in the reference"_s));
        QVERIFY(label("orbitMissing").contains(u"6 missing: 16W"_s));
        QVERIFY(std::isnan(drawn(0, 0)));
    }

    void referencesAreListedComparedExportedAndDeleted()
    {
        keep(u"first"_s);
        m_window->view().setCursor(start + 20min);
        keep(u"second"_s);
        m_window->findChild<QAction *>(u"referencesAction"_s)->trigger();
        auto *const dialog = m_window->findChild<ReferencesDialog *>();
        auto *const list = dialog->findChild<QTableView *>(u"referenceList"_s);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(0, ReferenceListModel::Name).data().toString(), u"second"_s); // the newest first
        list->selectAll();
        QVERIFY2(label("referenceComparison").startsWith(u"“second” minus “first”: rms x "_s),
                 qPrintable(label("referenceComparison")));
        auto *const differences = dialog->findChild<QTableView *>(u"referenceDifferences"_s);
        QCOMPARE(differences->model()->rowCount(), 105);
        const QString worst = differences->model()->index(0, 0).data().toString(); // sorted by |Δx|
        const int row = m_window->history().source()->table()->find(worst.toStdString());
        const double expected =
            1e3 * (bin(row, Quantity::X, start + 20min).mean - bin(row, Quantity::X, start + 600s).mean);
        QCOMPARE(differences->model()->index(0, 1).data().toString(), QLocale::c().toString(expected, 'f', 1));
        test::keepPicture(*dialog, u"references"_s);

        list->selectRow(1);
        const QString path = m_data->filePath(u"first.csv"_s);
        dialog->exportFile(path);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto read = parseReferenceCsv(file.readAll(), path, {});
        QVERIFY(read.has_value());
        QCOMPARE(read->name, u"first"_s);
        QTimer::singleShot(0, [] {
            qobject_cast<QMessageBox *>(QApplication::activeModalWidget())->button(QMessageBox::Yes)->click();
        });
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"deleteReferenceButton"_s), Qt::LeftButton);
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, ReferenceListModel::Name).data().toString(), u"second"_s);
    }

    void whatOthersSaveDoesNotEndTheChoice()
    {
        keep(u"first"_s);
        keep(u"second"_s);
        m_window->findChild<QAction *>(u"referencesAction"_s)->trigger();
        auto *const list = m_window->findChild<QTableView *>(u"referenceList"_s);
        list->selectAll();
        const QString compared = label("referenceComparison");
        ReferenceStore other;
        other.useFolder(m_data->filePath(u"references"_s));
        ReferenceOrbit orbit;
        orbit.name = u"of others"_s;
        orbit.time = start + 24h; // the newest: all rows move
        orbit.points["12W"] = {0.1, -0.2};
        QVERIFY(other.add(orbit).has_value());
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->selectionModel()->selectedRows().size(), 2);
        QCOMPARE(label("referenceComparison"), compared);
    }

    void whatIsSaidOfAnOrbitIsShownAsItIs()
    {
        ReferenceStore store;
        ReferenceOrbit orbit;
        orbit.name = u"100 mA\u202e"_s; // may come from another operator
        orbit.comment = u"<b>good</b>\nsee page 7"_s;
        orbit.stretch = TimeRange::between(start, start + 10min);
        orbit.points["12W"] = {0.1, -0.2};
        QVERIFY(store.add(orbit).has_value());
        const ReferenceListModel model{store};
        QCOMPARE(model.index(0, ReferenceListModel::Name).data().toString(), u"100 mA"_s);
        const QString tip = model.index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.endsWith(u"<br>&lt;b&gt;good&lt;/b&gt;<br>see page 7"_s), qPrintable(tip));
        QVERIFY2(tip.startsWith(text::range(*orbit.stretch, QTimeZone::utc())), qPrintable(tip));
    }

    void aBadFileIsOneSentence()
    {
        click("orbitReferences");
        m_window->findChild<ReferencesDialog *>()->importFile(m_archive); // no text at all
        QVERIFY2(label("referencesMessage").contains(m_archive), qPrintable(label("referencesMessage")));
        QCOMPARE(m_window->findChild<QTableView *>(u"referenceList"_s)->model()->rowCount(), 0);
    }

    void vetoedDetectorsAreHollowAndCountForNothing()
    {
        const DetectorTable &table = *m_window->history().source()->table();
        const QString largest = label("orbitNumbers").section(u" at "_s, 1).section(u' ', 0, 0);
        const int row = table.find(largest.toStdString());
        QVERIFY(row != unknownDetector);
        Vetoes &vetoes = m_window->view().vetoes();
        QCOMPARE(vetoes.add(row, {u"  "_s, u"anna"_s, start}).error().kind, Error::Kind::Usage);
        QVERIFY(vetoes.add(row, {u"cable"_s, u"anna"_s, start}).has_value());
        QVERIFY(!label("orbitNumbers").section(u" at "_s, 1).startsWith(largest));
        QVERIFY(label("orbitMissing").contains(u"1 vetoed, drawn hollow: "_s + largest));
        QVERIFY(std::isnan(drawn(0, row)));
        QCOMPARE(graph(1)->dataCount(), 1); // the hollow one
        const QModelIndex index = m_window->findChild<QTableView *>(u"detectorTable"_s)->model()->index(row, 0);
        QVERIFY(index.data(DetectorListModel::VetoedRole).toBool());
        QVERIFY2(index.data(Qt::ToolTipRole).toString().contains(u"vetoed by anna, 2 Mar 2026 00:00:00 UTC: cable"_s),
                 qPrintable(index.data(Qt::ToolTipRole).toString()));
        picture(u"orbit-vetoed"_s);
        keep(u"without"_s);
        ReferenceStore store;
        store.useFolder(m_data->filePath(u"references"_s));
        QVERIFY(!store.all().begin()->second.points.contains(largest.toStdString()));
        QVERIFY(vetoes.lift(row).has_value());
        QVERIFY(!std::isnan(drawn(0, row)));
        QCOMPARE(*readVetoes(m_data->filePath(u"vetoes.json"_s)), VetoList{});
    }

    void vetoesOfAnotherProgramAreSeen()
    {
        const Veto veto{u"dead"_s, u"ben"_s, start};
        QVERIFY(changeVeto(m_data->filePath(u"vetoes.json"_s), "12W", &veto).has_value());
        QTRY_VERIFY(m_window->view().vetoes().isVetoed(m_window->history().source()->table()->find("12W")));
        QVERIFY(changeVeto(m_data->filePath(u"vetoes.json"_s), "12W", nullptr).has_value());
        QTRY_COMPARE(m_window->view().vetoes().count(), 0);
    }

    void regionsAreNamed()
    {
        QStringList names;
        for (int k = 0; k < plot()->itemCount(); ++k) {
            if (const auto *const text = qobject_cast<QCPItemText *>(plot()->item(k)))
                names << text->text();
        }
        QCOMPARE(names, (QStringList{u"South"_s, u"West"_s, u"East"_s, u"L3"_s, u"South"_s, u"L0"_s}));
        m_window->findChild<QCheckBox *>(u"orbitById"_s)->setChecked(true);
        QCOMPARE(plot()->axisRect(1)->axis(QCPAxis::atBottom)->label(), u"detector id"_s);
        QVERIFY(plot()->axisRect(1)->axis(QCPAxis::atBottom)->range().upper > 112.0);
        picture(u"orbit-by-id"_s);
    }

    void oneDetectorAlone()
    {
        const int row = m_window->history().source()->table()->find("12W");
        m_window->history().fetch(*TimeRange::between(start, start + 10min), *Interval::of(1s), {row}, {});
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        m_window->view().setCursor(start + 5min);
        QVERIFY(label("orbitHeadline").endsWith(u"1 of 111 detectors"_s));
        QVERIFY2(label("orbitMissing").contains(u"110 detectors were not loaded"_s), qPrintable(label("orbitMissing")));
        QVERIFY(label("orbitNumbers").contains(u"at 12W"_s));
        picture(u"orbit-one-detector"_s);
    }

    void darkIsReadable()
    {
        click("orbitTakeNow");
        m_window->view().setCursor(start + 20min);
        QVERIFY(m_window->view().vetoes().add(20, {u"cable"_s, u"anna"_s, start}).has_value());
        m_window->setDark(true);
        QTRY_VERIFY(plot()->palette().color(QPalette::Base).lightness() < 128);
        const QColor ground = m_window->palette().color(QPalette::Base);
        for (int k = 0; k < plot()->graphCount(); ++k) {
            const QColor ink = graph(k)->scatterStyle().pen().color();
            QVERIFY2(std::abs(ink.lightness() - ground.lightness()) > 60, qPrintable(QString::number(k)));
        }
        picture(u"orbit-dark"_s);
        m_window->setDark(false);
    }

    void nothingLoadedIsSaid()
    {
        m_window->view().setCursor(start + 2h);
        QVERIFY(label("orbitHeadline").endsWith(u"0 of 111 detectors"_s));
        QCOMPARE(label("orbitNumbers"), u"x: no value     y: no value"_s);
        QVERIFY(!m_window->findChild<QPushButton *>(u"orbitSave"_s)->isEnabled());
        picture(u"orbit-no-data"_s);
    }

private:
    void picture(const QString &name) const
    {
        plot()->replot();
        test::keepPicture(*m_window, name);
    }
    QComboBox *choice(const char *name) const { return m_window->findChild<QComboBox *>(QLatin1StringView{name}); }
    void choose(const char *name, int index) const { choice(name)->setCurrentIndex(index); }
    QCustomPlot *plot() const { return m_window->findChild<QCustomPlot *>(u"orbitPlot"_s); }
    /// Graphs of a plane: mean, vetoed, missing, chosen.
    QCPGraph *graph(int index) const { return plot()->graph(index); }
    static constexpr int graphsPerPlane = 4;

    int placeOf(int plane, int row) const
    {
        const double s = m_window->history().source()->table()->at(row).s_m;
        const QCPGraph *const mean = graph(plane * graphsPerPlane);
        for (int k = 0; k < mean->dataCount(); ++k) {
            if (mean->dataMainKey(k) == s)
                return k;
        }
        return -1;
    }
    double drawn(int plane, int row) const
    {
        const int at = placeOf(plane, row);
        return at < 0 ? qQNaN() : graph(plane * graphsPerPlane)->dataMainValue(at);
    }
    std::pair<double, double> bar(int plane, int row) const
    {
        const auto *const bars = qobject_cast<QCPErrorBars *>(plot()->plottable(plane * (graphsPerPlane + 1) + 1));
        const QCPErrorBarsData data = bars->data()->at(placeOf(plane, row));
        return {data.errorMinus, data.errorPlus};
    }
    const Moments &bin(int row, Quantity quantity, TimePoint time) const
    {
        const RingSeries &series = m_window->history().series();
        const BinSeries &bins = *series.find(row);
        return bins.of(quantity)[*RingSeries::binAt(bins, *series.interval(), time)];
    }
    std::uint32_t bin(int row, TimePoint time) const
    {
        const RingSeries &series = m_window->history().series();
        const BinSeries &bins = *series.find(row);
        return bins.count[*RingSeries::binAt(bins, *series.interval(), time)];
    }

    void keep(const QString &name)
    {
        click("orbitSave");
        for (auto *const dialog : m_window->findChildren<SaveReferenceDialog *>()) {
            if (!dialog->isVisible())
                continue;
            dialog->findChild<QLineEdit *>(u"referenceName"_s)->setText(name);
            QTest::mouseClick(dialog->findChild<QPushButton *>(u"referenceSave"_s), Qt::LeftButton);
        }
    }
};

QTEST_MAIN(TestOrbitPage)
#include "tst_orbitpage.moc"
