// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/autointerval.h"
#include "core/query/ringmap.h"
#include "tests/core/fakesource.h"
#include "tests/core/readall.h"
#include "ui/models/closeup.h"
#include "ui/plot/pixelcolumns.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

TimeRange rangeOf(Duration from, Duration to)
{
    return *TimeRange::between(start + from, start + to);
}

} // namespace

/// Zooming in: which bins are asked for, what stands meanwhile, and that each column of pixels is true.
class TestCloseup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_shared<test::FakeSource>();
        m_closeup = std::make_unique<Closeup>(m_pool);
    }

    void everyColumnHasTheTrueExtremesAtEveryLevel_data()
    {
        QTest::addColumn<qint64>("visible_s");
        QTest::addColumn<int>("pixels");
        for (const auto &[seconds, pixels] :
             {std::pair{60, 600}, {60, 300}, {300, 600}, {1800, 900}, {7200, 720}, {36'000, 600}})
            QTest::addRow("%d s on %d pixels", seconds, pixels) << qint64{seconds} << pixels;
    }
    void everyColumnHasTheTrueExtremesAtEveryLevel()
    {
        QFETCH(const qint64, visible_s);
        QFETCH(const int, pixels);
        const TimeRange visible = rangeOf(1h, 1h + std::chrono::seconds{visible_s});
        setGround(rangeOf(0h, 24h), 10min);
        look(visible, pixels, {1});
        const RingSeries *const series = m_closeup->seriesFor(visible);
        QVERIFY(series);
        QVERIFY(*series->interval() == autoInterval(visible, pixels));
        // Brute force: every sample's position, sorted into its column.
        const auto all = test::readAll(*m_source, visible, {1});
        QVERIFY(all);
        PositionColumns positions;
        const DetectorSamples &samples = all->detectors.begin()->second;
        RingMap{*m_source->table(), {}}.apply(samples, positions);
        const auto columns = pixelColumns(*series->find(1), Quantity::X, *series->interval(), visible, pixels);
        std::vector<PixelColumn> truth(columns.size());
        for (std::size_t k = 0; k < samples.size(); ++k) {
            const auto offset = samples.time[k] - unixMicroseconds(visible.begin());
            PixelColumn &column = truth[static_cast<std::size_t>(offset * pixels / visible.duration().count())];
            column.min = column.isEmpty() ? positions.x[k] : std::min(column.min, positions.x[k]);
            column.max = column.isEmpty() ? positions.x[k] : std::max(column.max, positions.x[k]);
            ++column.count;
        }
        for (std::size_t k = 0; k < columns.size(); ++k) {
            QVERIFY(truth[k].count > 0);
            QCOMPARE(columns[k].count, truth[k].count);
            QCOMPARE(columns[k].min, truth[k].min);
            QCOMPARE(columns[k].max, truth[k].max);
        }
    }

    void theOldPictureStandsUntilTheNewOneIsThere()
    {
        setGround(rangeOf(0h, 24h), 10min);
        const TimeRange hour = rangeOf(5h, 6h);
        look(hour, 600, {0, 1});
        QVERIFY(m_closeup->seriesFor(hour));
        m_source->gate = std::make_shared<QSemaphore>();
        const TimeRange minute = rangeOf(5h, 5h + 1min);
        m_closeup->look(minute, 600, {0, 1});
        QTRY_VERIFY(m_closeup->isLoading());
        QTest::qWait(100); // the load is held: nothing may come
        QVERIFY(*m_closeup->seriesFor(minute)->interval() == autoInterval(hour, 600));
        QSignalSpy changed{m_closeup.get(), &Closeup::changed};
        m_source->gate->release(1000);
        QVERIFY(changed.wait());
        QVERIFY(*m_closeup->seriesFor(minute)->interval() == autoInterval(minute, 600));
        QVERIFY(!m_closeup->seriesFor(hour)); // it holds less than that now: the ground serves
    }

    void neighboursAreThereBeforeThePan()
    {
        setGround(rangeOf(0h, 24h), 10min);
        look(rangeOf(5h, 6h), 600, {1});
        *m_source->asked = {};
        m_closeup->look(rangeOf(5h + 20min, 6h + 20min), 600, {1});
        QTRY_VERIFY(!m_closeup->isLoading());
        QVERIFY(m_source->asked->isEmpty());
        QVERIFY(m_closeup->seriesFor(rangeOf(5h + 20min, 6h + 20min)));
    }

    /// With tiles: what is seen, then what is beside it.
    void whatIsSeenComesBeforeItsNeighbours()
    {
        const QTemporaryDir folder;
        TileStore::Options options;
        options.path = folder.filePath(u"tiles"_s);
        const auto tiles = std::make_shared<TileStore>(options);
        m_closeup->setGround(
            Closeup::Ground{m_source, {tiles, u"fake"_s}, rangeOf(0h, 24h), *Interval::of(10min), {}, filedQuantities});
        const TimeRange seen = rangeOf(5h, 6h);
        std::vector<TimeRange> shown;
        connect(m_closeup.get(), &Closeup::changed, this,
                [&] { shown.push_back(*m_closeup->seriesFor(seen)->range()); });
        m_closeup->look(seen, 600, {1});
        QTRY_COMPARE(shown.size(), 2u);
        QTRY_VERIFY(!m_closeup->isLoading());
        QVERIFY(shown[0].duration() <= 1h + 1min);
        QVERIFY(shown[1].begin() <= start + 4h + 30min && shown[1].end() >= start + 6h + 30min);
        QVERIFY(m_closeup->seriesFor(rangeOf(5h + 20min, 6h + 20min)));
        // A pan asks for what lies ahead of it, though all that is seen is there.
        m_closeup->look(rangeOf(5h + 20min, 6h + 20min), 600, {1});
        QTRY_COMPARE(shown.size(), 3u);
        QVERIFY(shown[2].end() >= start + 6h + 50min);
    }

    void wideLooksAreServedByTheGround()
    {
        setGround(rangeOf(0h, 24h), 10min);
        m_closeup->look(rangeOf(0h, 24h), 140, {1});
        QTRY_VERIFY(!m_closeup->isLoading());
        QVERIFY(m_source->asked->isEmpty());
        QVERIFY(!m_closeup->seriesFor(rangeOf(0h, 24h)));
    }

    void aFailureLeavesThePicture()
    {
        setGround(rangeOf(0h, 24h), 10min);
        look(rangeOf(5h, 6h), 600, {1});
        m_source->failsAt = start;
        m_closeup->look(rangeOf(5h, 5h + 1min), 600, {1});
        QTRY_VERIFY(!m_closeup->isLoading());
        QVERIFY(m_closeup->seriesFor(rangeOf(5h, 6h)));
    }

private:
    void setGround(const TimeRange &range, Duration interval)
    {
        m_closeup->setGround(Closeup::Ground{m_source, {}, range, *Interval::of(interval), {}, filedQuantities});
    }

    void look(const TimeRange &visible, int pixels, const std::vector<int> &rows)
    {
        QSignalSpy changed{m_closeup.get(), &Closeup::changed};
        m_closeup->look(visible, pixels, rows);
        QVERIFY(changed.wait());
    }

    QThreadPool m_pool;
    std::shared_ptr<test::FakeSource> m_source;
    std::unique_ptr<Closeup> m_closeup;
};

QTEST_MAIN(TestCloseup)
#include "tst_closeup.moc"
