// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencejson.h"
#include "core/references/sharedfile.h"
#include "core/sharing/exchange.h"
#include "core/sharing/exchangestate.h"
#include "core/sharing/sharedfolder.h"
#include "core/source/postgres/sharedjournal.h"
#include "tests/support/replacements.h"
#include "tests/support/testcluster.h"

#include <QDebug>
#include <QDir>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

/// What one operator's program does: keeps a change for the server, and in its own files.
class Desk
{
public:
    Desk(QString conninfo, QString name) : m_conninfo{std::move(conninfo)}, m_name{std::move(name)} {}

    Result<ExchangeReport> exchange(bool isFirst = false) { return exchange(isFirst, m_conninfo); }
    Result<ExchangeReport> exchange(bool isFirst, const QString &conninfo)
    {
        auto done = cbpm::exchange({conninfo, u"cbpm3_shared"_s, {}, m_root.path(), isFirst}, {});
        if (done && done->isShared)
            m_folder = done->folder;
        if (!done)
            qInfo().noquote() << done.error().sentence();
        return done;
    }
    SharedFolder folder() const { return SharedFolder{m_folder}; }
    std::vector<PendingEdit> waiting() const { return readExchange(folder().state())->edits; }

    void veto(const std::string &location, const QString &reason)
    {
        const Veto veto{reason, m_name, start};
        decide(vetoDecision(location, &veto));
    }
    void lift(const std::string &location) { decide(vetoDecision(location, nullptr)); }
    void annotate(const QString &id, const QString &text)
    {
        const Annotation annotation{start, start + 1h, "12W", text, m_name, start + 2h};
        decide(annotationDecision(id, &annotation));
    }
    void saveOrbit(const QString &id, const QString &name, int detectors = 3000) // more than a socket takes at once
    {
        ReferenceOrbit orbit;
        orbit.name = name;
        orbit.author = m_name;
        for (int k = 0; k < detectors; ++k)
            orbit.points["D" + std::to_string(k)] = {0.1 * k, -0.1 / (k + 1), 1e-3, 1e-3, 10};
        decide(referenceDecision(id, &orbit));
    }
    void markGolden(const QString &id) { decide(goldenDecision(id)); }
    VetoList vetoes() const { return *readVetoes(folder().vetoes()); }
    AnnotationList annotations() const { return *readAnnotations(folder().annotations()); }

private:
    void decide(const Decision &decision)
    {
        const auto make = [&] {
            return folder().apply(std::span{&decision, 1},
                                  [](std::size_t, const Error &why) { qFatal("%s", qPrintable(why.sentence())); });
        };
        QVERIFY(keepForServer(folder().state(), decision, make).has_value());
    }

    QTemporaryDir m_root;
    QString m_conninfo;
    QString m_name;
    QString m_folder;
};

void write(const QString &path, const QByteArray &bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Decisions shared through packaging/sql/shared.sql on a real server: whoever edits, whenever, nothing is lost.
class TestSharing : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.settings = {u"synchronous_commit = on"_s, u"log_temp_files = 0"_s}; // a standby is waited for
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE ROLE anna LOGIN; CREATE ROLE ben LOGIN; CREATE ROLE viewer LOGIN; CREATE ROLE stranger "
                        "LOGIN; ALTER ROLE ben SET default_transaction_read_only = on");
        share();
        share(); // and a second time does no harm
    }

    void init()
    {
        if (m_cluster)
            m_cluster->exec("TRUNCATE cbpm3_shared.entry");
    }

    void theScriptMayRunAgain()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"dead"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        share();
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"1"});
        anna.lift("12W");
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"2"});
    }

    void onlyRightsBind_data()
    {
        QTest::addColumn<QByteArray>("user");
        QTest::addColumn<QByteArray>("sql");
        const QByteArray entry = "(edit, kind, key, author, seen) VALUES (gen_random_uuid(), 'veto', '12W', 'x', 0)";
        QTest::newRow("a reader adds") << QByteArray{"viewer"} << QByteArray{"INSERT INTO cbpm3_shared.entry " + entry};
        QTest::newRow("an editor changes")
            << QByteArray{"anna"} << QByteArray{"UPDATE cbpm3_shared.entry SET key = 'x'"};
        QTest::newRow("an editor deletes") << QByteArray{"anna"} << QByteArray{"DELETE FROM cbpm3_shared.entry"};
        QTest::newRow("an editor empties") << QByteArray{"anna"} << QByteArray{"TRUNCATE cbpm3_shared.entry"};
        QTest::newRow("an editor chooses the number")
            << QByteArray{"anna"}
            << QByteArray{"INSERT INTO cbpm3_shared.entry (id, edit, kind, key, author, seen) VALUES (9, "
                          "gen_random_uuid(), 'veto', '12W', 'x', 0)"};
        QTest::newRow("an editor chooses the login")
            << QByteArray{"anna"}
            << QByteArray{"INSERT INTO cbpm3_shared.entry (login, edit, kind, key, author, seen) VALUES ('ben', "
                          "gen_random_uuid(), 'veto', '12W', 'x', 0)"};
        QTest::newRow("an editor makes tables")
            << QByteArray{"anna"} << QByteArray{"CREATE TABLE cbpm3_shared.mine ()"};
        QTest::newRow("a stranger reads") << QByteArray{"stranger"} << QByteArray{"SELECT FROM cbpm3_shared.entry"};
    }
    void onlyRightsBind()
    {
        QFETCH(QByteArray, user);
        QFETCH(QByteArray, sql);
        const PgConn connection{PQconnectdb(as(user).toUtf8().constData())};
        const PgResult result{PQexec(connection.get(), sql.constData())};
        QCOMPARE(QByteArray{PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)}, QByteArray{"42501"});
    }

    void whatIsWrittenArrivesWhole()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s}; // whose login may only look unless it says otherwise
        QVERIFY(anna.exchange(true)->mayEdit);
        QVERIFY(QDir{anna.folder().references()}.exists()); // windows watch it from now on
        QVERIFY(ben.exchange(true)->mayEdit);
        anna.veto("12W", u"<b>cable</b> \u202e & \"quotes' \\ \n second line"_s);
        anna.annotate(u"note-1"_s, u"<a href=x>beam lost</a>\n\u2066second"_s);
        anna.saveOrbit(u"orbit-1"_s, u"100 mA; DROP TABLE cbpm3"_s);
        anna.markGolden(u"orbit-1"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        QVERIFY(ben.exchange().has_value());
        QCOMPARE(ben.vetoes(), anna.vetoes()); // to the letter
        QCOMPARE(ben.annotations(), anna.annotations());
        QCOMPARE(ben.folder().all(), anna.folder().all());
        QCOMPARE(ben.folder().all().size(), std::size_t{4});
        ben.lift("12W");
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(anna.exchange().has_value());
        QVERIFY(anna.vetoes().empty());
        QCOMPARE(m_cluster->exec("SELECT string_agg(login || ' ' || kind, ',' ORDER BY id) FROM cbpm3_shared.entry"),
                 QByteArray{"anna veto,anna annotation,anna reference,anna golden,ben veto"});
    }

    void numbersFollowTheCommits()
    {
        constexpr int writers = 4;
        constexpr int each = 40;
        std::atomic<int> done{0};
        std::atomic<int> finished{0};
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&, writer] {
                auto journal = SharedJournal::open(as("anna"), u"cbpm3_shared"_s, {}, {});
                for (int k = 0; k < each; ++k)
                    done +=
                        (*journal)
                            ->append({0, QUuid::createUuid(), u"veto"_s, u"W%1"_s.arg(writer), {}, u"x"_s, 0, {}, {}},
                                     {})
                            .has_value();
                ++finished;
            });
        // Who reads meanwhile up to a number has all below it.
        auto journal = SharedJournal::open(as("viewer"), u"cbpm3_shared"_s, {}, {});
        qint64 last = 0;
        bool isGapless = true;
        for (bool isWritten = false; isGapless;) {
            const bool isLastLook = isWritten;
            const auto entries = (*journal)->entriesAfter(last, {});
            if (!entries || (entries->empty() && isLastLook))
                break;
            isWritten = finished == writers;
            for (const JournalEntry &entry : *entries)
                isGapless = isGapless && entry.id == ++last;
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(isGapless);
        QCOMPARE(done.load(), writers * each);
        QCOMPARE(last, qint64{writers} * each);
    }

    void twoWhoEditAtOnceLoseNothing()
    {
        Desk desks[] = {{as("anna"), u"anna"_s}, {as("ben"), u"ben"_s}};
        constexpr int edits = 40;
        std::vector<std::thread> threads;
        std::atomic<int> failures{0};
        for (Desk &desk : desks) {
            QVERIFY(desk.exchange(true).has_value());
            threads.emplace_back([&desk, &failures, isAnna = &desk == desks] {
                for (int k = 0; k < edits; ++k) {
                    const std::string location = "W" + std::to_string(k % 5); // the same ones
                    const QString mark = u"%1 %2"_s.arg(isAnna ? u"anna"_s : u"ben"_s).arg(k);
                    if (k % 7 == 6)
                        desk.lift(location);
                    else
                        desk.veto(location, mark);
                    desk.annotate(u"note%1"_s.arg(k % 3), mark);
                    if (k % 3 == 0)
                        failures += !desk.exchange();
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        for (int k = 0; k < 2; ++k) {
            for (Desk &desk : desks)
                QCOMPARE(desk.exchange()->waiting, 0);
        }
        // Every edit of both stands in the journal, in the order that each made them …
        for (const QByteArray who : {"anna", "ben"}) {
            QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry WHERE login = '" + who + "'"),
                     QByteArray::number(2 * edits));
            QStringList texts;
            for (const auto &row : m_cluster->query(
                     "SELECT document #>> '{annotations,0,text}' FROM cbpm3_shared.entry WHERE kind = 'annotation' AND "
                     "login = '"
                     + who + "' ORDER BY id"))
                texts << QString::fromUtf8(row[0]);
            QStringList expected;
            for (int k = 0; k < edits; ++k)
                expected << u"%1 %2"_s.arg(QString::fromLatin1(who)).arg(k);
            QCOMPARE(texts, expected);
        }
        // … and both see the latest of each.
        QCOMPARE(desks[0].folder().all(), desks[1].folder().all());
        for (const auto &[id, annotation] : desks[0].annotations())
            QCOMPARE(annotation.text.toUtf8(),
                     m_cluster->exec("SELECT document #>> '{annotations,0,text}' FROM cbpm3_shared.entry WHERE kind = "
                                     "'annotation' AND key = '"
                                     + id.toUtf8() + "' ORDER BY id DESC LIMIT 1"));
    }

    /// What is changed here and what comes from others never meet half way.
    void aChangeIsKeptAndMadeBothOrNone()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        const Decision decision = vetoDecision("12W", nullptr);
        const auto failed = keepForServer(anna.folder().state(), decision, []() -> Result<void> {
            return Error{Error::Kind::Usage, u"no room"_s, {}};
        });
        QCOMPARE(failed.error().kind, Error::Kind::Usage);
        QCOMPARE(anna.waiting().size(), std::size_t{0}); // nor is it sent
        const auto made = keepForServer(anna.folder().state(), decision, [&]() -> Result<void> {
            const auto other = whileLocked(anna.folder().state(), [] { return Result<void>{}; });
            return other ? Result<void>{Error{Error::Kind::BadData, u"others are at it"_s, {}}} : Result<void>{};
        });
        QVERIFY2(made, made ? "" : qPrintable(made.error().sentence()));
        QCOMPARE(anna.waiting().size(), std::size_t{1}); // and is kept before it is made
    }

    /// Two programs of anna's: one has asked what counts, and has not put it into the folder yet, when the other reads
    /// on.
    void whoComparesTakesNothingBack()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        ben.veto("12W", u"first"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(anna.exchange().has_value());
        // The server keeps the answer to who compares as anna until it may go.
        m_cluster->exec(
            "CREATE FUNCTION cbpm3_shared.gate() RETURNS boolean LANGUAGE plpgsql AS 'BEGIN IF session_user = "
            "''anna'' AND current_query() LIKE ''%NOT EXISTS%'' THEN PERFORM pg_advisory_lock_shared(42); "
            "END IF; RETURN true; END'; ALTER TABLE cbpm3_shared.entry ENABLE ROW LEVEL SECURITY; "
            "CREATE POLICY gate ON cbpm3_shared.entry USING (cbpm3_shared.gate())");
        const PgConn gate{PQconnectdb(m_cluster->conninfo().toUtf8().constData())};
        PQclear(PQexec(gate.get(), "SELECT pg_advisory_lock(42)"));
        std::optional<Result<ExchangeReport>> compared;
        std::thread comparing{[&] { compared = anna.exchange(true); }};
        const bool isAsked = QTest::qWaitFor(
            [&] { return m_cluster->exec("SELECT count(*) FROM pg_locks WHERE objid = 42 AND NOT granted") == "1"; });
        ben.veto("12W", u"second"_s);
        ben.annotate(u"n"_s, u"new"_s);
        const auto written = ben.exchange();
        const auto readOn = anna.exchange(false, as("ben"));
        PQclear(PQexec(gate.get(), "SELECT pg_advisory_unlock(42)"));
        comparing.join();
        m_cluster->exec("DROP FUNCTION cbpm3_shared.gate() CASCADE; ALTER TABLE cbpm3_shared.entry DISABLE ROW LEVEL "
                        "SECURITY");
        QVERIFY(isAsked);
        QCOMPARE(written->waiting, 0);
        QVERIFY(!readOn->failure);
        QVERIFY(!(*compared)->failure);
        QVERIFY(!(*compared)->wasCompared); // another time
        QCOMPARE(anna.vetoes(), ben.vetoes());
        QCOMPARE(anna.exchange(true)->waiting, 0);
        QCOMPARE(anna.folder().all(), ben.folder().all());
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"3"}); // all by ben
    }

    void whoComesLateReadsWhatCounts()
    {
        const QByteArray entry = "INSERT INTO cbpm3_shared.entry (edit, author, seen, kind, key, document) VALUES "
                                 "(gen_random_uuid(), 'x', 0, 'annotation', 'odd', ";
        m_cluster->exec(entry + "'[1]')"); // overtaken long ago
        noteOften(1, 1200);
        m_cluster->exec(entry + "NULL)");
        Desk anna{as("anna"), u"anna"_s};
        QCOMPARE(anna.exchange(true)->problems, QStringList{});
        QCOMPARE(anna.annotations().size(), std::size_t{300});
        QCOMPARE(anna.annotations().at(u"n0"_s).text, u"1200"_s);
        // Many new ones are put into the file at once.
        const test::Replacements written{anna.folder().annotations()};
        noteOften(1201, 1600);
        QVERIFY(anna.exchange().has_value());
        QCOMPARE(anna.annotations().at(u"n100"_s).text, u"1600"_s);
        QCOMPARE(written.count(), 1);
    }

    void whoIsOvertakenIsToldOnce()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben the second"_s};
        for (Desk *const desk : {&anna, &ben})
            QVERIFY(desk->exchange(true).has_value());
        ben.veto("12W", u"ben's"_s); // before he saw anna's, sent after it
        anna.veto("12W", u"anna's"_s);
        QCOMPARE(anna.exchange()->overtaken.size(), std::size_t{0});
        QCOMPARE(ben.exchange()->overtaken.size(), std::size_t{0});
        QCOMPARE(ben.vetoes().at("12W").reason, u"ben's"_s); // the later one stands
        const auto told = anna.exchange();
        QCOMPARE(told->overtaken.size(), std::size_t{1});
        QCOMPARE(told->overtaken[0].kind, Decision::Kind::Veto);
        QCOMPARE(told->overtaken[0].key, u"12W"_s);
        QCOMPARE(told->overtaken[0].author, u"ben the second"_s);
        QCOMPARE(told->overtaken[0].login, u"ben"_s);
        QCOMPARE(anna.vetoes().at("12W").reason, u"ben's"_s);
        QCOMPARE(anna.exchange(true)->overtaken.size(), std::size_t{0});
        // Anna's is kept; and who changes what was seen overtakes nobody.
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry WHERE document::text LIKE '%anna''s%'"),
                 QByteArray{"1"});
        anna.lift("12W");
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(ben.exchange()->overtaken.size(), std::size_t{0});
        QVERIFY(ben.vetoes().empty());
    }

    /// What is told is told also where the round ends early, and once.
    void whoIsOvertakenIsToldWhateverComesAfterIt()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(ben.exchange(true).has_value());
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"anna's"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        ben.veto("12W", u"ben's"_s);
        for (int k = 0; k < 11; ++k) // more than are put into the folder at once
            ben.saveOrbit(u"o%1"_s.arg(k), u"orbit"_s, 1);
        ben.annotate(u"n"_s, u"note"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(QDir{}.mkpath(anna.folder().annotations())); // a folder where the file should be
        const auto failed = anna.exchange();
        QCOMPARE(failed->failure->kind, Error::Kind::Storage);
        QCOMPARE(failed->overtaken.size(), std::size_t{1});
        QVERIFY(QDir{}.rmdir(anna.folder().annotations()));
        const auto done = anna.exchange();
        QVERIFY(!done->failure);
        QCOMPARE(done->overtaken.size(), std::size_t{0});
        QCOMPARE(anna.folder().all(), ben.folder().all());
    }

    void whatIsTooManyForOneListIsPassedOver()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        ben.veto("12W", u"dead"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(anna.exchange().has_value());
        AnnotationList many;
        for (int k = 0; k < annotationlimits::count - 1; ++k)
            many.emplace(QString::number(k), Annotation{start, {}, {}, u"x"_s, u"a"_s, start});
        write(anna.folder().annotations(), annotationJson(many));
        ben.annotate(u"n1"_s, u"the last that has room"_s);
        ben.annotate(u"n2"_s, u"one too many"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        const auto done = anna.exchange();
        QVERIFY(!done->failure);
        QCOMPARE(done->problems.size(), 1);
        QVERIFY(anna.annotations().contains(u"n1"_s));
        QVERIFY(!anna.annotations().contains(u"n2"_s));
    }

    void whatOnlyTheServerDislikesWaits()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        m_cluster->exec("CREATE FUNCTION cbpm3_shared.no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.key = "
                        "''12W'' THEN RAISE EXCEPTION ''not today''; END IF; RETURN NEW; END';"
                        "CREATE TRIGGER no BEFORE INSERT ON cbpm3_shared.entry FOR EACH ROW EXECUTE FUNCTION "
                        "cbpm3_shared.no()");
        anna.veto("12W", u"anna's"_s);
        ben.veto("13W", u"ben's"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        const auto done = anna.exchange();
        m_cluster->exec("DROP FUNCTION cbpm3_shared.no() CASCADE");
        QVERIFY(!done->failure);
        QCOMPARE(done->waiting, 1);
        QVERIFY2(done->obstacle.contains(u"not today"_s), qPrintable(done->obstacle));
        QCOMPARE(anna.vetoes().size(), std::size_t{2}); // what others wrote is seen
        QCOMPARE(anna.exchange()->waiting, 0);
    }

    /// Sent over a link that broke, overtaken, read from elsewhere, and only then known to be sent.
    void anAnswerThatWasLostHidesNobodysChange()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"anna's"_s);
        const PendingEdit lost = anna.waiting()[0];
        auto journal = SharedJournal::open(as("anna"), u"cbpm3_shared"_s, {}, {});
        const JournalEntry entry{0,         lost.edit, u"veto"_s, u"12W"_s, lost.decision.document,
                                 u"anna"_s, lost.seen, {},        {}};
        QCOMPARE(*(*journal)->append(entry, {}), qint64{1});
        QVERIFY(ben.exchange(true).has_value());
        ben.veto("12W", u"ben's"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(changeExchange(anna.folder().state(), [](ExchangeState &state) {
                    state.last = 2;
                    return Result<void>{};
                }).has_value());
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(anna.vetoes(), ben.vetoes());
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"2"});
    }

    void aServerThatIsGoneGetsItLaterAndOnce()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        m_cluster->stop();
        anna.veto("12W", u"while it was gone"_s);
        anna.annotate(u"note"_s, u"while it was gone"_s);
        const auto gone = anna.exchange();
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::Connection);
        QVERIFY(gone.error().again != Error::Again::Never);
        QCOMPARE(anna.waiting().size(), std::size_t{2});
        QCOMPARE(anna.vetoes().at("12W").reason, u"while it was gone"_s); // seen here all the while
        m_cluster->restart();
        // As if the first had been taken, and the answer lost.
        const PendingEdit first = anna.waiting()[0];
        auto journal = SharedJournal::open(as("anna"), u"cbpm3_shared"_s, {}, {});
        QVERIFY(
            (*journal)
                ->append({0, first.edit, u"veto"_s, u"12W"_s, first.decision.document, u"anna"_s, first.seen, {}, {}},
                         {})
                .has_value());
        const auto there = anna.exchange();
        QCOMPARE(there->waiting, 0);
        QCOMPARE(there->problems, QStringList{});
        QCOMPARE(m_cluster->exec("SELECT string_agg(kind, ',' ORDER BY id) FROM cbpm3_shared.entry"),
                 QByteArray{"veto,annotation"});
        QCOMPARE(anna.exchange()->overtaken.size(), std::size_t{0}); // by herself
    }

    /// All writers wait for one that is at it: the server ends it where its program or link dies meanwhile.
    void whoWritesAndDiesHoldsNobodyUp()
    {
        m_cluster->exec("CREATE FUNCTION cbpm3_shared.look() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF "
                        "current_setting(''idle_in_transaction_session_timeout'') <> ''10s'' THEN RAISE EXCEPTION "
                        "''no end''; END IF; RETURN NULL; END';"
                        "CREATE TRIGGER look AFTER INSERT ON cbpm3_shared.entry FOR EACH ROW EXECUTE FUNCTION "
                        "cbpm3_shared.look()");
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"dead"_s);
        const auto done = anna.exchange();
        m_cluster->exec("DROP FUNCTION cbpm3_shared.look() CASCADE");
        QVERIFY2(done->waiting == 0, qPrintable(done->obstacle));
    }

    void whoMayOnlyLookIsTold()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk viewer{as("viewer"), u"viewer"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(!viewer.exchange(true)->mayEdit);
        viewer.veto("12W", u"all the same"_s); // as after a role was taken away
        anna.veto("12W", u"anna's"_s);
        anna.veto("13W", u"dead"_s);
        QVERIFY(anna.exchange().has_value());
        const auto done = viewer.exchange();
        QCOMPARE(done->waiting, 1);
        QVERIFY2(done->obstacle.contains(u"only look"_s), qPrintable(done->obstacle));
        QCOMPARE(viewer.vetoes().at("13W").reason, u"dead"_s); // what others write is seen
        QCOMPARE(viewer.vetoes().at("12W").reason, u"all the same"_s); // what waits would come after it
    }

    void withoutAJournalNothingIsShared()
    {
        Desk stranger{as("stranger"), u"stranger"_s};
        const auto done = stranger.exchange(true);
        QVERIFY(done.has_value());
        QVERIFY(!done->isShared);
        const auto none = cbpm::exchange({as("anna"), u"no such \" schema"_s, {}, u"/nowhere"_s, true}, {});
        QVERIFY(none.has_value() && !none->isShared);
    }

    void strangeEntriesArePassedOver_data()
    {
        QTest::addColumn<QByteArray>("values"); // kind, key, document
        const auto orbit = [](const QByteArray &name) {
            return QByteArray{
                       R"({"kind": "cbpm3 reference orbit", "version": 1, "points": [{"location": "12W", "x_mm": 1}], )"}
                   + R"("name": )" + '"' + name + "\"}";
        };
        QTest::newRow("no veto") << QByteArray{"'veto', '12W', '[1, 2]'"};
        QTest::newRow("a veto of another") << QByteArray{
            R"('veto', '12W', '{"kind": "cbpm3 vetoes", "version": 1, "vetoes": [{"location": "13W", "reason": "x", )"
            R"("author": "x", "time": "2026-03-02T00:00:00Z"}]}')"};
        QTest::newRow("a path") << QByteArray{"'reference', '../../evil', '" + orbit("evil") + "'"};
        QTest::newRow("a hidden file") << QByteArray{"'reference', '.evil', '" + orbit("evil") + "'"};
        QTest::newRow("an orbit without a name") << QByteArray{"'reference', 'o', '" + orbit("") + "'"};
        QTest::newRow("golden is a path") << QByteArray{R"('golden', 'golden', '{"reference": "../x"}')"};
        QTest::newRow("a later version") << QByteArray{
            R"('annotation', 'n', '{"kind": "cbpm3 annotations", "version": 9, "annotations": []}')"};
        QTest::newRow("two annotations") << QByteArray{
            R"('annotation', 'n', '{"kind": "cbpm3 annotations", "version": 1, "annotations": [
                {"id": "n", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z", "text": "x"},
                {"id": "m", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z", "text": "x"}]}')"};
        QTest::newRow("deep") << QByteArray{"'veto', '12W', '" + QByteArray(5000, '[') + QByteArray(5000, ']') + "'"};
        QTest::newRow("too large to read") << QByteArray{"'veto', '12W', ('\"' || repeat('x', 4194300) || '\"')::json"};
    }
    void strangeEntriesArePassedOver()
    {
        QFETCH(QByteArray, values);
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        m_cluster->exec("INSERT INTO cbpm3_shared.entry (edit, author, seen, kind, key, document) VALUES "
                        "(gen_random_uuid(), '<i>\xe2\x80\xae', 0, "
                        + values + ")");
        anna.veto("20E", u"good"_s);
        const auto done = anna.exchange();
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence()));
        QCOMPARE(done->problems.size(), 1);
        QVERIFY2(done->problems[0].contains(u"entry 1 of"_s), qPrintable(done->problems[0]));
        QVERIFY(anna.exchange()->problems.isEmpty()); // named once
        QVERIFY(ben.exchange(true).has_value());
        QCOMPARE(ben.vetoes().size(), std::size_t{1}); // what comes after it is there
        QCOMPARE(ben.folder().all().size(), std::size_t{1});
    }

    /// Whatever somebody puts there: the server sorts no gigabytes for each window that asks.
    void aPageReadsNoMoreThanItGives()
    {
        m_cluster->exec(
            "ALTER ROLE anna SET work_mem = '64MB'; INSERT INTO cbpm3_shared.entry (edit, author, seen, kind, "
            "key, document) SELECT gen_random_uuid(), 'x', 0, 'reference', 'o' || k, ('\"' || repeat('x', "
            "4000000) || '\"')::json FROM generate_series(1, 20) k");
        const qsizetype before = m_cluster->log().size();
        Desk anna{as("anna"), u"anna"_s};
        const auto done = anna.exchange(true);
        m_cluster->exec("ALTER ROLE anna RESET work_mem");
        QVERIFY(!done->failure);
        QVERIFY(done->wasCompared);
        const QByteArray log = m_cluster->log().mid(before);
        QVERIFY2(!log.contains("temporary file"), log.constData());
    }

    void aDamagedFolderIsMadeWholeAgain()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        ben.veto("12W", u"dead"_s);
        ben.saveOrbit(u"o1"_s, u"first"_s);
        ben.annotate(u"n1"_s, u"note"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(anna.exchange().has_value());
        write(anna.folder().vetoes(), "{ half");
        QVERIFY(QFile::remove(anna.folder().annotations()));
        QVERIFY(QFile::remove(anna.folder().references() + u"/o1.orbit.json"_s));
        anna.veto("13W", u"noisy"_s); // the damaged list is put aside, and lifts nobody's veto
        QVERIFY(anna.exchange().has_value());
        QVERIFY(anna.exchange(true).has_value()); // as with the next start
        QVERIFY(ben.exchange().has_value());
        QCOMPARE(anna.vetoes().size(), std::size_t{2});
        QCOMPARE(anna.folder().all(), ben.folder().all());
        // And so is one whose own account is lost.
        write(anna.folder().state(), "{ half");
        QVERIFY(anna.exchange().has_value());
        QCOMPARE(anna.folder().all(), ben.folder().all());
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"4"});
    }

    void aJournalFromABackupGetsTheRestAgain()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"dead"_s);
        anna.veto("14W", u"dead"_s);
        anna.veto("13W", u"noisy"_s); // what follows is not in the backup: new, changed and taken away
        anna.veto("12W", u"noisy, too"_s);
        anna.lift("14W");
        QCOMPARE(anna.exchange()->waiting, 0);
        const VetoList before = anna.vetoes();
        m_cluster->exec("DELETE FROM cbpm3_shared.entry WHERE id > 2");
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(anna.vetoes(), before);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"5"});
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(ben.exchange(true).has_value());
        QCOMPARE(ben.vetoes(), before);
    }

    void aListThatIsDamagedIsWholeWithTheNextRound()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"dead"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        write(anna.folder().vetoes(), "{ half");
        QVERIFY(anna.exchange()->wasCompared);
        QCOMPARE(anna.vetoes().size(), std::size_t{1});
        QVERIFY(!anna.exchange()->wasCompared);
    }

    /// As where a standby took over that lacked the latest entries: their numbers are given again.
    void aJournalThatTookAnotherTurnIsReadAnew()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"first"_s);
        anna.veto("12W", u"second"_s);
        anna.veto("13W", u"third"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        m_cluster->exec("DELETE FROM cbpm3_shared.entry WHERE id > 1");
        QVERIFY(ben.exchange(true).has_value());
        ben.veto("20E", u"ben's"_s);
        ben.veto("21E", u"ben's"_s);
        ben.veto("22E", u"ben's"_s);
        QCOMPARE(ben.exchange()->waiting, 0); // number 2 to 4
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(anna.vetoes().size(), std::size_t{5});
        QVERIFY(ben.exchange().has_value());
        QCOMPARE(ben.folder().all(), anna.folder().all());
    }

    void whatTheOwnerTidiesUpIsMissedByNobody()
    {
        Desk anna{as("anna"), u"anna"_s};
        Desk ben{as("ben"), u"ben"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(ben.exchange(true).has_value());
        anna.veto("12W", u"anna's"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        ben.veto("13W", u"first"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        QVERIFY(anna.exchange().has_value());
        ben.veto("13W", u"second"_s);
        QCOMPARE(ben.exchange()->waiting, 0);
        m_cluster->exec("DELETE FROM cbpm3_shared.entry WHERE id = 2"); // not the latest of its key
        QVERIFY(!anna.exchange()->wasCompared);
        QCOMPARE(anna.vetoes(), ben.vetoes());
        m_cluster->exec("INSERT INTO cbpm3_shared.entry (edit, kind, key, author, seen) VALUES (gen_random_uuid(), "
                        "'veto', '12W', 'carl', 0)");
        QCOMPARE(anna.exchange()->overtaken.size(), std::size_t{1}); // it is still known what is hers
    }

    void whatWasWrittenLongAgoIsForgotten()
    {
        ExchangeState state;
        for (int k = 1; k <= 2001; ++k)
            state.addMine(Decision::Kind::Annotation, QString::number(k), k);
        QCOMPARE(state.mine.size(), std::size_t{2000});
        QVERIFY(!state.mine.contains(u"annotation 1"_s));
        QVERIFY(state.mine.contains(u"annotation 2001"_s));
    }

    void whatTheServerWillNeverTakeIsPutAside()
    {
        Desk anna{as("anna"), u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        QVERIFY(keepForServer(anna.folder().state(),
                              {Decision::Kind::Annotation, u"n\u00e9"_s, QByteArray{"{}"}, u"x"_s},
                              [] { return Result<void>{}; })
                    .has_value());
        anna.veto("12W", u"after it"_s);
        const auto done = anna.exchange();
        QCOMPARE(done->waiting, 0);
        QCOMPARE(done->problems.size(), 1);
        QCOMPARE(QDir{anna.folder().refused()}.entryList({u"refused-*.json"_s}).size(), 1);
        anna.veto("BPM \u00e9", u"of a detector that no journal takes"_s);
        QCOMPARE(anna.exchange()->problems.size(), 1);
        QCOMPARE(anna.exchange(true)->problems.size(), 0); // and not with each start again
        QCOMPARE(anna.vetoes().size(), std::size_t{2});
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"1"});
    }

    void aStandbyReadsAndThePrimaryWrites()
    {
        QString why;
        test::ClusterOptions options;
        options.tcp = true;
        options.primary = m_cluster.get();
        const auto standby = test::TestCluster::start(why, options);
        QVERIFY2(standby, qPrintable(why));
        const QString both =
            u"host=127.0.0.1,127.0.0.1 port=%1,%2 dbname=postgres user=anna target_session_attrs=prefer-standby"_s
                .arg(m_cluster->port())
                .arg(standby->port());
        Desk anna{both, u"anna"_s};
        QVERIFY(anna.exchange(true).has_value());
        anna.veto("12W", u"dead"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"1"});
        QVERIFY(QTest::qWaitFor([&] { return standby->hasCaughtUpWith(*m_cluster); }));
        // One that lags behind what was read already takes nothing back, and makes nobody write it again.
        standby->exec("SELECT pg_wal_replay_pause()");
        Desk carl{as("anna"), u"carl"_s};
        QVERIFY(carl.exchange(true).has_value());
        anna.veto("14W", u"dead"_s);
        QCOMPARE(anna.exchange()->waiting, 0);
        QVERIFY(carl.exchange().has_value());
        carl.lift("14W");
        QCOMPARE(carl.exchange()->waiting, 0);
        QVERIFY(!anna.exchange(true)->wasCompared);
        QCOMPARE(anna.vetoes().size(), std::size_t{2});
        standby->exec("SELECT pg_wal_replay_resume()");
        QVERIFY(QTest::qWaitFor([&] { return standby->hasCaughtUpWith(*m_cluster); }));
        QVERIFY(anna.exchange(true)->wasCompared);
        QCOMPARE(anna.vetoes().size(), std::size_t{1});
        QCOMPARE(anna.exchange()->waiting, 0);
        QCOMPARE(m_cluster->exec("SELECT count(*) FROM cbpm3_shared.entry"), QByteArray{"3"});
        Desk ben{standby->tcpConninfo(u"ben"_s), u"ben"_s}; // who reaches the standby alone
        const auto seen = ben.exchange(true);
        QVERIFY2(seen && seen->isShared, seen ? "" : qPrintable(seen.error().sentence()));
        QCOMPARE(ben.vetoes(), anna.vetoes());
        ben.veto("13W", u"noisy"_s);
        const auto done = ben.exchange();
        QVERIFY2(done, done ? "" : qPrintable(done.error().sentence()));
        QCOMPARE(done->waiting, 1);
        QVERIFY(!done->obstacle.isEmpty());
    }

private:
    QString as(const QByteArray &user) const { return m_cluster->tcpConninfo(QString::fromLatin1(user)); }

    /// Annotations n0 to n299 by others: their text is `first` to `last`.
    void noteOften(int first, int last) const
    {
        m_cluster->exec(QByteArray{R"(INSERT INTO cbpm3_shared.entry (edit, author, seen, kind, key, document)
            SELECT gen_random_uuid(), 'x', 0, 'annotation', 'n' || k % 300, format('{"kind": "cbpm3 annotations",
            "version": 1, "annotations": [{"id": "n%s", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z",
            "text": "%s"}]}', k % 300, k)::json FROM generate_series()"}
                        + QByteArray::number(first) + ", " + QByteArray::number(last) + ") k");
    }

    void share() const
    {
        const QString script = qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/packaging/sql/shared.sql"_s;
        for (const QString &login : {u"anna"_s, u"ben"_s}) {
            const QString failed = m_cluster->runScript(script, {u"editor="_s + login, u"reader=viewer"_s});
            QVERIFY2(failed.isEmpty(), qPrintable(failed));
        }
    }

    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestSharing)
#include "tst_sharing.moc"
