// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/fakesource.h"
#include "tests/core/logsource.h"
#include "tests/support/demowindow.h"
#include "tests/ui/picture.h"
#include "translations/language.h"
#include "ui/statuspanel.h"
#include "ui/timebar/timebar.h"

#include <QPushButton>
#include <QSemaphore>

#include <functional>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Whatever is shown is in one state, and the window says in words which: what it is, why, and what comes next.
/// CBPM_PICTURES keeps the windows for people to look at, in the language of CBPM_PICTURES_LANGUAGE and dark where that
/// is set.
class TestStates : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void init()
    {
        QLocale::setDefault(QLocale::c());
        if (isForeign())
            useLanguage(qEnvironmentVariable("CBPM_PICTURES_LANGUAGE"));
        makeWindow();
        m_window->setDark(isForeign());
        m_source = std::make_shared<test::FakeSource>();
        m_log = std::make_shared<test::LogSource>();
        m_now = start + 1h + 90s;
        m_window->playback().setClock([this] { return m_now; });
        m_window->playback().setPeriod(200ms);
    }
    void cleanup()
    {
        if (m_source->gate)
            m_source->gate->release(10'000);
        m_window.reset();
    }

    void eachStateIsSaid_data()
    {
        QTest::addColumn<std::function<void()>>("reach");
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("age");
        QTest::addColumn<QString>("cause");  // what the message begins with
        QTest::addColumn<QString>("button"); // that helps; empty: none
        const auto row = [](const char *name, std::function<void()> reach, const QString &state, const QString &age,
                            const QString &cause, const QString &button) {
            QTest::newRow(name) << std::move(reach) << state << age << cause << button;
        };
        const QString none = u"last error: none"_s;
        const QString more = u"Cancelled: Fetch asks for what is missing"_s;
        const QString gone = u"the link is gone; check the cable"_s;
        row("empty, no source", [] {}, u"No source"_s, {}, none, {});
        row("empty, nothing loaded", [this] { use(m_source); }, u"Empty: nothing is loaded"_s, {}, none, {});
        row("empty, no samples",
            [this] {
                write();
                use(m_log);
                fetch(start + 1h);
                QTRY_COMPARE(m_window->history().state(), History::State::Empty);
            },
            u"Empty: no samples in the range asked for"_s, {},
            u"Choose a range within 2 Mar 2026 00:00:00 \u2013 2 Mar 2026 00:00:59 UTC"_s, {});
        row("loading", [this] { loadSlices(2); }, u"Loading"_s, {}, none, {});
        row("complete", [this] { load(History::State::Complete); }, u"Complete to 2 Mar 2026 01:00:00 UTC"_s,
            u"data age 1 min 30 s"_s, none, {});
        row("partial",
            [this] {
                loadSlices(2);
                click("cancelButton");
            },
            u"Partial: from 2 Mar 2026 00:59:50 UTC on"_s, {}, more, {});
        row("partial, nothing came",
            [this] {
                loadSlices(0);
                click("cancelButton");
            },
            u"Cancelled before any data came"_s, {}, more, {});
        row(
            "error, nothing came",
            [this] {
                m_source->failsAt = start;
                load(History::State::Failed);
            },
            u"Error"_s, {}, gone, u"Try again"_s);
        row(
            "error on the way",
            [this] {
                m_source->fails = [](TimePoint at) { return at < start + 1h - 10s; };
                load(History::State::Failed);
            },
            u"Error; shown from 2 Mar 2026 00:59:50 UTC on"_s, {}, gone, u"Try again"_s);
        row("live", [this] { live(); }, u"Live"_s, u"data age 0.1 s"_s, none, {});
        row("live, paused",
            [this] {
                live();
                m_window->playback().setPaused(true);
            },
            u"Live, paused"_s, u"data age 0.1 s"_s, none, {});
        row("stale",
            [this] {
                live();
                silence();
            },
            u"Stale"_s, u"data age 15.1 s"_s, none, {});
        row("stale, the link is lost",
            [this] {
                live();
                lose(Error::Again::Often);
            },
            u"Stale"_s, u"data age 0.1 s"_s, gone, {});
        row("error in live",
            [this] {
                live();
                lose(Error::Again::Never);
            },
            u"Error; shown up to 2 Mar 2026 00:00:57 UTC"_s, u"data age 0.1 s"_s, gone, {});
        row("replay", [this] { replay(); }, u"Replay \u00d71"_s, {}, none, {});
        row("replay stands",
            [this] {
                replay();
                m_window->playback().setPaused(true);
            },
            u"Replay stands"_s, {}, none, {});
    }
    void eachStateIsSaid()
    {
        QFETCH(std::function<void()>, reach);
        QFETCH(QString, state);
        QFETCH(QString, age);
        QFETCH(QString, cause);
        QFETCH(QString, button);
        reach();
        if (QTest::currentTestFailed())
            return;
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u", "_s, u"-"_s).replace(u' ', u'-');
        auto *const help = find<QPushButton>(u"statusFixButton"_s);
        if (isForeign())
            emit m_window->playback().changed(); // as it does by itself soon
        if (!isForeign()) {
            QTRY_COMPARE(label("stateLabel"), state);
            if (!age.isEmpty())
                QTRY_COMPARE(label("ageLabel"), age);
            QTRY_VERIFY2(label("messageLabel").startsWith(cause), qPrintable(label("messageLabel")));
            QCOMPARE(help->isVisible() ? help->text() : QString{}, button);
            QVERIFY(find<QLabel>(u"stateLabel"_s)->isVisible());
        }
        QApplication::processEvents();
        test::keepPicture(*m_window, u"state-"_s + name);
    }

    /// A load that lost its server says why, when it is tried again, and that nobody need wait for it.
    void aLoadThatIsTriedAgainSaysWhen()
    {
        m_source->failure.again = Error::Again::Often;
        m_source->fails = [](TimePoint at) { return at < start + 1h - 10s; };
        use(m_source);
        fetch();
        QTRY_VERIFY2(label("messageLabel").contains(u"the link is gone; check the cable (tried again in "_s),
                     qPrintable(label("messageLabel")));
        QCOMPARE(label("stateLabel"), u"Loading"_s);
        QCOMPARE(find<QPushButton>(u"statusFixButton"_s)->text(), u"Try again"_s);
        QTRY_VERIFY(!m_window->history().series().isEmpty()); // what came is shown
        test::keepPicture(*m_window, u"state-loading-lost"_s);
    }

    void aSilentSourceSaysWhereToLook()
    {
        live();
        silence();
        QTRY_COMPARE(label("liveState"), u"Nothing for 15 s: check the logging, then the server"_s);
    }

    void aLiveViewThatIsTriedAgainSaysWhen()
    {
        live();
        lose(Error::Again::Often);
        QTRY_VERIFY2(label("liveState").contains(u"the link is gone; check the cable (tried again in "_s),
                     qPrintable(label("liveState")));
    }

private:
    static bool isForeign() { return qEnvironmentVariableIsSet("CBPM_PICTURES_LANGUAGE"); }

    void use(const SampleSourcePtr &source)
    {
        m_source->failure.hint = u"check the cable"_s;
        m_window->begin({});                                        // the first page, until a source is there
        m_window->findChild<TimeBar *>()->setTexts(u"?"_s, u"?"_s); // nothing is fetched by itself
        m_window->history().setSource(source, *source->info({}));
    }

    void fetch(TimePoint begin = start)
    {
        m_window->findChild<TimeBar *>()->setRange(*TimeRange::between(begin, begin + 1h));
        click("fetchButton");
    }

    void load(History::State wanted)
    {
        use(m_source);
        fetch();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), wanted, 20'000);
    }

    void loadSlices(int slices)
    {
        m_source->gate = std::make_shared<QSemaphore>();
        use(m_source);
        fetch();
        m_source->gate->release(slices);
        QTRY_COMPARE(m_window->history().state(), History::State::Loading);
        if (slices > 0) // of ten seconds at first, the newest before the others
            QTRY_VERIFY(m_window->history().series().loaded() == TimeRange::between(start + 1h - 10s, start + 1h));
    }

    void write()
    {
        for (int row = 0; row < 111; ++row) {
            for (int k = 0; k < 600; ++k)
                m_log->write({row, start + k * 100ms, start, {16e3, 15.9e3 + row, 15e3 + k, 15.5e3}});
        }
        m_now = start + 60s;
        m_log->setNow(m_now);
    }

    void live()
    {
        write();
        use(m_log);
        m_window->playback().setWindow(1min);
        find<QAbstractButton>(u"modeLive"_s)->click();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
        QTRY_COMPARE(m_window->playback().newest(), std::optional{TimePoint{start + 59'900ms}});
        QTRY_VERIFY(m_window->history().orbit().has_value());
    }

    void silence()
    {
        m_now += 15s;
        m_log->setNow(m_now);
        QTRY_VERIFY(m_window->playback().isLate());
    }

    void lose(Error::Again again)
    {
        m_log->setFailure({Error::Kind::Connection, u"the link is gone"_s, u"check the cable"_s, again});
        m_log->setBroken(true);
        QTRY_VERIFY(m_window->playback().problem() != nullptr);
    }

    void replay()
    {
        use(m_source);
        m_window->findChild<TimeBar *>()->setRange(*TimeRange::between(start, start + 1h));
        find<QAbstractButton>(u"modeReplay"_s)->click();
        QTRY_COMPARE(m_window->history().state(), History::State::Following);
    }

    std::shared_ptr<test::FakeSource> m_source;
    std::shared_ptr<test::LogSource> m_log;
    TimePoint m_now;
};

QTEST_MAIN(TestStates)
#include "tst_states.moc"
