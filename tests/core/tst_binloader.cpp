// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binloader.h"
#include "tests/core/fakesource.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

LoadRequest requestOf(Duration length)
{
    return {*TimeRange::between(start, start + length), *Interval::of(1s), {}, {}, 1};
}

} // namespace

class TestBinLoader : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_shared<test::FakeSource>();
        m_loader = std::make_unique<BinLoader>(m_pool);
        m_batches = std::make_unique<QSignalSpy>(m_loader.get(), &BinLoader::batchReady);
        m_completed = std::make_unique<QSignalSpy>(m_loader.get(), &BinLoader::completed);
        m_failed = std::make_unique<QSignalSpy>(m_loader.get(), &BinLoader::failed);
        m_cancelled = std::make_unique<QSignalSpy>(m_loader.get(), &BinLoader::cancelled);
    }
    void cleanup() { m_loader.reset(); }

    void batchesComeOneByOne()
    {
        m_source->gate = std::make_shared<QSemaphore>(0);
        m_loader->load(m_source, requestOf(2min));
        for (int k = 1; k <= 4; ++k) {
            m_source->gate->release();
            QTRY_COMPARE(m_batches->count(), k); // shown while the rest is still on its way
            QCOMPARE(m_completed->count(), 0);
        }
        m_source->gate->release();
        QTRY_COMPARE(m_completed->count(), 1);
        QVERIFY(!m_loader->isRunning());
        QCOMPARE(m_completed->first().first().value<LoadCounts>().rows, 3u * 1200u);
    }

    void aSourceThatIsLostIsTold()
    {
        QSignalSpy interrupted{m_loader.get(), &BinLoader::interrupted};
        m_source->failure.again = Error::Again::Often;
        m_source->fails = [left = 2](TimePoint at) mutable { return at >= start + 1min && left-- > 0; };
        LoadRequest request = requestOf(2min);
        request.retry.firstBound = std::chrono::milliseconds{1};
        m_loader->load(m_source, request);
        QTRY_COMPARE(m_completed->count(), 1);
        QCOMPARE(interrupted.count(), 2);
        QCOMPARE(interrupted.first().first().value<Error>().what, m_source->failure.what);
        const auto counts = m_completed->first().first().value<LoadCounts>();
        QCOMPARE(counts.rows, 3u * 1200u);
        QCOMPARE(counts.resumptions, 2u);
    }

    void cancelStopsDelivery()
    {
        m_source->gate = std::make_shared<QSemaphore>(1);
        m_loader->load(m_source, requestOf(2min));
        QTRY_COMPARE(m_batches->count(), 1);
        m_loader->cancel();
        QCOMPARE(m_cancelled->count(), 1);
        m_source->gate->release(5);
        m_pool.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_batches->count(), 1);
        QCOMPARE(m_completed->count(), 0);
    }

    void theLatestRequestWins()
    {
        m_source->gate = std::make_shared<QSemaphore>(1);
        m_loader->load(m_source, requestOf(2min));
        QTRY_COMPARE(m_batches->count(), 1);
        const auto other = std::make_shared<test::FakeSource>();
        m_loader->load(other, requestOf(30s));
        QTRY_COMPARE(m_completed->count(), 1);
        QCOMPARE(m_batches->count(), 2);
        QCOMPARE(m_completed->first().first().value<LoadCounts>().rows, 3u * 300u);
        QCOMPARE(m_cancelled->count(), 0); // superseded is not cancelled
    }

    void anErrorKeepsWhatCame()
    {
        m_source->failsAt = start + 1min;
        m_loader->load(m_source, requestOf(2min));
        QTRY_COMPARE(m_failed->count(), 1);
        QCOMPARE(m_batches->count(), 2);
        QCOMPARE(m_failed->first().first().value<Error>().kind, Error::Kind::Connection);
    }

    void aReaderThatOutrunsTheScreenIsHeld()
    {
        m_source->slice = 1s;
        m_loader->load(m_source, requestOf(1h)); // 3600 batches; this thread does not look
        m_pool.waitForDone(300);
        QVERIFY(m_pool.activeThreadCount() == 1);
        QTRY_COMPARE(m_completed->count(), 1);
        QCOMPARE(m_batches->count(), 3600);
    }

    void destructionEndsTheJob()
    {
        m_source->gate = std::make_shared<QSemaphore>(0);
        m_loader->load(m_source, requestOf(1h));
        m_loader.reset();
        QTRY_COMPARE(m_pool.activeThreadCount(), 0); // though its gate never opened
    }

private:
    QThreadPool m_pool;
    std::shared_ptr<test::FakeSource> m_source;
    std::unique_ptr<BinLoader> m_loader;
    std::unique_ptr<QSignalSpy> m_batches;
    std::unique_ptr<QSignalSpy> m_completed;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<QSignalSpy> m_cancelled;
};

QTEST_GUILESS_MAIN(TestBinLoader)
#include "tst_binloader.moc"
