// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/binload.h"
#include "core/source/postgres/connection.h"
#include "core/source/postgres/postgressource.h"
#include "core/source/postgres/sitecheck.h"
#include "core/types/timetext.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testcertificates.h"
#include "tests/support/testcluster.h"

#include <QTemporaryDir>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A server with a certificate, and every way in which TLS with it does not come about.
class TestPostgresTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QString why;
        const auto certificates = test::TestCertificates::make(u"localhost"_s, why);
        if (!certificates)
            QSKIP(qPrintable(why));
        const auto others = test::TestCertificates::make(u"localhost"_s, why);
        test::ClusterOptions options;
        options.tcp = true;
        options.settings = {u"ssl = on"_s, u"log_connections = on"_s};
        options.files = {{u"server.crt"_s, certificates->certificate}, {u"server.key"_s, certificates->key}};
        options.hba = {u"hostssl all walled 127.0.0.1/32 trust"_s, u"hostnossl all walled 127.0.0.1/32 reject"_s};
        m_cluster = test::TestCluster::start(why, options);
        if (!m_cluster)
            QSKIP(qPrintable(why));
        m_cluster->exec("CREATE ROLE watched LOGIN; CREATE ROLE walled LOGIN; CREATE ROLE guarded LOGIN PASSWORD 'x'");
        m_authority = keep(u"ca.crt"_s, certificates->authority);
        m_stranger = keep(u"other.crt"_s, others->authority);
    }

    void whoTheServerIsIsChecked()
    {
        QVERIFY2(open(u"watched"_s, good()), "verify-full, by the name that the certificate bears");
        const auto connection = Connection::open(conninfo(u"walled"_s, good()), {}, {});
        QVERIFY(connection.has_value());
        QVERIFY(connection->isEncrypted());
    }

    void eachStateHasItsSentence_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("rest");
        QTest::addColumn<bool>("hasTls");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("hint");
        const QString here = u"host=localhost hostaddr=127.0.0.1"_s;
        const QString missing = m_folder.filePath(u"missing.crt"_s);
        const auto trusting = [](const QString &file) { return u" sslrootcert="_s + file; };
        const auto row = [](const char *name, const QString &user, const QString &rest, bool hasTls,
                            const QString &what,
                            const QString &hint) { QTest::newRow(name) << user << rest << hasTls << what << hint; };
        for (const QString &mode : {u"require"_s, u"verify-ca"_s, u"verify-full"_s})
            row(qPrintable(u"none on the server, "_s + mode), u"unheard"_s,
                here + u" sslmode="_s + mode + trusting(m_authority), false, u"has no TLS, and sslmode="_s + mode,
                u"ssl = on"_s);
        row("no CA file", u"unheard"_s, here + u" sslmode=verify-full"_s + trusting(missing), true,
            missing + u" does not exist"_s, u"sslrootcert"_s);
        row("no CA file, verify-ca", u"unheard"_s, here + u" sslmode=verify-ca"_s + trusting(missing), true,
            missing + u" does not exist"_s, u"sslrootcert"_s);
        row("another CA", u"unheard"_s, here + u" sslmode=verify-full"_s + trusting(m_stranger), true,
            m_stranger + u" vouches for"_s, u"somebody else"_s);
        row("another CA, require", u"unheard"_s, here + u" sslmode=require"_s + trusting(m_stranger), true,
            m_stranger + u" vouches for"_s, u"somebody else"_s);
        row("another name", u"unheard"_s, u"host=127.0.0.1 sslmode=verify-full"_s + trusting(m_authority), true,
            u"bears another name"_s, u"hostaddr="_s);
        row("versions", u"unheard"_s,
            here + u" sslmode=require ssl_min_protocol_version=TLSv1.3 sslrootcert=/nowhere/x"_s, true,
            u"TLS cannot be agreed on"_s, u"versions"_s);
        row("the server demands it", u"walled"_s, here + u" sslmode=disable"_s, true, u"without TLS"_s,
            u"verify-full"_s);
    }
    void eachStateHasItsSentence()
    {
        QFETCH(QString, user);
        QFETCH(QString, rest);
        QFETCH(bool, hasTls);
        QFETCH(QString, what);
        QFETCH(QString, hint);
        setServer(u"ssl"_s, hasTls ? u"on"_s : u"off"_s);
        setServer(u"ssl_max_protocol_version"_s, rest.contains(u"min_protocol"_s) ? u"TLSv1.2"_s : u"TLSv1.3"_s);
        const PostgresSource source{conninfo(user, rest), {}, builtinDetectorTable()};
        LoadRequest request{*parseRange(u"2026-03-02Z"_s, u"2026-03-03Z"_s, TimePoint{}), *Interval::of(1min), {}, {}};
        int tries = 0;
        request.retry.notice = [&](const Error &, std::chrono::milliseconds) { ++tries; };
        const auto loaded = loadBins(source, request, [](const BinBatchPtr &) { return true; }, {});
        QVERIFY(!loaded);
        const Error &error = loaded.error();
        QVERIFY2(error.what.contains(what), qPrintable(error.sentence()));
        QVERIFY2(error.hint.contains(hint), qPrintable(error.sentence()));
        QVERIFY(!error.sentence().contains(u'\n'));
        QCOMPARE(tries, 0);
        QVERIFY(error.again == Error::Again::Never);
        // Nobody told the server who we are, and nothing went on in clear text.
        QVERIFY(!m_cluster->log().contains("unheard"));
    }

    void aRoleThatIsNotThereIsNotTakenForTls()
    {
        setServer(u"ssl"_s, u"on"_s);
        const auto connection =
            Connection::open(conninfo(u"nobody_here"_s, u"host=127.0.0.1 sslmode=disable"_s), {}, {});
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Authentication);
        QVERIFY2(connection.error().what.contains(u"nobody_here"_s), qPrintable(connection.error().what));
    }

    void aLinkThatBreaksInTheHandshakeMayComeBack_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("connections");
        for (const int connections : {1, 100}) // the link is there again, or not
            for (const qint64 bytes :
                 {0, 1, 3, 400}) // before an answer, behind it, in the middle of the server's hello
                QTest::addRow("%d bytes, %d connections", static_cast<int>(bytes), connections) << bytes << connections;
    }
    void aLinkThatBreaksInTheHandshakeMayComeBack()
    {
        QFETCH(qint64, bytes);
        QFETCH(int, connections);
        setServer(u"ssl"_s, u"on"_s);
        test::FaultProxy proxy{m_cluster->port()};
        test::Fault fault;
        fault.cutAt = bytes;
        fault.connections = connections;
        proxy.set(fault);
        const QString rest =
            u"host=localhost hostaddr=127.0.0.1 port=%1 user=watched dbname=postgres sslmode=verify-full "
            "sslrootcert=%2"_s;
        const auto connection = Connection::open(rest.arg(proxy.port()).arg(m_authority), {}, {});
        QVERIFY(!connection);
        QCOMPARE(connection.error().kind, Error::Kind::Connection);
        QVERIFY2(connection.error().again == Error::Again::Often, qPrintable(connection.error().what));
    }

    void checkSaysWhatTlsIsWorth_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QString>("hint");
        QTest::newRow("verify-full") << good() << true << QString{};
        QTest::newRow("require") << u"host=127.0.0.1 sslmode=require sslrootcert=/nowhere/x"_s << false
                                 << u"sslmode=verify-full"_s;
        QTest::newRow("default") << u"host=127.0.0.1"_s << false << u"sslmode=verify-full"_s;
        QTest::newRow("disable") << u"host=127.0.0.1 sslmode=disable"_s << false << u"sslmode=verify-full"_s;
    }
    void checkSaysWhatTlsIsWorth()
    {
        QFETCH(QString, rest);
        setServer(u"ssl"_s, u"on"_s);
        const auto findings = checkSite(conninfo(u"watched"_s, rest), {}, builtinDetectorTable(), {}, {});
        QVERIFY(findings.has_value());
        const auto found = std::find_if(findings->begin(), findings->end(),
                                        [](const Finding &finding) { return finding.topic == u"encryption"_s; });
        QVERIFY(found != findings->end());
        QTEST(found->state == Finding::State::Ok, "good");
        QTEST(found->hint.contains(u"sslmode=verify-full"_s) ? u"sslmode=verify-full"_s : QString{}, "hint");
    }

private:
    QString keep(const QString &name, const QByteArray &content) const
    {
        QFile file{m_folder.filePath(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        return file.fileName();
    }
    QString conninfo(const QString &user, const QString &rest) const
    {
        return u"port=%1 dbname=postgres user=%2 "_s.arg(m_cluster->port()).arg(user) + rest;
    }
    QString good() const
    {
        return u"host=localhost hostaddr=127.0.0.1 sslmode=verify-full sslrootcert="_s + m_authority;
    }
    bool open(const QString &user, const QString &rest) const
    {
        return Connection::open(conninfo(user, rest), {}, {}).has_value();
    }
    /// Until new sessions see it.
    void setServer(const QString &name, const QString &value) const
    {
        m_cluster->exec("ALTER SYSTEM SET " + name.toLatin1() + " = '" + value.toLatin1() + '\'');
        m_cluster->exec("SELECT pg_reload_conf()");
        QTRY_COMPARE(m_cluster->exec("SHOW " + name.toLatin1()), value.toLatin1());
    }

    QTemporaryDir m_folder;
    QString m_authority;
    QString m_stranger;
    std::unique_ptr<test::TestCluster> m_cluster;
};

QTEST_GUILESS_MAIN(TestPostgresTls)
#include "tst_postgres_tls.moc"
