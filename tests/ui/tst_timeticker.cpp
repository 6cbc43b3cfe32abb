// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"
#include "ui/plot/timeticker.h"

#include <QSet>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Ticks of an axis in UTC and what stands below them.
QList<std::pair<TimePoint, QString>> ticksOf(TimePoint begin, Duration length)
{
    TimeTicker ticker{QTimeZone::utc(), nullptr};
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.generate({axisSeconds(begin), axisSeconds(begin + length)}, QLocale::c(), u'g', 6, ticks, nullptr, &labels);
    QList<std::pair<TimePoint, QString>> both;
    for (qsizetype k = 0; k < ticks.size(); ++k)
        both.emplaceBack(fromAxisSeconds(ticks[k]), labels[k].section(u'\n', 0, 0));
    return both;
}

QStringList labelsOf(const QByteArray &zone, TimePoint begin, Duration length, const QCPAxis *axis = nullptr)
{
    TimeTicker ticker{QTimeZone{zone}, axis};
    QVector<double> ticks;
    QVector<QString> labels;
    ticker.generate({axisSeconds(begin), axisSeconds(begin + length)}, QLocale::c(), u'g', 6, ticks, nullptr, &labels);
    return labels;
}

} // namespace

/// What stands below an axis of time.
class TestTimeTicker : public QObject
{
    Q_OBJECT

private slots:
    void theDoubledHourIsMarked()
    {
        // In New York the clock goes back from 2 to 1 on 1 November 2026, at 06:00 UTC.
        const TimePoint begin = std::chrono::sys_days{std::chrono::November / 1 / 2026} + 4h;
        const QStringList labels = labelsOf("America/New_York", begin, 4h);
        QVERIFY2(labels.contains(u"01:00\nEDT"_s), qPrintable(labels.join(u'|')));
        QVERIFY2(labels.contains(u"01:00\nEST"_s), qPrintable(labels.join(u'|')));
        QCOMPARE(QSet<QString>(labels.begin(), labels.end()).size(), labels.size());
        QVERIFY2(labels.contains(u"02:00\n"_s), qPrintable(labels.join(u'|'))); // once: not marked
    }

    void otherHoursAreNot()
    {
        const TimePoint begin = std::chrono::sys_days{std::chrono::March / 8 / 2026} + 5h; // the clock goes forward
        for (const QString &label : labelsOf("America/New_York", begin, 4h))
            QVERIFY2(!label.contains(u'E'), qPrintable(label));
        QVERIFY(labelsOf("UTC", begin, 4h).contains(u"06:00\n"_s));
    }

    /// None is cut short: ticks may be 2.5 min apart.
    void aLabelTellsTheWholeTime()
    {
        const TimePoint day = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        for (Duration length = 500ms; length < 20h; length = length * 5 / 4) {
            const auto ticks = ticksOf(day + 1h, length);
            QVERIFY(ticks.size() > 1);
            for (const auto &[time, label] : ticks) {
                QTime told;
                for (const QString &format : {u"HH:mm"_s, u"HH:mm:ss"_s, u"HH:mm:ss.zzz"_s})
                    told = told.isValid() ? told : QTime::fromString(label, format);
                const auto ms = std::chrono::round<std::chrono::milliseconds>(time - day).count() % 86'400'000;
                QVERIFY2(told.msecsSinceStartOfDay() == ms, qPrintable(label));
            }
        }
    }

    void labelsHaveRoom()
    {
        const TimePoint begin = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        QCustomPlot plot;
        plot.setViewport({0, 0, 300, 200});
        plot.replot();
        const auto narrow = labelsOf("UTC", begin, 1h, plot.xAxis).size();
        plot.setViewport({0, 0, 1200, 200});
        plot.replot();
        const auto wide = labelsOf("UTC", begin, 1h, plot.xAxis).size();
        QVERIFY2(narrow >= 2 && narrow <= 4, qPrintable(QString::number(narrow)));
        QVERIFY2(wide > 2 * narrow, qPrintable(QString::number(wide)));
    }
};

QTEST_MAIN(TestTimeTicker)
#include "tst_timeticker.moc"
