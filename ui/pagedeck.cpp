// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pagedeck.h"

#include "ui/pages/page.h"
#include "ui/palette/command.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QMenu>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using Where = PagePlace::Where;

} // namespace

PageDeck::PageDeck(QMainWindow &window, std::function<QWidget *()> makeStatus)
    : QObject{&window}, m_window{window}, m_makeStatus{std::move(makeStatus)}
{
    m_ground = new QMainWindow{&window, Qt::Widget};
    m_ground->setObjectName(u"pageGround"_s);
    m_ground->setDockNestingEnabled(true); // pages beside and below each other
    m_tabs = new QTabWidget{m_ground};
    m_tabs->setObjectName(u"pages"_s);
    m_tabs->setDocumentMode(true);
    m_ground->setCentralWidget(m_tabs);
    window.installEventFilter(this);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_current = qobject_cast<Page *>(m_tabs->currentWidget());
        emit changed();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocus(now); });
    connect(m_tabs->tabBar(), &QTabBar::tabBarDoubleClicked, this, [this](int tab) {
        if (auto *const page = qobject_cast<Page *>(m_tabs->widget(tab))) {
            place(page, Where::Window);
            enter(page);
        }
    });
    m_tabs->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_tabs->tabBar(), &QTabBar::customContextMenuRequested, this, &PageDeck::showTabMenu);
}

PageDeck::~PageDeck()
{
    for (const Placed &placed : m_placed)
        delete placed.frame;
}

QWidget *PageDeck::widget() const
{
    return m_ground;
}

void PageDeck::add(Page *page)
{
    m_pages.push_back(page);
    m_tabs->addTab(page, page->title());
}

const PageDeck::Placed *PageDeck::placedOf(const Page &page) const
{
    const auto found = std::ranges::find(m_placed, &page, &Placed::page);
    return found == m_placed.end() ? nullptr : &*found;
}

PagePlace::Where PageDeck::whereIs(const Page &page) const
{
    const Placed *const placed = placedOf(page);
    return placed ? placed->where : Where::Tab;
}

bool PageDeck::canLeave(const Page &page) const
{
    return whereIs(page) != Where::Tab || m_tabs->count() > 1;
}

Page *PageDeck::current() const
{
    auto *const behindTab = qobject_cast<Page *>(m_tabs->currentWidget());
    return m_current && (m_current == behindTab || placedOf(*m_current)) ? m_current : behindTab;
}

std::vector<Page *> PageDeck::shown() const
{
    std::vector<Page *> pages;
    if (auto *const page = qobject_cast<Page *>(m_tabs->currentWidget()))
        pages.push_back(page);
    for (const Placed &placed : m_placed) {
        if (placed.page->isVisible())
            pages.push_back(placed.page);
    }
    return pages;
}

void PageDeck::setCurrent(Page *page)
{
    if (std::exchange(m_current, page) != page)
        emit changed();
}

void PageDeck::onFocus(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        const auto found = std::ranges::find(m_pages, widget);
        if (found != m_pages.end())
            return setCurrent(*found);
    }
}

void PageDeck::turnTo(Page *page)
{
    if (const Placed *const placed = placedOf(*page)) {
        if (placed->frame->isMinimized())
            placed->frame->showNormal();
        placed->frame->raise();
    } else {
        m_tabs->setCurrentWidget(page);
    }
    setCurrent(page);
}

void PageDeck::enter(Page *page)
{
    turnTo(page);
    page->activateWindow();
    page->setFocus();
}

void PageDeck::place(Page *page, Where where)
{
    if (where == whereIs(*page) || !canLeave(*page))
        return emit changed(); // whoever shows it as done shows it as it is
    takeBack(page);
    if (where != Where::Tab) {
        m_tabs->removeTab(m_tabs->indexOf(page));
        m_placed.push_back({page, where, where == Where::Dock ? makeDock(page) : makeWindow(page)});
        page->show(); // a tab that is not in front hides it
    } else {
        m_tabs->setCurrentWidget(page);
    }
    m_current = page;
    emit changed();
}

/// Out of its dock or window, behind its tab.
void PageDeck::takeBack(Page *page)
{
    const auto found = std::ranges::find(m_placed, page, &Placed::page);
    if (found == m_placed.end())
        return;
    QWidget *const frame = found->frame;
    m_placed.erase(found);
    const auto before = std::find(m_pages.begin(), m_pages.end(), page);
    const auto tab =
        std::count_if(m_pages.begin(), before, [this](const Page *other) { return whereIs(*other) == Where::Tab; });
    m_tabs->insertTab(static_cast<int>(tab), page, page->title());
    frame->removeEventFilter(this);
    frame->hide();
    frame->deleteLater(); // it may be what is closing
}

QWidget *PageDeck::makeDock(Page *page)
{
    auto *const dock = new QDockWidget{page->title(), m_ground};
    dock->setObjectName(u"pageDock_"_s + page->name());
    // Floating is not for docks: a window of its own can be maximised on another screen.
    dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    dock->setWidget(page);
    m_ground->addDockWidget(Qt::RightDockWidgetArea, dock);
    m_ground->resizeDocks({dock}, {m_ground->width() / 2}, Qt::Horizontal);
    dock->setVisible(m_isVisible);
    dock->installEventFilter(this);
    connect(dock, &QDockWidget::visibilityChanged, this, &PageDeck::changed);
    return dock;
}

/// A window like any other, so that it can fill another screen; it has the keys of the main one, and says how things
/// stand.
QWidget *PageDeck::makeWindow(Page *page)
{
    auto *const window = new QWidget;
    window->setObjectName(u"pageWindow_"_s + page->name());
    window->setWindowTitle(tr("%1 – CBPM3 monitor").arg(page->title()));
    window->setAttribute(Qt::WA_QuitOnClose, false);
    window->setAttribute(Qt::WA_ShowWithoutActivating); // a session's windows come while others work
    window->addActions(actionsOf(m_window));
    auto *const layout = new QVBoxLayout{window};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(page, 1);
    layout->addWidget(m_makeStatus());
    window->resize(page->size().expandedTo({640, 400}));
    window->installEventFilter(this);
    window->setVisible(m_isVisible);
    return window;
}

bool PageDeck::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMain = watched == &m_window;
    if (isMain && event->type() == QEvent::Close)
        m_isEnding = true;
    if (isMain && event->type() == QEvent::Show)
        m_isEnding = false;
    if (isMain || m_isEnding)
        return false;
    if (event->type() == QEvent::WindowStateChange || event->type() == QEvent::Show)
        emit changed();
    if (event->type() != QEvent::Close)
        return false;
    const auto found = std::ranges::find_if(m_placed, [&](const Placed &one) { return one.frame == watched; });
    if (found != m_placed.end())
        place(found->page, Where::Tab);
    return false;
}

void PageDeck::gather()
{
    while (!m_placed.empty())
        place(m_placed.back().page, Where::Tab);
}

void PageDeck::setVisible(bool visible)
{
    m_isVisible = visible;
    m_ground->setVisible(visible);
    for (const Placed &placed : m_placed)
        placed.frame->setVisible(visible);
}

QList<PagePlace> PageDeck::places() const
{
    QList<PagePlace> places;
    for (const Placed &placed : m_placed)
        places << PagePlace{placed.page->name(), placed.where,
                            placed.where == Where::Window ? placed.frame->saveGeometry() : QByteArray{}};
    return places;
}

QByteArray PageDeck::docks() const
{
    return m_ground->saveState();
}

void PageDeck::setPlaces(const QList<PagePlace> &places, const QByteArray &docks)
{
    Page *const before = current();
    gather();
    for (const PagePlace &wanted : places) {
        const auto page = std::ranges::find(m_pages, wanted.page, &Page::name);
        if (page == m_pages.end())
            continue;
        place(*page, wanted.where);
        if (const Placed *const placed = placedOf(**page); placed && !wanted.geometry.isEmpty())
            placed->frame->restoreGeometry(wanted.geometry);
    }
    if (!docks.isEmpty())
        m_ground->restoreState(docks);
    turnTo(before);
}

/// What the menu offers for the page in front.
void PageDeck::showTabMenu(const QPoint &at)
{
    const int tab = m_tabs->tabBar()->tabAt(at);
    auto *const page = qobject_cast<Page *>(m_tabs->widget(tab));
    if (!page)
        return;
    turnTo(page);
    QMenu menu;
    for (const char *const name : {"pageWindowAction", "pageDockAction", "pageGatherAction"}) {
        if (auto *const action = m_window.findChild<QAction *>(QLatin1StringView{name}))
            menu.addAction(action);
    }
    menu.exec(m_tabs->tabBar()->mapToGlobal(at));
}

} // namespace cbpm
