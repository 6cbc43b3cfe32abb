// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivesource.h"
#include "core/source/simulated/demoarchive.h"
#include "tests/ui/controls.h"
#include "translations/language.h"
#include "ui/mainwindow.h"
#include "ui/pages/allpages.h"
#include "ui/pages/page.h"
#include "ui/text/texts.h"

#include <QDomDocument>
#include <QLabel>
#include <QLibraryInfo>
#include <QProcess>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString folder = qEnvironmentVariable("CBPM_SOURCE_DIR");

QString fileOf(const QString &language)
{
    return folder + u"/translations/cbpm3-monitor_"_s + language + u".ts"_s;
}

struct Message
{
    QString context;
    QString source;
    QStringList translations;
    bool isFinished = false;
};

std::vector<Message> messagesOf(const QString &path)
{
    QFile file{path};
    QDomDocument document;
    std::vector<Message> messages;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file))
        return messages;
    const QDomNodeList all = document.elementsByTagName(u"message"_s);
    for (int k = 0; k < all.size(); ++k) {
        const QDomElement element = all.at(k).toElement();
        const QDomElement translation = element.firstChildElement(u"translation"_s);
        Message message{element.parentNode().firstChildElement(u"name"_s).text(),
                        element.firstChildElement(u"source"_s).text(),
                        {},
                        !translation.hasAttribute(u"type"_s)};
        QDomElement form = translation.firstChildElement(u"numerusform"_s);
        if (form.isNull())
            message.translations << translation.text();
        for (; !form.isNull(); form = form.nextSiblingElement(u"numerusform"_s))
            message.translations << form.text();
        messages.push_back(message);
    }
    return messages;
}

/// What a translation must have as often as its source: places of values, a key, a line break.
QList<qsizetype> marksOf(const QString &text)
{
    QList<qsizetype> marks{text.contains(u'&') ? 1 : 0, text.count(u'\n')};
    for (const QString &place : {u"%n"_s, u"%1"_s, u"%2"_s, u"%3"_s, u"%4"_s, u"%5"_s, u"%6"_s})
        marks << text.count(place);
    return marks;
}

} // namespace

/// Texts in German and French: all there, with the same places for values, and with room on the screen.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_archive = m_folder.filePath(u"minutes.cbpm3"_s);
        const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        SimulationOrder order = demoOrder(m_archive);
        order.range = *TimeRange::between(start, start + 10min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
    }

    void translationsHaveTheirSourcesMarks_data() { languageRows(); }
    void translationsHaveTheirSourcesMarks()
    {
        QFETCH(QString, language);
        const auto messages = messagesOf(fileOf(language));
        QVERIFY(!messages.empty());
        for (const Message &message : messages) {
            for (const QString &translation : message.translations) {
                if (!message.isFinished)
                    continue;
                const QByteArray where = (message.context + u": "_s + message.source).toUtf8();
                QVERIFY2(!translation.isEmpty(), where.constData());
                QVERIFY2(marksOf(translation) == marksOf(message.source), where.constData());
            }
        }
    }

    void everyTextIsTranslated_data() { languageRows(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, language);
        // A copy, brought up to date from the sources.
        const QString copy = m_folder.filePath(u"copy_"_s + language + u".ts"_s);
        QVERIFY(QFile::copy(fileOf(language), copy));
        QStringList words{u"-silent"_s, u"-I"_s, folder, u"-no-obsolete"_s, folder + u"/core"_s, folder + u"/ui"_s};
        if (language == "en"_L1)
            words << u"-pluralonly"_s;
        QProcess update;
        update.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s, words << u"-ts"_s << copy);
        QVERIFY(update.waitForFinished(60'000));
        QCOMPARE(update.exitCode(), 0);
        const auto messages = messagesOf(copy);
        QVERIFY(!messages.empty());
        for (const Message &message : messages)
            QVERIFY2(message.isFinished, qPrintable(message.context + u": "_s + message.source));
    }

    void theWindowSpeaks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("orbit");
        QTest::addColumn<QString>("state");
        QTest::newRow("en") << u"en"_s << u"Orbit"_s << u"Complete to 2 Mar 2026 00:10:00 UTC"_s;
        QTest::newRow("de") << u"de"_s << u"Orbit"_s << u"Vollständig bis 2 März 2026 00:10:00 UTC"_s;
        QTest::newRow("fr") << u"fr"_s << u"Orbite"_s << u"Complet jusqu'à 2 mars 2026 00:10:00 UTC"_s;
    }
    void theWindowSpeaks()
    {
        QFETCH(QString, language);
        QFETCH(QString, orbit);
        QFETCH(QString, state);
        useLanguage(language);
        QCOMPARE(currentLanguage(), language);
        const auto window = windowOnMinutes();
        QCOMPARE(window->findChild<QTabWidget *>(u"pages"_s)->tabText(1), orbit);
        QCOMPARE(window->findChild<QLabel *>(u"stateLabel"_s)->text(), state);
    }

    /// Core knows no translator, and speaks by the one that the window installs.
    void causesOfErrorsSpeak_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("en") << u"en"_s << u"archive /nowhere/x.cbpm3 does not exist; check the path"_s;
        QTest::newRow("de") << u"de"_s << u"das Archiv /nowhere/x.cbpm3 gibt es nicht; den Pfad prüfen"_s;
        QTest::newRow("fr") << u"fr"_s << u"l'archive /nowhere/x.cbpm3 n'existe pas; vérifier le chemin"_s;
    }
    void causesOfErrorsSpeak()
    {
        QFETCH(QString, language);
        useLanguage(language);
        const auto source = openArchive(u"/nowhere/x.cbpm3"_s);
        QVERIFY(!source);
        QTEST(text::error(source.error()), "sentence");
        useLanguage(u"en"_s);
    }

    void numbersFollowTheLanguage()
    {
        useLanguage(u"de"_s);
        QCOMPARE(QLocale{}.toString(1234.5, 'f', 1), u"1.234,5"_s);
        QCOMPARE(QString::number(1234.5, 'f', 1), u"1234.5"_s); // files
        useLanguage(u"en"_s);
    }

    /// At the smallest screen that is promised, also where texts are a third longer.
    void longTextsFit_data()
    {
        QTest::addColumn<int>("tab");
        for (int tab = 0; tab < pageNames().size(); ++tab)
            QTest::newRow(qPrintable(pageNames()[tab])) << tab;
    }
    void longTextsFit()
    {
        QFETCH(int, tab);
        test::LongTexts longer;
        QVERIFY(QCoreApplication::installTranslator(&longer));
        const auto window = windowOnMinutes();
        window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(window->currentPage()->isSettled(), 20'000);
        QApplication::processEvents();
        const QStringList clipped = test::clippedTexts(*window);
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
        if (const QString pictures = qEnvironmentVariable("CBPM_PICTURES"); !pictures.isEmpty())
            window->grab().save(pictures + u"/long-"_s + pageNames()[tab] + u".png"_s);
        QVERIFY2(window->width() <= 1280, qPrintable(QString::number(window->width())));
    }

private:
    static void languageRows()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("de") << u"de"_s;
        QTest::newRow("fr") << u"fr"_s;
        QTest::newRow("en") << u"en"_s;
    }

    std::unique_ptr<MainWindow> windowOnMinutes()
    {
        m_pool.setMaxThreadCount(6);
        auto window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        window->resize(1280, 720);
        window->show();
        window->begin({.source = m_archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:10Z"_s});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(window->history().state(), History::State::Complete, 20'000); }();
        return window;
    }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
