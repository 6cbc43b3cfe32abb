// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/view.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

class QMainWindow;
class QTabWidget;

namespace cbpm {

class Page;

/// Where the pages are: behind tabs, as docks beside the tabs, or in windows of their own. Each is in one place; at
/// least one stays behind a tab. Whatever closes a dock or a window, its page goes back to its tab.
class PageDeck : public QObject
{
    Q_OBJECT

public:
    /// `makeStatus` gives a window of its own the line that says how things stand.
    PageDeck(QMainWindow &window, std::function<QWidget *()> makeStatus);
    ~PageDeck() override;

    /// The widget to be placed in `window`: the tabs, with room for docks around them.
    QWidget *widget() const;

    /// Pages come back to their tabs in the order in which they were added.
    void add(Page *page);

    /// Where the focus is or was last; the one behind its tab where that one cannot be seen.
    Page *current() const;
    /// All that can be seen.
    std::vector<Page *> shown() const;
    PagePlace::Where whereIs(const Page &page) const;
    /// False for the last one behind a tab.
    bool canLeave(const Page &page) const;

    /// Brings it to the front where it is, and makes it the current one.
    void turnTo(Page *page);
    /// The same, with the focus.
    void enter(Page *page);
    void place(Page *page, PagePlace::Where where);
    /// All of them go back to their tabs.
    void gather();
    /// While there is nothing to show, neither docks nor windows are.
    void setVisible(bool visible);

    /// Of those that are not behind a tab, and how to put them there again.
    QList<PagePlace> places() const;
    void setPlaces(const QList<PagePlace> &places, const QByteArray &docks);
    /// How the docks stand, as Qt writes it.
    QByteArray docks() const;

signals:
    /// Another page can be seen, or is the current one.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// A page that left the tabs, with what is around it.
    struct Placed
    {
        Page *page = nullptr;
        PagePlace::Where where = PagePlace::Where::Tab;
        QPointer<QWidget> frame; ///< a dock of the window, or a window
    };

    void takeBack(Page *page);
    QWidget *makeDock(Page *page);
    QWidget *makeWindow(Page *page);
    void onFocus(const QWidget *widget);
    void setCurrent(Page *page);
    void showTabMenu(const QPoint &at);
    const Placed *placedOf(const Page &page) const;

    QMainWindow &m_window;
    QMainWindow *m_ground = nullptr; ///< the tabs in the middle, the docks around
    QTabWidget *m_tabs = nullptr;
    std::function<QWidget *()> m_makeStatus;
    std::vector<Page *> m_pages; ///< in the order of their tabs
    std::vector<Placed> m_placed;
    Page *m_current = nullptr;
    bool m_isVisible = true;
    bool m_isEnding = false; ///< the window closes: what is placed stays so, for the next start
};

} // namespace cbpm
