// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copydecoder.h"

#include <QTest>
#include <QtEndian>

#include <bit>
#include <cmath>
#include <random>

using namespace cbpm;

namespace {

template<class T>
void append(QByteArray &to, T value)
{
    const T big = qToBigEndian(value);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

QByteArray header()
{
    QByteArray bytes{"PGCOPY\n\377\r\n", 11};
    bytes[10] = '\0';
    append<std::int32_t>(bytes, 0);
    append<std::int32_t>(bytes, 0);
    return bytes;
}

void appendButtons(QByteArray &to, const std::array<double, 4> &values)
{
    append<std::int32_t>(to, 32);
    for (const double value : values)
        append(to, std::bit_cast<std::uint64_t>(value));
}

QByteArray row(std::int64_t since2000, const QByteArray &detector, double button)
{
    QByteArray bytes;
    append<std::int16_t>(bytes, 3);
    append<std::int32_t>(bytes, 8);
    append<std::int64_t>(bytes, since2000);
    append<std::int32_t>(bytes, static_cast<std::int32_t>(detector.size()));
    bytes += detector;
    appendButtons(bytes, {button, button + 1, button + 2, button + 3});
    return bytes;
}

/// A row with TI -7 and BI 17001; `time` is that of its interval.
QByteArray interval(std::int64_t time)
{
    QByteArray bytes = row(5, "12W", 0).chopped(36);
    append<std::int32_t>(bytes, 16);
    append<std::int64_t>(bytes, time);
    append<std::int32_t>(bytes, 17'001);
    append<std::int32_t>(bytes, -7);
    return bytes;
}

std::span<const char> span(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TestCopyDecoder : public QObject
{
    Q_OBJECT

private slots:
    void readsARowGluedToTheHeader()
    {
        CopyDecoder decoder{WireForm{}};
        CopiedRow copied;
        const QByteArray message = header() + row(5, "12W", 100);
        QCOMPARE(decoder.decode(span(message), copied), CopyDecoder::Step::Row);
        QCOMPARE(copied.time, 946'684'800'000'005);
        QCOMPARE(copied.detector, std::string_view{"12W"});
        QCOMPARE(copied.button[3], 103.0);
        QByteArray trailer;
        append<std::int16_t>(trailer, -1);
        QCOMPARE(decoder.decode(span(trailer), copied), CopyDecoder::Step::Nothing);
        QVERIFY(decoder.sawTrailer());
        QCOMPARE(decoder.offset(), static_cast<std::uint64_t>(message.size() + 2));
    }

    void everyLengthIsLookedAt()
    {
        const QByteArray good = header() + row(5, "12W", 100);
        const qsizetype first = header().size();
        // The last byte of the field count and of each length.
        for (const qsizetype at : {first + 1, first + 5, first + 17, first + 24}) {
            for (const int wrong : {-1, 1}) {
                QByteArray bytes = good;
                bytes[at] = static_cast<char>(bytes[at] + wrong);
                CopyDecoder decoder{WireForm{}};
                CopiedRow copied;
                QCOMPARE(decoder.decode(span(bytes), copied), CopyDecoder::Step::Damaged);
            }
        }
    }

    void otherFormsAndNullsAreRead()
    {
        WireForm form;
        form.time = WireForm::Time::Seconds;
        form.detector = WireForm::Detector::Id;
        QByteArray bytes = header();
        append<std::int16_t>(bytes, 3);
        append<std::int32_t>(bytes, 8);
        append(bytes, std::bit_cast<std::uint64_t>(1772409600.25));
        append<std::int32_t>(bytes, 8);
        append<std::int64_t>(bytes, 19);
        appendButtons(bytes, {0.1, -7.0, std::nan(""), 5.0});
        CopyDecoder decoder{form};
        CopiedRow copied;
        QCOMPARE(decoder.decode(span(bytes), copied), CopyDecoder::Step::Row);
        QCOMPARE(copied.time, 1'772'409'600'250'000);
        QCOMPARE(copied.id, 19);
        QVERIFY(copied.hasTime && copied.hasDetector && copied.detector.data() == nullptr);
        QCOMPARE(copied.button[0], 0.1);
        QCOMPARE(copied.button[1], -7.0);
        QVERIFY(std::isnan(copied.button[2]));
        QCOMPARE(copied.button[3], 5.0);
        QByteArray nothing;
        append<std::int16_t>(nothing, 3);
        for (int k = 0; k < 3; ++k)
            append<std::int32_t>(nothing, -1);
        QCOMPARE(decoder.decode(span(nothing), copied), CopyDecoder::Step::Row);
        QVERIFY(!copied.hasTime && !copied.hasDetector);
        QVERIFY(std::all_of(copied.button.begin(), copied.button.end(), [](double v) { return std::isnan(v); }));
    }

    /// As make_interval(months => TI, days => BI, hours => BO, secs => TO * 1e-6) gives them.
    void wholeNumbersComeAsIntervals()
    {
        const std::array<std::int32_t, 9> values{std::numeric_limits<std::int32_t>::min(),
                                                 -1'452'516'352,
                                                 -1'452'516'351,
                                                 -1,
                                                 0,
                                                 17'000,
                                                 1'452'516'351,
                                                 1'452'516'352,
                                                 std::numeric_limits<std::int32_t>::max()};
        CopyDecoder decoder{WireForm{.buttons = WireForm::Buttons::Interval}};
        CopiedRow copied;
        QByteArray message = header();
        int unclear = 0;
        for (const std::int32_t bo : values) {
            for (const std::int32_t to : values) {
                message += interval(bo * 3'600'000'000LL + to);
                const auto step = decoder.decode(span(message), copied);
                const bool isClear = std::abs(std::int64_t{to}) <= 1'452'516'351;
                QCOMPARE(step, isClear ? CopyDecoder::Step::Row : CopyDecoder::Step::Unclear);
                if (isClear)
                    QCOMPARE(copied.button, (std::array<double, 4>{-7.0, 17'001.0, double(bo), double(to)}));
                unclear += !isClear;
                message.clear();
            }
        }
        QCOMPARE(unclear, 9 * 4);
        for (const std::int64_t time :
             {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
            message = interval(time);
            QVERIFY(decoder.decode(span(message), copied) != CopyDecoder::Step::Damaged); // no server sends it
            QCOMPARE(std::signbit(copied.button[2]), time < 0);
        }
        QByteArray null = row(5, "12W", 0).chopped(36);
        append<std::int32_t>(null, -1);
        QCOMPARE(decoder.decode(span(null), copied), CopyDecoder::Step::Unclear);
        message = interval(17'000 * 3'600'000'000LL + 17'001);
        QCOMPARE(decoder.decode(span(message), copied), CopyDecoder::Step::Row); // clear again
        message = row(5, "12W", 100);
        QCOMPARE(decoder.decode(span(message), copied), CopyDecoder::Step::Damaged); // of another form
    }

    void nothingFollowsTheTrailer()
    {
        CopyDecoder decoder{WireForm{}};
        CopiedRow copied;
        QByteArray trailer;
        append<std::int16_t>(trailer, -1);
        const QByteArray first = header() + trailer;
        QCOMPARE(decoder.decode(span(first), copied), CopyDecoder::Step::Nothing);
        const QByteArray late = row(5, "12W", 100);
        QCOMPARE(decoder.decode(span(late), copied), CopyDecoder::Step::Damaged);
    }

    void headersOfTheFutureAreRefused()
    {
        QByteArray flagged = header();
        flagged[12] = 1; // one of the critical flags
        CopyDecoder decoder{WireForm{}};
        CopiedRow copied;
        QCOMPARE(decoder.decode(span(flagged), copied), CopyDecoder::Step::Damaged);
    }

    void infiniteTimesAreNoTimes()
    {
        CopyDecoder decoder{WireForm{}};
        CopiedRow copied;
        for (const std::int64_t time :
             {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
            const QByteArray message = (decoder.offset() == 0 ? header() : QByteArray{}) + row(time, "12W", 1);
            QCOMPARE(decoder.decode(span(message), copied), CopyDecoder::Step::Row);
            QVERIFY(!copied.hasTime);
        }
    }

    void everyTruncationIsNoticed()
    {
        const QByteArray whole = header() + row(5, "12W", 100);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            if (length == 19)
                continue; // the header alone is a message
            CopyDecoder decoder{WireForm{}};
            CopiedRow copied;
            const QByteArray cut = whole.left(length);
            QVERIFY(decoder.decode(span(cut), copied) == CopyDecoder::Step::Damaged);
            QVERIFY(decoder.problem().contains(QStringLiteral("at byte")));
        }
    }

    void noByteFlipReadsOutsideTheMessage()
    {
        std::mt19937 random{5};
        for (int round = 0; round < 20'000; ++round) {
            // Exactly as large as it is: the sanitizers see one byte too far.
            const QByteArray good = header() + row(static_cast<std::int64_t>(random()), "DET_12W", 7);
            std::vector<char> message(good.begin(), good.end());
            for (unsigned flips = 1 + random() % 3; flips > 0; --flips)
                message[random() % message.size()] = static_cast<char>(random());
            CopyDecoder decoder{WireForm{}};
            CopiedRow copied;
            const auto step = decoder.decode(message, copied);
            if (step == CopyDecoder::Step::Row && copied.hasDetector)
                QVERIFY(copied.detector.data() >= message.data()
                        && copied.detector.data() + copied.detector.size() <= message.data() + message.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestCopyDecoder)
#include "tst_copydecoder.moc"
