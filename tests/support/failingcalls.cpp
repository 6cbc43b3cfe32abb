// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingcalls.h"

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <tuple>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

std::string watched; ///< empty: nothing is
cbpm::test::CallFault fault;
std::atomic<int> calls = 0;
std::atomic<const char *> failedCall = "";

bool isWatched(const char *path)
{
    return !watched.empty() && path && std::strncmp(path, watched.c_str(), watched.size()) == 0;
}

bool isWatched(int file)
{
    if (watched.empty() || file < 0)
        return false;
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return isWatched(path);
}

template<class What>
bool fails(const What &what, const char *name, int reason)
{
    const int before = errno;
    if (!isWatched(what)) {
        errno = before;
        return false;
    }
    const int number = ++calls;
    const bool now = fault.number > 0 && (number == fault.number || (fault.lasts && number > fault.number));
    if (!now) {
        errno = before;
        return false;
    }
    const char *none = "";
    failedCall.compare_exchange_strong(none, name);
    errno = reason;
    return true;
}

template<class Function>
Function original(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

namespace cbpm::test {

FailingCalls::FailingCalls(const std::string &folder)
{
    fault = {};
    watched = folder;
}

FailingCalls::~FailingCalls()
{
    watched.clear();
}

void FailingCalls::arm(const CallFault &next)
{
    fault = {};
    calls = 0;
    failedCall = "";
    fault = next;
}

int FailingCalls::count() const
{
    return calls;
}

const char *FailingCalls::failed() const
{
    return failedCall;
}

} // namespace cbpm::test

// What the executable defines goes before the C library, for every library in the process.
#define CBPM_HOOK(result, name, parameters, throws, arguments, what, reason)                                           \
    extern "C" result name parameters throws                                                                           \
    {                                                                                                                  \
        static const auto real = original<result(*) parameters>(#name);                                                \
        return fails(what, #name, reason) ? static_cast<result>(-1) : real arguments;                                  \
    }

CBPM_HOOK(ssize_t, read, (int file, void *to, size_t size), , (file, to, size), file, EIO)
CBPM_HOOK(ssize_t, pread, (int file, void *to, size_t size, off_t at), , (file, to, size, at), file, EIO)
CBPM_HOOK(ssize_t, pread64, (int file, void *to, size_t size, off64_t at), , (file, to, size, at), file, EIO)
// What is watched need not reach a disk: a sync is only counted.
extern "C" int fsync(int file)
{
    static const auto real = original<int (*)(int)>("fsync");
    return fails(file, "fsync", EIO) ? -1 : isWatched(file) ? 0 : real(file);
}

extern "C" int fdatasync(int file)
{
    static const auto real = original<int (*)(int)>("fdatasync");
    return fails(file, "fdatasync", EIO) ? -1 : isWatched(file) ? 0 : real(file);
}

CBPM_HOOK(int, ftruncate, (int file, off_t size), noexcept, (file, size), file, EIO)
CBPM_HOOK(int, ftruncate64, (int file, off64_t size), noexcept, (file, size), file, EIO)
CBPM_HOOK(int, rename, (const char *from, const char *to), noexcept, (from, to), to, EIO)
CBPM_HOOK(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags), noexcept,
          (a, from, b, to, flags), to, EIO)
CBPM_HOOK(int, linkat, (int a, const char *from, int b, const char *to, int flags), noexcept, (a, from, b, to, flags),
          to, EIO)

#define CBPM_WRITE(name, parameters, rest, half)                                                                       \
    extern "C" ssize_t name parameters                                                                                 \
    {                                                                                                                  \
        static const auto real = original<ssize_t(*) parameters>(#name);                                               \
        if (!fails(file, #name, ENOSPC))                                                                               \
            return real rest;                                                                                          \
        if (fault.shorter && size > 1)                                                                                 \
            std::ignore = real half;                                                                                   \
        errno = ENOSPC;                                                                                                \
        return -1;                                                                                                     \
    }

CBPM_WRITE(write, (int file, const void *from, size_t size), (file, from, size), (file, from, size / 2))
CBPM_WRITE(pwrite, (int file, const void *from, size_t size, off_t at), (file, from, size, at),
           (file, from, size / 2, at))
CBPM_WRITE(pwrite64, (int file, const void *from, size_t size, off64_t at), (file, from, size, at),
           (file, from, size / 2, at))

#define CBPM_OPEN(name)                                                                                                \
    extern "C" int name(const char *path, int flags, ...)                                                              \
    {                                                                                                                  \
        static const auto real = original<int (*)(const char *, int, ...)>(#name);                                     \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        const mode_t mode = va_arg(rest, mode_t);                                                                      \
        va_end(rest);                                                                                                  \
        return fails(path, #name, (flags & O_ACCMODE) == O_RDONLY ? EMFILE : EACCES) ? -1 : real(path, flags, mode);   \
    }

CBPM_OPEN(open)
CBPM_OPEN(open64)
