// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/commandline.h"
#include "app/monitor/displayopening.h"
#include "app/monitor/measure.h"
#include "app/monitor/orderlyend.h"
#include "app/monitor/render.h"
#include "app/monitor/startmark.h"
#include "app/outofmemory.h"
#include "core/profiles/profilestore.h"
#include "core/types/heap.h"
#include "core/views/keptplaces.h"
#include "translations/language.h"
#include "ui/connect/sources.h"
#include "ui/kiosk.h"
#include "ui/logbook/logbook.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"
#include "ui/plot/colours.h"
#include "ui/sessionkeeper.h"
#include "ui/widgets/clearstyle.h"
#include "ui/windowview.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QIcon>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

constexpr int displayMissing = 3;
constexpr int failed = 1;
constexpr int wrongUsage = 2;

/// With servers: one that follows, one that loads, two more for a large load or a closer look.
constexpr int sessionsAtOnce = 4;

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"cbpm3"_s);
    QCoreApplication::setApplicationName(u"cbpm3-monitor"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CBPM_VERSION));
    QGuiApplication::setDesktopFileName(u"cbpm3-monitor"_s);
}

QStringList wordsOf(int argc, char *argv[])
{
    QStringList words;
    for (int k = 0; k < argc; ++k)
        words << QString::fromLocal8Bit(argv[k]);
    return words;
}

/// The offscreen platform says of each window that it takes no size hints; a script wants silence unless something is
/// wrong.
void dropPlatformChatter(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    cbpm::endWhereNoThreadBegins(message);
    if (!message.contains("propagateSizeHints"_L1))
        QTextStream{stderr} << qFormatLogMessage(type, context, message) << Qt::endl;
}

/// The language asked for, else the one chosen in the window before, else the session's.
void speak(const QString &asked)
{
    const QString chosen = asked.isEmpty() ? QSettings{}.value(u"language"_s).toString() : asked;
    cbpm::useLanguage(cbpm::languages().contains(chosen) ? chosen : cbpm::sessionLanguage());
}

/// What a server's administrator sees of us: which page is looked at.
void showPageToServers(cbpm::MainWindow &window, cbpm::ProgramSessions &sessions)
{
    QObject::connect(&window, &cbpm::MainWindow::pagesRefreshed, &window,
                     [&] { sessions.setPage(window.currentPage()->name()); });
}

/// The age of data in a picture of a reproducible build is that of the build's own date.
void takeClockOfTheBuild(cbpm::MainWindow &window)
{
    bool isSet = false;
    const qint64 epoch_s = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isSet);
    if (isSet)
        window.playback().setClock([epoch_s] { return cbpm::timePoint(epoch_s * 1'000'000); });
}

QString dataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/cbpm3"_s;
}

/// What will not be kept, and what is wrong with what was: said once, in the window and to whoever reads stderr.
QString troubleWithKeeping(QSettings &settings, const cbpm::KeptPlaces &places)
{
    QString trouble = cbpm::whatIsNotKept(places);
    if (trouble.isEmpty()) // else nothing can be mended
        trouble = cbpm::mendSettings(settings);
    if (!trouble.isEmpty())
        cbpm::complain({cbpm::Error::Kind::Storage, trouble, {}});
    return trouble;
}

/// With a view that was asked for, else where the last session ended; what the command line says goes before both.
void begin(cbpm::MainWindow &window, cbpm::MonitorOptions options, std::optional<cbpm::SessionFile> &session,
           const QString &trouble)
{
    if (session && !options.view) {
        options.view = session->restore();
        if (options.view)
            options.start = cbpm::startOf(*options.view, options.start);
    }
    if (options.view) {
        if (options.isHeadless()) {
            options.view->geometry.clear(); // --size says it
            options.view->places.clear();   // one page is looked at
        }
        options.view->isDark = options.dark.value_or(options.view->isDark);
        cbpm::showView(window, *options.view);
    }
    window.begin(options.start); // before it is shown: what is not seen first is not laid out
    window.show();
    if (!trouble.isEmpty())
        window.showMessage(trouble, true);
    else if (session && !session->problem().isEmpty())
        window.showMessage(session->problem(), true);
}

int runWindow(QApplication &application, const cbpm::MonitorOptions &options)
{
    // A load and the one it supersedes, opening and saving at once; loads have pools of their own for their readers.
    QThreadPool pool;
    pool.setMaxThreadCount(6);
    cbpm::SourceOptions source = options.source;
    source.sessions = std::make_shared<cbpm::ProgramSessions>("cbpm3-monitor/" CBPM_VERSION, sessionsAtOnce);
    QSettings settings;
    std::ignore = settings.allKeys(); // read to their end: what is wrong with them is told to the first who does
    speak(options.language);
    const cbpm::KeptPlaces places{dataFolder(), QFileInfo{settings.fileName()}.absolutePath(), cbpm::cacheFolder()};
    const bool isKept = !options.isHeadless() && !options.isKiosk; // a kiosk shows what it was told, and keeps nothing
    const QString trouble = isKept ? troubleWithKeeping(settings, places) : QString{};
    // What cannot be kept on disk is kept in memory, and that was said.
    auto tiles = trouble.isEmpty() || cbpm::canBeWritten(places.cache)
                     ? cbpm::openTiles()
                     : std::make_shared<cbpm::TileStore>(cbpm::TileStore::Options{});
    cbpm::MainWindow window{pool, source, std::move(tiles)};
    showPageToServers(window, *source.sessions);
    window.resize(options.size);
    window.setDark(options.dark.value_or(false));
    window.useDataFolder(dataFolder());
    window.sources().useProfiles(cbpm::ProfileStore::standard());
    window.logbook().use(settings, dataFolder());
    QApplication::setWindowIcon(QIcon::fromTheme(u"cbpm3-monitor"_s)); // where it is installed
    if (!options.isHeadless())
        window.setRecentSources(settings.value(u"recentSources"_s).toStringList());
    else
        window.setAttribute(Qt::WA_DontShowOnScreen); // laid out and painted all the same
    if (!options.renderPath.isEmpty()) {
        takeClockOfTheBuild(window);
        new cbpm::Render{window, options.renderPath, &window};
    }
    if (!options.measurePath.isEmpty())
        new cbpm::Measure{window, options.measurePath, &window};
    QObject::connect(&window, &cbpm::MainWindow::languageChosen, &window,
                     [](const QString &language) { QSettings{}.setValue(u"language"_s, language); });
    if (const QString marks = qEnvironmentVariable("CBPM3_MARK_START"); !marks.isEmpty())
        new cbpm::StartMark{window, marks, &window};
    std::optional<cbpm::SessionFile> session;
    if (isKept)
        session.emplace(dataFolder() + u"/session.json"_s);
    if (options.isKiosk) {
        const QList<QScreen *> screens = QGuiApplication::screens();
        if (options.screen > screens.size()) {
            cbpm::complain({cbpm::Error::Kind::NotFound, u"--screen: there is no screen %1"_s.arg(options.screen),
                            u"name one from 1 to %1"_s.arg(screens.size())});
            return displayMissing;
        }
        cbpm::enterKiosk(window, *screens[options.screen - 1]);
    }
    begin(window, options, session, trouble);
    std::optional<cbpm::SessionKeeper> keeper;
    if (session) {
        keeper.emplace(*session, window);
        QObject::connect(&*keeper, &cbpm::SessionKeeper::failed, &window,
                         [&window](const QString &problem) { window.showMessage(problem, !problem.isEmpty()); });
    }
    const cbpm::OrderlyEnd end;
    const int code = application.exec();
    if (!options.isHeadless())
        settings.setValue(u"recentSources"_s, window.recentSources());
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    cbpm::setUpHeap();
    cbpm::endInWords("cbpm3-monitor");
    nameApplication();
    const QStringList words = wordsOf(argc, argv);
    cbpm::MonitorOptions options;
    {
        // Options are read before any display is touched.
        QCoreApplication early{argc, argv};
        const auto parsed = cbpm::parseMonitorOptions(words);
        if (!parsed) {
            cbpm::complain(parsed.error());
            return parsed.error().kind == cbpm::Error::Kind::Usage ? wrongUsage : failed;
        }
        options = parsed.value();
    }
    std::optional<QTemporaryDir> runtime; // Qt warns where the session gives none
    if (options.isHeadless()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(dropPlatformChatter);
        if (!qEnvironmentVariableIsSet("XDG_RUNTIME_DIR"))
            qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime.emplace().path()));
    }
    std::optional<cbpm::DisplayOpening> opening{displayMissing};
    QApplication application{argc, argv};
    opening.reset();
    QApplication::setStyle(new cbpm::ClearStyle);
    return runWindow(application, options);
}
