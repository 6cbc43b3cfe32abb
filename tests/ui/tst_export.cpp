// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivesource.h"
#include "core/source/simulated/demoarchive.h"
#include "tests/ui/controls.h"
#include "ui/export/exportdialog.h"
#include "ui/export/exports.h"
#include "ui/export/pagepicture.h"
#include "ui/logbook/logbook.h"
#include "ui/logbook/logbookdialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace

/// What leaves the window, by its own dialogs, on a real archive.
class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        m_archive = m_folder.filePath(u"ring.cbpm3"_s);
        SimulationOrder order = demoOrder(m_archive);
        order.range = *TimeRange::between(start, start + 20min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
    }

    void init()
    {
        m_pool.setMaxThreadCount(6);
        m_out = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_out->filePath(u"settings.ini"_s), QSettings::IniFormat);
        makeWindow();
        m_window->begin({.source = m_archive, .page = u"trend"_s, .detectors = {u"12W"_s, u"13W"_s}});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }
    void cleanup() { m_window.reset(); }

    void theDialogWritesWhatTheCommandLineWrites_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<int>("content");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("bins") << 0 << 1 << QStringList{u"--interval"_s, u"1s"_s};
        QTest::newRow("samples") << 0 << 2 << QStringList{u"--interval"_s, u"raw"_s};
    }
    void theDialogWritesWhatTheCommandLineWrites()
    {
        QFETCH(int, format);
        QFETCH(int, content);
        QFETCH(QStringList, arguments);
        const QString path = m_out->filePath(u"window.csv"_s);
        openExport();
        box(u"exportFormat"_s)->setCurrentIndex(format);
        box(u"exportContent"_s)->setCurrentIndex(content);
        QVERIFY(label(u"exportEstimate"_s).startsWith(u"About "_s));
        exportTo(path);
        QVERIFY2(label(u"exportEstimate"_s).startsWith(u"Exported "_s), qPrintable(label(u"exportEstimate"_s)));
        const QString other = m_out->filePath(u"terminal.csv"_s);
        const QStringList all{u"fetch"_s,    u"--source"_s, m_archive, u"--no-cache"_s,    u"--bpms"_s,   u"12W,13W"_s,
                              u"--from"_s,   u"2026-03-02"_s, u"--to"_s, u"2026-03-02T00:20"_s, u"--output"_s, other};
        QCOMPARE(QProcess::execute(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s, all + arguments), 0);
        QVERIFY(contentOf(path).count('\n') > 1000);
        QVERIFY(contentOf(path) == contentOf(other));
        const QJsonObject origin = QJsonDocument::fromJson(contentOf(path + u".json"_s)).object();
        QCOMPARE(origin[u"zone"_s].toString(), u"UTC"_s);
        QCOMPARE(origin[u"range_begin"_s].toString(), u"2026-03-02T00:00:00.000000Z"_s);
        QCOMPARE(origin[u"method"_s].toString(), u"as in the detector table"_s);
        QVERIFY(!origin[u"detector_table_version"_s].toString().isEmpty());
    }

    void theDialogSaysWhatWillBeWritten()
    {
        openExport();
        QVERIFY2(label(u"exportWhat"_s).contains(u"2 detector"_s), qPrintable(label(u"exportWhat"_s)));
        box(u"exportContent"_s)->setCurrentIndex(2);
        QVERIFY2(label(u"exportWhat"_s).startsWith(u"Every sample of 2 detector"_s), qPrintable(label(u"exportWhat"_s)));
        box(u"exportDetectors"_s)->setCurrentIndex(2);
        find<QLineEdit>(u"exportList"_s)->setText(u"12W, nowhere"_s);
        QCOMPARE(label(u"exportWhat"_s), u"“nowhere” is no detector of the table."_s);
        find<QLineEdit>(u"exportPath"_s)->setText(m_out->filePath(u"x.csv"_s));
        QVERIFY(!find<QPushButton>(u"exportStart"_s)->isEnabled());
        box(u"exportDetectors"_s)->setCurrentIndex(1);
        QVERIFY(find<QPushButton>(u"exportStart"_s)->isEnabled());
        box(u"exportRange"_s)->setCurrentIndex(2);
        QVERIFY2(label(u"exportWhat"_s).startsWith(u"Cursors A and B"_s), qPrintable(label(u"exportWhat"_s)));
        m_window->view().setMarks(start + 60s, start + 30s);
        openExport();
        const auto order = m_window->findChild<ExportDialog *>()->order();
        QVERIFY(order.has_value());
        QVERIFY(order->range == *TimeRange::between(start + 30s, start + 60s));
    }

    void anEstimateIsNearTheFile()
    {
        openExport();
        box(u"exportContent"_s)->setCurrentIndex(1);
        const auto order = m_window->findChild<ExportDialog *>()->order();
        QVERIFY(order.has_value());
        const double expected = estimateExport(*order, 2, 0.0).bytes;
        const QString path = m_out->filePath(u"near.csv"_s);
        exportTo(path);
        const double size = static_cast<double>(QFileInfo{path}.size());
        QVERIFY2(std::abs(expected / size - 1.0) < 0.3, qPrintable(u"%1 for %2"_s.arg(expected).arg(size)));
    }

    void aCancelledExportLeavesNoFile()
    {
        openExport();
        box(u"exportContent"_s)->setCurrentIndex(2);
        box(u"exportDetectors"_s)->setCurrentIndex(1);
        find<QLineEdit>(u"exportPath"_s)->setText(m_out->filePath(u"half.csv"_s));
        QSignalSpy said{m_window->findChild<ExportDialog *>(), &ExportDialog::said};
        find<QPushButton>(u"exportStart"_s)->click();
        find<QPushButton>(u"exportCancel"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"The export was cancelled; no file was made"_s);
        QCOMPARE(halves(), QStringList{});
    }

    void whatIsCancelledOnItsWayLeavesNoFile_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<bool>("isBinned");
        QTest::newRow("csv") << ExportFormat::Csv << true;
        QTest::newRow("hdf5") << ExportFormat::Hdf5 << true;
        QTest::newRow("mat of bins") << ExportFormat::Matlab << true;
        QTest::newRow("mat of samples") << ExportFormat::Matlab << false;
        QTest::newRow("archive") << ExportFormat::Archive << false;
    }
    void whatIsCancelledOnItsWayLeavesNoFile()
    {
        QFETCH(ExportFormat, format);
        QFETCH(bool, isBinned);
        const auto source = openArchive(m_archive);
        ExportOrder order{format, m_out->filePath(u"half"_s), *TimeRange::between(start, start + 20min)};
        if (isBinned)
            order.interval = *Interval::of(100ms);
        CancelToken cancel;
        ExportWatch watch;
        int slices = 0;
        watch.progressed = [&](const ExportProgress &) {
            ++slices;
            cancel.cancel();
        };
        ExportOutcome outcome;
        const auto done = runExport(**source, {}, order, watch, cancel, outcome);
        QVERIFY(!done && done.error().kind == Error::Kind::Cancelled);
        QVERIFY(slices > 0);
        QCOMPARE(halves(), QStringList{});
    }

    void aFolderThatIsNotThereIsOneSentence()
    {
        openExport();
        QSignalSpy said{m_window->findChild<ExportDialog *>(), &ExportDialog::said};
        find<QLineEdit>(u"exportPath"_s)->setText(u"/nowhere/at-all/x.csv"_s);
        find<QPushButton>(u"exportStart"_s)->click();
        QTRY_COMPARE(said.size(), 1);
        QVERIFY(said[0][0].toString().contains(u"/nowhere/at-all/x.csv"_s));
        QVERIFY(said[0][1].toBool());
    }

    void aPageBecomesAPicture_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << u"png"_s << QByteArray{"\x89PNG"};
        QTest::newRow("svg") << u"svg"_s << QByteArray{"<?xml"};
        QTest::newRow("pdf") << u"pdf"_s << QByteArray{"%PDF"};
    }
    void aPageBecomesAPicture()
    {
        QFETCH(QString, end);
        QFETCH(QByteArray, magic);
        const QString path = m_out->filePath(u"page."_s + end);
        m_window->exports().savePictureTo(path);
        QVERIFY(contentOf(path).startsWith(magic));
        QVERIFY(contentOf(path).size() > 5000);
        if (end == "svg"_L1)
            QVERIFY(contentOf(path).contains("detector table"));
        if (const QString pictures = qEnvironmentVariable("CBPM_PICTURES"); !pictures.isEmpty() && end == "png"_L1)
            QFile::copy(path, pictures + u"/page.png"_s);
    }

    void anImageThatThereWasNoMemoryForIsNoFile()
    {
        const QString path = m_out->filePath(u"never.png"_s);
        const auto saved = savePng(QImage{}, path); // null: what Qt gives then
        QVERIFY(!saved.has_value());
        QVERIFY2(saved.error().what.contains(u"memory"_s), qPrintable(saved.error().what));
        QVERIFY(!QFile::exists(path));
    }

    void thePageGoesToTheClipboard()
    {
        m_window->exports().copyPicture();
        QVERIFY(!QGuiApplication::clipboard()->image().isNull());
        m_window->exports().copyText();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines[0], u"time (UTC)\tbpm\tcount\tx_mm\ty_mm\tsum"_s);
        QVERIFY(lines[1].startsWith(u"2026-03-02T00:00:00.000000Z\t12W\t"_s));
        m_window->exports().showNumbers();
        auto *const table = m_window->findChild<QTableView *>(u"numbersTable"_s);
        QCOMPARE(table->model()->rowCount(), lines.size() - 2); // without titles, and the end of the last line
        QCOMPARE(table->model()->index(0, 3).data().toString(), lines[1].split(u'\t')[3]);
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(5); // statistics: its own table
        QTRY_VERIFY(m_window->currentPage()->isSettled());
        m_window->exports().copyText();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\t"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().startsWith(u"time"_s));
    }

    /// Each plot has its numbers: titles, and a line that was drawn.
    void everyPlotHasItsTable_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("field");
        QTest::newRow("orbit") << 1 << u"bpm\ts_m\tcount\tx_mm"_s << u"12W\t"_s;
        QTest::newRow("buttons") << 2 << u"Detector\t"_s << u"12W\t"_s;
        QTest::newRow("xy") << 3 << u"x [µm]"_s << u"\t"_s;
        QTest::newRow("waterfall") << 4 << u"UTC\t"_s << u"\t"_s;
        QTest::newRow("health") << 6 << u"detector\t"_s << u"12W\t"_s;
        QTest::newRow("spectrum") << 7 << u"frequency_Hz\t12W x_mm\t12W y_mm"_s << u"\t"_s;
    }
    void everyPlotHasItsTable()
    {
        QFETCH(int, tab);
        QFETCH(QString, titles);
        QFETCH(QString, field);
        m_window->view().setCursor(m_window->history().series().range()->begin() + std::chrono::minutes{1});
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(tab);
        QTRY_VERIFY(m_window->currentPage()->isSettled());
        QTRY_VERIFY2((m_window->exports().copyText(), QGuiApplication::clipboard()->text().startsWith(titles)),
                     qPrintable(QGuiApplication::clipboard()->text().left(300)));
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QVERIFY(lines.size() > 3);
        QVERIFY(!lines.filter(field).isEmpty());
        for (const QCustomPlot *const plot : m_window->currentPage()->findChildren<QCustomPlot *>())
            QCOMPARE(plot->accessibleDescription(), m_window->currentPage()->caption());
    }

    void anEntryIsAFolder()
    {
        const QString folder = m_out->filePath(u"logbook"_s);
        openLogbook(folder, {});
        find<QLineEdit>(u"logbookTitle"_s)->setText(u"Beam lost / 12W?"_s);
        find<QPlainTextEdit>(u"logbookText"_s)->setPlainText(u"It *went*."_s);
        find<QPushButton>(u"logbookSend"_s)->click();
        QTRY_COMPARE(QDir{folder}.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        const QDir entry{folder + u'/' + QDir{folder}.entryList(QDir::Dirs | QDir::NoDotAndDotDot)[0]};
        QVERIFY2(entry.dirName().endsWith(u"Z-beam-lost-12w-"_s), qPrintable(entry.dirName()));
        const QJsonObject json = QJsonDocument::fromJson(contentOf(entry.filePath(u"entry.json"_s))).object();
        QCOMPARE(json[u"title"_s].toString(), u"Beam lost / 12W?"_s);
        const QJsonObject view = json[u"view"_s].toObject();
        QCOMPARE(view[u"range_end"_s].toString(), u"2026-03-02T00:20:00.000000Z"_s);
        QCOMPARE(view[u"zone"_s].toString(), u"UTC"_s);
        QCOMPARE(view[u"detectors"_s].toArray(), (QJsonArray{u"12W"_s, u"13W"_s}));
        QVERIFY(contentOf(entry.filePath(u"picture.png"_s)).startsWith("\x89PNG"));
        QVERIFY(contentOf(entry.filePath(u"entry.md"_s)).startsWith("# Beam lost / 12W?\n"));
        QVERIFY(contentOf(entry.filePath(u"view.cbpm3view"_s)).contains("2026-03-02T00:20:00"));
        QTRY_VERIFY(!QFile::exists(m_out->filePath(u"data/logbook-draft.json"_s)));
    }

    void aCommandThatFailsLosesNothing()
    {
        openLogbook({}, u"/bin/sh -c \"echo no paper; exit 3\""_s);
        find<QLineEdit>(u"logbookTitle"_s)->setText(u"Kept"_s);
        find<QPushButton>(u"logbookSend"_s)->click();
        QTRY_VERIFY2(label(u"logbookResult"_s).contains(u"failed with code 3"_s), qPrintable(label(u"logbookResult"_s)));
        QVERIFY(label(u"logbookResult"_s).contains(u"no paper"_s));
        QCOMPARE(find<QLineEdit>(u"logbookTitle"_s)->text(), u"Kept"_s);
        QVERIFY(contentOf(m_out->filePath(u"data/logbook-draft.json"_s)).contains("Kept"));
    }

    void aDraftOutlastsTheProgram()
    {
        openLogbook(u"/nowhere/at-all"_s, {});
        find<QLineEdit>(u"logbookTitle"_s)->setText(u"Half a thought"_s);
        const QString draft = m_out->filePath(u"data/logbook-draft.json"_s);
        QTRY_VERIFY(contentOf(draft).contains("Half a thought")); // without anything being closed
        makeWindow();
        m_window->begin({.source = m_archive});
        m_window->logbook().showDialog();
        QCOMPARE(find<QLineEdit>(u"logbookTitle"_s)->text(), u"Half a thought"_s);
    }

    void aCommandGetsTheFolderAndNoShell()
    {
        const QString seen = m_out->filePath(u"seen"_s);
        openLogbook(m_out->filePath(u"a $(touch x) b"_s), u"/bin/cp -r -t \"%1\""_s.arg(m_out->path() + u"/seen"_s));
        QVERIFY(QDir{}.mkpath(seen));
        find<QLineEdit>(u"logbookTitle"_s)->setText(u"; rm"_s);
        find<QPushButton>(u"logbookSend"_s)->click();
        QTRY_COMPARE(QDir{seen}.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    }

    void aCommandThatHangsIsGivenUp()
    {
        openLogbook({}, u"/bin/sh -c \"sleep 100\""_s, 1);
        find<QLineEdit>(u"logbookTitle"_s)->setText(u"Slow"_s);
        find<QPushButton>(u"logbookSend"_s)->click();
        QTRY_VERIFY2_WITH_TIMEOUT(label(u"logbookResult"_s).contains(u"did not end in 1 s"_s),
                                  qPrintable(label(u"logbookResult"_s)), 20'000);
    }

    void everyControlHasAName()
    {
        openExport();
        QCOMPARE(test::namelessControls(*m_window->findChild<ExportDialog *>()), QStringList{});
        picture(u"exportDialog"_s);
        m_window->logbook().showDialog();
        QCOMPARE(test::namelessControls(*m_window->findChild<LogbookDialog *>()), QStringList{});
        picture(u"logbookDialog"_s);
        find<QTabWidget>(u"logbookTabs"_s)->setCurrentIndex(1);
        QCOMPARE(test::namelessControls(*m_window->findChild<LogbookDialog *>()), QStringList{});
    }

private:
    /// Files of an export that is not finished, under whatever name.
    QStringList halves() const { return QDir{m_out->path()}.entryList({u"*half*"_s}, QDir::Files | QDir::Hidden); }

    void makeWindow()
    {
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(1280, 720);
        m_window->logbook().use(*m_settings, m_out->filePath(u"data"_s));
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void openExport() { m_window->exports().showDialog(); }

    void exportTo(const QString &path)
    {
        QSignalSpy said{m_window->findChild<ExportDialog *>(), &ExportDialog::said};
        find<QLineEdit>(u"exportPath"_s)->setText(path);
        find<QPushButton>(u"exportStart"_s)->click();
        QTRY_COMPARE(said.size(), 1);
    }

    void openLogbook(const QString &folder, const QString &command, int timeout_s = 30)
    {
        LogbookSettings{folder, command, timeout_s}.write(*m_settings);
        m_window->logbook().showDialog();
    }

    void picture(const QString &name)
    {
        if (const QString pictures = qEnvironmentVariable("CBPM_PICTURES"); !pictures.isEmpty())
            m_window->findChild<QDialog *>(name)->grab().save(pictures + u'/' + name + u".png"_s);
    }

    template<class Widget>
    Widget *find(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    QComboBox *box(const QString &name) { return find<QComboBox>(name); }
    QString label(const QString &name) { return find<QLabel>(name)->text(); }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_out;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
