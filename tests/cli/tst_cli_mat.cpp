// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/matreader.h"
#include "tests/cli/ringoffour.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace cbpm::test;
using namespace Qt::StringLiterals;

namespace {

using Row = std::map<QString, QString>; ///< of a CSV: text by column

std::vector<Row> readCsv(const QString &path)
{
    QFile file{path};
    std::vector<Row> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u',');
    for (const QString &line : lines.mid(1)) {
        const QStringList fields = line.split(u',');
        for (Row &row = rows.emplace_back(); const QString &name : names)
            row[name] = fields.value(names.indexOf(name));
    }
    return rows;
}

double microseconds(const QString &time)
{
    return static_cast<double>(QDateTime::fromString(time, Qt::ISODateWithMs).toMSecsSinceEpoch()) * 1e3;
}

bool isSame(const QString &text, double value)
{
    return text.isEmpty() ? std::isnan(value) : text.toDouble() == value;
}

} // namespace

/// MAT-files as libmatio reads them, against the CSV of the same fetch.
class TestCliMat : public QObject
{
    Q_OBJECT

private slots:
    /// Twelve minutes of four detectors; the table of some fetches lacks one and has one without data.
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"ring.cbpm3"_s);
        makeRingOfFour(m_folder, m_archive);
    }

#ifdef CBPM_HAS_MATIO
    void binsAreTheNumbersOfTheCsv_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::addColumn<QStringList>("more");
        QTest::newRow("the whole ring") << u"1s"_s << QStringList{};
        QTest::newRow("more rows than a chunk") << u"0.1s"_s << QStringList{u"--bpms"_s, u"12W,13W,21W"_s};
        QTest::newRow("few rows") << u"5min"_s << QStringList{};
        QTest::newRow("a detector that the table lacks")
            << u"1s"_s << QStringList{u"--detector-table"_s, m_folder.filePath(u"table.csv"_s)};
    }
    void binsAreTheNumbersOfTheCsv()
    {
        QFETCH(QString, interval);
        QFETCH(QStringList, more);
        auto mat = fetchMat(interval, more);
        QVERIFY(mat);
        QCOMPARE(mat->at(u"format"_s).text(), u"cbpm3 bins"_s);
        QCOMPARE(mat->at(u"zone"_s).text(), u"UTC"_s);
        QCOMPARE(mat->at(u"format_version"_s).at(0), 1.0);
        QVERIFY(mat->at(u"detector_table"_s).text().startsWith("location,"_L1));
        const MatVariable &bpm = mat->at(u"bpm"_s);
        const MatVariable &time = mat->at(u"time_us"_s);
        QCOMPARE(time.className, u"int64"_s);
        QCOMPARE(time.columns, 1u);
        std::map<QString, std::size_t> places;
        for (std::size_t k = 0; k < bpm.rows; ++k)
            places[bpm.text(k)] = k;
        std::map<double, std::size_t> rows;
        for (std::size_t k = 0; k < time.rows; ++k)
            rows[time.at(k)] = k;
        for (const Row &row : m_csv) {
            const std::size_t line = rows.at(microseconds(row.at(u"time"_s)));
            const std::size_t place = places.at(row.at(u"bpm"_s));
            for (const auto &[name, text] : row) {
                if (name != "time"_L1 && name != "bpm"_L1)
                    QVERIFY2(isSame(text, mat->at(name).at(line, place)), qPrintable(name));
            }
        }
        const MatVariable &count = mat->at(u"count"_s);
        QCOMPARE(count.rows, time.rows);
        QCOMPARE(count.columns, bpm.rows);
        const auto counted = std::ranges::count_if(count.values, [](double n) { return n > 0; });
        QCOMPARE(static_cast<std::size_t>(counted), m_csv.size());
    }

    void samplesAreTheNumbersOfTheCsv()
    {
        auto mat = fetchMat(u"raw"_s, {});
        QVERIFY(mat);
        const MatVariable &detectors = mat->at(u"detectors"_s);
        const QStringList words = mat->at(u"flag_words"_s).text().split(u' ');
        QCOMPARE(mat->at(u"time_us"_s).rows, m_csv.size());
        for (std::size_t k = 0; k < m_csv.size(); ++k) {
            QStringList flags;
            for (int bit = 0; bit < words.size(); ++bit) {
                if (static_cast<unsigned>(mat->at(u"flags"_s).at(k)) >> bit & 1)
                    flags << words[bit];
            }
            QCOMPARE(flags.join(u'+'), m_csv[k].at(u"flags"_s));
            QCOMPARE(detectors.text(static_cast<std::size_t>(mat->at(u"bpm"_s).at(k)) - 1), m_csv[k].at(u"bpm"_s));
            for (const QString &name : {u"top_in"_s, u"bot_out"_s, u"sum"_s, u"x_mm"_s, u"y_mm"_s, u"q"_s})
                QVERIFY2(isSame(m_csv[k].at(name), mat->at(name).at(k)), qPrintable(name));
        }
    }

    /// A file without data is read all the same: MATLAB knows no dataset without elements.
    void nothingIsEmpty_data()
    {
        QTest::addColumn<QString>("interval");
        QTest::newRow("bins") << u"1s"_s;
        QTest::newRow("samples") << u"raw"_s;
    }
    void nothingIsEmpty()
    {
        QFETCH(QString, interval);
        const QString path = m_folder.filePath(u"nothing.mat"_s);
        const Run run =
            runCbpm3({u"fetch"_s, u"--source"_s, m_archive, u"--no-cache"_s, u"--from"_s, u"2026-03-03"_s, u"--to"_s,
                      u"2026-03-03T01:00"_s, u"--interval"_s, interval, u"--format"_s, u"mat"_s, u"--output"_s, path});
        QVERIFY2(run.exitCode == 0, run.errors.constData());
        const auto mat = readMat(path);
        QVERIFY(mat);
        QVERIFY(mat->at(u"time_us"_s).values.empty());
        QVERIFY(mat->at(u"x_mm"_s).values.empty());
        QCOMPARE(mat->at(u"zone"_s).text(), u"UTC"_s);
    }
#endif

    void aFullDiskLeavesNothing()
    {
        const QString path = m_folder.filePath(u"half.mat"_s);
        QProcess limited; // a limit on the size of a file acts as a full disk does
        limited.start(u"/bin/sh"_s, QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f 20; exec \"$@\""_s, u"sh"_s,
                                                qEnvironmentVariable("CBPM_BIN_DIR") + u"/cbpm3"_s}
                                        + arguments(path, u"0.1s"_s));
        QVERIFY(limited.waitForFinished());
        const QByteArray said = limited.readAllStandardError();
        QVERIFY2(limited.exitStatus() == QProcess::NormalExit && limited.exitCode() == 1, said.constData());
        QVERIFY2(said.contains("the file was not made"), said.constData());
        QCOMPARE(QDir{m_folder.path()}.entryList({u"half*"_s}), QStringList{});
    }

private:
    QStringList arguments(const QString &output, const QString &interval, const QString &format = u"mat"_s) const
    {
        return {u"fetch"_s,      u"--source"_s,
                m_archive,       u"--no-cache"_s,
                u"--from"_s,     u"2026-03-02T00:00:30.3"_s,
                u"--to"_s,       u"2026-03-02T00:11"_s,
                u"--interval"_s, interval,
                u"--format"_s,   format,
                u"--output"_s,   output};
    }

#ifdef CBPM_HAS_MATIO
    /// The file, with m_csv from the same fetch beside it.
    std::optional<std::map<QString, MatVariable>> fetchMat(const QString &interval, const QStringList &more)
    {
        const QString csv = m_folder.filePath(u"out.csv"_s);
        const QString mat = m_folder.filePath(u"out.mat"_s);
        for (const auto &[path, format] : {std::pair{csv, u"csv"_s}, std::pair{mat, u"mat"_s}}) {
            if (const Run run = runCbpm3(arguments(path, interval, format) + more); run.exitCode != 0) {
                qWarning("%s", run.errors.constData());
                return std::nullopt;
            }
        }
        m_csv = readCsv(csv);
        return readMat(mat);
    }
#endif

    QTemporaryDir m_folder;
    QString m_archive;
    std::vector<Row> m_csv;
};

QTEST_GUILESS_MAIN(TestCliMat)
#include "tst_cli_mat.moc"
