// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/blockcodec.h"

#include <QTest>

#include <bit>
#include <functional>
#include <limits>
#include <random>

using namespace cbpm;

namespace {

using Draw = std::function<double(std::mt19937_64 &)>;

DetectorSamples made(std::size_t n, std::mt19937_64 &random, const Draw &draw, std::int64_t jitter)
{
    DetectorSamples samples;
    std::int64_t time = 1'772'409'600'000'000;
    for (std::size_t i = 0; i < n; ++i) {
        time += 100'000 + (jitter > 0 ? static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(jitter)) : 0);
        samples.time.push_back(time);
        for (auto &button : samples.button)
            button.push_back(draw(random));
    }
    return samples;
}

bool sameBits(const DetectorSamples &a, const DetectorSamples &b)
{
    bool same = a.time == b.time;
    for (std::size_t k = 0; k < buttonCount; ++k) {
        same = same && a.button[k].size() == b.button[k].size();
        for (std::size_t i = 0; same && i < a.size(); ++i)
            same = std::bit_cast<std::uint64_t>(a.button[k][i]) == std::bit_cast<std::uint64_t>(b.button[k][i]);
    }
    return same;
}

const std::pair<const char *, Draw> draws[] = {
    {"counts", [](std::mt19937_64 &r) { return 17'000.0 + static_cast<double>(r() % 20); }},
    {"any 32-bit count",
     [](std::mt19937_64 &r) { return static_cast<double>(static_cast<std::int32_t>(r()) % 1'000'000'000); }},
    {"floats", [](std::mt19937_64 &r) { return static_cast<double>(static_cast<float>(r() % 1000) / 7.0F); }},
    {"doubles", [](std::mt19937_64 &r) { return static_cast<double>(r() % 1000) / 7.0; }},
    {"any bits", [](std::mt19937_64 &r) { return std::bit_cast<double>(r()); }},
    {"counts and NULL",
     [](std::mt19937_64 &r) { return r() % 5 == 0 ? std::numeric_limits<double>::quiet_NaN() : 17'000.0; }},
    {"zeros of both signs", [](std::mt19937_64 &r) { return r() % 2 == 0 ? 0.0 : -0.0; }},
};

} // namespace

class TestBlockCodec : public QObject
{
    Q_OBJECT

private slots:
    void whatGoesInComesOut()
    {
        std::mt19937_64 random{1};
        BlockCodec codec;
        DetectorSamples back;
        for (const auto &[name, draw] : draws) {
            for (const std::size_t n : {1U, 2U, 3U, 599U, 6000U}) {
                for (const std::int64_t jitter : {std::int64_t{0}, std::int64_t{40'000}, std::int64_t{1} << 50}) {
                    const DetectorSamples samples =
                        made(n, random, draw, n > 599 ? std::min(jitter, std::int64_t{40'000}) : jitter >> 8);
                    const auto payload = codec.encode(samples);
                    const Bytes kept{payload.begin(), payload.end()};
                    QVERIFY2(codec.decode(kept, back), name);
                    QVERIFY2(sameBits(samples, back), name);
                }
            }
        }
    }

    void quietCountsTakeFewBytes()
    {
        std::mt19937_64 random{2};
        std::normal_distribution<double> noise{17'000.0, 3.4};
        BlockCodec codec;
        const auto samples = made(
            6000, random, [&](std::mt19937_64 &r) { return std::round(noise(r)); }, 0);
        const double bytesPerSample = static_cast<double>(codec.encode(samples).size()) / 6000.0;
        QVERIFY2(bytesPerSample < 2.6, QByteArray::number(bytesPerSample));
    }

    void everyFlippedByteIsNoticed()
    {
        std::mt19937_64 random{3};
        BlockCodec codec;
        const auto samples = made(600, random, draws[0].second, 0);
        const auto payload = codec.encode(samples);
        const Bytes good{payload.begin(), payload.end()};
        DetectorSamples back;
        for (std::size_t at = 0; at < good.size(); ++at) {
            Bytes bad = good;
            bad[at] ^= static_cast<std::uint8_t>(1U << random() % 8);
            // Some header bits of zstd carry nothing; then the samples must be the same.
            QVERIFY(!codec.decode(bad, back) || sameBits(samples, back));
        }
        for (std::size_t length = 0; length < good.size(); length += 7)
            QVERIFY(!codec.decode(std::span{good}.first(length), back));
    }

    void noiseIsNoBlock()
    {
        std::mt19937_64 random{4};
        BlockCodec codec;
        DetectorSamples back;
        for (int round = 0; round < 20'000; ++round) {
            Bytes noise(random() % 200);
            for (auto &byte : noise)
                byte = static_cast<std::uint8_t>(random());
            QVERIFY(!codec.decode(noise, back));
        }
    }
};

QTEST_GUILESS_MAIN(TestBlockCodec)
#include "tst_blockcodec.moc"
