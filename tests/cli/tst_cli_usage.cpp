// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

class TestCliUsage : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsageNamesTheOption_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        const QStringList fetch{u"fetch"_s, u"--source"_s, u"x.cbpm3"_s,  u"--from"_s, u"-1h"_s,
                                u"--to"_s,  u"now"_s,      u"--output"_s, u"-"_s};
        QTest::newRow("no command") << QStringList{} << u"command"_s;
        QTest::newRow("unknown command") << QStringList{u"fecth"_s} << u"fecth"_s;
        QTest::newRow("unknown option") << fetch + QStringList{u"--colour"_s, u"red"_s} << u"colour"_s;
        QTest::newRow("stray word") << fetch + QStringList{u"stray"_s} << u"stray"_s;
        QTest::newRow("missing --from") << QStringList{u"fetch"_s, u"--to"_s, u"now"_s, u"--output"_s, u"-"_s}
                                        << u"--from"_s;
        QTest::newRow("interval") << fetch + QStringList{u"--interval"_s, u"0.15s"_s} << u"--interval"_s;
        QTest::newRow("interval too long") << fetch + QStringList{u"--interval"_s, u"2h"_s} << u"--interval"_s;
        QTest::newRow("method") << fetch + QStringList{u"--method"_s, u"cubic"_s} << u"--method"_s;
        QTest::newRow("connections") << fetch + QStringList{u"--connections"_s, u"0"_s} << u"--connections"_s;
        QTest::newRow("format") << fetch + QStringList{u"--format"_s, u"xls"_s} << u"--format"_s;
        QTest::newRow("archive to stdout") << fetch + QStringList{u"--format"_s, u"archive"_s} << u"--output"_s;
        QTest::newRow("path") << fetch + QStringList{u"--path"_s, u"tunnel"_s} << u"--path"_s;
        QTest::newRow("zone by POSIX") << fetch + QStringList{u"--server-timezone"_s, u"Mars"_s} << u"--server-timezone"_s;
        QTest::newRow("zone") << fetch + QStringList{u"--server-timezone"_s, u"Mars/Base"_s} << u"--server-timezone"_s;
        QTest::newRow("columns") << fetch + QStringList{u"--columns"_s, u"colour=red"_s} << u"--columns"_s;
        QTest::newRow("password") << QStringList{
            u"fetch"_s,    u"--source"_s, u"host=h password=hidden"_s, u"--from"_s, u"-1h"_s, u"--to"_s, u"now"_s,
            u"--output"_s, u"-"_s} << u"--source"_s;
    }
    void wrongUsageNamesTheOption()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, named);
        const Run run = runCbpm3(arguments);
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.errors.contains(named.toUtf8()), run.errors.constData());
        QCOMPARE(run.errors.count('\n'), 1);
        QVERIFY(!run.errors.contains("hidden"));
        QVERIFY(run.output.isEmpty());
    }

    void failuresAreOneLine_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("named");
        QTest::newRow("missing archive") << u"/nowhere/there.cbpm3"_s << u"/nowhere/there.cbpm3"_s;
        QTest::newRow("foreign file") << qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/CMakeLists.txt"_s
                                      << u"CMakeLists.txt"_s;
        QTest::newRow("no server") << u"host=/nowhere dbname=x"_s << u"/nowhere"_s;
    }
    void failuresAreOneLine()
    {
        QFETCH(QString, source);
        QFETCH(QString, named);
        QTemporaryDir folder;
        const QString output = folder.filePath(u"out.csv"_s);
        const Run run = runCbpm3({u"fetch"_s, u"--source"_s, source, u"--from"_s, u"2026-03-02"_s, u"--to"_s,
                                  u"2026-03-03"_s, u"--output"_s, output});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.errors.contains(named.toUtf8()), run.errors.constData());
        QCOMPARE(run.errors.count('\n'), 1);
        QVERIFY(!QFile::exists(output));
    }

    void helpAndVersionAreAnswered()
    {
        QCOMPARE(runCbpm3({u"--help"_s}).exitCode, 0);
        QVERIFY(runCbpm3({u"--version"_s}).output.startsWith("cbpm3 "));
        QVERIFY(runCbpm3({u"fetch"_s, u"--help"_s}).output.contains("--interval"));
    }
};

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cli_usage.moc"
