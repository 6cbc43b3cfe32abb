// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"
#include "ui/pages/allpages.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

/// cbpm3-monitor as scripts run it.
class TestMonitor : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"minutes.cbpm3"_s);
        QCOMPARE(
            runCbpm3({u"simulate"_s, u"--into"_s, m_archive, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"20min"_s})
                .exitCode,
            0);
    }

    void pagesAreDrawn_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("theme");
        for (const QString &page : cbpm::pageNames()) {
            for (const QString &theme : {u"light"_s, u"dark"_s})
                QTest::newRow(qPrintable(page + u' ' + theme)) << page << theme;
        }
    }
    void pagesAreDrawn()
    {
        QFETCH(QString, page);
        QFETCH(QString, theme);
        const QString path = m_folder.filePath(page + theme + u".png"_s);
        const Run run = monitor({u"--source"_s, m_archive, u"--page"_s, page, u"--theme"_s, theme, u"--size"_s,
                                 u"1280x720"_s, u"--render"_s, path});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        QVERIFY2(run.errors.isEmpty(), run.errors.constData());
        const QImage picture{path};
        QCOMPARE(picture.size(), QSize(1280, 720));
        QCOMPARE(picture.pixelColor(2, 300).lightness() < 128, theme == "dark"_L1);
        QSet<QRgb> colours;
        for (int x = 0; x < picture.width(); x += 2) {
            for (int y = 0; y < picture.height(); y += 2)
                colours.insert(picture.pixel(x, y));
        }
        QVERIFY(colours.size() > 40);
        if (theme == "light"_L1 && page != "statistics"_L1 && page != "waterfall"_L1)
            QVERIFY(colours.contains(0xFF0072B2)); // the first trace, or x
    }

    void aProfileNamesTheSource()
    {
        const QString profiles = m_folder.filePath(u"config/cbpm3/profiles"_s);
        QVERIFY(QDir{}.mkpath(profiles));
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(u"config"_s).toUtf8());
        QFile file{profiles + u"/minutes.ini"_s};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("source = " + m_archive.toUtf8() + '\n');
        file.close();
        const QString path = m_folder.filePath(u"profile.png"_s);
        Run run = monitor({u"--profile"_s, u"minutes"_s, u"--render"_s, path});
        QVERIFY2(run.exitCode == 0 && run.errors.isEmpty(), run.errors.constData());
        QVERIFY(!QImage{path}.isNull());
        run = monitor({u"--profile"_s, u"hours"_s, u"--render"_s, path});
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains("choose one of minutes"), run.errors.constData());
    }

    void theSamePictureEachTime()
    {
        const auto draw = [&](const QString &name) {
            const QString path = m_folder.filePath(name);
            monitor({u"--source"_s, m_archive, u"--render"_s, path});
            return QImage{path};
        };
        QCOMPARE(draw(u"one.png"_s), draw(u"two.png"_s));
    }

    void vectorsAreDrawn()
    {
        for (const auto &[name, head] :
             {std::pair{u"page.svg"_s, QByteArray{"<?xml"}}, std::pair{u"page.pdf"_s, QByteArray{"%PDF"}}}) {
            const QString path = m_folder.filePath(name);
            QCOMPARE(monitor({u"--source"_s, m_archive, u"--render"_s, path}).exitCode, 0);
            QFile file{path};
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.read(5).startsWith(head));
            QVERIFY(file.size() > 20'000);
        }
    }

    void measuringWritesFigures()
    {
        const QString path = m_folder.filePath(u"figures.json"_s);
        QCOMPARE(monitor({u"--source"_s, m_archive, u"--measure"_s, path}).exitCode, 0);
        QFile file{path};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        for (const char *key : {"first_positions_s", "load_s", "max_gui_hold_ms", "updates_per_s", "peak_rss_bytes"})
            QVERIFY2(text.contains(key), key);
    }

    void wrongUsageNeedsNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("named");
        QTest::newRow("page") << QStringList{u"--page"_s, u"tea"_s} << QByteArray{"--page"};
        QTest::newRow("size") << QStringList{u"--size"_s, u"big"_s} << QByteArray{"--size"};
        QTest::newRow("render") << QStringList{u"--render"_s, u"a.gif"_s} << QByteArray{"--render"};
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << QByteArray{"--theme"};
        QTest::newRow("from") << QStringList{u"--from"_s, u"soon"_s} << QByteArray{"--from"};
        QTest::newRow("unknown") << QStringList{u"--colour"_s} << QByteArray{"colour"};
    }
    void wrongUsageNeedsNoDisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, named);
        const Run run = monitor(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(named), run.errors.constData());
        QCOMPARE(run.errors.count('\n'), 1);
    }

    void noDisplayIsOneSentence_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::newRow("none") << QString{} << QString{};
        QTest::newRow("of a server that is gone") << u"DISPLAY"_s << u":4077"_s;
        QTest::newRow("of a host that is not there") << u"DISPLAY"_s << u"host.invalid:0"_s;
        QTest::newRow("of an unknown kind") << u"QT_QPA_PLATFORM"_s << u"fax"_s;
    }
    void noDisplayIsOneSentence()
    {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        const Run run = monitor({u"--source"_s, m_archive}, variable, value);
        QCOMPARE(run.exitCode, 3);
        QVERIFY2(run.errors.contains("there is no display") && run.errors.contains(value.toUtf8()),
                 run.errors.constData());
        QCOMPARE(run.errors.count('\n'), 1);
    }

    void whatCannotBeDrawnFails()
    {
        const Run run =
            monitor({u"--source"_s, u"/nowhere/a.cbpm3"_s, u"--render"_s, m_folder.filePath(u"never.png"_s)});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.errors.contains("/nowhere/a.cbpm3"));
        QVERIFY(!QFile::exists(m_folder.filePath(u"never.png"_s)));
        QCOMPARE(monitor({u"--source"_s, m_archive, u"--render"_s, u"/proc/never.png"_s}).exitCode, 1);
    }

    void whatDoesNotFitIsRefused()
    {
        const QString path = m_folder.filePath(u"large.png"_s);
        for (const QString &option : {u"--render"_s, u"--measure"_s}) {
            const Run run = monitor({u"--source"_s, m_archive, u"--interval"_s, u"0.1s"_s, u"--from"_s, u"2026-01-01"_s,
                                     u"--to"_s, u"2026-12-31"_s, option, path});
            QCOMPARE(run.exitCode, 1);
            QCOMPARE(run.errors.count('\n'), 1);
            QVERIFY2(run.errors.contains("of memory"), run.errors.constData());
            QVERIFY(!QFile::exists(path));
        }
    }

private:
    static Run monitor(const QStringList &arguments, const QString &variable = {}, const QString &value = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        if (!variable.isEmpty())
            environment.insert(variable, value);
        process.setProcessEnvironment(environment);
        process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3-monitor"_s, arguments);
        process.waitForFinished(60'000);
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    QTemporaryDir m_folder;
    QString m_archive;
};

QTEST_GUILESS_MAIN(TestMonitor)
#include "tst_monitor.moc"
