// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bins/triggercount.h"
#include "core/references/vetofile.h"
#include "core/types/loginname.h"
#include "tests/core/fakesource.h"
#include "tests/support/demowindow.h"
#include "tests/ui/picture.h"
#include "ui/models/healthmodel.h"
#include "ui/pages/healthpage.h"
#include "ui/references/vetodialog.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The health page in the real window: the faults that the simulated ring has are found, and vetoed by hand.
class TestHealthPage : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        makeArchive(30min, start);
    }

    void init()
    {
        makeWindow();
        openArchive(u"health"_s);
    }
    void cleanup() { m_window.reset(); }

    void theWorstStandFirstWithTheirEvidence()
    {
        const QList<std::pair<QString, QString>> expected{
            {u"16W"_s, u"missing: no sample"_s},
            {u"34E"_s, u"missing: no sample"_s},
            {u"21W"_s, u"dead: no signal in 100 % of samples"_s},
            {u"26E"_s, u"dead: no signal in 100 % of samples"_s},
            {u"X2B"_s, u"dead: no signal in 100 % of samples"_s},
            {u"16E"_s, u"dead button bottom inner, 100 % of positions from three"_s},
            {u"40W"_s, u"saturated: 100 % of samples"_s},
            {u"21E"_s, u"frozen: same reading in 100 % of samples"_s},
            {u"13E"_s, u"gain step of one button by 2.0 % at 2 Mar 2026 09:12:00 UTC (r by 0.0049)"_s},
        };
        int shown = 0;
        while (cell(shown, HealthModel::Finding).data(HealthModel::AbnormalRole).toBool())
            ++shown;
        for (const auto &[name, finding] : expected) {
            const int row = placeOf(name);
            QVERIFY2(row < shown, qPrintable(name));
            QCOMPARE(cell(row, HealthModel::Finding).data().toString(), finding);
        }
        QCOMPARE(cell(0, HealthModel::Location).data().toString(), u"16W"_s);
        QCOMPARE(cell(shown, HealthModel::Finding).data().toString(), u"ok"_s);
        QVERIFY2(label("healthMessage").startsWith(u"%1 suspected · 0 vetoed · %2 good"_s.arg(shown).arg(111 - shown)),
                 qPrintable(label("healthMessage")));
        QVERIFY2(label("healthMessage").contains(u" · triggers missing: %1"_s.arg(lostTriggers())),
                 qPrintable(label("healthMessage")));
        QVERIFY(label("healthHeadline").startsWith(u"2 Mar 2026 09:00:00 – 2 Mar 2026 09:30:00 UTC (30 min)"_s));
        test::keepPicture(*m_window, u"health"_s);
    }

    void figuresAreThoseOfTheBins()
    {
        const int row = m_window->history().source()->table()->find("X4A");
        const BinSeries &bins = *m_window->history().series().find(row);
        std::uint64_t valid = 0;
        double squares = 0.0;
        double freedom = 0.0;
        for (std::size_t k = 0; k < bins.size(); ++k) {
            valid += bins.count[k];
            squares += bins.count[k] > 1 ? bins.of(Quantity::X)[k].m2 : 0.0;
            freedom += bins.count[k] > 1 ? bins.count[k] - 1.0 : 0.0;
        }
        const int at = placeOf(u"X4A"_s);
        QCOMPARE(cell(at, HealthModel::Valid).data().toString(), QLocale::c().toString(static_cast<qulonglong>(valid)));
        QCOMPARE(cell(at, HealthModel::NoiseX).data().toString(),
                 QLocale::c().toString(1e3 * std::sqrt(squares / freedom), 'f', 2));
        QCOMPARE(cell(at, HealthModel::Coverage).data().toString(),
                 QLocale::c().toString(static_cast<double>(valid) / 180.0, 'f', 1));
        m_window->findChild<QAction *>(u"millimetreAction"_s)->trigger();
        QCOMPARE(cell(at, HealthModel::NoiseX).data().toString(),
                 QLocale::c().toString(std::sqrt(squares / freedom), 'f', 5));
        QVERIFY(table()->model()->headerData(HealthModel::NoiseX, Qt::Horizontal).toString().contains(u"[mm]"_s));
    }

    void aClickSelectsAndADoubleClickShowsTheTrend()
    {
        const int at = placeOf(u"13E"_s);
        const QPoint there = table()->visualRect(cell(at, HealthModel::Finding)).center();
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, there);
        const int row = m_window->history().source()->table()->find("13E");
        QCOMPARE(m_window->view().selection(), std::vector<int>{row});
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, there);
        QCOMPARE(m_window->currentPage()->name(), u"trend"_s);
        // And the other way round.
        m_window->view().setSelection({0, 1});
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 2);
    }

    void columnsSort()
    {
        table()->sortByColumn(HealthModel::NoiseX, Qt::DescendingOrder);
        QVERIFY(value(0, HealthModel::NoiseX) > value(50, HealthModel::NoiseX));
        QVERIFY(std::isnan(value(110, HealthModel::NoiseX))); // those without come last
        table()->sortByColumn(HealthModel::NoiseX, Qt::AscendingOrder);
        QVERIFY(value(0, HealthModel::NoiseX) < value(50, HealthModel::NoiseX));
        QVERIFY(std::isnan(value(110, HealthModel::NoiseX)));
    }

    void aVetoHasAReasonAndAnAuthorAndCanBeLifted()
    {
        const int row = m_window->history().source()->table()->find("21E");
        m_window->view().setSelection({row});
        click("healthVeto");
        auto *const dialog = m_window->findChild<VetoDialog *>();
        QVERIFY(dialog);
        auto *const reason = dialog->findChild<QLineEdit *>(u"vetoReason"_s);
        QCOMPARE(reason->text(), u"frozen: same reading in 100 % of samples"_s); // what is known already
        QCOMPARE(dialog->findChild<QLineEdit *>(u"vetoAuthor"_s)->text(), loginName());
        auto *const accept = dialog->findChild<QPushButton *>(u"vetoAccept"_s);
        reason->clear();
        QVERIFY(!accept->isEnabled());
        QTest::keyClicks(reason, u"module hangs"_s);
        test::keepPicture(*dialog, u"veto"_s);
        QTest::mouseClick(accept, Qt::LeftButton);
        QVERIFY(m_window->view().vetoes().isVetoed(row));
        const auto kept = readVetoes(m_data->filePath(u"vetoes.json"_s));
        QCOMPARE(kept->at("21E").reason, u"module hangs"_s);
        QCOMPARE(kept->at("21E").author, loginName());
        const int at = placeOf(u"21E"_s);
        QVERIFY(cell(at, HealthModel::Finding).data().toString().startsWith(u"vetoed: module hangs · frozen"_s));
        QVERIFY(!cell(at, HealthModel::Finding).data(HealthModel::AbnormalRole).toBool());
        QVERIFY(at > placeOf(u"13E"_s) && at < placeOf(u"X4A"_s)); // behind the suspected, before the good
        QVERIFY(label("healthMessage").contains(u"· 1 vetoed ·"_s));
        test::keepPicture(*m_window, u"health-vetoed"_s);

        QCOMPARE(m_window->view().selection(), std::vector<int>{row}); // it moved, and stays selected
        click("healthLift");
        QVERIFY(!m_window->view().vetoes().isVetoed(row));
        QVERIFY(!m_window->findChild<QPushButton *>(u"healthLift"_s)->isEnabled());
    }

    void aVetoThatCannotBeKeptIsSaidAndNotDone()
    {
        QVERIFY(QDir{m_data->path()}.mkpath(u"vetoes.json"_s)); // a folder where the file should be
        const int row = m_window->history().source()->table()->find("21E");
        QVERIFY(!m_window->view().vetoes().add(row, {u"dead"_s, u"anna"_s, start}).has_value());
        QVERIFY(!m_window->view().vetoes().isVetoed(row));
    }

    void noDataOneSampleAndNothingValid()
    {
        const auto source = std::make_shared<test::FakeSource>();
        source->present = {};
        show(source, 1min);
        QCOMPARE(cell(0, HealthModel::Finding).data().toString(), u"missing: no sample"_s);
        QCOMPARE(label("healthMessage"), u"no sample of any detector came in this range"_s);
        test::keepPicture(*m_window, u"health-no-data"_s);

        source->present = {4};
        show(source, 100ms);
        const int at = placeOf(QString::fromStdString(source->table()->at(4).location));
        QCOMPARE(cell(at, HealthModel::Valid).data().toString(), u"1"_s);
        QCOMPARE(cell(at, HealthModel::NoiseX).data().toString(), u"–"_s);
        test::keepPicture(*m_window, u"health-one-sample"_s);

        std::vector<Detector> gated = builtinDetectorTable()->detectors();
        for (Detector &detector : gated)
            detector.thresholds.sumMin = 1e9;
        source->constants = std::make_shared<DetectorTable>(gated);
        source->present = {0, 1, 2, 3, 4, 5, 6, 7};
        show(source, 1min);
        QCOMPARE(value(placeOf(u"X4A"_s), HealthModel::Coverage), 0.0);
        test::keepPicture(*m_window, u"health-all-invalid"_s);
    }

    void withoutBeamTheHeadlineAsks()
    {
        std::vector<Detector> gated = builtinDetectorTable()->detectors();
        for (Detector &detector : gated)
            detector.thresholds.sumMin = 1e9;
        m_window->history().useTable(std::make_shared<DetectorTable>(gated));
        m_window->fetch();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QVERIFY2(label("healthMessage").endsWith(u"at 109 of 111 detectors: was there beam?"_s),
                 qPrintable(label("healthMessage")));
        QCOMPARE(cell(placeOf(u"X4A"_s), HealthModel::Finding).data().toString(), u"ok"_s); // nobody's fault
        test::keepPicture(*m_window, u"health-no-beam"_s);
    }

    void theModelKeepsItsPromises()
    {
        ViewState view;
        HealthModel model{view};
        const QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        const DetectorTablePtr table = builtinDetectorTable();
        view.vetoes().setTable(table);
        std::vector<DetectorHealth> health(111);
        for (int row = 0; row < 111; ++row)
            health[static_cast<std::size_t>(row)].row = row;
        model.setHealth(table, health);
        QCOMPARE(model.index(3, HealthModel::Finding).data().toString(), u"not loaded"_s);
        QVERIFY(std::isnan(model.index(3, HealthModel::Finding).data(HealthModel::ValueRole).toDouble()));
        model.setHealth(table, health);
        model.setHealth(table, {});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    static constexpr TimePoint start = DemoWindowTest::start + 9h; // one gain steps at 09:12

    QTableView *table() const { return m_window->findChild<QTableView *>(u"healthTable"_s); }
    QModelIndex cell(int row, int column) const { return table()->model()->index(row, column); }
    double value(int row, int column) const { return cell(row, column).data(HealthModel::ValueRole).toDouble(); }
    /// Of the archive, sample by sample.
    std::uint64_t lostTriggers() const
    {
        TriggerTally tally;
        const auto reader = m_window->history().source()->open({}, {});
        if (!reader || !reader.value()->start(*TimeRange::between(start, start + 30min)))
            return 0;
        for (auto batch = reader.value()->next({}); batch && *batch; batch = reader.value()->next({}))
            tally.add(**batch);
        return tally.count().missing;
    }
    int placeOf(const QString &location) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (cell(row, HealthModel::Location).data().toString() == location)
                return row;
        }
        return -1;
    }

    void show(const std::shared_ptr<test::FakeSource> &source, Duration length)
    {
        m_window->history().setSource(source, *source->info({}));
        m_window->history().cancel(); // what the window fetched by itself
        m_pool.waitForDone();
        m_window->history().fetch(*TimeRange::between(start, start + length), *Interval::of(1s), {}, {});
        QTRY_VERIFY(m_window->history().state() == History::State::Complete
                    || m_window->history().state() == History::State::Empty);
    }
};

QTEST_MAIN(TestHealthPage)
#include "tst_healthpage.moc"
