// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/connection.h"
#include "tests/support/heldlookup.h"
#include "ui/models/history.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <future>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Names of servers that are not found, or that nobody answers for.
class TestNameLookup : public QObject
{
    Q_OBJECT

private slots:
    void aNameThatIsNotFoundIsNamed()
    {
        const auto connection = Connection::open(u"host=ring.invalid dbname=cbpm3 connect_timeout=20"_s, {}, {});
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Connection);
        QVERIFY2(connection.error().what.contains(u"ring.invalid"_s), qPrintable(connection.error().what));
        QVERIFY(!connection.error().sentence().contains(u'\n'));
        QVERIFY(connection.error().again == Error::Again::Often); // a link may be down for a while
    }

    void aLookupThatDoesNotEndIsLeft()
    {
        const test::HeldLookup held;
        Deadlines deadlines;
        deadlines.connect = 100ms;
        const auto connection = Connection::open(u"host=ring.held dbname=cbpm3"_s, deadlines, {});
        QVERIFY(!connection);
        QCOMPARE(test::HeldLookup::waiting(), 1); // and we are here
        QCOMPARE(connection.error().kind, Error::Kind::Connection);
        QVERIFY2(connection.error().what.contains(u"0.1 s"_s), qPrintable(connection.error().what));
        QVERIFY2(connection.error().hint.contains(u"DNS"_s), qPrintable(connection.error().hint));
        QVERIFY(connection.error().again == Error::Again::Often);
    }

    void aCancelDoesNotWaitForIt()
    {
        const test::HeldLookup held;
        const CancelToken cancel;
        Deadlines deadlines;
        deadlines.connect = 1h;
        auto opened = std::async(std::launch::async, [&] {
            return Connection::open(u"host=ring.held dbname=cbpm3"_s, deadlines, cancel).error().kind;
        });
        QTRY_COMPARE(test::HeldLookup::waiting(), 1);
        cancel.cancel();
        QCOMPARE(opened.get(), Error::Kind::Cancelled);
        QCOMPARE(test::HeldLookup::waiting(), 1);
    }

    void theWindowGoesOnMeanwhile()
    {
        const test::HeldLookup held;
        QThreadPool pool;
        SourceOptions options;
        options.address = *readSource(u"host=ring.held dbname=cbpm3"_s);
        {
            History history{pool, {}};
            history.open(options);
            QTRY_COMPARE(test::HeldLookup::waiting(), 1);
            int turns = 0; // of the event loop
            QTimer timer;
            connect(&timer, &QTimer::timeout, this, [&] { ++turns; });
            timer.start(1);
            QTRY_VERIFY(turns > 20);
            QCOMPARE(history.state(), History::State::Opening);
            history.open(options); // the operator is impatient
            QTRY_COMPARE(test::HeldLookup::waiting(), 2);
        } // and leaves
        QCOMPARE(test::HeldLookup::waiting(), 2);
    }
};

QTEST_GUILESS_MAIN(TestNameLookup)
#include "tst_namelookup.moc"
