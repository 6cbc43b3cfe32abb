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
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("rows"); // of the table; 0: all
        QTest::addColumn<bool>("possible");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, double hours, double interval, const QString &path, int rows,
                            bool possible, const QString &said) {
            QTest::newRow(name) << hours << interval << path << rows << possible << said;
        };
        row("two hours", 2.0, 10.0, u"rows"_s, 0, true, {});
        row("fine bins of the ring", 2.0, 1.0, u"rows"_s, 3, true, u"only the selected detectors"_s);
        row("30 days at 0.1 s", 720.0, 0.1, u"rows"_s, 3, false, u"GB of memory: nothing was loaded"_s);
        row("a week from rows", 168.0, 600.0, u"rows"_s, 0, true, u"671.3 M rows"_s);
        row("a week from an archive", 168.0, 600.0, u"archive"_s, 0, true, {});
    }
    void eachSizeHasItsAnswer()
    {
        QFETCH(double, hours);
        QFETCH(double, interval_s);
        QFETCH(QString, path);
        SourceInfo info;
        info.path = path;
        info.rowsPerSecond = 1110.0;
        const TimePoint begin = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        const LoadPlan plan{info,
                            111,
                            {1, 2, 3},
                            *TimeRange::between(begin, begin + Duration{static_cast<std::int64_t>(hours * 3.6e9)}),
                            *Interval::of(Duration{static_cast<std::int64_t>(interval_s * 1e6)})};
        QTEST(plan.isPossible(), "possible");
        QTEST(static_cast<int>(plan.rows().size()), "rows");
        QFETCH(QString, said);
        QVERIFY2(said.isEmpty() ? plan.message().isEmpty() : plan.message().contains(said), qPrintable(plan.message()));
    }
};

QTEST_GUILESS_MAIN(TestLoadPlan)
#include "tst_loadplan.moc"
