// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/heldlookup.h"

#include <condition_variable>
#include <mutex>
#include <string_view>

#include <dlfcn.h>
#include <netdb.h>

namespace {

std::mutex mutex;
std::condition_variable changed;
bool holds = false;
int held = 0;

} // namespace

namespace cbpm::test {

HeldLookup::HeldLookup()
{
    const std::lock_guard lock{mutex};
    holds = true;
}

HeldLookup::~HeldLookup()
{
    std::unique_lock lock{mutex};
    holds = false;
    changed.notify_all();
    changed.wait(lock, [] { return held == 0; });
}

int HeldLookup::waiting()
{
    const std::lock_guard lock{mutex};
    return held;
}

} // namespace cbpm::test

// What the executable defines goes before the C library, for every library in the process.
extern "C" int getaddrinfo(const char *name, const char *service, const addrinfo *hints, addrinfo **found)
{
    static const auto real = reinterpret_cast<int (*)(const char *, const char *, const addrinfo *, addrinfo **)>(
        dlsym(RTLD_NEXT, "getaddrinfo"));
    if (!name || !std::string_view{name}.ends_with(".held"))
        return real(name, service, hints, found);
    std::unique_lock lock{mutex};
    ++held;
    changed.wait(lock, [] { return !holds; });
    --held;
    changed.notify_all();
    return EAI_AGAIN;
}
