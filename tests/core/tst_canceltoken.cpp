// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/cancellablewait.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace cbpm;
using namespace std::chrono_literals;

namespace {

/// Longer than any test may take: who is not woken fails by the time limit of the test.
constexpr std::chrono::milliseconds aDay = 24h;

CancelToken theToken()
{
    static const CancelToken token;
    return token;
}

void onSignal(int)
{
    theToken().cancel();
}

int openDescriptors()
{
    return static_cast<int>(QDir{QStringLiteral("/proc/self/fd")}.count());
}

/// A pipe that nobody writes to.
struct Pipe
{
    Pipe() { std::ignore = pipe(ends.data()); }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    ~Pipe()
    {
        close(ends[0]);
        close(ends[1]);
    }

    bool waitsIn(const CancelToken &token) const { return waitForDescriptor(ends[0], POLLIN, token, aDay); }

    std::array<int, 2> ends{};
};

} // namespace

/// Waits that a cancel ends.
class TestCancelToken : public QObject
{
    Q_OBJECT

private slots:
    void whatIsReadyIsNotWaitedFor()
    {
        const Pipe pipe;
        QCOMPARE(write(pipe.ends[1], "x", 1), ssize_t{1});
        QVERIFY(pipe.waitsIn(CancelToken{}));
        CancelToken cancelled;
        cancelled.cancel();
        QVERIFY(pipe.waitsIn(cancelled)); // both: what came is not lost
    }

    void aLimitEndsTheWait()
    {
        const Pipe pipe;
        QVERIFY(!waitForDescriptor(pipe.ends[0], POLLIN, CancelToken{}, 1ms));
    }

    void aCancelWakes_data()
    {
        QTest::addColumn<int>("generations"); // between the one that is cancelled and the one that waits
        for (const int generations : {0, 1, 3, 12}) // more than a wait has room for: it looks now and then
            QTest::addRow("%d", generations) << generations;
    }
    void aCancelWakes()
    {
        QFETCH(int, generations);
        const CancelToken first;
        CancelToken last = first;
        for (int k = 0; k < generations; ++k)
            last = last.child();
        const Pipe pipe;
        std::atomic_bool wasReady = false;
        std::atomic_bool sleptOn = false;
        std::thread waiting{[&] {
            while (!last.isCancelled())
                wasReady = wasReady || pipe.waitsIn(last);
        }};
        std::thread sleeping{[&] { sleptOn = sleepUntil(std::chrono::steady_clock::now() + aDay, last); }};
        first.cancel();
        waiting.join();
        sleeping.join();
        QVERIFY(!wasReady);
        QVERIFY(!sleptOn);
        QVERIFY(!pipe.waitsIn(first)); // and the next one at once
    }

    void aChildAloneLeavesTheOthersWaiting()
    {
        const CancelToken token;
        const CancelToken child = token.child();
        child.cancel();
        const Pipe pipe;
        QVERIFY(!pipe.waitsIn(child));
        QVERIFY(!waitForDescriptor(pipe.ends[0], POLLIN, token, 1ms));
        QVERIFY(!token.isCancelled());
    }

    void aSignalMayCancel()
    {
        std::signal(SIGUSR1, onSignal);
        const Pipe pipe;
        std::thread waiting{[&] {
            while (!theToken().isCancelled())
                pipe.waitsIn(theToken());
        }};
        raise(SIGUSR1);
        waiting.join();
        QVERIFY(theToken().isCancelled());
    }

    void withoutDescriptorsAWaitLooks()
    {
        const Pipe pipe;
        const CancelToken token;
        rlimit usual = {};
        getrlimit(RLIMIT_NOFILE, &usual);
        const rlimit few = {64, usual.rlim_max};
        setrlimit(RLIMIT_NOFILE, &few);
        std::vector<int> taken;
        for (int next = dup(pipe.ends[0]); next >= 0; next = dup(pipe.ends[0]))
            taken.push_back(next);
        std::array<pollfd, 1> polled{};
        const std::size_t bells = token.bells(polled);
        std::thread waiting{[&] {
            while (!token.isCancelled())
                pipe.waitsIn(token);
        }};
        token.cancel();
        waiting.join();
        std::ranges::for_each(taken, close);
        setrlimit(RLIMIT_NOFILE, &usual);
        QCOMPARE(bells, std::size_t{0});
    }

    void nothingIsLeftOpen()
    {
        const Pipe pipe;
        const int before = openDescriptors();
        for (int k = 0; k < 100; ++k) {
            const CancelToken token;
            std::ignore = waitForDescriptor(pipe.ends[0], POLLIN, token.child(), 0ms);
            token.cancel();
        }
        QCOMPARE(openDescriptors(), before);
    }
};

QTEST_GUILESS_MAIN(TestCancelToken)
#include "tst_canceltoken.moc"
