// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include <sys/resource.h>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

namespace {

constexpr double megabyte = 1e6;

/// Runs a program whose address space ends at `limit_MB`.
Run runWithin(double limit_MB, const QString &name, const QStringList &arguments)
{
    QProcess process;
    process.setChildProcessModifier([limit_MB] {
        const auto bytes = static_cast<rlim_t>(limit_MB * megabyte);
        const rlimit limit{bytes, bytes};
        setrlimit(RLIMIT_AS, &limit);
        const rlimit noCore{0, 0};
        setrlimit(RLIMIT_CORE, &noCore);
    });
    process.start(builtProgram(name), arguments);
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, "hangs"};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

/// Programs that may not take the memory they would like: whatever the limit, what they were asked for is whole, or
/// refused in a sentence. No crash, no wait without end, no half file.
class TestMemory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (runWithin(2000.0, u"cbpm3"_s, {u"--version"_s}).exitCode != 0)
            QSKIP("a sanitizer's programs take terabytes of addresses");
        m_archive = m_folder.filePath(u"hours.cbpm3"_s);
        QCOMPARE(
            runCbpm3({u"simulate"_s, u"--into"_s, m_archive, u"--from"_s, u"2026-03-02"_s, u"--duration"_s, u"1h"_s})
                .exitCode,
            0);
    }

    void everyLimitIsAWholeFileOrASentence_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("least"); // what can be done with the least memory that is looked at
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("file"); // what it writes; empty: standard output
        const QString file = m_folder.filePath(u"out"_s);
        const QStringList range{u"--from"_s, u"2026-03-02"_s, u"--to"_s, u"2026-03-02T01:00"_s};
        const QStringList fetch{u"fetch"_s, u"--no-cache"_s, u"--source"_s, m_archive, u"--output"_s, file};
        const QStringList nothing{u"--version"_s};
        QTest::newRow("bins") << u"cbpm3"_s << nothing << fetch + range + QStringList{u"--interval"_s, u"1s"_s} << file;
        QTest::newRow("raw") << u"cbpm3"_s << nothing
                             << fetch + range + QStringList{u"--interval"_s, u"raw"_s, u"--bpms"_s, u"12W,13W"_s}
                             << file;
        QTest::newRow("an archive checked")
            << u"cbpm3"_s << nothing << QStringList{u"verify"_s, m_archive} << QString{};
        // Below that the libraries that draw letters crash by themselves.
        const QString picture = m_folder.filePath(u"out.png"_s);
        const QStringList draw{u"--source"_s, m_archive, u"--render"_s, picture, u"--from"_s, u"2026-03-02"_s};
        QTest::newRow("a picture") << u"cbpm3-monitor"_s << draw + QStringList{u"--to"_s, u"2026-03-02T00:01"_s}
                                   << draw + QStringList{u"--to"_s, u"2026-03-02T01:00"_s, u"--interval"_s,
                                                         u"0.1s"_s, u"--bpms"_s,           u"12W,13W,14W"_s}
                                   << picture;
    }
    void everyLimitIsAWholeFileOrASentence()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, least);
        QFETCH(QStringList, arguments);
        QFETCH(QString, file);
        const auto result = [&](const Run &run) { return file.isEmpty() ? run.output : contentsOf(file); };
        const auto unlimited = [&] { return result(runProgram(builtProgram(program), arguments)); };
        QByteArray whole = unlimited();
        QVERIFY(!whole.isEmpty());
        const double step = qEnvironmentVariableIsSet("CBPM_LONG") ? 1.01 : 1.12;
        int refused = 0;
        int done = 0;
        for (double limit_MB = smallestFor(program, least); done < 3; limit_MB *= step) {
            const auto limited = [&] {
                if (!file.isEmpty())
                    QFile::remove(file);
                return runWithin(limit_MB, program, arguments);
            };
            Run run = limited();
            if (run.exitCode == 0 && result(run) != whole) { // the age of the data, in minutes, is in the picture
                whole = unlimited();
                run = limited();
            }
            const QByteArray where =
                QByteArray::number(limit_MB) + " MB: exit " + QByteArray::number(run.exitCode) + ": " + run.errors;
            if (run.exitCode == 0) {
                QVERIFY2(result(run) == whole, where);
                ++done;
                continue;
            }
            ++refused;
            done = 0;
            QVERIFY2(run.exitCode == 1, where);
            QVERIFY2(run.errors.contains("memory"), where);
            QVERIFY2(file.isEmpty() || !QFile::exists(file), where);
            QVERIFY2(limit_MB < 4000.0, where);
        }
        QCOMPARE(QDir{m_folder.path()}.entryList(QDir::Files | QDir::Hidden).size(), file.isEmpty() ? 1 : 2);
        if (!file.isEmpty())
            QFile::remove(file);
        qInfo("%d limits were too low", refused);
        QVERIFY(refused > 0);
    }

private:
    /// The least memory in which it can do that.
    static double smallestFor(const QString &program, const QStringList &least)
    {
        double below = 8.0;
        double enough = 2000.0;
        while (enough / below > 1.02) {
            const double middle = std::sqrt(below * enough);
            (runWithin(middle, program, least).exitCode == 0 ? enough : below) = middle;
        }
        return enough;
    }

    static QByteArray contentsOf(const QString &path)
    {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

    QTemporaryDir m_folder;
    QString m_archive;
};

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
