// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profiles/profilestore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

Profile everyField()
{
    return {u"host=db1 dbname=ring options='-c a=b'"_s,
            u"logging.\"BPM = x\""_s,
            u"mesuré à"_s,
            u"# name"_s,
            u"a,b"_s,
            u"top out"_s,
            u"bi"_s,
            u"bo"_s,
            u"America/New_York"_s,
            u"yes"_s,
            u"/site/ring.csv"_s};
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Profiles as text, as files, and as what they make of a source.
class TestProfiles : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_own = m_folder->filePath(u"own"_s);
        m_site = m_folder->filePath(u"site"_s);
        QVERIFY(QDir{}.mkpath(m_site));
    }

    void textBringsEveryFieldBack()
    {
        const auto back = parseProfile(profileText(everyField()), u"x.ini"_s);
        QVERIFY2(back.has_value(), qPrintable(back ? QString{} : back.error().sentence()));
        QCOMPARE(*back, everyField());
        QCOMPARE(*parseProfile("", u"x.ini"_s), Profile{});
        QCOMPARE(*parseProfile(profileText({}), u"x.ini"_s), Profile{});
        QCOMPARE(parseProfile("# remark\r\n\r\n  table =  a.b \r\n", u"x.ini"_s)->table, u"a.b"_s);
    }

    void aMistakeIsNamedWithFileAndLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("key") << QByteArray{"table = a\ncolour = red\n"} << u"x.ini, line 2: no key of a profile"_s;
        QTest::newRow("no equals") << QByteArray{"\n\nsecret words\n"} << u"x.ini, line 3: no key of a profile"_s;
        QTest::newRow("twice") << QByteArray{"table=a\n#\ntable=b"} << u"x.ini, line 3: table stands there twice"_s;
        QTest::newRow("zone") << QByteArray{"server-timezone = Mars/Base"}
                              << u"x.ini, line 1: server-timezone: \"Mars/Base\" is not a time zone"_s;
        QTest::newRow("password") << QByteArray{"source = host=h password=secret"}
                                  << u"x.ini, line 1: source: the connection string holds a password"_s;
        QTest::newRow("control") << QByteArray{"table = a\tb"}
                                 << u"x.ini, line 1: table: the value does not fit into a line of a profile"_s;
        QTest::newRow("long") << "time = " + QByteArray(5000, 'x')
                              << u"x.ini, line 1: time: the value does not fit into a line of a profile"_s;
        QTest::newRow("no text") << QByteArray{"table = \xff\xfe"} << u"x.ini is not a text file in UTF-8"_s;
        QTest::newRow("zeros") << QByteArray(10, '\0') << u"x.ini is not a text file in UTF-8"_s;
    }
    void aMistakeIsNamedWithFileAndLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const auto read = parseProfile(text, u"x.ini"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadData);
        QCOMPARE(read.error().what, said);
        QVERIFY(!read.error().hint.isEmpty());
        QVERIFY(!read.error().sentence().contains(u"secret"_s));
    }

    void appliesOnlyWhatItSays()
    {
        SourceOptions base;
        base.mapping.table = u"kept"_s;
        base.mapping.topIn = u"old"_s;
        base.demoPath = u"/demo"_s;
        Profile profile;
        profile.source = u"service=ring"_s;
        profile.topIn = u"ti"_s;
        profile.serverTimezone = u"America/New_York"_s;
        const auto applied = applyProfile(profile, base);
        QVERIFY(applied.has_value());
        QCOMPARE(applied->address, (SourceAddress{SourceAddress::Kind::Postgres, u"service=ring"_s}));
        QCOMPARE(applied->mapping.table, u"kept"_s);
        QCOMPARE(applied->mapping.topIn, u"ti"_s);
        QCOMPARE(applied->mapping.serverTimezone.id(), QByteArray{"America/New_York"});
        QCOMPARE(applied->demoPath, u"/demo"_s);
        profile.source = u"host=h password=hidden"_s;
        QVERIFY(!applyProfile(profile, base));
    }

    void sharingIsAskedForByYesOrByASchema_data()
    {
        QTest::addColumn<QString>("shared");
        QTest::addColumn<QString>("schema");
        QTest::newRow("nothing is said") << QString{} << u"as before"_s;
        QTest::newRow("no") << u"no"_s << QString{};
        QTest::newRow("yes") << u"yes"_s << u"cbpm3_shared"_s;
        QTest::newRow("whatever the letters") << u"Yes"_s << u"cbpm3_shared"_s;
        QTest::newRow("no, too") << u"NO"_s << QString{};
        QTest::newRow("a schema") << u"Ring Decisions"_s << u"Ring Decisions"_s;
    }
    void sharingIsAskedForByYesOrByASchema()
    {
        QFETCH(QString, shared);
        SourceOptions base;
        base.sharedSchema = u"as before"_s;
        const auto applied = applyProfile({.shared = shared}, base);
        QVERIFY(applied.has_value());
        QTEST(applied->sharedSchema, "schema");
        QCOMPARE(bareOptions(base).sharedSchema, QString{});
        QVERIFY(!applyProfile({.shared = QString(64, u'x')}, base));
    }

    void optionsBecomeTheProfileThatMakesThem()
    {
        const auto options = applyProfile(everyField(), {});
        QVERIFY(options.has_value());
        QCOMPARE(profileOf(everyField().source, *options), everyField());
        QCOMPARE(profileOf({}, {}), Profile{});
    }

    void keepsRenamesAndRemovesFiles()
    {
        const ProfileStore store{{m_own, m_site}};
        QVERIFY(store.names().isEmpty());
        QVERIFY(store.write(u"ring (night)"_s, everyField()).has_value());
        QVERIFY(store.write(u"Énergie 2"_s, {}).has_value());
        QCOMPARE(store.names().size(), 2);
        QCOMPARE(*store.read(u"ring (night)"_s), everyField());
        QVERIFY(store.rename(u"ring (night)"_s, u"ring"_s).has_value());
        QVERIFY(!store.rename(u"ring"_s, u"Énergie 2"_s));
        QCOMPARE(*store.read(u"ring"_s), everyField());
        QVERIFY(store.remove(u"ring"_s).has_value());
        QCOMPARE(store.names(), QStringList{u"Énergie 2"_s});
        QCOMPARE(QDir{m_own}.entryList(QDir::Files).size(), 1); // nothing half lies about
    }

    void anUnknownNameTellsTheKnownOnes()
    {
        const ProfileStore store{{m_own, m_site}};
        QVERIFY(store.read(u"ring"_s).error().hint.contains(m_own + u"/ring.ini"_s));
        QVERIFY(store.write(u"left"_s, {}).has_value());
        QVERIFY(store.write(u"right"_s, {}).has_value());
        const Error error = store.read(u"ring"_s).error();
        QCOMPARE(error.kind, Error::Kind::NotFound);
        QCOMPARE(error.sentence(), u"there is no profile \"ring\"; choose one of left, right"_s);
    }

    void namesCannotLeaveTheFolder_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", ".", "..", "../x", "a/b", ".hidden", "-x", " x", "x ", "a\nb", "a\\b", "a:b"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("long") << QString(65, u'x');
    }
    void namesCannotLeaveTheFolder()
    {
        QFETCH(QString, name);
        const ProfileStore store{{m_own}};
        QCOMPARE(store.write(name, {}).error().kind, Error::Kind::Usage);
        QCOMPARE(store.read(name).error().kind, Error::Kind::Usage);
        QVERIFY(!QDir{m_own}.exists());
    }

    void thoseOfTheSiteAreReadAndNeverChanged()
    {
        put(m_site + u"/ring.ini"_s, "table = of_the_site\ndetector-table = ring.csv\n");
        const ProfileStore store{{m_own, m_site}};
        QCOMPARE(store.names(), QStringList{u"ring"_s});
        QCOMPARE(store.read(u"ring"_s)->table, u"of_the_site"_s);
        QCOMPARE(store.read(u"ring"_s)->detectorTable, m_site + u"/ring.csv"_s);
        QVERIFY(!store.isOwn(u"ring"_s));
        QCOMPARE(store.remove(u"ring"_s).error().kind, Error::Kind::Permission);
        QCOMPARE(store.rename(u"ring"_s, u"mine"_s).error().kind, Error::Kind::Permission);
        Profile own;
        own.table = u"mine"_s;
        QVERIFY(store.write(u"ring"_s, own).has_value());
        QCOMPARE(store.read(u"ring"_s)->table, u"mine"_s);
        QCOMPARE(store.names(), QStringList{u"ring"_s});
        QVERIFY(store.remove(u"ring"_s).has_value());
        QCOMPARE(store.read(u"ring"_s)->table, u"of_the_site"_s);
    }

    void aFileWithoutEndIsNotSwallowed()
    {
        put(m_site + u"/big.ini"_s, QByteArray(1 << 20, '#'));
        QCOMPARE(ProfileStore{{m_site}}.read(u"big"_s).error().kind, Error::Kind::BadData);
    }

    void aFolderThatCannotBeWrittenIsASentence()
    {
        put(m_own, "a file where the folder should be");
        const auto written = ProfileStore{{m_own}}.write(u"ring"_s, {});
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Storage);
        QVERIFY(written.error().what.contains(m_own));
    }

    void sourcesAreWrittenPlainlyOrByProfile()
    {
        const ProfileStore store{{m_own}};
        QVERIFY(store.write(u"ring"_s, everyField()).has_value());
        SourceOptions base;
        base.mapping.table = u"of_the_command_line"_s;
        base.sessions = std::make_shared<ProgramSessions>("test", 1);
        QCOMPARE(resolveSource(u"profile:ring"_s, base, store)->sessions, base.sessions); // one limit for all sources
        QCOMPARE(resolveSource(u" profile:ring "_s, base, store)->mapping.topIn, u"a,b"_s);
        QCOMPARE(resolveSource(u"service=ring"_s, base, store)->mapping.table, u"of_the_command_line"_s);
        QVERIFY(store.write(u"ring"_s, {}).has_value());
        QCOMPARE(resolveSource(u"profile:ring"_s, base, store)->mapping.table, u"cbpm3"_s); // nothing of another source
        QCOMPARE(resolveSource(u"profile:other"_s, base, store).error().kind, Error::Kind::NotFound);
        QVERIFY(!resolveSource(u""_s, base, store));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_own;
    QString m_site;
};

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"
