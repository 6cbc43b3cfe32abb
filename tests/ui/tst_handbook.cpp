// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectorcolumns.h"
#include "core/types/flags.h"
#include "ui/handbook/chapterhtml.h"
#include "ui/handbook/handbookpages.h"
#include "ui/handbook/handbookwindow.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QAction>
#include <QDir>
#include <QDirIterator>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

QString sourceFile(const QString &path)
{
    QFile file{qEnvironmentVariable("CBPM_SOURCE_DIR") + u'/' + path};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
}

/// What the program of this build prints.
QString printed(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("CBPM_BIN_DIR") + u'/' + program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

QStringList allMatches(const QString &pattern, const QString &text)
{
    QStringList found;
    for (auto at = QRegularExpression{pattern, QRegularExpression::MultilineOption}.globalMatch(text); at.hasNext();)
        found << at.next().captured(1);
    found.removeDuplicates();
    return found;
}

} // namespace

/// The handbook as it is compiled in, as pages, and as an operator opens it; and that it tells what the programs can.
class TestHandbook : public QObject
{
    Q_OBJECT

private slots:
    void everyChapterIsInTheIndex()
    {
        QStringList names;
        for (const Chapter &chapter : m_handbook.chapters()) {
            names << chapter.name + u".md"_s;
            QVERIFY2(chapter.markdown.startsWith("# "_L1), qPrintable(chapter.name));
            QVERIFY2(chapter.text.size() > 200, qPrintable(chapter.name));
        }
        names.sort();
        QCOMPARE(names, QDir{qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/resources/handbook"_s}.entryList(
                            {u"*.md"_s}, QDir::Files, QDir::Name));
    }

    void everyLinkAndPictureLeadsSomewhere()
    {
        QTemporaryDir folder;
        QVERIFY(writeHandbookPages(m_handbook, folder.path()).has_value());
        const QString script = sourceFile(u"packaging/handbook-pictures.sh"_s);
        int links = 0;
        int pictures = 0;
        for (const QString &name : QDir{folder.path()}.entryList({u"*.html"_s})) {
            QFile page{folder.filePath(name)};
            QVERIFY(page.open(QIODevice::ReadOnly));
            const QString html = QString::fromUtf8(page.readAll());
            for (const QString &target : allMatches(u"href=\"([^\"]*)\""_s, html)) {
                QVERIFY2(QFile::exists(folder.filePath(target)), qPrintable(name + u": "_s + target));
                ++links;
            }
            for (const QString &target : allMatches(u"src=\"([^\"]*)\""_s, html)) {
                const QString drawn = u"\ndraw "_s + QString{target}.remove(u"pictures/"_s).remove(u".png"_s) + u' ';
                QVERIFY2(script.contains(drawn), qPrintable(name + u": "_s + target));
                ++pictures;
            }
            QVERIFY2(!html.contains("alt=\"\""_L1), qPrintable(name));
        }
        QVERIFY(links > 100);
        QVERIFY(pictures >= 3);
    }

    /// The table of faults names the tests that show them.
    void everyTestThatIsNamedExists()
    {
        const QString root = qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/tests"_s;
        QString sources;
        QStringList names;
        for (QDirIterator it{root, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories}; it.hasNext();) {
            QFile file{it.next()};
            QVERIFY(file.open(QIODevice::ReadOnly));
            sources += QString::fromUtf8(file.readAll());
            names << QFileInfo{file}.completeBaseName();
        }
        const QString chapter = sourceFile(u"resources/handbook/faults.md"_s);
        const auto tests = allMatches(u"\\b(tst_[a-z0-9_]+)"_s, chapter);
        QVERIFY(tests.size() > 15);
        for (const QString &test : tests)
            QVERIFY2(names.contains(test), qPrintable(test));
        const auto functions = allMatches(u"`(a[A-Z][A-Za-z]+|[a-z]+[A-Z][A-Za-z]+)[`(]"_s, chapter);
        QVERIFY(functions.size() > 30);
        for (const QString &function : functions)
            QVERIFY2(sources.contains(u"void "_s + function + u'('), qPrintable(function));
    }

    void markdownBecomesPlainHtml_data()
    {
        QTest::addColumn<QString>("markdown");
        QTest::addColumn<QString>("html");
        QTest::newRow("heading") << u"## A `b` & c"_s << u"<h2>A b &amp; c</h2>\n"_s;
        QTest::newRow("marks") << u"a **b** *c* `<d>`"_s << u"<p>a <b>b</b> <em>c</em> <code>&lt;d&gt;</code></p>\n"_s;
        QTest::newRow("link")
            << u"see [the **trend**](trend.md)"_s
            << u"<p>see <a href=\"trend.html\">the </a><a href=\"trend.html\"><b>trend</b></a></p>\n"_s;
        QTest::newRow("lists")
            << u"- a\n- b\n\ntext\n\n1. c\n2. d\n"_s
            << u"<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>text</p>\n<ol>\n<li>c</li>\n<li>d</li>\n</ol>\n"_s;
        QTest::newRow("code") << u"```\na < b\n\nc\n```\n"_s << u"<pre>a &lt; b\n\nc\n</pre>\n"_s;
        QTest::newRow("table")
            << u"| a | b |\n|---|---|\n| c | `d` |\n"_s
            << u"<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td><code>d</code></td></tr>\n</table>\n"_s;
        QTest::newRow("picture") << u"![what is seen](pictures/a.png)"_s
                                 << u"<p><img src=\"pictures/a.png\" alt=\"what is seen\"></p>\n"_s;
    }
    void markdownBecomesPlainHtml()
    {
        QFETCH(QString, markdown);
        QTEST(chapterHtml(markdown), "html");
    }

    /// One row per help text: every option in it stands in the handbook, the manual page and, where it is a command,
    /// in the completion.
    void everyOptionIsTold_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("cbpm3-monitor") << u"cbpm3-monitor"_s << QStringList{u"--help"_s};
        QTest::newRow("cbpm3") << u"cbpm3"_s << QStringList{u"--help"_s};
        const QStringList commands = allMatches(u"^  (\\w+)  +\\w"_s, printed(u"cbpm3"_s, {u"--help"_s}));
        QVERIFY(commands.size() >= 6);
        const QString handbook = sourceFile(u"resources/handbook/commandline.md"_s);
        const QString completion = sourceFile(u"packaging/completion/cbpm3"_s);
        const QString manual = sourceFile(u"packaging/man/cbpm3.1"_s);
        for (const QString &command : commands) {
            QVERIFY2(handbook.contains(u"cbpm3 "_s + command) || handbook.contains(u", "_s + command),
                     qPrintable(command));
            QVERIFY2(completion.contains(command + u' '), qPrintable(command));
            QVERIFY2(manual.contains(u"\n.B "_s + command + u'\n'), qPrintable(command));
            QTest::newRow(qPrintable(u"cbpm3 "_s + command)) << u"cbpm3"_s << QStringList{command, u"--help"_s};
        }
    }
    void everyOptionIsTold()
    {
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        const QStringList options = allMatches(u"(?<![\\w-])(--[a-z][a-z-]+)"_s, printed(program, arguments));
        QVERIFY(!options.isEmpty());
        const QString handbook = sourceFile(u"resources/handbook/commandline.md"_s);
        const QString manual = sourceFile(u"packaging/man/%1.1"_s.arg(program)).remove(u'\\');
        for (const QString &option : options) {
            QVERIFY2(handbook.contains(u'`' + option), qPrintable(option));
            QVERIFY2(QRegularExpression{option + u"(?![\\w-])"_s}.match(manual).hasMatch(), qPrintable(option));
        }
    }

    void everyFlagAndColumnIsTold()
    {
        const QString flags = sourceFile(u"resources/handbook/flags.md"_s);
        for (int bit = 0; bit < flagCount; ++bit)
            QVERIFY2(flags.contains(u"`%1`"_s.arg(QString::fromLatin1(flagWord(bit)))), flagWord(bit));
        const QString files = sourceFile(u"resources/handbook/files.md"_s);
        for (const DetectorColumn &column : detectorColumns()) {
            QString name = QString::fromLatin1(column.name);
            name.remove(QRegularExpression{u"_(bi|bo|to)$"_s}); // told once for the four buttons
            QVERIFY2(files.contains(u'`' + name), column.name);
        }
    }

    void searchFinds_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("first");
        QTest::newRow("one word") << u"orbit"_s << u"orbit"_s;
        QTest::newRow("any case") << u"RUBIN"_s << u"gains"_s;
        QTest::newRow("all words, any order") << u"beam gains rubin"_s << u"gains"_s;
        QTest::newRow("blanks about") << u"  brin  "_s << u"site"_s;
        QTest::newRow("the begin of a word") << u"rub"_s << u"gains"_s;
        QTest::newRow("not within a word") << u"ubin"_s << QString{};
        QTest::newRow("an option") << u"--drop"_s << u"prepared"_s;
        QTest::newRow("not all in one chapter") << u"brin rubin"_s << QString{};
        QTest::newRow("nothing") << u"zzyzx"_s << QString{};
        QTest::newRow("no words") << u"   "_s << QString{};
    }
    void searchFinds()
    {
        QFETCH(QString, query);
        QFETCH(QString, first);
        const auto hits = m_handbook.search(query);
        QCOMPARE(hits.empty() ? QString{} : hits.front().chapter->name, first);
        for (const auto &hit : hits)
            QVERIFY(hit.excerpt.contains(Handbook::wordsOf(query).front()));
    }

    void f1OpensTheChapterOfThePage()
    {
        MainWindow window{m_pool, SourceOptions{}};
        window.show();
        auto *const tabs = window.findChild<QTabWidget *>(u"pages"_s);
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            window.findChild<QAction *>(u"handbookAction"_s)->trigger();
            auto *const handbook = window.findChild<HandbookWindow *>();
            QVERIFY(handbook && handbook->isVisible());
            const auto *const shown = qobject_cast<Page *>(tabs->currentWidget());
            QCOMPARE(handbook->chapter(), m_handbook.find(shown->name()) ? shown->name() : u"index"_s);
        }
        QCOMPARE(window.findChild<QAction *>(u"handbookAction"_s)->shortcut(), QKeySequence{Qt::Key_F1});
    }

    void anUnknownChapterIsTheIndex()
    {
        HandbookWindow window{{}};
        window.showChapter(u"nowhere"_s);
        QCOMPARE(window.chapter(), u"index"_s);
        QCOMPARE(window.findChild<QListWidget *>(u"handbookChapters"_s)->count(),
                 static_cast<int>(m_handbook.chapters().size()));
    }

    void everyChapterOpensByItsLink()
    {
        HandbookWindow window{{}};
        window.showChapter(u"index"_s);
        auto *const browser = window.findChild<QTextBrowser *>(u"handbookText"_s);
        for (const Chapter &chapter : m_handbook.chapters()) {
            browser->setSource(browser->source().resolved(QUrl{chapter.name + u".html"_s}));
            QCOMPARE(window.chapter(), chapter.name);
            QCOMPARE(browser->document()->firstBlock().text(), chapter.title);
        }
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.chapter(), m_handbook.chapters().end()[-2].name);
    }

    void typingFindsChaptersAndMarksTheWords()
    {
        HandbookWindow window{{}};
        window.showChapter(u"index"_s);
        auto *const search = window.findChild<QLineEdit *>(u"handbookSearch"_s);
        auto *const list = window.findChild<QListWidget *>(u"handbookChapters"_s);
        auto *const browser = window.findChild<QTextBrowser *>(u"handbookText"_s);
        QTest::keyClicks(search, u"rubin"_s);
        QCOMPARE(list->count(), 1);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(window.chapter(), u"gains"_s);
        QCOMPARE(browser->extraSelections().size(), 1);
        QCOMPARE(browser->extraSelections().front().cursor.selectedText(), u"Rubin"_s);
        search->setText(u"zzyzx"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(!(list->item(0)->flags() & Qt::ItemIsEnabled));
        QVERIFY(browser->extraSelections().isEmpty());
    }

    void picturesAreShownWhereTheyAre()
    {
        QTemporaryDir folder;
        QImage picture{8, 8, QImage::Format_RGB32};
        picture.fill(Qt::red);
        QVERIFY(picture.save(folder.filePath(u"orbit.png"_s)));
        HandbookWindow with{folder.path()};
        with.showChapter(u"orbit"_s);
        auto *const browser = with.findChild<QTextBrowser *>(u"handbookText"_s);
        QVERIFY(browser->toHtml().contains("<img"_L1));
        const QUrl url{u"handbook:/pictures/orbit.png"_s};
        QCOMPARE(browser->loadResource(QTextDocument::ImageResource, url).value<QImage>().size(), QSize(8, 8));
        HandbookWindow without{{}};
        without.showChapter(u"orbit"_s);
        QVERIFY(!without.findChild<QTextBrowser *>(u"handbookText"_s)->toHtml().contains("<img"_L1));
    }

private:
    Handbook m_handbook;
    QThreadPool m_pool;
};

QTEST_MAIN(TestHandbook)
#include "tst_handbook.moc"
