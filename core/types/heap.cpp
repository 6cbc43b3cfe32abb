// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/heap.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>

#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace cbpm {
namespace {

constexpr int MB = 1 << 20;
/// Address space that the heap takes ahead: more than a load of a day of the ring needs at once.
constexpr int reserve = 256 * MB;
constexpr std::uintptr_t largePage = 2 * MB;
/// The C library's own choices: what it takes ahead, and how many blocks may be maps of their own.
constexpr int usualPad = 128 * 1024;
constexpr int usualMaps = 65'536;
/// Blocks below it come from the heap, also pictures: fresh ones from the system would be touched anew each time.
constexpr int largestBlock = 16 * MB;

/// Where the reserve was last, on large pages.
struct Reserve
{
    std::mutex mutex;
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
};

Reserve &theReserve()
{
    static Reserve reserved;
    return reserved;
}

bool isAddressSpaceLimited()
{
    rlimit limit = {};
    return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

std::uintptr_t heapEnd()
{
    return reinterpret_cast<std::uintptr_t>(sbrk(0));
}

void advise(std::uintptr_t begin, std::uintptr_t end, int advice)
{
    if (begin < end) // an answer that it is not supported changes nothing
        madvise(reinterpret_cast<void *>(begin), end - begin, advice); // NOLINT(performance-no-int-to-ptr)
}

/// Makes the heap longer by `bytes` that are free, where they are to be had: the C library does so for a block that no
/// gap in the heap has room for.
void lengthen(int bytes)
{
    mallopt(M_TOP_PAD, bytes);
    mallopt(M_MMAP_MAX, 0);
    void *const volatile block = std::malloc(mallinfo2().fordblks + 1); // volatile: else the compiler leaves both out
    std::free(block);
    mallopt(M_MMAP_MAX, usualMaps);
    mallopt(M_TOP_PAD, usualPad);
}

/// The free end of the heap becomes the reserve.
void takeAhead(Reserve &reserved)
{
    reserved.begin = reserved.end = 0;
    if (isAddressSpaceLimited())
        return;
    const std::uintptr_t before = heapEnd();
    lengthen(reserve);
    reserved.begin = (before + largePage - 1) / largePage * largePage;
    reserved.end = heapEnd();
    advise(reserved.begin, reserved.end, MADV_HUGEPAGE);
}

} // namespace

void setUpHeap()
{
    mallopt(M_ARENA_MAX, 1);
    if (isAddressSpaceLimited())
        return;
    mallopt(M_MMAP_THRESHOLD, largestBlock);
    mallopt(M_TRIM_THRESHOLD, 4 * reserve); // giveBackFreeMemory() does it, not the next best free()
    Reserve &reserved = theReserve();
    const std::lock_guard lock{reserved.mutex};
    takeAhead(reserved);
}

void giveBackFreeMemory()
{
    Reserve &reserved = theReserve();
    const std::lock_guard lock{reserved.mutex};
    malloc_trim(0);
    // What is in use stays where it is; holes in it would be filled up to large pages again, by and by.
    advise(reserved.begin, std::min(reserved.end, heapEnd()), MADV_NOHUGEPAGE);
    if (reserved.end > 0)
        takeAhead(reserved);
}

} // namespace cbpm
