// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk.h"

#include "ui/connect/firstpage.h"
#include "ui/connect/fixbutton.h"
#include "ui/mainwindow.h"
#include "ui/sourcebar.h"

#include <QAction>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// What only looks.
bool isHarmless(const QString &action)
{
    static const std::array names{
        u"liveAction"_s,        u"historyAction"_s,   u"replayAction"_s,     u"pauseAction"_s, u"stepBackAction"_s,
        u"stepForwardAction"_s, u"localTimeAction"_s, u"millimetreAction"_s, u"darkAction"_s,  u"detectorPanelAction"_s,
        u"fetchAction"_s,       u"cancelAction"_s,    u"numbersAction"_s,    u"undoAction"_s,  u"redoAction"_s};
    return action.startsWith("pageAction_"_L1) || std::find(names.begin(), names.end(), action) != names.end();
}

/// Buttons of pages that keep, change or write something.
constexpr std::array writers{"orbitSave", "orbitReferences", "healthVeto", "healthLift", "statisticsSave"};

} // namespace

void enterKiosk(MainWindow &window, QScreen &screen)
{
    for (QAction *const action : window.findChildren<QAction *>()) {
        if (action->objectName().isEmpty() || action->menu())
            continue; // of a page or a field: their keys move what is seen
        if (isHarmless(action->objectName()))
            window.addAction(action); // keys of a hidden menu are dead
        else
            action->setEnabled(false);
    }
    window.view().annotations().setEditable(false);
    window.menuBar()->hide();
    window.findChild<SourceBar *>()->setEnabled(false); // says what is shown
    window.findChild<FirstPage *>()->setEnabled(false);
    for (FixButton *const button : window.findChildren<FixButton *>())
        button->setEnabled(false);
    for (const char *const name : writers)
        window.findChild<QPushButton *>(QLatin1StringView{name})->hide();
    window.setGeometry(screen.geometry());
    window.setWindowState(Qt::WindowFullScreen);
}

} // namespace cbpm
