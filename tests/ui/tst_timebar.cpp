// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/timetext.h"
#include "ui/timebar/timebar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace cbpm;
using namespace Qt::StringLiterals;

class TestTimeBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        m_bar = std::make_unique<TimeBar>();
        m_bar->setNow(*parseTime(u"2026-03-03T00:00:00Z"_s, TimePoint{}));
        m_from = m_bar->findChild<QLineEdit *>(u"fromEdit"_s);
        m_to = m_bar->findChild<QLineEdit *>(u"toEdit"_s);
        m_echo = m_bar->findChild<QLabel *>(u"rangeEcho"_s);
        m_fetch = m_bar->findChild<QPushButton *>(u"fetchButton"_s);
    }

    void theEchoSaysWhatWasUnderstood_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("echo");
        QTest::addColumn<bool>("understood");
        QTest::newRow("relative") << u"-2h"_s << u"now"_s
                                  << u"2 Mar 2026 22:00:00 \u2013 3 Mar 2026 00:00:00 UTC (2 h)"_s << true;
        QTest::newRow("absolute") << u"2026-03-02 08:00"_s << u"2026-03-02 09:30"_s << u"(1 h 30 min)"_s << true;
        QTest::newRow("offset") << u"2026-03-02T08:00-05:00"_s << u"now"_s << u"2 Mar 2026 13:00:00"_s << true;
        QTest::newRow("back from the end") << u"-30min"_s << u"2026-03-02 09:30"_s << u"2 Mar 2026 09:00:00"_s << true;
        QTest::newRow("reversed") << u"2026-03-03"_s << u"2026-03-02"_s << u"reversed"_s << false;
        QTest::newRow("nonsense") << u"last week"_s << u"now"_s << u"last week"_s << false;
        QTest::newRow("empty") << u""_s << u"now"_s << u"not a time"_s << false;
    }
    void theEchoSaysWhatWasUnderstood()
    {
        QFETCH(bool, understood);
        QFETCH(QString, echo);
        QFETCH(QString, from);
        QFETCH(QString, to);
        m_from->clear();
        QTest::keyClicks(m_from, from);
        m_to->clear();
        QTest::keyClicks(m_to, to);
        QVERIFY2(m_echo->text().contains(echo), qPrintable(m_echo->text()));
        QCOMPARE(m_fetch->isEnabled(), understood);
        QCOMPARE(m_bar->range().has_value(), understood);
    }

    void presetsAndStepsFetch()
    {
        QSignalSpy fetch{m_bar.get(), &TimeBar::fetchWanted};
        QTest::mouseClick(m_bar->findChild<QToolButton *>(u"preset7200"_s), Qt::LeftButton);
        QCOMPARE(isoText(m_bar->range()->begin()), u"2026-03-02T22:00:00.000000Z"_s);
        QTest::mouseClick(m_bar->findChild<QToolButton *>(u"stepBack"_s), Qt::LeftButton);
        QCOMPARE(isoText(m_bar->range()->begin()), u"2026-03-02T20:00:00.000000Z"_s);
        QTest::mouseClick(m_bar->findChild<QToolButton *>(u"stepForward"_s), Qt::LeftButton);
        QCOMPARE(isoText(m_bar->range()->end()), u"2026-03-03T00:00:00.000000Z"_s);
        QCOMPARE(fetch.count(), 3);
    }

    void theZoneChangesTheWritingNotTheInstant()
    {
        m_bar->setTexts(u"2026-03-02 08:00:00"_s, u"2026-03-02 09:00:00"_s);
        const auto before = m_bar->range();
        m_bar->setZone(QTimeZone{"America/New_York"});
        QCOMPARE(m_bar->range(), before);
        QCOMPARE(m_from->text(), u"2026-03-02 03:00:00"_s);
        QVERIFY(m_echo->text().contains(u"EST"_s));
    }

    void intervals()
    {
        QVERIFY(!m_bar->interval());
        auto *const box = m_bar->findChild<QComboBox *>(u"intervalBox"_s);
        box->setCurrentText(u"10 s"_s);
        QCOMPARE(m_bar->interval()->width(), Duration{std::chrono::seconds{10}});
        m_bar->setInterval(Interval::of(std::chrono::milliseconds{700}));
        QCOMPARE(m_bar->interval()->width(), Duration{std::chrono::milliseconds{700}});
    }

    void everyControlHasAName()
    {
        for (const QWidget *const widget : m_bar->findChildren<QWidget *>()) {
            if (qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
                || qobject_cast<const QToolButton *>(widget))
                QVERIFY2(!widget->accessibleName().isEmpty() || widget->parent() != m_bar.get(),
                         qPrintable(widget->objectName()));
        }
    }

private:
    std::unique_ptr<TimeBar> m_bar;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLabel *m_echo = nullptr;
    QPushButton *m_fetch = nullptr;
};

QTEST_MAIN(TestTimeBar)
#include "tst_timebar.moc"
