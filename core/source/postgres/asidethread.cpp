// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/asidethread.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace cbpm {
namespace {

/// What threads count in that may outlive the program's other statics: never taken down.
struct Counter
{
    std::mutex mutex;
    std::condition_variable ended;
    int underWay = 0;

    static Counter &get()
    {
        static auto *const counter = new Counter;
        return *counter;
    }
};

struct Farewell
{
    ~Farewell()
    {
        constexpr std::chrono::milliseconds moment{200};
        std::unique_lock lock{Counter::get().mutex};
        Counter::get().ended.wait_for(lock, moment, [] { return Counter::get().underWay == 0; });
    }
};

} // namespace

bool AsideThread::begin()
{
    static const Farewell atTheEnd;
    constexpr int most = 64;
    const std::lock_guard lock{Counter::get().mutex};
    if (Counter::get().underWay >= most)
        return false;
    ++Counter::get().underWay;
    return true;
}

void AsideThread::end()
{
    const std::lock_guard lock{Counter::get().mutex};
    --Counter::get().underWay;
    Counter::get().ended.notify_all();
}

} // namespace cbpm
