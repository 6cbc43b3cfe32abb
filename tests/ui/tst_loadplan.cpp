// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loadplan.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a fetch loads, and what is said before it begins.
class TestLoadPlan : public QObject
{
    Q_OBJECT

private slots:
    void eachSizeHasItsAnswer_data()
    {
        QTest::addColumn<double>("hours");
        QTest::addColumn<double>("interval_s");
        QTest::addColumn<double>("memory_GB");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("rows"); // of the table; 0: all
        QTest::addColumn<bool>("possible");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, double hours, double interval, const QString &path, int rows,
                            bool possible, const QString &said) {
            QTest::newRow(name) << hours << interval << 16.0 << path << rows << possible << said;
        };
        row("two hours", 2.0, 10.0, u"rows"_s, 0, true, {});
        row("fine bins of the ring", 2.0, 1.0, u"rows"_s, 3, true, u"only the selected detectors"_s);
        row("30 days at 0.1 s", 720.0, 0.1, u"rows"_s, 3, false, u"26.4 GB of memory, and 1.0 GB may be had: nothing was loaded"_s);
        row("a week from rows", 168.0, 600.0, u"rows"_s, 0, true, u"671.3 M rows"_s);
        row("a week from an archive", 168.0, 600.0, u"archive"_s, 0, true, {});
        // Where the program has little left, it takes half of that.
        QTest::newRow("two hours, 40 MB left") << 2.0 << 10.0 << 0.04 << u"rows"_s << 3 << true
                                               << u"only the selected detectors"_s;
        QTest::newRow("two hours, 1 MB left") << 2.0 << 10.0 << 0.001 << u"rows"_s << 3 << false
                                              << u"734.4 kB of memory, and 500.0 kB may be had: nothing was loaded"_s;
    }
    void eachSizeHasItsAnswer()
    {
        QFETCH(double, hours);
        QFETCH(double, interval_s);
        QFETCH(double, memory_GB);
        QFETCH(QString, path);
        SourceInfo info;
        info.path = path;
        info.rowsPerSecond = 1110.0;
        const TimePoint begin = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        const LoadPlan plan{info,
                            111,
                            {1, 2, 3},
                            *TimeRange::between(begin, begin + Duration{static_cast<std::int64_t>(hours * 3.6e9)}),
                            *Interval::of(Duration{static_cast<std::int64_t>(interval_s * 1e6)}),
                            static_cast<std::int64_t>(memory_GB * 1e9)};
        QTEST(plan.isPossible(), "possible");
        QTEST(static_cast<int>(plan.rows().size()), "rows");
        QFETCH(QString, said);
        QVERIFY2(said.isEmpty() ? plan.message().isEmpty() : plan.message().contains(said), qPrintable(plan.message()));
    }
};

QTEST_GUILESS_MAIN(TestLoadPlan)
#include "tst_loadplan.moc"
