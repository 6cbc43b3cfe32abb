// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/sessionfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

View fullView()
{
    const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
    View view;
    view.source = u"service=ring"_s;
    view.from = u"-2h"_s;
    view.to = u"now"_s;
    view.interval = Interval::of(300ms);
    view.page = u"orbit"_s;
    view.detectors = {u"12W"_s, u"13W"_s};
    view.method = PositionMethod::Map;
    view.isLive = true;
    view.ageLimit = 2500ms;
    view.isLocalTime = true;
    view.isMillimetres = true;
    view.isDark = true;
    view.markA = start + 123456us;
    view.markB = start + 1h;
    view.cursor = start + 2h;
    view.visible = TimeRange::between(start, start + 3h);
    view.pages = {{u"trend"_s, QJsonObject{{u"trendLog"_s, true}}}};
    view.places = {{u"orbit"_s, PagePlace::Where::Dock, {}}, {u"health"_s, PagePlace::Where::Window, "screen 2"}};
    view.geometry = "geometry";
    view.docks = "docks";
    view.pageDocks = "page docks";
    return view;
}

QByteArray jsonWith(const QString &key, const QJsonValue &value)
{
    QJsonObject object = QJsonDocument::fromJson(viewJson(fullView())).object();
    object[key] = value;
    return QJsonDocument{object}.toJson();
}

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir{}.mkpath(QFileInfo{path}.absolutePath()));
    QFile file{path};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// Views as JSON, and the file that keeps the last one.
class TestViews : public QObject
{
    Q_OBJECT

private slots:
    void aViewComesBackAsItWas_data()
    {
        QTest::addColumn<bool>("isFull");
        QTest::newRow("everything") << true;
        QTest::newRow("nothing") << false;
    }
    void aViewComesBackAsItWas()
    {
        QFETCH(bool, isFull);
        View view = isFull ? fullView() : View{};
        if (!isFull)
            view.source = u"demo"_s;
        const auto back = parseView(viewJson(view), u"here"_s);
        QVERIFY(back.has_value());
        QVERIFY(*back == view);
        QCOMPARE(viewJson(*back), viewJson(view));
    }

    /// A file for everybody says nothing of the screen that it was made on, but which page stands where.
    void aViewFitsAnyScreen()
    {
        const View view = withoutScreen(fullView());
        QVERIFY(view.geometry.isEmpty() && view.docks.isEmpty() && view.pageDocks.isEmpty());
        QCOMPARE(view.places.size(), fullView().places.size());
        for (const PagePlace &place : view.places)
            QVERIFY(place.geometry.isEmpty());
        QCOMPARE(view.source, fullView().source);
        QVERIFY(carried(fullView(), nullptr).source.isEmpty());
    }

    void aPasswordIsNeverWritten()
    {
        View view = fullView();
        view.source = u"host=h password=secret"_s;
        QVERIFY(!viewJson(view).contains("secret"));
        view.source = u"postgresql://me:secret@h/d"_s;
        QVERIFY(!viewJson(view).contains("secret"));
    }

    void whatIsNoViewIsTold_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("kind");
        QTest::newRow("empty") << QByteArray{} << int(Error::Kind::BadData);
        QTest::newRow("no JSON") << QByteArray{"{\"kind\":"} << int(Error::Kind::BadData);
        QTest::newRow("a list") << QByteArray{"[]"} << int(Error::Kind::BadData);
        QTest::newRow("other kind") << jsonWith(u"kind"_s, u"cbpm3 vetoes"_s) << int(Error::Kind::BadData);
        QTest::newRow("later") << jsonWith(u"version"_s, 99) << int(Error::Kind::NewerFormat);
    }
    void whatIsNoViewIsTold()
    {
        QFETCH(QByteArray, json);
        QFETCH(int, kind);
        const auto view = parseView(json, u"bad.cbpm3view"_s);
        QVERIFY(!view.has_value());
        QCOMPARE(int(view.error().kind), kind);
        QVERIFY(view.error().what.contains(u"bad.cbpm3view"_s));
    }

    void valuesOfTheWrongKindAreAsIfNotThere_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("interval as text") << u"interval_s"_s << QJsonValue{u"1 s"_s};
        QTest::newRow("interval of a day") << u"interval_s"_s << QJsonValue{86'400.0};
        QTest::newRow("interval below a trigger") << u"interval_s"_s << QJsonValue{1e-9};
        QTest::newRow("method") << u"method"_s << QJsonValue{u"guess"_s};
        QTest::newRow("mark") << u"mark_a"_s << QJsonValue{u"yesterday"_s};
        QTest::newRow("reversed") << u"visible"_s
                                  << QJsonValue{QJsonArray{u"2026-03-03T00:00:00Z"_s, u"2026-03-02T00:00:00Z"_s}};
        QTest::newRow("detectors") << u"detectors"_s << QJsonValue{QJsonArray{1, QJsonArray{}, true}};
        QTest::newRow("pages") << u"pages"_s << QJsonValue{u"all"_s};
        QTest::newRow("window") << u"window"_s << QJsonValue{QJsonArray{1}};
        QTest::newRow("places") << u"places"_s
                                << QJsonValue{QJsonArray{1, QJsonObject{{u"page"_s, 7}, {u"where"_s, u"moon"_s}}}};
        QTest::newRow("unknown key") << u"future"_s << QJsonValue{true};
    }
    void valuesOfTheWrongKindAreAsIfNotThere()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto view = parseView(jsonWith(key, value), u"here"_s);
        QVERIFY(view.has_value());
        QVERIFY(!view->interval || key != "interval_s"_L1);
        QVERIFY(!view->method || key != "method"_L1);
        QVERIFY(!view->markA || key != "mark_a"_L1);
        QVERIFY(!view->visible || key != "visible"_L1);
        QVERIFY(view->detectors.isEmpty() || key != "detectors"_L1);
        QVERIFY(view->places.isEmpty() || key != "places"_L1);
        QCOMPARE(view->to, u"now"_s); // the rest stands
    }

    void aSessionIsThereAfterTheProgramsEnd()
    {
        const QString path = fresh();
        {
            SessionFile file{path};
            QVERIFY(file.isOwned());
            QVERIFY(!file.restore());
            QVERIFY(file.problem().isEmpty());
            file.save(fullView());
        }
        SessionFile file{path};
        const auto view = file.restore();
        QVERIFY(view && *view == fullView());
    }

    void aSecondProgramLeavesTheSessionAlone()
    {
        const QString path = fresh();
        SessionFile first{path};
        first.save(fullView());
        SessionFile second{path};
        QVERIFY(!second.isOwned());
        QVERIFY(!second.restore());
        second.save(View{});
        const auto kept = readViewFile(path);
        QVERIFY(kept && *kept == fullView());
    }

    void aBrokenSessionIsPutAsideAndTold()
    {
        const QString path = fresh();
        write(path, "{ broken");
        SessionFile file{path};
        QVERIFY(!file.restore());
        QVERIFY(file.problem().contains(path));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(QDir{QFileInfo{path}.absolutePath()}.entryList({u"session.json*"_s}).filter(u"lock"_s).size(), 1);
        QVERIFY(QDir{QFileInfo{path}.absolutePath()}.entryList({u"session*"_s}).size() >= 2);
        file.save(fullView());
        QVERIFY(readViewFile(path).has_value());
    }

    void aLaterVersionsSessionIsNotTouched()
    {
        const QString path = fresh();
        const QByteArray later = jsonWith(u"version"_s, 99);
        write(path, later);
        SessionFile file{path};
        QVERIFY(!file.restore());
        file.save(fullView());
        QCOMPARE(contentOf(path), later);
    }

    void aSessionThatEndsTheProgramTwiceIsPutAside()
    {
        const QString path = fresh();
        SessionFile{path}.save(fullView());
        for (int start = 0; start < 2; ++start)
            QVERIFY(SessionFile{path}.restore()); // and the program dies
        SessionFile third{path};
        QVERIFY(!third.restore());
        QVERIFY(third.problem().contains(u"put aside"_s));
        third.save(fullView());
        QVERIFY(third.restore());
    }

    void survivingForgetsTheTries()
    {
        const QString path = fresh();
        SessionFile{path}.save(fullView());
        for (int start = 0; start < 5; ++start) {
            SessionFile file{path};
            QVERIFY(file.restore());
            file.survived();
        }
    }

private:
    QString fresh() { return m_folder.filePath(QString::number(++m_count) + u"/session.json"_s); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestViews)
#include "tst_views.moc"
