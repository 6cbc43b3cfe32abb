// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/ringoffour.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

namespace {

const QString python = u"/usr/bin/python3"_s; // the one that Debian's packages are for

QString checker()
{
    return qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/tests/cli/checkhdf.py"_s;
}

} // namespace

/// HDF5 files as h5py reads them, against the CSV of the same fetch.
class TestCliHdf5 : public QObject
{
    Q_OBJECT

private slots:
    /// Twelve minutes of five detectors, one of which the table of the fetch lacks, one without data.
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"ring.cbpm3"_s);
        makeRingOfFour(m_folder, m_archive);
    }

    void h5pyReadsTheNumbersOfTheCsv_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("samples") << u"raw"_s << QStringList{};
        QTest::newRow("1 s") << u"1s"_s << QStringList{};
        QTest::newRow("more rows than a chunk") << u"0.1s"_s << QStringList{};
        QTest::newRow("across slices") << u"0.7s"_s << QStringList{};
        QTest::newRow("few rows") << u"5min"_s << QStringList{};
        QTest::newRow("two detectors, map")
            << u"1s"_s << QStringList{u"--bpms"_s, u"13W,12W"_s, u"--method"_s, u"map"_s};
        const QStringList lacking{u"--detector-table"_s, m_folder.filePath(u"table.csv"_s)};
        QTest::newRow("a detector that the table lacks") << u"1s"_s << lacking;
        QTest::newRow("samples of a detector that the table lacks") << u"raw"_s << lacking;
    }
    void h5pyReadsTheNumbersOfTheCsv()
    {
        if (QProcess::execute(python, {u"-c"_s, u"import h5py"_s}) != 0)
            QSKIP("python3-h5py is not installed");
        QFETCH(QString, interval);
        QFETCH(QStringList, more);
        const QString csv = m_folder.filePath(u"out.csv"_s);
        const QString hdf = m_folder.filePath(u"out.h5"_s);
        QCOMPARE(fetch(csv, interval, more).exitCode, 0);
        QCOMPARE(fetch(hdf, interval, more + QStringList{u"--format"_s, u"hdf5"_s}).exitCode, 0);
        QProcess process;
        process.start(python, {checker(), hdf, csv});
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        QVERIFY(process.readAllStandardOutput().toInt() > 0);
    }

    void aFileIsWholeOrNotThere()
    {
        const QString path = m_folder.filePath(u"half.h5"_s);
        const QStringList hdf{u"--format"_s, u"hdf5"_s};
        QVERIFY(!QFile::exists(path));
        // A folder that is not there; a disk that is full.
        const Run nowhere = fetch(u"/nowhere/at-all/half.h5"_s, u"1s"_s, hdf);
        QCOMPARE(nowhere.exitCode, 1);
        QCOMPARE(nowhere.errors.count("/nowhere/at-all/half.h5"), 1);
        QProcess limited; // a limit on the size of a file acts as a full disk does
        limited.start(u"/bin/sh"_s,
                      {u"-c"_s, u"trap '' XFSZ; ulimit -f 20; exec \"$@\""_s, u"sh"_s,
                       qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s, u"fetch"_s, u"--source"_s, m_archive,
                       u"--no-cache"_s, u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-02T00:12"_s, u"--interval"_s,
                       u"0.1s"_s, u"--format"_s, u"hdf5"_s, u"--output"_s, path});
        QVERIFY(limited.waitForFinished());
        const QByteArray said = limited.readAllStandardError();
        QVERIFY2(limited.exitStatus() == QProcess::NormalExit && limited.exitCode() == 1, said.constData());
        QVERIFY2(said.contains("the file was not made"), said.constData());
        QCOMPARE(QDir{m_folder.path()}.entryList({u"half*"_s}), QStringList{});
    }

    void standardOutputIsRefused()
    {
        const Run run = fetch(u"-"_s, u"1s"_s, {u"--format"_s, u"hdf5"_s});
        QCOMPARE(run.exitCode, 2);
        QVERIFY(run.errors.contains("--output"));
    }

private:
    Run fetch(const QString &output, const QString &interval, const QStringList &more) const
    {
        return runCbpm3(QStringList{u"fetch"_s, u"--source"_s, m_archive, u"--no-cache"_s, u"--from"_s,
                                    u"2026-03-02T00:00:30.3"_s, u"--to"_s, u"2026-03-02T00:11"_s, u"--interval"_s,
                                    interval, u"--output"_s, output}
                        + more);
    }

    QTemporaryDir m_folder;
    QString m_archive;
};

QTEST_GUILESS_MAIN(TestCliHdf5)
#include "tst_cli_hdf5.moc"
