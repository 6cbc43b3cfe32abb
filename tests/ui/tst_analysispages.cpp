// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "core/types/timetext.h"
#include "tests/core/fakesource.h"
#include "ui/mainwindow.h"
#include "ui/models/stretchsamples.h"
#include "ui/pages/legendstrip.h"
#include "ui/pages/spectrumpage.h"
#include "ui/pages/statisticspage.h"
#include "ui/pages/xypage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <qcustomplot.h>

#include <cmath>
#include <numbers>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

/// x is a sine of 10 µm at 1.25 Hz about `x0`, y stands still; row 2 sends nothing valid.
std::function<void(DetectorSamples &)> sineAbout(double x0_mm)
{
    return [x0_mm](DetectorSamples &samples) {
        constexpr double kx = 25.9; // of the built-in table, mm
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double seconds = static_cast<double>(samples.time[i] - unixMicroseconds(start)) * 1e-6;
            const double u = (x0_mm + 0.010 * std::sin(2.0 * std::numbers::pi * 1.25 * seconds)) / kx;
            const double level = samples.row == 2 ? 0.0 : 16'000.0;
            for (const Button inner : {Button::TopInner, Button::BottomInner})
                samples.button[static_cast<std::size_t>(inner)][i] = level * (1.0 - u);
            for (const Button outer : {Button::TopOuter, Button::BottomOuter})
                samples.button[static_cast<std::size_t>(outer)][i] = level * (1.0 + u);
        }
    };
}

} // namespace

/// Statistics, x-y and Spectrum in the real window.
class TestAnalysisPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_archive = m_folder.filePath(u"hour.cbpm3"_s);
        SimulationOrder order = demoOrder(m_archive);
        order.range = rangeOf(0h, 1h);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
    }

    void init()
    {
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void statisticsComeFromBinsAndThenFromSamples()
    {
        const auto source = fakeSource(1.0);
        show(u"statistics"_s);
        source->gate->release(1000);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTRY_VERIFY2(label(u"statisticsOrigin"_s).endsWith(u"from samples"_s),
                     qPrintable(label(u"statisticsOrigin"_s)));
        QVERIFY(label(u"statisticsHeadline"_s).contains(u"UTC"_s));
        const QAbstractItemModel *const model = table()->model();
        QCOMPARE(model->rowCount(), source->table()->size());
        QCOMPARE(text(0, StatisticsModel::Count), u"3000"_s);
        QCOMPARE(text(0, StatisticsModel::MeanX), u"1000.0"_s);
        QCOMPARE(text(0, StatisticsModel::SigmaX), u"7.07"_s); // 10 µm / sqrt 2
        QCOMPARE(text(0, StatisticsModel::SigmaY), u"0.00"_s);
        QCOMPARE(text(0, StatisticsModel::PeakX), u"20.0"_s);
        QCOMPARE(text(2, StatisticsModel::Count), u"none valid"_s);
        QCOMPARE(text(3, StatisticsModel::Count), u"no data"_s);
        m_window->findChild<QAction *>(u"millimetreAction"_s)->trigger();
        QCOMPARE(text(0, StatisticsModel::MeanX), u"1.0000"_s);
        QVERIFY(model->headerData(StatisticsModel::MeanX, Qt::Horizontal).toString().contains(u"[mm]"_s));
    }

    void aVetoedDetectorIsNamedWithoutFigures()
    {
        const auto source = fakeSource(1.0);
        source->gate->release(1000);
        show(u"statistics"_s);
        QTRY_VERIFY(label(u"statisticsOrigin"_s).endsWith(u"of 2 of 111 detectors · from samples"_s));
        QVERIFY(m_window->view().vetoes().add(1, {u"gain step"_s, u"the shift"_s, start}).has_value());
        QCOMPARE(text(1, StatisticsModel::Count), u"vetoed"_s);
        QCOMPARE(text(1, StatisticsModel::MeanX), u"\u2013"_s);
        QVERIFY(label(u"statisticsOrigin"_s).endsWith(u"of 1 of 111 detectors · from samples"_s));
        const QString path = m_folder.filePath(u"vetoed.csv"_s);
        QVERIFY(m_window->findChild<StatisticsPage *>()->save(path).has_value());
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray saved = file.readAll();
        QVERIFY(saved.contains(QByteArray::fromStdString('\n' + source->table()->at(0).location + ',')));
        QVERIFY(!saved.contains(QByteArray::fromStdString('\n' + source->table()->at(1).location + ',')));
        QVERIFY(m_window->view().vetoes().lift(1).has_value());
        QCOMPARE(text(1, StatisticsModel::MeanX), u"1000.0"_s);
    }

    void statisticsSayThatTheyAreFromBinsWhileSamplesAreRead()
    {
        const auto source = fakeSource(1.0);
        // One by one: hardly any for the pass over the samples.
        QTRY_VERIFY((source->gate->release(), m_window->history().state() == History::State::Complete));
        show(u"statistics"_s);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTRY_VERIFY2(label(u"statisticsOrigin"_s).contains(u"bins, reading samples"_s),
                     qPrintable(label(u"statisticsOrigin"_s)));
        QCOMPARE(text(0, StatisticsModel::SigmaX), u"7.07"_s);
        QCOMPARE(text(0, StatisticsModel::Rho), u"\u2013"_s);
        source->gate->release(1000);
        QTRY_VERIFY(label(u"statisticsOrigin"_s).endsWith(u"from samples"_s));
    }

    void statisticsAreOfTheStretchBetweenTheCursors()
    {
        const auto source = fakeSource(1.0);
        source->gate->release(1000);
        show(u"statistics"_s);
        QTRY_VERIFY(label(u"statisticsOrigin"_s).endsWith(u"from samples"_s));
        m_window->view().setMarks(start + 200s, start + 100s); // in either order
        QTRY_COMPARE(text(0, StatisticsModel::Count), u"1000"_s);
        QVERIFY(label(u"statisticsHeadline"_s).startsWith(u"A to B: 2 Mar 2026 00:01:40"_s));
        m_window->view().setMarks(start + 2h, start + 3h);
        QTRY_COMPARE(label(u"statisticsHeadline"_s), u"Nothing is loaded between A and B."_s);
        QCOMPARE(table()->model()->rowCount(), 0);
    }

    void theTableSortsByNumbersAndLeavesNothingLast()
    {
        openArchive(u"statistics"_s);
        auto *const model = table()->model();
        const QAbstractItemModelTester tester{model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            table()->sortByColumn(StatisticsModel::SigmaX, order);
            double before = order == Qt::AscendingOrder ? -1e300 : 1e300;
            bool ended = false;
            int found = 0;
            for (int row = 0; row < model->rowCount(); ++row) {
                const double value =
                    model->index(row, StatisticsModel::SigmaX).data(StatisticsModel::ValueRole).toDouble();
                ended = ended || std::isnan(value);
                QVERIFY(ended == std::isnan(value));
                if (ended)
                    continue;
                QVERIFY(order == Qt::AscendingOrder ? value >= before : value <= before);
                before = value;
                ++found;
            }
            QCOMPARE(found, 105);
        }
    }

    void theTableIsCopiedAndSaved()
    {
        openArchive(u"statistics"_s);
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 112); // the header and every detector
        QVERIFY(lines[0].startsWith(u"detector\tsamples\tcoverage [%]\tmean x [µm]"_s));
        for (const QString &line : lines)
            QCOMPARE(line.count(u'\t'), StatisticsModel::ColumnCount - 1);
        const auto *const page = m_window->findChild<StatisticsPage *>();
        const QString path = m_folder.filePath(u"table.csv"_s);
        QVERIFY(page->save(path).has_value());
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList saved = QString::fromUtf8(file.readAll()).split(u'\n');
        QVERIFY(saved.contains(u"# begin: 2026-03-02T00:00:00.000000Z"_s));
        QVERIFY(saved.contains(u"# end: 2026-03-02T01:00:00.000000Z"_s));
        QVERIFY(saved.contains(u"# made from: samples"_s));
        QVERIFY(saved.contains(u"# method: table"_s));
        const auto header = saved.indexOf(QRegularExpression{u"^bpm,count,.*,rho,.*y_slope_mm_per_s$"_s});
        QVERIFY(header > 0);
        QCOMPARE(saved.size() - 1 - (header + 1), 111);
        QVERIFY(!page->save(u"/nowhere/at/all.csv"_s).has_value());
    }

    void aDoubleClickInTheTableChoosesTheDetector()
    {
        openArchive(u"statistics"_s);
        const QRect cell = table()->visualRect(table()->model()->index(5, StatisticsModel::MeanX));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
        QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(m_window->view().selection(), std::vector<int>{5});
        QCOMPARE(m_window->currentPage()->name(), u"trend"_s);
    }

    void xyShowsEverySampleAndItsEllipse()
    {
        openArchive(u"xy"_s);
        auto *const page = m_window->findChild<XyPage *>();
        QTRY_VERIFY(page->density() && page->isSettled());
        const PositionDensity &density = *page->density();
        QVERIFY(density.inside > 30'000);
        QVERIFY(label(u"xyNumbers"_s).contains(u"major axis"_s));
        // A millimetre is as long in x as in y.
        const QRect rect = page->plot().axisRect()->rect();
        const double x = page->plot().xAxis->range().size() / rect.width();
        const double y = page->plot().yAxis->range().size() / rect.height();
        QVERIFY(std::abs(x / y - 1.0) < 1e-6);
        m_window->findChild<QCheckBox *>(u"xyAll"_s)->setChecked(true);
        QTRY_VERIFY(page->isSettled() && page->density()->outside == 0);
        m_window->findChild<QCheckBox *>(u"xyChamber"_s)->setChecked(true);
        QTRY_VERIFY(page->isSettled() && page->plot().xAxis->range().size() > 80'000.0); // µm
    }

    void xyZoomsInBothPlanesAndBack()
    {
        openArchive(u"xy"_s);
        auto *const page = m_window->findChild<XyPage *>();
        QTRY_VERIFY(page->density() && page->isSettled());
        page->plot().replot();
        const QCPRange x = page->plot().xAxis->range();
        const QPoint at = page->plot().axisRect()->center();
        QWheelEvent wheel{at, page->plot().mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false};
        QCoreApplication::sendEvent(&page->plot(), &wheel);
        QTRY_VERIFY(page->isSettled() && page->density()->area.xUpper * 1e3 < x.upper);
        const QRect rect = page->plot().axisRect()->rect();
        QVERIFY(std::abs(page->plot().xAxis->range().size() / rect.width() * rect.height()
                             / page->plot().yAxis->range().size()
                         - 1.0)
                < 1e-6);
        QTest::mouseDClick(&page->plot(), Qt::LeftButton, {}, at);
        QTRY_VERIFY(page->isSettled() && page->plot().xAxis->range() == x);
    }

    void thePagesReadTheSamplesOnceAndOnlyInSight()
    {
        const auto source = fakeSource(1.0);
        source->gate->release(1000);
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTest::qWait(200); // nothing may be read: no page asks
        QVERIFY(!m_window->findChild<StretchSamples *>()->traces());
        show(u"spectrum"_s);
        auto *const samples = m_window->findChild<StretchSamples *>();
        QTRY_VERIFY(samples->traces() && !samples->isLoading());
        const TracesPtr first = samples->traces();
        show(u"xy"_s);
        auto *const page = m_window->findChild<XyPage *>();
        QTRY_VERIFY(page->density() && page->isSettled());
        QCOMPARE(samples->traces(), first);
    }

    void aKnownSineStandsInTheSpectrumPage()
    {
        const auto source = fakeSource(1.0);
        source->gate->release(1000);
        show(u"spectrum"_s);
        auto *const page = m_window->findChild<SpectrumPage *>();
        QTRY_VERIFY(page->isSettled() && !page->spectra().empty());
        const Spectrum x = page->spectra().at({source->table()->at(0).location, 0});
        const auto peak = std::ranges::max_element(x.density);
        QCOMPARE(static_cast<double>(peak - x.density.begin()) * x.step_Hz, 1.25);
        QVERIFY(std::abs(*peak * std::sqrt(2.0 * x.lineWidth_Hz) - 0.010) < 1e-6); // mm
        auto *const window = m_window->findChild<QComboBox *>(u"spectrumWindow"_s);
        window->setCurrentIndex(window->findText(u"flat top"_s));
        QTRY_VERIFY(page->isSettled() && page->spectra().begin()->second.lineWidth_Hz > 2.0 * x.lineWidth_Hz);
        m_window->findChild<QComboBox *>(u"spectrumQuantity"_s)->setCurrentIndex(1);
        QTRY_VERIFY(page->isSettled() && page->spectra().size() == 4 * m_window->view().selection().size());
        QVERIFY(page->plot().axisRect(0)->axis(QCPAxis::atLeft)->label().contains(u"ADU"_s));
    }

    /// As in the trend, so that a detector has one colour everywhere.
    void theSpectrumsDetectorsStandInRingOrder()
    {
        openArchive(u"spectrum"_s);
        auto *const page = m_window->findChild<SpectrumPage *>();
        const auto &table = *m_window->history().source()->table();
        m_window->view().setSelection({table.find("9W"), table.find("12W3"), table.find("13E")});
        QTRY_COMPARE(page->findChild<LegendStrip *>()->accessibleDescription(), u"9W, 12W3, 13E"_s);
    }

    void aBackgroundIsKeptAndDividedBy()
    {
        openArchive(u"spectrum"_s);
        auto *const page = m_window->findChild<SpectrumPage *>();
        QTRY_VERIFY(page->isSettled() && !page->spectra().empty());
        const int curves = page->plot().graphCount();
        auto *const keep = m_window->findChild<QPushButton *>(u"spectrumKeep"_s);
        auto *const ratio = m_window->findChild<QCheckBox *>(u"spectrumRatio"_s);
        QVERIFY(!ratio->isEnabled());
        QTest::mouseClick(keep, Qt::LeftButton);
        QCOMPARE(page->background().size(), page->spectra().size());
        QVERIFY(page->plot().graphCount() > curves);
        ratio->setChecked(true);
        bool found = false;
        const QCPRange values = page->plot().graph(0)->getValueRange(found, QCP::sdPositive);
        QVERIFY(found && std::abs(values.lower - 1.0) < 1e-9 && std::abs(values.upper - 1.0) < 1e-9); // over itself
        QTest::mouseClick(keep, Qt::LeftButton);
        QVERIFY(page->background().empty() && !ratio->isChecked());
    }

    void pointingReadsValues()
    {
        openArchive(u"spectrum"_s);
        auto *const page = m_window->findChild<SpectrumPage *>();
        QTRY_VERIFY(page->isSettled() && !page->spectra().empty());
        page->plot().replot();
        const QPoint at = page->plot().axisRect(0)->center();
        QMouseEvent move{QEvent::MouseMove, at, page->plot().mapToGlobal(at), Qt::NoButton, {}, {}};
        QCoreApplication::sendEvent(&page->plot(), &move);
        QVERIFY2(label(u"spectrumReadout"_s).contains(u"Hz"_s) && label(u"spectrumReadout"_s).contains(u"µm/√Hz"_s),
                 qPrintable(label(u"spectrumReadout"_s)));
    }

    void whatIsNotThereIsSaid_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("tenths");
        QTest::addColumn<QString>("xy");
        QTest::addColumn<QString>("spectrum");
        QTest::newRow("nothing") << 7 << 3000 << u"no data"_s << u"No segment has enough valid samples."_s;
        QTest::newRow("all invalid") << 2 << 3000 << u"none of 3000 samples is valid"_s
                                     << u"No segment has enough valid samples."_s;
        QTest::newRow("one sample") << 0 << 1 << QString{} << u"The stretch is shorter than a segment."_s;
    }
    void whatIsNotThereIsSaid()
    {
        QFETCH(const int, row);
        QFETCH(const int, tenths);
        const auto source = fakeSource(1.0, tenths * 100ms);
        source->gate->release(1000);
        m_window->view().setSelection({row});
        show(u"xy"_s);
        const auto said = [](QCustomPlot &plot) {
            for (int k = 0; k < plot.itemCount(); ++k) {
                if (const auto *const item = qobject_cast<QCPItemText *>(plot.item(k)); item && item->visible())
                    return item->text();
            }
            return QString{};
        };
        QFETCH(const QString, xy);
        QFETCH(const QString, spectrum);
        auto *const xyPage = m_window->findChild<XyPage *>();
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTRY_VERIFY(xyPage->isSettled());
        QTRY_VERIFY2(said(xyPage->plot()).endsWith(xy), qPrintable(said(xyPage->plot())));
        QCOMPARE(xyPage->density() != nullptr, xy.isEmpty());
        show(u"spectrum"_s);
        auto *const spectrumPage = m_window->findChild<SpectrumPage *>();
        QTRY_VERIFY(spectrumPage->isSettled());
        QTRY_COMPARE(said(spectrumPage->plot()), spectrum);
    }

    void aFarBeamIsDrawnAsANearOne()
    {
        const auto source = fakeSource(5.0);
        source->gate->release(1000);
        show(u"xy"_s);
        auto *const page = m_window->findChild<XyPage *>();
        QTRY_VERIFY(page->density() && page->isSettled());
        QVERIFY(page->density()->area.xLower > 4.9 && page->density()->area.xUpper < 5.1);
        QCOMPARE(page->density()->inside, std::uint64_t{3000});
    }

    void everyControlHasANameForScreenReaders()
    {
        for (Page *const page : m_window->findChildren<Page *>()) {
            for (const QWidget *const widget : page->findChildren<QWidget *>()) {
                if (qobject_cast<const QTableView *>(widget) || qobject_cast<const QCustomPlot *>(widget)
                    || qobject_cast<const QComboBox *>(widget))
                    QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            }
        }
    }

private:
    QString label(const QString &name) const { return m_window->findChild<QLabel *>(name)->text(); }
    QTableView *table() const { return m_window->findChild<QTableView *>(u"statisticsTable"_s); }
    QString text(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    void show(const QString &name)
    {
        auto *const pages = m_window->findChild<QTabWidget *>(u"pages"_s);
        for (int k = 0; k < pages->count(); ++k) {
            if (static_cast<Page *>(pages->widget(k))->name() == name)
                pages->setCurrentIndex(k);
        }
        QCOMPARE(m_window->currentPage()->name(), name);
    }

    void openArchive(const QString &page)
    {
        m_window->begin({.source = m_archive, .page = page});
        QTRY_COMPARE(m_window->history().state(), History::State::Complete);
        QTRY_VERIFY(m_window->currentPage()->isSettled());
    }

    /// Five minutes of a sine about `x0_mm` in slices of 30 s, each behind a gate; the selection has data.
    std::shared_ptr<test::FakeSource> fakeSource(double x0_mm, Duration duration = 300s)
    {
        auto source = std::make_shared<test::FakeSource>();
        source->gate = std::make_shared<QSemaphore>(0);
        source->shape = sineAbout(x0_mm);
        m_window->history().setSource(source, *source->info({}));
        m_window->history().cancel(); // what the window fetched by itself: it must not take the gate's credits
        m_pool.waitForDone();
        m_window->view().setSelection({0, 1});
        m_window->findChild<QLineEdit *>(u"fromEdit"_s)->setText(u"2026-03-02 00:00:00"_s);
        m_window->findChild<QLineEdit *>(u"toEdit"_s)->setText(isoText(start + duration));
        m_window->fetch();
        return source;
    }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAnalysisPages)
#include "tst_analysispages.moc"
