// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const QString &expected,
                            const QString &zone = u"UTC"_s) { QTest::newRow(name) << text << zone << expected; };
        row("utc", u"2020-11-20T00:00:00Z"_s, u"2020-11-20T00:00:00.000000Z"_s);
        row("no zone is UTC", u"2020-11-20 01:02:03.5"_s, u"2020-11-20T01:02:03.500000Z"_s);
        row("date alone", u"2020-11-20"_s, u"2020-11-20T00:00:00.000000Z"_s);
        row("microseconds", u"2020-11-20T00:00:00.000001Z"_s, u"2020-11-20T00:00:00.000001Z"_s);
        row("offset", u"2020-11-20T00:00:00-05:00"_s, u"2020-11-20T05:00:00.000000Z"_s);
        row("offset without colon", u"2020-11-20T00:00:00+0530"_s, u"2020-11-19T18:30:00.000000Z"_s);
        row("short offset", u"2020-11-20T00:00:00+01"_s, u"2020-11-19T23:00:00.000000Z"_s);
        row("leap second stays in its minute", u"2016-12-31T23:59:60Z"_s, u"2016-12-31T23:59:59.999999Z"_s);
        row("before 1970", u"1969-12-31T23:59:59.25Z"_s, u"1969-12-31T23:59:59.250000Z"_s);
        row("local winter", u"2020-11-20T00:00"_s, u"2020-11-20T05:00:00.000000Z"_s, u"America/New_York"_s);
        row("local summer", u"2020-07-01T00:00"_s, u"2020-07-01T04:00:00.000000Z"_s, u"America/New_York"_s);
        row("last hour before the change", u"2024-10-27T01:59:59"_s, u"2024-10-26T23:59:59.000000Z"_s,
            u"Europe/Zurich"_s);
        row("now", u"now"_s, u"2021-01-01T00:00:00.000000Z"_s);
        row("two hours back", u"-2h"_s, u"2020-12-31T22:00:00.000000Z"_s);
        row("half an hour back", u"-30min"_s, u"2020-12-31T23:30:00.000000Z"_s);
        row("now minus", u"now-1d"_s, u"2020-12-31T00:00:00.000000Z"_s);
        row("fraction", u"-1.5h"_s, u"2020-12-31T22:30:00.000000Z"_s);
        row("week", u"-1W"_s, u"2020-12-25T00:00:00.000000Z"_s);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, zone);
        const TimePoint anchor = std::chrono::sys_days{std::chrono::January / 1 / 2021};
        const auto time = parseTime(text, anchor, QTimeZone{zone.toUtf8()});
        QVERIFY2(time.has_value(), time ? "" : qPrintable(time.error().sentence()));
        QTEST(isoText(*time), "expected");
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("words") << u"yesterday evening"_s;
        QTest::newRow("month 13") << u"2020-13-01"_s;
        QTest::newRow("30 February") << u"2020-02-30"_s;
        QTest::newRow("ambiguous m") << u"-5m"_s;
        QTest::newRow("spring gap") << u"2024-03-31T02:30:00"_s;
        QTest::newRow("doubled hour") << u"2024-10-27T02:30:00"_s;
        QTest::newRow("huge") << u"-99999999999999w"_s;
        QTest::newRow("SQL") << u"2020-01-01'; DROP TABLE x"_s;
    }
    void refuses()
    {
        QFETCH(QString, text);
        const auto time = parseTime(text, TimePoint{}, QTimeZone{"Europe/Zurich"});
        QVERIFY(!time);
        QCOMPARE(time.error().kind, Error::Kind::Usage);
        QVERIFY(time.error().what.contains(text));
    }

    void beginCountsBackFromEnd()
    {
        const auto range = parseRange(u"-2h"_s, u"2020-11-20T10:00:00Z"_s, TimePoint{});
        QVERIFY(range.has_value());
        QCOMPARE(isoText(range->begin()), u"2020-11-20T08:00:00.000000Z"_s);
    }

    void reversedRangeIsRefused()
    {
        QVERIFY(!parseRange(u"2020-11-21"_s, u"2020-11-20"_s, TimePoint{}));
        QVERIFY(!parseRange(u"2020-11-20"_s, u"2020-11-20"_s, TimePoint{}));
    }

    void axisSecondsReturn()
    {
        const TimePoint time = timePoint(1'771'000'000'123'456);
        QVERIFY(std::chrono::abs(fromAxisSeconds(axisSeconds(time)) - time) <= Duration{1});
    }
};

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_timetext.moc"
