// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <cstdint>
#include <new>
#include <system_error>

namespace cbpm {

/// Bytes that this program may still take: of what the machine has available, and of its address space where that is
/// limited (`ulimit -v`, `prlimit --as`).
std::int64_t memoryLeft_bytes();

/// What std::bad_alloc is for people: no room is left, as on a full disk.
Error memoryError();

/// Runs `job`, which gives a Result; memory that is not to be had is an error like others.
template<class Job>
auto withinMemory(const Job &job) -> decltype(job())
{
    try {
        return job();
    } catch (const std::bad_alloc &) {
        return memoryError();
    } catch (const std::system_error &error) {
        if (error.code() != std::errc::resource_unavailable_try_again)
            throw;
        return memoryError(); // for the stack of a thread
    }
}

} // namespace cbpm
