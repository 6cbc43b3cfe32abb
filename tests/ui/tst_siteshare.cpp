// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profile.h"
#include "core/source/simulated/demoarchive.h"
#include "tests/support/testcluster.h"
#include "tests/ui/picture.h"
#include "ui/annotating.h"
#include "ui/connect/sources.h"
#include "ui/mainwindow.h"
#include "ui/references/siteshare.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

/// A window of an operator with files of their own.
class Operator
{
public:
    Operator(const QString &conninfo, const QString &shared)
    {
        m_pool.setMaxThreadCount(6);
        SourceOptions options;
        options.sharedSchema = shared;
        options.sessions = std::make_shared<ProgramSessions>("test", 4);
        m_window = std::make_unique<MainWindow>(m_pool, options);
        m_window->useDataFolder(m_data.path());
        m_window->resize(1280, 720);
        m_window->show();
        m_window->begin({.source = conninfo, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:10Z"_s});
    }

    bool isOpen() const { return m_window->history().state() == History::State::Complete; }
    QString words() const { return m_window->findChild<QLabel *>(u"sharingLabel"_s)->text(); }
    QString tip() const { return m_window->findChild<QLabel *>(u"sharingLabel"_s)->toolTip(); }
    QString message() const { return m_window->findChild<QLabel *>(u"messageLabel"_s)->text(); }
    Vetoes &vetoes() { return m_window->view().vetoes(); }
    Annotations &annotations() { return m_window->view().annotations(); }
    int row(const char *location) const { return m_window->history().source()->table()->find(location); }
    Result<void> veto(const char *location, const QString &reason)
    {
        return vetoes().add(row(location), {reason, u"the shift"_s, start});
    }
    QString reason(const char *location)
    {
        m_window->share().hurry();
        const Veto *const veto = vetoes().find(row(location));
        return veto ? veto->reason : QString{};
    }
    MainWindow &window() { return *m_window; }
    QString ownFile(const QString &name) const { return m_data.filePath(name); }

private:
    QThreadPool m_pool;
    QTemporaryDir m_data;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

/// Windows that share what their operators decide, through a real server.
class TestSiteShare : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec(
            "CREATE TABLE cbpm3 (timestamp timestamptz, instr text, top_in int4, top_out int4, bot_in int4, "
            "bot_out int4);"
            "INSERT INTO cbpm3 SELECT timestamptz '2026-03-02Z' + i * interval '1 s', d, 17000 + i % 31, "
            "17100 + i % 29, 16900 + i % 23, 17050 + i % 37 "
            "FROM generate_series(0, 599) i, unnest(ARRAY['12W','13W']) d;"
            "CREATE INDEX ON cbpm3 (timestamp);"
            "CREATE ROLE anna LOGIN; CREATE ROLE ben LOGIN; CREATE ROLE viewer LOGIN;"
            "GRANT SELECT ON cbpm3 TO anna, ben, viewer");
        for (const QString &login : {u"anna"_s, u"ben"_s}) {
            const QString failed =
                m_cluster->runScript(qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/shared.sql"_s,
                                     {u"editor="_s + login, u"reader=viewer"_s});
            QVERIFY2(failed.isEmpty(), qPrintable(failed));
        }
    }
    void init()
    {
        if (m_cluster)
            m_cluster->exec("TRUNCATE cbpm3_shared.entry");
    }

    void whatOneDecidesTheOtherSees()
    {
        Operator anna{as(u"anna"_s), u"cbpm3_shared"_s};
        Operator ben{as(u"ben"_s), u"cbpm3_shared"_s};
        for (Operator *const one : {&anna, &ben}) {
            QTRY_VERIFY_WITH_TIMEOUT(one->isOpen(), 20'000);
            QTRY_COMPARE(one->words(), u"shared"_s);
        }
        QVERIFY(anna.veto("12W", u"<b>cable</b>"_s).has_value());
        QTRY_COMPARE(ben.reason("12W"), u"<b>cable</b>"_s);
        QVERIFY(ben.annotations().keep({}, {start + 60s, {}, {}, u"beam lost"_s, u"ben"_s, start}).has_value());
        QTRY_VERIFY((anna.window().share().hurry(), anna.annotations().list().size() == 1));
        QTRY_COMPARE(anna.words(), u"shared"_s);
        QVERIFY(anna.tip().startsWith(u"Shared with all who use "_s));
        QVERIFY(ben.vetoes().lift(ben.row("12W")).has_value());
        QTRY_VERIFY((anna.reason("12W"), anna.vetoes().count() == 0));
        // Their own files are not touched.
        QVERIFY(!QFile::exists(anna.ownFile(u"vetoes.json"_s)));
        anna.window().findChild<QAction *>(u"annotationsAction"_s)->trigger();
        test::keepPicture(anna.window(), u"shared-window"_s);
        test::keepPicture(*anna.window().findChild<QDialog *>(u"annotationsDialog"_s), u"shared-annotations"_s);
    }

    void whoIsOvertakenIsTold()
    {
        Operator anna{as(u"anna"_s), u"cbpm3_shared"_s};
        QTRY_COMPARE_WITH_TIMEOUT(anna.words(), u"shared"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOpen(), 20'000);
        QVERIFY(anna.veto("12W", u"anna's"_s).has_value());
        QTRY_COMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"1"});
        // From a program that had not seen it.
        m_cluster->exec(
            "INSERT INTO cbpm3_shared.entry (edit, kind, key, author, seen) VALUES (gen_random_uuid(), 'veto', "
            "'12W', '<u>carl</u>', 0)");
        QTRY_VERIFY2(
            (anna.window().share().hurry(), anna.message().startsWith(u"Your change of the veto of 12W was overtaken "
                                                                      "by <u>carl</u> (login postgres), "_s)),
            qPrintable(anna.message()));
        QCOMPARE(anna.vetoes().count(), 0);
    }

    void aServerThatIsGoneGetsItLater()
    {
        Operator anna{as(u"anna"_s), u"cbpm3_shared"_s};
        QTRY_COMPARE_WITH_TIMEOUT(anna.words(), u"shared"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOpen(), 20'000);
        m_cluster->stop();
        QVERIFY(anna.veto("12W", u"while it was gone"_s).has_value());
        QCOMPARE(anna.reason("12W"), u"while it was gone"_s);
        QTRY_COMPARE(anna.words(), u"1 not yet shared"_s);
        QVERIFY2(anna.tip().contains(u"1 change(s) not yet shared: "_s), qPrintable(anna.tip()));
        test::keepPicture(anna.window(), u"shared-waiting"_s);
        m_cluster->restart();
        QTRY_COMPARE((anna.window().share().hurry(), anna.words()), u"shared"_s);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"1"});
    }

    void whoMayOnlyLookIsToldInOneSentence()
    {
        Operator viewer{as(u"viewer"_s), u"cbpm3_shared"_s};
        QTRY_COMPARE_WITH_TIMEOUT(viewer.words(), u"shared"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(viewer.isOpen(), 20'000);
        const auto refused = viewer.veto("12W", u"x"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Permission);
        QVERIFY2(refused.error().sentence().startsWith(u"you may only look at what is shared on "_s),
                 qPrintable(refused.error().sentence()));
        QCOMPARE(viewer.vetoes().count(), 0);
        QVERIFY2(viewer.tip().endsWith(u"; you may only look."_s), qPrintable(viewer.tip()));
    }

    void withoutAPlaceFilesAreKeptAsEver()
    {
        Operator anna{as(u"anna"_s), u"another schema"_s};
        QTRY_COMPARE_WITH_TIMEOUT(anna.words(), u"not shared"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOpen(), 20'000);
        QVERIFY(anna.veto("12W", u"mine"_s).has_value());
        QCOMPARE(readVetoes(anna.ownFile(u"vetoes.json"_s))->size(), std::size_t{1});
        Operator ben{as(u"ben"_s), {}}; // nobody asked for it
        QTRY_VERIFY_WITH_TIMEOUT(ben.isOpen(), 20'000);
        QCOMPARE(ben.words(), QString{});
        QVERIFY(ben.veto("13W", u"mine"_s).has_value());
        QCOMPARE(readVetoes(ben.ownFile(u"vetoes.json"_s))->size(), std::size_t{1});
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"0"});
    }

    void anotherSourceBringsOnesOwnBack()
    {
        Operator anna{as(u"anna"_s), u"cbpm3_shared"_s};
        QTRY_COMPARE_WITH_TIMEOUT(anna.words(), u"shared"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(anna.isOpen(), 20'000);
        QVERIFY(anna.veto("12W", u"of the site"_s).has_value());
        const Veto own{u"of my own"_s, u"anna"_s, start};
        QVERIFY(changeVeto(anna.ownFile(u"vetoes.json"_s), "13W", &own).has_value());
        const QTemporaryDir folder;
        SimulationOrder order = demoOrder(folder.filePath(u"x.cbpm3"_s));
        order.range = *TimeRange::between(start, start + 2min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        anna.window().sources().open(folder.filePath(u"x.cbpm3"_s));
        QTRY_COMPARE(anna.words(), QString{});
        QTRY_COMPARE(anna.vetoes().list(), (VetoList{{"13W", own}}));
    }

private:
    QString as(const QString &user) const { return m_cluster->tcpConninfo(user); }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_MAIN(TestSiteShare)
#include "tst_siteshare.moc"
