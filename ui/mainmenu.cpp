// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainmenu.h"

#include "translations/language.h"
#include "ui/annotating.h"
#include "ui/connect/sources.h"
#include "ui/export/exports.h"
#include "ui/logbook/logbook.h"
#include "ui/mainwindow.h"
#include "ui/pagedeck.h"
#include "ui/pages/page.h"
#include "ui/pages/viewhistory.h"
#include "ui/referencing.h"
#include "ui/viewfiles.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QMenuBar>

#include <functional>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Makes the actions, one menu after the other.
class MenuMaker
{
    Q_DECLARE_TR_FUNCTIONS(cbpm::MenuMaker)

public:
    explicit MenuMaker(MainWindow &window) : m_window{window} {}

    void addFileMenu();
    void addEditMenu();
    void addDataMenu();
    void addTimeMenu();
    void addViewMenu();
    void addHelpMenu();

private:
    template<class Call>
    QAction *add(const QString &text, const QString &name, const QKeySequence &keys, Call call)
    {
        QAction *const action = m_menu->addAction(text);
        action->setObjectName(name);
        action->setShortcut(keys);
        QObject::connect(action, &QAction::triggered, &m_window, call);
        return action;
    }
    template<class Call>
    void addToggle(const QString &text, const QString &name, const QKeySequence &keys, Call call)
    {
        add(text, name, keys, call)->setCheckable(true);
    }
    void addMethod(const QString &text, const QString &name, std::optional<PositionMethod> method, QActionGroup *group);
    void addMode(const QString &text, const QString &name, const QKeySequence &keys, Playback::Mode mode);
    void addStep(const QString &text, const QString &name, const QList<QKeySequence> &keys,
                 std::function<Page *()> step);
    void addPages();
    void addPlaces();
    void addLanguages();
    void addTemplates(ViewFiles *views);
    void begin(const QString &title) { m_menu = m_window.menuBar()->addMenu(title); }

    MainWindow &m_window;
    QMenu *m_menu = nullptr; ///< the one that is being filled
};

void MenuMaker::addFileMenu()
{
    begin(tr("&File"));
    add(tr("&Connect to a server…"), u"connectAction"_s, QKeySequence{u"Ctrl+Shift+O"_s},
        [&w = m_window] { w.sources().showConnect(); });
    add(tr("&Save range…"), u"saveRangeAction"_s, QKeySequence::Save, [&w = m_window] { w.exports().saveRange(); });
    add(tr("&Export…"), u"exportAction"_s, QKeySequence{u"Ctrl+E"_s}, [&w = m_window] { w.exports().showDialog(); });
    add(tr("Save &picture…"), u"savePictureAction"_s, QKeySequence{u"Ctrl+Shift+E"_s},
        [&w = m_window] { w.exports().savePicture(); });
    add(tr("&Logbook entry…"), u"logbookAction"_s, QKeySequence{u"Ctrl+Shift+L"_s},
        [&w = m_window] { w.logbook().showDialog(); });
    auto *const views = new ViewFiles{m_window};
    add(tr("Open &view…"), u"openViewAction"_s, QKeySequence{u"Ctrl+Shift+V"_s}, [views] { views->open(); });
    add(tr("Save vie&w…"), u"saveViewAction"_s, QKeySequence{u"Ctrl+Shift+S"_s}, [views] { views->save(); });
    addTemplates(views);
    add(tr("&Quit"), u"quitAction"_s, QKeySequence::Quit, [&w = m_window] { w.close(); });
}

void MenuMaker::addTemplates(ViewFiles *views)
{
    QMenu *const menu = std::exchange(m_menu, m_menu->addMenu(tr("&Templates")));
    for (const QString &name : ViewFiles::templates())
        add(ViewFiles::templateTitle(name), u"templateAction_"_s + name, {},
            [views, name] { views->useTemplate(name); });
    m_menu = menu;
}

void MenuMaker::addEditMenu()
{
    begin(tr("&Edit"));
    auto *const steps = new ViewHistory{m_window.history(), m_window.view(), m_window.pages(), &m_window};
    addStep(tr("&Back to the view before"), u"undoAction"_s, {u"Ctrl+Z"_s, u"z"_s, u"Alt+Left"_s},
            [steps] { return steps->undo(); });
    addStep(tr("&Forward again"), u"redoAction"_s, {u"Ctrl+Shift+Z"_s, u"y"_s, u"Alt+Right"_s},
            [steps] { return steps->redo(); });
    add(tr("&Copy the picture"), u"copyPictureAction"_s, QKeySequence{u"Ctrl+Alt+C"_s},
        [&w = m_window] { w.exports().copyPicture(); });
    add(tr("Copy as &text"), u"copyTextAction"_s, QKeySequence{u"Ctrl+Shift+C"_s},
        [&w = m_window] { w.exports().copyText(); });
}

/// Of the view's history; what changed out of sight is shown.
void MenuMaker::addStep(const QString &text, const QString &name, const QList<QKeySequence> &keys,
                        std::function<Page *()> step)
{
    QAction *const action = add(text, name, {}, [&w = m_window, step = std::move(step)] {
        if (Page *const page = step())
            w.showPage(page);
    });
    action->setShortcuts(keys);
}

void MenuMaker::addDataMenu()
{
    begin(tr("&Data"));
    add(tr("&Fetch"), u"fetchAction"_s, QKeySequence{Qt::Key_F5}, [&w = m_window] { w.fetch(); });
    add(tr("Fetch &again from the source"), u"fetchAgainAction"_s, QKeySequence{u"Shift+F5"_s},
        [&w = m_window] { w.fetchAgain(); });
    add(tr("&Cancel"), u"cancelAction"_s, QKeySequence{Qt::Key_Escape}, [&w = m_window] { w.history().cancel(); });
    add(tr("&Profiles…"), u"profilesAction"_s, QKeySequence{u"Ctrl+Shift+P"_s},
        [&w = m_window] { w.sources().showProfiles(); });
    add(tr("&References…"), u"referencesAction"_s, QKeySequence{u"Ctrl+R"_s},
        [&w = m_window] { w.referencing().showList(); });
    add(tr("A&nnotate…"), u"annotateAction"_s, QKeySequence{u"Ctrl+N"_s},
        [&w = m_window] { w.annotating().annotate(); });
    add(tr("Ann&otations…"), u"annotationsAction"_s, QKeySequence{u"Ctrl+Shift+A"_s},
        [&w = m_window] { w.annotating().showList(); });
    add(tr("&Detectors…"), u"detectorsAction"_s, QKeySequence{u"Ctrl+D"_s}, [&w = m_window] { w.showConstants(); });
    m_menu = m_menu->addMenu(tr("&Method"));
    auto *const group = new QActionGroup{&m_window};
    addMethod(tr("As in the &table"), u"methodTableAction"_s, std::nullopt, group);
    addMethod(tr("&Linear"), u"methodLinearAction"_s, PositionMethod::Linear, group);
    addMethod(tr("L&og"), u"methodLogAction"_s, PositionMethod::Log, group);
    addMethod(tr("&Polynomial"), u"methodPolynomialAction"_s, PositionMethod::Polynomial, group);
    addMethod(tr("&Map"), u"methodMapAction"_s, PositionMethod::Map, group);
}

void MenuMaker::addMethod(const QString &text, const QString &name, std::optional<PositionMethod> method,
                          QActionGroup *group)
{
    QAction *const action = add(text, name, {}, [&w = m_window, method] { w.setMethod(method); });
    action->setCheckable(true);
    action->setChecked(m_window.method() == method);
    group->addAction(action);
    QObject::connect(m_menu, &QMenu::aboutToShow, action,
                     [&w = m_window, action, method] { action->setChecked(w.method() == method); });
}

void MenuMaker::addTimeMenu()
{
    begin(tr("&Time"));
    addMode(tr("&Live"), u"liveAction"_s, QKeySequence{u"Ctrl+1"_s}, Playback::Mode::Live);
    addMode(tr("&History"), u"historyAction"_s, QKeySequence{u"Ctrl+2"_s}, Playback::Mode::History);
    addMode(tr("&Replay"), u"replayAction"_s, QKeySequence{u"Ctrl+3"_s}, Playback::Mode::Replay);
    m_menu->addSeparator();
    add(tr("&Pause or run"), u"pauseAction"_s, QKeySequence{Qt::Key_Space},
        [&p = m_window.playback()] { p.setPaused(!p.isPaused()); });
    add(tr("Step &back"), u"stepBackAction"_s, QKeySequence{u","_s}, [&p = m_window.playback()] { p.step(-1); });
    add(tr("Step &forward"), u"stepForwardAction"_s, QKeySequence{u"."_s}, [&p = m_window.playback()] { p.step(1); });
}

void MenuMaker::addMode(const QString &text, const QString &name, const QKeySequence &keys, Playback::Mode mode)
{
    add(text, name, keys, [&w = m_window, mode] { w.chooseMode(mode); });
}

void MenuMaker::addViewMenu()
{
    begin(tr("&View"));
    addToggle(tr("&Local time"), u"localTimeAction"_s, QKeySequence{u"Ctrl+L"_s},
              [&w = m_window](bool local) { w.setLocalTime(local); });
    addToggle(tr("&Millimetres"), u"millimetreAction"_s, QKeySequence{u"Ctrl+M"_s},
              [&w = m_window](bool mm) { w.view().setMicrometres(!mm); });
    addToggle(tr("&Dark"), u"darkAction"_s, QKeySequence{u"Ctrl+T"_s}, [&w = m_window](bool dark) { w.setDark(dark); });
    QAction *const detectors = m_window.findChild<QDockWidget *>(u"detectorDock"_s)->toggleViewAction();
    detectors->setObjectName(u"detectorPanelAction"_s);
    detectors->setShortcut(QKeySequence{u"Ctrl+B"_s});
    m_menu->addAction(detectors);
    add(tr("&Numbers of the page…"), u"numbersAction"_s, QKeySequence{u"Ctrl+Shift+N"_s},
        [&w = m_window] { w.exports().showNumbers(); });
    addPages();
    addPlaces();
    addLanguages();
}

/// Alt and the number of a page shows it.
void MenuMaker::addPages()
{
    QMenu *const menu = std::exchange(m_menu, m_menu->addMenu(tr("&Pages")));
    for (std::size_t k = 0; k < m_window.pages().size(); ++k) {
        Page *const page = m_window.pages()[k];
        const QKeySequence keys{
            QKeyCombination{Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(k))}};
        add(page->title(), u"pageAction_"_s + page->name(), keys, [&w = m_window, page] { w.showPage(page); });
    }
    m_menu = menu;
}

/// Where the page that has the focus is.
void MenuMaker::addPlaces()
{
    PageDeck &deck = m_window.deck();
    const auto addPlace = [&](const QString &text, const QString &name, const QKeySequence &keys,
                              PagePlace::Where where) {
        addToggle(text, name, keys, [&deck, where](bool wanted) {
            Page *const page = deck.current();
            deck.place(page, wanted ? where : PagePlace::Where::Tab);
            deck.enter(page);
        });
        QAction *const action = m_menu->actions().constLast();
        QObject::connect(&deck, &PageDeck::changed, action, [&deck, action, where] {
            action->setChecked(deck.whereIs(*deck.current()) == where);
        });
    };
    addPlace(tr("Page in its own &window"), u"pageWindowAction"_s, QKeySequence{u"Ctrl+Shift+W"_s},
             PagePlace::Where::Window);
    addPlace(tr("Page &beside the tabs"), u"pageDockAction"_s, QKeySequence{u"Ctrl+Shift+B"_s},
             PagePlace::Where::Dock);
    add(tr("All pages back to their &tabs"), u"pageGatherAction"_s, QKeySequence{u"Ctrl+Shift+T"_s},
        [&deck] { deck.gather(); });
}

void MenuMaker::addLanguages()
{
    m_menu = m_menu->addMenu(tr("Lan&guage"));
    auto *const group = new QActionGroup{&m_window};
    for (const QString &language : languages()) {
        QAction *const action = add(languageName(language), u"languageAction_"_s + language, {},
                                    [&w = m_window, language] { w.chooseLanguage(language); });
        action->setCheckable(true);
        action->setChecked(language == currentLanguage());
        group->addAction(action);
    }
}

void MenuMaker::addHelpMenu()
{
    begin(tr("&Help"));
    add(tr("&Handbook"), u"handbookAction"_s, QKeySequence::HelpContents, [&w = m_window] { w.showHandbook(); });
    add(tr("&Commands…"), u"paletteAction"_s, QKeySequence{u"Ctrl+K"_s}, [&w = m_window] { w.showPalette(); });
    add(tr("&Keys"), u"keysAction"_s, QKeySequence{u"?"_s}, [&w = m_window] { w.showKeys(); });
}

} // namespace

void createMainMenu(MainWindow &window)
{
    MenuMaker maker{window};
    maker.addFileMenu();
    maker.addEditMenu();
    maker.addDataMenu();
    maker.addTimeMenu();
    maker.addViewMenu();
    maker.addHelpMenu();
}

} // namespace cbpm
