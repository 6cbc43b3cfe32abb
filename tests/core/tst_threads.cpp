// SPDX-License-Identifier: GPL-3.0-or-later
// What threads share without Qt's help, used by several at once. For ThreadSanitizer (preset "tsan"), which would take
// the locks of a Qt that is not built for it for none: nothing here waits by Qt. Exit 0: all as it should be.
#include "core/bins/binner.h"
#include "core/source/postgres/programsessions.h"
#include "core/types/cancellablewait.h"

#include <array>
#include <atomic>
#include <barrier>
#include <cstdio>
#include <thread>
#include <vector>

namespace {

using namespace cbpm;

constexpr int threadCount = 4;
int failures = 0;

void expect(bool holds, const char *what)
{
    if (holds)
        return;
    ++failures;
    std::fprintf(stderr, "FAIL: %s\n", what);
}

/// Runs `work(number of the thread)` in all threads, begun at one moment.
template<class Work>
void together(const Work &work)
{
    std::barrier start{threadCount};
    std::vector<std::jthread> threads;
    for (int k = 0; k < threadCount; ++k)
        threads.emplace_back([&, k] {
            start.arrive_and_wait();
            work(k);
        });
}

DetectorSamples samples(std::size_t n)
{
    DetectorSamples made;
    made.row = 0;
    for (std::size_t i = 0; i < n; ++i) {
        made.time.push_back(1'771'000'000'000'000 + static_cast<std::int64_t>(i) * triggerSpacing.count());
        for (std::size_t k = 0; k < buttonCount; ++k)
            made.button[k].push_back(15'000.0 + static_cast<double>((i * 31 + k * 17) % 97));
    }
    return made;
}

/// A detector of a chamber of its own where `size_mm` differs: what is worked out once for a chamber is shared.
Detector detectorOf(PositionMethod method, double size_mm)
{
    Detector detector;
    detector.location = "12W";
    detector.method = method;
    detector.chamber.a_mm = 45.0 + size_mm;
    return detector;
}

BinSeries binsOf(const PositionMap &map, const DetectorSamples &of)
{
    PositionColumns positions;
    map.apply(of, positions, true);
    BinSeries bins;
    binSamples(of, positions, *Interval::of(std::chrono::seconds{1}), bins);
    return bins;
}

bool isSame(const BinSeries &a, const BinSeries &b)
{
    const auto &ax = a.of(Quantity::X);
    const auto &bx = b.of(Quantity::X);
    if (a.count != b.count || ax.size() != bx.size())
        return false;
    for (std::size_t i = 0; i < ax.size(); ++i) {
        if (ax[i].mean != bx[i].mean || ax[i].min != bx[i].min || ax[i].max != bx[i].max)
            return false;
    }
    return true;
}

/// Every thread makes its own map of the same chambers at once, and all use one that is shared.
void positionsAreTheSameFromEveryThread()
{
    constexpr std::array methods{PositionMethod::Map, PositionMethod::Log, PositionMethod::Polynomial,
                                 PositionMethod::Linear};
    const DetectorSamples of = samples(2'000);
    for (const PositionMethod method : methods) {
        const Detector detector = detectorOf(method, 0.5);
        const PositionMap shared{detector};
        std::array<BinSeries, threadCount> own;
        std::array<BinSeries, threadCount> common;
        together([&](int k) {
            const PositionMap other{detectorOf(method, 1.0)}; // a chamber that nobody has asked for before
            own[static_cast<std::size_t>(k)] = binsOf(other, of);
            common[static_cast<std::size_t>(k)] = binsOf(shared, of);
        });
        for (int k = 1; k < threadCount; ++k) {
            const auto at = static_cast<std::size_t>(k);
            expect(isSame(own[0], own[at]) && isSame(common[0], common[at]), methodWord(method));
        }
        expect(!own[0].bin.empty(), "there are bins");
    }
}

void aCancelReachesEveryThread()
{
    const CancelToken job;
    std::atomic<int> stopped = 0;
    together([&](int k) {
        if (k == 0)
            return job.cancel();
        const CancelToken own = job.child();
        while (!own.isCancelled())
            std::this_thread::yield();
        ++stopped;
    });
    expect(stopped == threadCount - 1, "every child of a cancelled token is cancelled");
}

void aCancelWakesEveryThread()
{
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        const CancelToken job;
        std::atomic<int> woken = 0;
        together([&](int k) {
            if (k == 0)
                return job.cancel();
            // The same token and its children: the bell of one is made by all at once.
            const CancelToken own = k == 1 ? job.child() : job;
            woken += !sleepUntil(std::chrono::steady_clock::now() + std::chrono::hours{24}, own);
        });
        expect(woken == threadCount - 1, "who sleeps is woken by a cancel");
    }
}

void sessionsStayWithinTheirNumber()
{
    constexpr int most = 2;
    constexpr int rounds = 200;
    ProgramSessions sessions{"cbpm3-test", most};
    std::atomic<int> open = 0;
    std::atomic<bool> exceeded = false;
    together([&](int k) {
        for (int round = 0; round < rounds; ++round) {
            const auto place = round % 2 == 0 ? sessions.take({}) : sessions.tryTake();
            if (!place)
                continue;
            exceeded = exceeded || ++open > most;
            if (k == 0)
                sessions.setPage(round % 3 == 0 ? QStringLiteral("trend") : QStringLiteral("orbit"));
            exceeded = exceeded || sessions.name().isEmpty();
            --open;
        }
    });
    expect(!exceeded, "never more sessions than the program may have");
    expect(sessions.tryTake() && open == 0, "every place is given back");
}

} // namespace

int main()
{
    positionsAreTheSameFromEveryThread();
    aCancelReachesEveryThread();
    aCancelWakesEveryThread();
    sessionsStayWithinTheirNumber();
    if (failures == 0)
        std::puts("what threads share holds");
    return failures == 0 ? 0 : 1;
}
