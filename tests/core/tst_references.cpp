// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/annotation.h"
#include "core/references/referencecsv.h"
#include "core/references/referencejson.h"
#include "core/references/referencestore.h"
#include "core/references/vetofile.h"

#include <QDir>
#include <QProcess>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

bool isSame(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

bool isSame(const ReferencePoints &a, const ReferencePoints &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto &p, const auto &q) {
               return p.first == q.first && isSame(p.second.x_mm, q.second.x_mm) && isSame(p.second.y_mm, q.second.y_mm)
                      && isSame(p.second.xStd_mm, q.second.xStd_mm) && isSame(p.second.yStd_mm, q.second.yStd_mm)
                      && p.second.count == q.second.count;
           });
}

bool isSame(const ReferenceOrbit &a, const ReferenceOrbit &b)
{
    return a.name == b.name && a.time == b.time && a.stretch == b.stretch && a.tableVersion == b.tableVersion
           && a.method == b.method && a.author == b.author && a.comment == b.comment && isSame(a.points, b.points);
}

ReferenceOrbit someOrbit(std::uint32_t seed)
{
    std::mt19937 random{seed};
    std::normal_distribution<double> position{0.0, 1.3};
    ReferenceOrbit orbit;
    orbit.name = u"Run %1, after access"_s.arg(seed);
    orbit.time = start + Duration{random()};
    orbit.stretch = TimeRange::between(*orbit.time - 10s, *orbit.time + 123456us);
    orbit.tableVersion = builtinDetectorTable()->version();
    orbit.method = u"linear"_s;
    orbit.author = u"jürgen, \"night\""_s;
    orbit.comment = u" two lines\\n\nwith # and , and \\ \r\n"_s;
    for (int row = 0; row < builtinDetectorTable()->size(); ++row) {
        ReferencePoint &point = orbit.points[builtinDetectorTable()->at(row).location];
        point = {position(random), position(random), std::abs(position(random)) * 1e-3, 1e-17, random()};
        if (row % 10 == 3)
            point = {};
        if (row % 10 == 4)
            point.y_mm = std::numeric_limits<double>::quiet_NaN();
    }
    return orbit;
}

QByteArray read(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Orbits and vetoes that outlive the program: exact, shared, never lost.
class TestReferences : public QObject
{
    Q_OBJECT

private slots:
    void filesAreExactToTheBit()
    {
        for (std::uint32_t seed = 1; seed < 20; ++seed) {
            const ReferenceOrbit orbit = someOrbit(seed);
            const auto csv = parseReferenceCsv(referenceCsv(orbit), u"a.csv"_s, u"other"_s);
            QVERIFY2(csv.has_value(), csv ? "" : qPrintable(csv.error().what));
            QVERIFY(isSame(*csv, orbit));
            const auto json = parseReferenceJson(referenceJson(orbit), u"a.json"_s);
            QVERIFY2(json.has_value(), json ? "" : qPrintable(json.error().what));
            QVERIFY(isSame(*json, orbit));
        }
    }

    void whatIsNotKnownStaysUnknown()
    {
        ReferenceOrbit orbit;
        orbit.name = u"bare"_s;
        orbit.points["12W"].x_mm = 0.25;
        for (const auto &read :
             {parseReferenceCsv(referenceCsv(orbit), u"a"_s, {}), parseReferenceJson(referenceJson(orbit), u"a"_s)}) {
            QVERIFY(read.has_value());
            QVERIFY(isSame(*read, orbit));
            QVERIFY(!read->time && !read->stretch);
        }
    }

    void tablesOfOthersAreRead()
    {
        const auto orbit =
            parseReferenceCsv("# from elsewhere\r\ny_mm, location ,colour,x_mm\r\n0.5,DET_09W,red,-1e-3\r\n"
                              "\r\n,12w2,,2\r\n",
                              u"other.csv"_s, u"other"_s);
        QVERIFY2(orbit.has_value(), orbit ? "" : qPrintable(orbit.error().what));
        QCOMPARE(orbit->name, u"other"_s);
        QCOMPARE(orbit->points.size(), std::size_t{2});
        QCOMPARE(orbit->points.at("9W").x_mm, -1e-3);
        QCOMPARE(orbit->points.at("9W").y_mm, 0.5);
        QVERIFY(std::isnan(orbit->points.at("12W2").y_mm));
        QCOMPARE(unknownLocations(orbit->points, *builtinDetectorTable()), QStringList{});
        QCOMPARE(unknownLocations({{"12W", {}}, {"99Q", {}}}, *builtinDetectorTable()), QStringList{u"99Q"_s});
    }

    void badTablesAreRefusedByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("what");
        const QByteArray head = "location,x_mm,y_mm\n";
        const auto row = [](const char *name, const QByteArray &text, const char *what) {
            QTest::newRow(name) << text << QString::fromLatin1(what);
        };
        row("empty", "", "bad.csv: there is no line of columns");
        row("binary", QByteArray(2000, '\0'), "no column location");
        row("no location", "bpm,x_mm\n12W,1\n", "line 1, column 1: the header has no column location");
        row("twice", head + "12W,1,1\nDET_12W,1,2\n", "line 3, column 1: location 12W stands twice");
        row("column twice", "location,x_mm,x_mm\n12W,1,2\n", "column x_mm stands twice");
        row("no number", head + "12W,1,one\n", "line 2, column 3: y_mm cannot be \"one\"");
        row("nan", head + "12W,nan,1\n", "line 2, column 2: x_mm cannot be \"nan\"");
        row("infinite", head + "12W,1,-inf\n", "line 2, column 3: y_mm cannot be \"-inf\"");
        row("overflow", head + "12W,1e999,1\n", "line 2, column 2");
        row("decimal comma", head + "12W,1,5,1\n", "line 2, column 1: 4 fields where the header has 3");
        row("beyond any ring", head + "12W,1e7,0\n", "the position at 12W is beyond any ring");
        row("negative spread", "location,x_mm,x_std_mm\n12W,1,-1\n", "the spread at 12W cannot be negative");
        row("negative count", "location,x_mm,count\n12W,1,-1\n", "line 2, column 3: count cannot be \"-1\"");
        row("no positions", head + "12W,,\n", "it holds no position");
        row("location with a quote", head + "\"12W\",1,1\n", "is no location");
        row("bad time", "# time: yesterday\n" + head + "12W,1,1\n", "line 1, column 1: \"yesterday\" is not a time");
        row("long name", "# name: " + QByteArray(201, 'n') + '\n' + head + "12W,1,1\n", "200 characters");
        row("too large", QByteArray(referencelimits::fileBytes + 1, '#'), "is larger than");
        QByteArray many = head;
        for (int k = 0; k <= 10'000; ++k)
            many += QByteArray::number(k + 1) + "W,1,1\n";
        row("too many", many, "more than 10000 detectors");
    }
    void badTablesAreRefusedByLineAndColumn()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, what);
        const auto orbit = parseReferenceCsv(text, u"bad.csv"_s, u"bad"_s);
        QVERIFY(!orbit);
        QCOMPARE(orbit.error().kind, Error::Kind::BadData);
        QVERIFY2(orbit.error().what.contains(what), qPrintable(orbit.error().what));
        QVERIFY(orbit.error().what.startsWith(u"bad.csv"_s));
    }

    void badJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("what");
        const QByteArray good = referenceJson(someOrbit(1));
        const auto row = [](const char *name, const QByteArray &text, const char *what) {
            QTest::newRow(name) << text << QString::fromLatin1(what);
        };
        row("cut", good.left(good.size() / 2), "at byte");
        row("foreign", R"({"a": 1})", "it is no reference orbit");
        row("array", "[]", "a.json");
        row("no name", QByteArray{good}.replace("\"name\"", "\"game\""), "no name");
        row("text for a number", QByteArray{good}.replace("\"y_mm\": ", "\"y_mm\": \"a\", \"z\": "), "is no number");
        row("twice", QByteArray{good}.replace("\"12W\"", "\"13W\""), "location 13W stands twice");
        row("bad time", QByteArray{good}.replace("\"time\": \"", "\"time\": \"x"), "is not a time");
    }
    void badJsonIsRefused()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, what);
        const auto orbit = parseReferenceJson(text, u"a.json"_s);
        QVERIFY(!orbit);
        QCOMPARE(orbit.error().kind, Error::Kind::BadData);
        QVERIFY2(orbit.error().what.contains(what), qPrintable(orbit.error().what));
    }

    void aLaterVersionIsNotTakenForDamage()
    {
        QByteArray text = referenceJson(someOrbit(1));
        text.replace("\"version\": 1", "\"version\": 2");
        QCOMPARE(parseReferenceJson(text, u"a"_s).error().kind, Error::Kind::NewerFormat);
    }

    void damageAnywhereIsRefusedOrReadAsData()
    {
        std::mt19937 random{5};
        const QByteArray csv = referenceCsv(someOrbit(1));
        const QByteArray json = referenceJson(someOrbit(1));
        for (int round = 0; round < 3000; ++round) {
            for (QByteArray text : {csv, json}) {
                for (std::uint32_t k = 0; k <= random() % 4; ++k)
                    text[static_cast<qsizetype>(random() % static_cast<std::uint32_t>(text.size()))] =
                        static_cast<char>(random());
                for (const auto &orbit : {parseReferenceCsv(text, u"a"_s, u"a"_s), parseReferenceJson(text, u"a"_s)}) {
                    if (orbit)
                        QVERIFY(checkReference(*orbit).has_value());
                }
            }
        }
    }

    void missingInOneIsMissingInTheDifference()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const ReferencePoints a{{"1W", {3.0, 1.0, 0.3, nan, 10}}, {"2W", {1.0, 1.0, 0.1, 0.1, 4}}, {"4W", {nan, 2.0}}};
        const ReferencePoints b{{"1W", {1.0, 4.0, 0.4, 0.1, 7}}, {"3W", {1.0, 1.0, 0.1, 0.1, 4}}, {"4W", {1.0, 1.5}}};
        const ReferencePoints d = difference(a, b);
        QCOMPARE(d.size(), std::size_t{4});
        QCOMPARE(d.at("1W").x_mm, 2.0);
        QCOMPARE(d.at("1W").y_mm, -3.0);
        QCOMPARE(d.at("1W").xStd_mm, 0.5);
        QVERIFY(std::isnan(d.at("1W").yStd_mm));
        QCOMPARE(d.at("1W").count, std::uint64_t{7});
        for (const char *const location : {"2W", "3W"}) {
            QVERIFY(std::isnan(d.at(location).x_mm));
            QVERIFY(std::isnan(d.at(location).y_mm));
        }
        QVERIFY(std::isnan(d.at("4W").x_mm));
        QCOMPARE(d.at("4W").y_mm, 0.5);
    }

    void aStoreKeepsWhatItWasGiven()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/references"_s); // made when needed
        QString second;
        {
            ReferenceStore store;
            store.useFolder(path);
            QVERIFY(store.add(someOrbit(1)).has_value());
            second = *store.add(someOrbit(2));
            QVERIFY(store.setGolden(second).has_value());
            QVERIFY(!store.add({}).has_value()); // without name and points
        }
        ReferenceStore store;
        store.useFolder(path);
        QCOMPARE(store.all().size(), std::size_t{2});
        QCOMPARE(store.golden(), second);
        QVERIFY(isSame(*store.find(second), someOrbit(2)));
        QCOMPARE(store.problems(), QStringList{});
        QVERIFY(store.remove(second).has_value());
        QCOMPARE(store.golden(), QString{});
        QCOMPARE(QDir{path}.entryList({u"*.orbit.json"_s}).size(), 1);
    }

    void theNewestOrbitStandsFirst()
    {
        ReferenceStore store;
        ReferenceOrbit orbit = someOrbit(1);
        QStringList ids;
        for (const std::optional<TimePoint> time : {std::optional{start}, std::optional{start + 1h}, {}}) {
            orbit.time = time;
            ids << *store.add(orbit);
        }
        QCOMPARE(store.newestFirst(), (QStringList{ids[1], ids[0], ids[2]}));
    }

    void aDamagedFileIsNamedAndLeftAlone()
    {
        const QTemporaryDir folder;
        ReferenceStore store;
        store.useFolder(folder.path());
        QVERIFY(store.add(someOrbit(1)).has_value());
        const QString bad = folder.filePath(u"bad.orbit.json"_s);
        write(bad, "{ half");
        write(folder.filePath(u"large.orbit.json"_s), QByteArray(referencelimits::fileBytes + 1, ' '));
        store.useFolder(folder.path());
        QCOMPARE(store.all().size(), std::size_t{1});
        QCOMPARE(store.problems().size(), 2);
        QVERIFY(store.problems().join(u' ').contains(bad));
        QCOMPARE(read(bad), QByteArray{"{ half"});
    }

    void twoProgramsShareAFolder()
    {
        const QTemporaryDir folder;
        ReferenceStore one;
        ReferenceStore other;
        one.useFolder(folder.path());
        other.useFolder(folder.path());
        const QString id = *one.add(someOrbit(1));
        QTRY_COMPARE(other.all().size(), std::size_t{1});
        QVERIFY(other.setGolden(id).has_value());
        QTRY_COMPARE(one.golden(), id);
        QVERIFY(one.setGolden({}).has_value()); // replaces a file that the other watches
        QTRY_COMPARE(other.golden(), QString{});
        QVERIFY(other.remove(id).has_value());
        QTRY_COMPARE(one.all().size(), std::size_t{0});
    }

    /// Two programs that set and lift vetoes and save orbits in one folder at the same time.
    void twoOperatorsAtOnceLoseNothing_data()
    {
        QTest::addColumn<bool>("isKilled"); // one of them, in the middle
        QTest::newRow("both to their end") << false;
        QTest::newRow("one is killed") << true;
    }
    void twoOperatorsAtOnceLoseNothing()
    {
        QFETCH(bool, isKilled);
        constexpr int count = 30;
        const QTemporaryDir folder;
        QProcess operators[2];
        for (const int k : {0, 1}) {
            operators[k].start(QCoreApplication::applicationDirPath() + u"/operatorprogram"_s,
                               {folder.path(), k == 0 ? u"W"_s : u"E"_s, QString::number(count)});
            QTRY_VERIFY_WITH_TIMEOUT(operators[k].canReadLine(), 20'000);
            QCOMPARE(operators[k].readLine(), QByteArray{"ready\n"});
        }
        for (QProcess &one : operators) // at the same time, not when each is waited for
            QVERIFY(one.write("go\n") > 0 && one.waitForBytesWritten());
        QByteArrayList done; // by the one that is killed
        if (isKilled) {
            while (done.size() < count / 3 && operators[1].waitForReadyRead(20'000))
                done << operators[1].readAll().trimmed().split('\n');
            operators[1].kill();
        }
        for (QProcess &one : operators) {
            QVERIFY(one.waitForFinished(60'000) || one.state() == QProcess::NotRunning);
            QVERIFY2((isKilled && &one == &operators[1]) || (one.exitStatus() == QProcess::NormalExit && one.exitCode() == 0),
                     one.readAllStandardError().constData());
        }
        done << operators[1].readAll().trimmed().split('\n');

        const auto vetoes = readVetoes(folder.filePath(u"vetoes.json"_s));
        QVERIFY2(vetoes.has_value(), vetoes ? "" : qPrintable(vetoes.error().sentence()));
        ReferenceStore store;
        store.useFolder(folder.filePath(u"references"_s));
        QVERIFY2(store.problems().isEmpty(), qPrintable(store.problems().join(u' ')));
        QStringList orbits;
        for (const auto &[id, orbit] : store.all())
            orbits << orbit.name;
        for (const QString &side : {u"W"_s, u"E"_s}) {
            for (int k = 1; k <= count; ++k) {
                const QString name = QString::number(k) + side;
                if (isKilled && side == "E"_L1 && !done.contains(name.toLatin1()))
                    break; // what it did not say may be there or not
                const auto veto = vetoes->find(name.toStdString());
                QVERIFY2((veto != vetoes->end()) == (k % 3 != 0), qPrintable(name));
                if (veto != vetoes->end())
                    QCOMPARE(veto->second, (Veto{u"by "_s + side, side, TimePoint{Duration{k}}}));
                QCOMPARE(orbits.count(name), k % 5 == 0 ? 0 : 1);
            }
        }
        QVERIFY(store.find(store.golden()));
        const QStringList left = QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden);
        QVERIFY2(!left.join(u' ').contains(u"damaged"_s), qPrintable(left.join(u' ')));
    }

    void aFolderThatCannotBeWrittenIsOneSentence()
    {
        const QTemporaryDir folder;
        write(folder.filePath(u"file"_s), "x");
        ReferenceStore store;
        store.useFolder(folder.filePath(u"file/below"_s));
        const auto added = store.add(someOrbit(1));
        QVERIFY(!added);
        QCOMPARE(added.error().kind, Error::Kind::Storage);
        QCOMPARE(store.all().size(), std::size_t{0}); // not shown as if it were kept
    }

    void vetoesAreKeptAndShared()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/vetoes.json"_s);
        QVERIFY(readVetoes(path)->empty());
        const Veto veto{u"gain step after access"_s, u"anna"_s, start + 123us};
        QVERIFY(changeVeto(path, "12W", &veto).has_value());
        const Veto later{u"dead"_s, u"ben"_s, start + 1h};
        QCOMPARE(changeVeto(path, "13W", &later)->size(), std::size_t{2}); // what another program wrote stays
        QCOMPARE(*readVetoes(path), (VetoList{{"12W", veto}, {"13W", later}}));
        QCOMPARE(*changeVeto(path, "12W", nullptr), (VetoList{{"13W", later}}));
    }

    void aDamagedVetoListIsPutAside()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vetoes.json"_s);
        write(path, "{ half");
        QCOMPARE(readVetoes(path).error().kind, Error::Kind::BadData);
        QVERIFY(readVetoes(path).error().what.contains(path));
        const Veto veto{u"dead"_s, u"anna"_s, start};
        QCOMPARE(changeVeto(path, "12W", &veto)->size(), std::size_t{1});
        const QStringList aside = QDir{folder.path()}.entryList({u"vetoes.json.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(read(folder.filePath(aside[0])), QByteArray{"{ half"});
    }

    void annotationsAreKeptAndShared()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/annotations.json"_s);
        QVERIFY(readAnnotations(path)->empty());
        const Annotation moment{start + 123us, {}, {}, u"beam lost\nsee the RF"_s, u"anna"_s, start + 1h};
        const Annotation stretch{start, start + 10min, "12W", u"<b>access</b> \u202eright"_s, u"ben & co"_s, start + 2h};
        QVERIFY(changeAnnotation(path, u"a"_s, &moment).has_value());
        QCOMPARE(changeAnnotation(path, u"b"_s, &stretch)->size(), std::size_t{2}); // what another program wrote stays
        QCOMPARE(*readAnnotations(path), (AnnotationList{{u"a"_s, moment}, {u"b"_s, stretch}})); // to the letter
        QCOMPARE(*changeAnnotation(path, u"a"_s, nullptr), (AnnotationList{{u"b"_s, stretch}}));
    }

    void aFullListOfVetoesStaysAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vetoes.json"_s);
        VetoList full;
        for (int k = 0; k < 10'000; ++k)
            full.emplace("D" + std::to_string(k), Veto{u"x"_s, u"a"_s, start});
        write(path, vetoJson(full));
        const Veto further{u"y"_s, u"a"_s, start};
        QCOMPARE(changeVeto(path, "NEW", &further).error().kind, Error::Kind::Usage);
        QCOMPARE(*readVetoes(path), full);
        QVERIFY(changeVeto(path, "D7", nullptr).has_value());
    }

    void badAnnotationsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::newRow("no id") << QByteArray{R"({"at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z"})"};
        QTest::newRow("an id that is a path")
            << QByteArray{R"({"id": "../x", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z"})"};
        QTest::newRow("an id twice")
            << QByteArray{R"({"id": "x", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z"},
                             {"id": "x", "at": "2026-03-02T00:00:00Z", "made": "2026-03-02T00:00:00Z"})"};
        QTest::newRow("no time") << QByteArray{R"({"id": "x", "made": "2026-03-02T00:00:00Z"})"};
        QTest::newRow("an end before its begin")
            << QByteArray{R"({"id": "x", "at": "2026-03-02T00:00:00Z", "until": "2026-03-01T00:00:00Z",
                              "made": "2026-03-02T00:00:00Z"})"};
        QTest::newRow("not objects") << QByteArray{"1, 2, 3"};
    }
    void badAnnotationsAreRefused()
    {
        QFETCH(QByteArray, entries);
        const auto read = parseAnnotations(
            R"({"kind": "cbpm3 annotations", "version": 1, "annotations": [)" + entries + "]}", u"here"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::BadData);
        QVERIFY(read.error().what.startsWith(u"here: "_s));
    }

    void annotationsHaveLimits()
    {
        QCOMPARE(checkAnnotation({start, {}, {}, u" \n"_s, u"anna"_s, start}).error().kind, Error::Kind::Usage);
        const QString tooLong(annotationlimits::textLength + 1, u'x');
        QCOMPARE(checkAnnotation({start, {}, {}, tooLong, u"anna"_s, start}).error().kind, Error::Kind::Usage);
        // A full list refuses one more, and stays as it is.
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"annotations.json"_s);
        AnnotationList full;
        for (int k = 0; k < annotationlimits::count; ++k)
            full.emplace(QString::number(k), Annotation{start, {}, {}, u"x"_s, u"a"_s, start});
        write(path, annotationJson(full));
        const Annotation further{start, {}, {}, u"y"_s, u"a"_s, start};
        QCOMPARE(changeAnnotation(path, u"new"_s, &further).error().kind, Error::Kind::Usage);
        QCOMPARE(*readAnnotations(path), full);
        QVERIFY(changeAnnotation(path, u"7"_s, &further).has_value());
    }

    void aDamagedListOfAnnotationsIsPutAside()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"annotations.json"_s);
        write(path, "{ half");
        QCOMPARE(readAnnotations(path).error().kind, Error::Kind::BadData);
        const Annotation one{start, {}, {}, u"x"_s, u"a"_s, start};
        QCOMPARE(changeAnnotation(path, u"x"_s, &one)->size(), std::size_t{1});
        const QStringList aside = QDir{folder.path()}.entryList({u"annotations.json.damaged-*"_s});
        QCOMPARE(aside.size(), 1);
        QCOMPARE(read(folder.filePath(aside[0])), QByteArray{"{ half"});
        const QByteArray later = R"({"kind": "cbpm3 annotations", "version": 2, "annotations": []})";
        write(path, later);
        QCOMPARE(changeAnnotation(path, u"x"_s, &one).error().kind, Error::Kind::NewerFormat);
        QCOMPARE(read(path), later);
    }

    void aVetoListOfALaterVersionIsNotTouched()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"vetoes.json"_s);
        const QByteArray later = R"({"kind": "cbpm3 vetoes", "version": 2, "vetoes": []})";
        write(path, later);
        const Veto veto{u"dead"_s, u"anna"_s, start};
        QCOMPARE(changeVeto(path, "12W", &veto).error().kind, Error::Kind::NewerFormat);
        QCOMPARE(read(path), later);
    }
};

QTEST_GUILESS_MAIN(TestReferences)
#include "tst_references.moc"
