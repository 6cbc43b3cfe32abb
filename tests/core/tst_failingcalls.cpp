// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/archivesave.h"
#include "core/export/bincsv.h"
#include "core/export/fetchsummary.h"
#include "core/export/samplecsv.h"
#include "core/query/tiledload.h"
#include "core/source/archive/archiveinfo.h"
#include "core/source/archive/archivesource.h"
#include "core/source/archive/archivewriter.h"
#include "core/tiles/cachedsource.h"
#include "tests/core/fakesource.h"
#include "tests/core/readall.h"
#include "tests/support/failingcalls.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <map>

#include <sys/wait.h>
#include <unistd.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FailingCalls;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
const TimeRange half = *TimeRange::between(start, start + 30min);

bool isOneSentence(const Error &error)
{
    return !error.what.isEmpty() && !error.sentence().contains(u'\n');
}

QByteArray contentsOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

QByteArray columnsOf(const test::ReadAll &all)
{
    QByteArray bytes;
    for (const auto &[location, samples] : all.detectors) {
        bytes += location.c_str();
        for (std::size_t i = 0; i < samples.size(); ++i)
            bytes += QByteArray::number(static_cast<qint64>(samples.time[i])) + ' '
                     + QByteArray::number(samples.button[0][i], 'g', 17);
    }
    return bytes;
}

/// The long tier goes through every call, the quick one through the first and some of the others.
int after(int number)
{
    constexpr int allOfThem = 20;
    constexpr int step = 7;
    return number + (number < allOfThem || qEnvironmentVariableIsSet("CBPM_LONG") ? 1 : step);
}

using Cells = std::map<std::string, std::vector<std::uint32_t>>;

} // namespace

/// "Fail the N-th call, for all N": reading and writing files on a machine that fails. No crash, no half-written file,
/// one sentence.
class TestFailingCalls : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_calls = std::make_unique<FailingCalls>(m_folder->path().toStdString());
    }
    void cleanup() { m_calls.reset(); }

    void aNewFileIsThereWholeOrNotAtAll_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("lasts");
        QTest::addColumn<bool>("isThere");
        for (const char *const kind : {"csv", "raw csv", "summary", "archive"}) {
            for (const bool lasts : {false, true}) {
                for (const bool isThere : {false, true})
                    QTest::addRow("%s, %s, %s", kind, lasts ? "from then on" : "once", isThere ? "old one" : "new")
                        << QString::fromLatin1(kind) << lasts << isThere;
            }
        }
    }
    void aNewFileIsThereWholeOrNotAtAll()
    {
        QFETCH(QString, kind);
        QFETCH(bool, lasts);
        QFETCH(bool, isThere);
        const QString path = m_folder->filePath(u"out"_s);
        const QByteArray old{"what was there before"};
        const QByteArray whole = [&] {
            [&] { QVERIFY(write(kind, path)); }();
            return fingerprint(kind, path);
        }();
        QVERIFY(!whole.isEmpty());
        int failed = 0;
        int borne = 0;
        for (int number = 1;; number = after(number)) {
            QFile::remove(path);
            if (isThere) {
                QFile file{path};
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(old);
            }
            m_calls->arm({number, lasts});
            const auto written = write(kind, path);
            const QByteArray name = m_calls->failed();
            const int calls = m_calls->count();
            m_calls->arm({});
            const QByteArray where = kind.toUtf8() + ": call " + QByteArray::number(number) + ' ' + name + ": "
                                     + (written ? QByteArray{"good"} : written.error().sentence().toUtf8());
            if (written) {
                QVERIFY2(fingerprint(kind, path) == whole, where);
                ++borne;
            } else {
                ++failed;
                QVERIFY2(isOneSentence(written.error()), where);
                QVERIFY2(contentsOf(path) == (isThere ? old : QByteArray{}), where);
                QVERIFY2(QFile::exists(path) == isThere, where);
            }
            const QStringList files = QDir{m_folder->path()}.entryList(QDir::Files | QDir::Hidden);
            QVERIFY2(files.size() <= 1, where + ": " + files.join(u' ').toUtf8());
            if (calls < number)
                break;
        }
        qInfo("%d calls failed the file, %d were borne", failed, borne - 1);
        QVERIFY(failed > 0);
    }

    /// A writer that was killed leaves a file under another name; the next one takes it away.
    void leftoversAreTakenAway()
    {
        const QString path = m_folder->filePath(u"out"_s);
        const pid_t dead = fork();
        if (dead == 0)
            _exit(0);
        waitpid(dead, nullptr, 0);
        const QString names[] = {path + u".part-%1"_s.arg(dead), path + u".part-%1-journal"_s.arg(dead),
                                 path + u".part-1"_s, path + u".part-notes"_s};
        for (const QString &name : names)
            QVERIFY(QFile{name}.open(QIODevice::WriteOnly));
        QVERIFY(write(u"archive"_s, path));
        const QStringList left = QDir{m_folder->path()}.entryList(QDir::Files, QDir::Name);
        QCOMPARE(left, (QStringList{u"out"_s, u"out.part-1"_s, u"out.part-notes"_s}));
    }

    void anArchiveIsReadWholeOrNotAtAll_data() { onceAndLasting(); }
    void anArchiveIsReadWholeOrNotAtAll()
    {
        QFETCH(bool, lasts);
        const QString path = m_folder->filePath(u"a.cbpm3"_s);
        QVERIFY(write(u"archive"_s, path));
        const QByteArray bytes = contentsOf(path);
        const auto read = [&]() -> Result<QByteArray> {
            const auto source = openArchive(path);
            if (!source)
                return source.error();
            if (const auto info = (*source)->info({}); !info)
                return info.error();
            const auto all = test::readAll(**source, half);
            if (!all)
                return all.error();
            QByteArray result = columnsOf(*all);
            const auto cells = (*source)->openCells({}, {}, {});
            if (!cells)
                return cells.error();
            if (*cells) {
                const auto told = (*cells)->read(*Interval::of(1min), half, {});
                if (!told)
                    return told.error();
                for (const BinSeries &series : *told)
                    for (const std::uint32_t count : series.count)
                        result += ' ' + QByteArray::number(count);
            }
            if (const auto verified = verifyArchive(path, [](double) {}, {}); !verified)
                return verified.error();
            return result;
        };
        const auto truth = read();
        QVERIFY(truth.has_value());
        sweep(lasts, [&](const QByteArray &where) {
            const auto again = read();
            QVERIFY2(again ? *again == *truth : isOneSentence(again.error()), where);
            m_failed += !again;
        });
        QVERIFY(m_failed > 0);
        QCOMPARE(contentsOf(path), bytes);
    }

    void anArchiveThatIsExtendedStaysOne_data() { onceAndLasting(); }
    void anArchiveThatIsExtendedStaysOne()
    {
        QFETCH(bool, lasts);
        const QString original = m_folder->filePath(u"a.cbpm3"_s);
        const QString path = m_folder->filePath(u"b.cbpm3"_s);
        QVERIFY(write(u"archive"_s, original));
        const test::FakeSource source;
        const auto more = *TimeRange::between(half.end(), half.end() + 2min);
        const auto later = test::readAll(source, more);
        QVERIFY(later.has_value());
        SampleBatch batch{more, {}, 0, 0, 0, 0};
        for (const auto &[location, samples] : later->detectors)
            batch.detectors.push_back(samples);
        const auto extend = [&]() -> Result<void> {
            const auto writer = ArchiveWriter::extend(path);
            if (!writer)
                return writer.error();
            if (const auto appended = (*writer)->append(batch); !appended)
                return appended;
            if (const auto flushed = (*writer)->flush(); !flushed)
                return flushed;
            return (*writer)->commit();
        };
        sweep(
            lasts,
            [&](const QByteArray &where) {
                const auto extended = extend();
                m_calls->arm({}); // the machine is well again: whoever opens it finds the old samples, or all
                const auto verified = verifyArchive(path, [](double) {}, {});
                QVERIFY2(extended || isOneSentence(extended.error()), where);
                QVERIFY2(verified, where + (verified ? QByteArray{} : verified.error().sentence().toUtf8()));
                QVERIFY2(verified->samples == 3u * 18'000u || verified->samples == 3u * 19'200u, where);
                QVERIFY2(!extended || verified->samples == 3u * 19'200u, where);
                m_failed += !extended;
            },
            [&] {
                for (const QString &suffix : {u""_s, u"-journal"_s})
                    QFile::remove(path + suffix);
                QFile::copy(original, path);
            });
    }

    /// A cache that fails costs time, never a number.
    void tilesNeverChangeTheNumbers_data() { onceAndLasting(); }
    void tilesNeverChangeTheNumbers()
    {
        QFETCH(bool, lasts);
        const QString path = m_folder->filePath(u"tiles/tiles.sqlite"_s);
        const auto load = [&]() -> Result<Cells> {
            const auto store = std::make_shared<TileStore>(TileStore::Options{path});
            const auto source = cachedSource(std::make_shared<test::FakeSource>(), store, u"fake"_s);
            Cells counts;
            for (const Duration width : {Duration{1min}, Duration{10s}}) {
                const auto loaded =
                    loadTiled(*source, {store, u"fake"_s}, {half, *Interval::of(width), {}, {}},
                              [&](const BinBatchPtr &batch) {
                                  for (const BinSeries &series : batch->series) {
                                      auto &column = counts[series.location];
                                      column.insert(column.end(), series.count.begin(), series.count.end());
                                  }
                                  return true;
                              },
                              {});
                if (!loaded)
                    return loaded.error();
            }
            store->flush();
            return counts;
        };
        const auto sums = [](const Cells &cells) {
            std::map<std::string, std::uint64_t> all;
            for (const auto &[location, counts] : cells)
                for (const std::uint32_t count : counts)
                    all[location] += count;
            return all;
        };
        const auto truth = load();
        QVERIFY(truth.has_value());
        QCOMPARE(sums(*truth).size(), std::size_t{3});
        QCOMPARE(sums(*truth).begin()->second, 2u * 18'000u);
        for (const bool isWarm : {false, true}) {
            sweep(
                lasts,
                [&](const QByteArray &where) {
                    const auto loaded = load();
                    m_calls->arm({});
                    const auto again = load(); // what the failure left in the file
                    QVERIFY2(loaded && sums(*loaded) == sums(*truth), where);
                    QVERIFY2(again && sums(*again) == sums(*truth), where);
                },
                [&] {
                    if (!isWarm)
                        QDir{m_folder->filePath(u"tiles"_s)}.removeRecursively();
                });
        }
    }

private:
    void onceAndLasting()
    {
        QTest::addColumn<bool>("lasts");
        QTest::newRow("once") << false;
        QTest::newRow("from then on") << true;
    }

    /// Runs `task` with each of its calls failing in turn, after `prepare`; it gets words for what fails.
    void sweep(bool lasts, const std::function<void(const QByteArray &)> &task,
               const std::function<void()> &prepare = {})
    {
        m_failed = 0;
        for (int number = 1;; number = after(number)) {
            m_calls->arm({});
            if (prepare)
                prepare();
            m_calls->arm({number, lasts});
            task("call " + QByteArray::number(number));
            const int calls = m_calls->count();
            if (QTest::currentTestFailed() || number > 20'000)
                return;
            if (calls < number && *m_calls->failed() == '\0')
                break;
        }
        m_calls->arm({});
        qInfo("%d times the error was told", m_failed);
    }

    static Result<void> write(const QString &kind, const QString &path)
    {
        const test::FakeSource source;
        if (kind == "archive"_L1) {
            const ArchiveOrder order{path, half, {}, *source.info({})};
            const auto saved = saveArchive(source, order, [](const SampleBatch &) {}, {});
            return saved ? Result<void>{} : Result<void>{saved.error()};
        }
        if (kind == "summary"_L1)
            return writeFetchSummary({}, path);
        OutputFile file{path};
        if (const auto opened = file.open(); !opened)
            return opened;
        Result<void> written;
        if (kind == "csv"_L1) {
            BinCsv csv{file, *Interval::of(1s)};
            const auto loaded = loadBins(source, {half, *Interval::of(1s), {}, {}},
                                         [&](const BinBatchPtr &batch) {
                                             written = csv.add(*batch);
                                             return written.has_value();
                                         },
                                         {});
            if (!written)
                return written;
            if (!loaded)
                return loaded.error();
            written = csv.finish();
        } else {
            SampleCsv csv{file, *source.table(), {}};
            const auto all = source.open({}, {});
            if (const auto started = (*all)->start(*TimeRange::between(start, start + 2min)); !started)
                return started;
            for (auto batch = (*all)->next({}); batch && *batch; batch = (*all)->next({})) {
                if (written = csv.add(**batch); !written)
                    return written;
            }
            written = csv.finish();
        }
        return written ? file.commit() : written;
    }

    /// What is inside; an archive holds the time of its making, and may lack the ladder.
    static QByteArray fingerprint(const QString &kind, const QString &path)
    {
        if (kind == "summary"_L1)
            return contentsOf(path).isEmpty() ? QByteArray{} : QByteArray{"there"};
        if (kind != "archive"_L1)
            return contentsOf(path);
        const auto verified = verifyArchive(path, [](double) {}, {});
        const auto source = openArchive(path);
        const auto all = source ? test::readAll(**source, half) : Result<test::ReadAll>{source.error()};
        return verified && all ? columnsOf(*all) : QByteArray{};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FailingCalls> m_calls;
    int m_failed = 0;
};

QTEST_GUILESS_MAIN(TestFailingCalls)
#include "tst_failingcalls.moc"
