// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/target.h"

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <tuple>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes contentsOf(const std::filesystem::path &path)
{
    std::ifstream file{path, std::ios::binary};
    return Bytes(std::istreambuf_iterator<char>{file}, {});
}

const Bytes *underWay = nullptr;

/// Leaves the input that made it in the target's own folder of the build.
void onCrash(int signal)
{
    const int file = ::open(CBPM_FINDINGS "/crash.input", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file >= 0 && underWay)
        std::ignore = ::write(file, underWay->data(), underWay->size());
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(const Bytes &input)
{
    const Bytes exact{input}; // a block of its own: a sanitizer sees every byte beyond it
    underWay = &exact;
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

/// One of the small changes that break a format, up to four of them in a row.
Bytes changed(const std::vector<Bytes> &seeds, std::mt19937_64 &random)
{
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % std::max<std::size_t>(n, 1)); };
    Bytes bytes = seeds[below(seeds.size())];
    for (std::size_t times = 1 + below(4); times > 0; --times) {
        const std::size_t at = below(bytes.size());
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        switch (below(6)) {
        case 0:
            if (!bytes.empty())
                bytes[at] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 1:
            if (!bytes.empty())
                bytes[at] = std::array<std::uint8_t, 6>{0, 1, 0x7F, 0x80, 0xFE, 0xFF}[below(6)];
            break;
        case 2:
            bytes.insert(place, static_cast<std::uint8_t>(random()));
            break;
        case 3:
            bytes.resize(at);
            break;
        case 4:
            bytes.erase(place, place + static_cast<std::ptrdiff_t>(below(bytes.size() - at)));
            break;
        default: {
            const Bytes &other = seeds[below(seeds.size())];
            const std::size_t from = below(other.size());
            bytes.insert(place, other.begin() + static_cast<std::ptrdiff_t>(from),
                         other.begin() + static_cast<std::ptrdiff_t>(from + below(other.size() - from)));
        }
        }
    }
    return bytes;
}

} // namespace

/// Where libFuzzer is not there: runs every file below the folders that are named, then changes of them for the seconds
/// of --seconds. A finding is a crash; the input that made it is left as crash.input in the target's folder of the build.
int main(int argc, char *argv[])
{
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS})
        std::signal(signal, onCrash);
    std::vector<Bytes> seeds;
    double seconds = 0.0;
    std::uint64_t number = 1;
    for (int k = 1; k < argc; ++k) {
        if (std::strcmp(argv[k], "--seconds") == 0 && k + 1 < argc) {
            seconds = std::atof(argv[++k]);
        } else if (std::strcmp(argv[k], "--random") == 0 && k + 1 < argc) {
            number = std::strtoull(argv[++k], nullptr, 10);
        } else {
            for (const auto &entry : std::filesystem::recursive_directory_iterator{argv[k]}) {
                if (entry.is_regular_file())
                    seeds.push_back(contentsOf(entry.path()));
            }
        }
    }
    if (seeds.empty()) {
        std::fputs("no seeds\n", stderr);
        return 1;
    }
    for (const Bytes &seed : seeds)
        run(seed);
    std::mt19937_64 random{number};
    const auto begin = std::chrono::steady_clock::now();
    std::uint64_t runs = 0;
    while (std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() < seconds) {
        const Bytes input = changed(seeds, random);
        run(input);
        ++runs;
    }
    std::printf("%zu seeds, %llu changed inputs, no finding\n", seeds.size(), static_cast<unsigned long long>(runs));
    return 0;
}
