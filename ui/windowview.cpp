// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowview.h"

#include "ui/pagedeck.h"
#include "ui/pages/page.h"
#include "ui/plot/colours.h"
#include "ui/timebar/timebar.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// As a hand would: what the action does follows.
void setChecked(const MainWindow &window, const QString &name, bool checked)
{
    auto *const action = window.findChild<QAction *>(name);
    if (action && action->isChecked() != checked)
        action->trigger();
}

bool isChecked(const MainWindow &window, const QString &name)
{
    const auto *const action = window.findChild<QAction *>(name);
    return action && action->isChecked();
}

QStringList selectedDetectors(MainWindow &window)
{
    QStringList names;
    if (const SampleSourcePtr &source = window.history().source()) {
        for (const int row : window.view().selection())
            names << QString::fromStdString(source->table()->at(row).location);
    }
    return names;
}

} // namespace

View viewOf(MainWindow &window)
{
    View view;
    view.source = window.history().source() ? window.sourceText() : QString{};
    view.from = window.timeBar().fromText();
    view.to = window.timeBar().toText();
    view.interval = window.timeBar().interval();
    view.page = window.currentPage()->name();
    view.detectors = selectedDetectors(window);
    view.method = window.method();
    view.isLive = window.playback().mode() == Playback::Mode::Live;
    view.ageLimit = window.playback().ageLimit();
    view.isLocalTime = isChecked(window, u"localTimeAction"_s);
    view.isMillimetres = isChecked(window, u"millimetreAction"_s);
    view.isDark = colours::isDark(window.palette());
    view.markA = window.view().markA();
    view.markB = window.view().markB();
    view.cursor = window.view().cursor();
    view.visible = window.view().visible();
    for (const Page *const page : window.pages()) {
        if (const QJsonObject state = page->state(); !state.isEmpty())
            view.pages[page->name()] = state;
    }
    view.places = window.deck().places();
    view.geometry = window.saveGeometry();
    view.docks = window.saveState();
    view.pageDocks = window.deck().docks();
    return view;
}

void showView(MainWindow &window, const View &view)
{
    setChecked(window, u"localTimeAction"_s, view.isLocalTime);
    setChecked(window, u"millimetreAction"_s, view.isMillimetres);
    window.setDark(view.isDark);
    if (view.ageLimit)
        window.playback().setAgeLimit(*view.ageLimit);
    window.view().setMarks(view.markA, view.markB);
    window.view().setCursor(view.cursor);
    if (!view.geometry.isEmpty())
        window.restoreGeometry(view.geometry);
    if (!view.docks.isEmpty())
        window.restoreState(view.docks);
    window.deck().setPlaces(view.places, view.pageDocks);
}

MainWindow::Start startOf(const View &view, MainWindow::Start asked)
{
    const bool isElsewhere = !asked.source.isEmpty() || !asked.profile.isEmpty();
    if (asked.page.isEmpty())
        asked.page = view.page;
    if (isElsewhere)
        return asked;
    asked.source = view.source;
    asked.pages = view.pages;
    if (asked.from.isEmpty() && asked.to.isEmpty()) {
        asked.from = view.from;
        asked.to = view.to;
        asked.visible = view.visible;
        asked.isLive = view.isLive;
    }
    if (asked.detectors.isEmpty())
        asked.detectors = view.detectors;
    if (!asked.interval)
        asked.interval = view.interval;
    if (!asked.method)
        asked.method = view.method;
    return asked;
}

} // namespace cbpm
