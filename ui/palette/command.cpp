// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/command.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSet>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int scattered = 1000; ///< what letters one by one cost more than a word that stands there

QString plain(const QString &text)
{
    QString shown = text;
    shown.remove(u'&');
    return shown.endsWith(u'…') ? shown.chopped(1) : shown;
}

/// Of the user's own panel, where the action belongs to no menu.
QString panelOf(const QAction &action)
{
    for (const QObject *at = action.parent(); at; at = at->parent()) {
        const auto *const widget = qobject_cast<const QWidget *>(at);
        if (widget && !widget->accessibleName().isEmpty())
            return widget->accessibleName();
    }
    return {};
}

/// Every action of menus within menus, each with the way to it.
void walk(const QString &group, const QList<QAction *> &actions,
          const std::function<void(const QString &group, QAction *action)> &found)
{
    for (QAction *const action : actions) {
        const QString text = plain(action->text());
        if (const QMenu *const menu = action->menu())
            walk(group.isEmpty() ? text : group + u" › "_s + text, menu->actions(), found);
        else
            found(group, action);
    }
}

class Collector
{
public:
    void add(const QString &group, QAction *action)
    {
        if (action->isSeparator() || action->text().isEmpty() || !action->isVisible() || m_seen.contains(action))
            return;
        m_seen.insert(action);
        commands.push_back({group, plain(action->text()), action->shortcut().toString(QKeySequence::NativeText),
                            [action = QPointer{action}] {
                                if (action && action->isEnabled())
                                    action->trigger();
                            }});
    }

    std::vector<Command> commands;

private:
    QSet<const QAction *> m_seen;
};

int misfitOfWord(const QString &text, const QString &word)
{
    if (const auto at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0)
        return static_cast<int>(at);
    qsizetype at = -1;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at + 1, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
    }
    return scattered + static_cast<int>(at);
}

} // namespace

QList<QAction *> actionsOf(const QMainWindow &window)
{
    QList<QAction *> actions;
    walk({}, window.menuBar()->actions(), [&actions](const QString &, QAction *action) {
        if (!action->isSeparator())
            actions << action;
    });
    return actions;
}

std::vector<Command> commandsOf(const QMainWindow &window)
{
    Collector collector;
    walk({}, window.menuBar()->actions(),
         [&collector](const QString &group, QAction *action) { collector.add(group, action); });
    for (QAction *const action : window.findChildren<QAction *>()) {
        if (!action->shortcut().isEmpty() && !action->menu())
            collector.add(panelOf(*action), action);
    }
    return std::move(collector.commands);
}

int misfit(const Command &command, const QString &query)
{
    int sum = 0;
    for (const QString &word : query.split(u' ', Qt::SkipEmptyParts)) {
        const int inText = misfitOfWord(command.text, word);
        const int inAll =
            inText >= 0 && inText < scattered ? inText : misfitOfWord(command.group + u' ' + command.text, word);
        if (inAll < 0)
            return -1;
        sum += inAll;
    }
    return sum;
}

} // namespace cbpm
