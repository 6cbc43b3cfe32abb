// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demowindow.h"
#include "ui/pagedeck.h"
#include "ui/pages/page.h"
#include "ui/windowview.h"

#include <QAction>
#include <QDockWidget>
#include <QTabWidget>
#include <qcustomplot.h>

#include <algorithm>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Where = PagePlace::Where;

/// Pages behind tabs, in docks and in windows of their own.
class TestPageDeck : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { makeArchive(10min); }
    void init()
    {
        makeWindow();
        openArchive(u"orbit"_s);
    }
    void cleanup() { m_window.reset(); }

    void aPageLeavesAndComesBack_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<Where>("where");
        QTest::newRow("window") << u"pageWindowAction"_s << Where::Window;
        QTest::newRow("dock") << u"pageDockAction"_s << Where::Dock;
    }
    void aPageLeavesAndComesBack()
    {
        QFETCH(QString, action);
        QFETCH(Where, where);
        auto *const toggle = find<QAction>(action);
        toggle->trigger();
        Page *const orbit = page(u"orbit"_s);
        QCOMPARE(deck().whereIs(*orbit), where);
        QVERIFY(toggle->isChecked());
        QTRY_VERIFY(orbit->isVisible());
        QCOMPARE(orbit->window() == m_window.get(), where == Where::Dock);
        QCOMPARE(tabs()->indexOf(orbit), -1);
        QCOMPARE(m_window->currentPage(), orbit);

        QVERIFY(frameOf(orbit)->close());
        QCOMPARE(deck().whereIs(*orbit), Where::Tab);
        QCOMPARE(tabs()->indexOf(orbit), 1); // between trend and buttons, where it was
        QVERIFY(!toggle->isChecked());
        QTRY_VERIFY(orbit->isVisible());
    }

    /// What can be seen is brought up to date, wherever it is.
    void allThatIsSeenFollows()
    {
        deck().place(page(u"orbit"_s), Where::Window);
        deck().place(page(u"buttons"_s), Where::Dock);
        m_window->turnTo(u"trend"_s);
        QCOMPARE(deck().shown().size(), 3u);
        for (const TimePoint cursor : {start + 2min, start + 7min}) {
            m_window->view().setCursor(cursor);
            const QString time = cursor == start + 2min ? u"00:02:00"_s : u"00:07:00"_s;
            QTRY_VERIFY2(page(u"orbit"_s)->caption().contains(time), qPrintable(page(u"orbit"_s)->caption()));
            QTRY_VERIFY2(page(u"buttons"_s)->caption().contains(time), qPrintable(page(u"buttons"_s)->caption()));
        }
    }

    void itsWindowHasTheKeysAndTheStatus()
    {
        Page *const orbit = page(u"orbit"_s);
        deck().place(orbit, Where::Window);
        QWidget *const window = frameOf(orbit);
        QVERIFY(QTest::qWaitForWindowActive(window));
        QTest::keyClick(window, Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(m_window->view().lengthUnit(), u"mm"_s);
        auto *const state = window->findChild<QLabel *>(u"stateLabel"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->text(), label("stateLabel"));
        QVERIFY(state->text().startsWith("Complete to"_L1));
        QTest::keyClick(window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(deck().whereIs(*orbit), Where::Tab);
    }

    void focusMakesThePageTheCurrentOne()
    {
        deck().place(page(u"buttons"_s), Where::Dock);
        m_window->turnTo(u"orbit"_s);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        page(u"buttons"_s)->setFocus();
        QTRY_COMPARE(m_window->currentPage(), page(u"buttons"_s));
        page(u"orbit"_s)->setFocus();
        QTRY_COMPARE(m_window->currentPage(), page(u"orbit"_s));
    }

    void theLastPageStays()
    {
        for (Page *const page : m_window->pages())
            deck().place(page, Where::Dock);
        QCOMPARE(tabs()->count(), 1);
        Page *const last = m_window->pages().back();
        QCOMPARE(deck().whereIs(*last), Where::Tab);
        QVERIFY(!deck().canLeave(*last));
        deck().gather();
        QCOMPARE(tabs()->count(), static_cast<int>(m_window->pages().size()));
        for (int k = 0; k < tabs()->count(); ++k)
            QCOMPARE(tabs()->widget(k), m_window->pages()[static_cast<std::size_t>(k)]);
    }

    /// With the session; also where the program ends while a page has its own window.
    void placesComeBack()
    {
        deck().place(page(u"orbit"_s), Where::Window);
        frameOf(page(u"orbit"_s))->resize(700, 500);
        deck().place(page(u"health"_s), Where::Dock);
        m_window->close();
        QCOMPARE(deck().whereIs(*page(u"orbit"_s)), Where::Window);
        const auto kept = parseView(viewJson(viewOf(*m_window)), u"here"_s);
        QVERIFY(kept.has_value());
        m_window.reset();

        makeWindow();
        showView(*m_window, *kept);
        openArchive(u"trend"_s);
        QCOMPARE(deck().whereIs(*page(u"orbit"_s)), Where::Window);
        QCOMPARE(deck().whereIs(*page(u"health"_s)), Where::Dock);
        QTRY_COMPARE(frameOf(page(u"orbit"_s))->size(), QSize(700, 500));
        QVERIFY(frameOf(page(u"health"_s))->isVisible());
    }

    /// Without a source there is nothing to show in them.
    void theyWaitForASource()
    {
        deck().place(page(u"orbit"_s), Where::Window);
        const View view = viewOf(*m_window);
        makeWindow();
        m_window->begin({});
        showView(*m_window, view);
        QVERIFY(!page(u"orbit"_s)->isVisible());
        openArchive();
        QVERIFY(page(u"orbit"_s)->isVisible());
    }

private:
    PageDeck &deck() const { return m_window->deck(); }
    QTabWidget *tabs() const { return find<QTabWidget>(u"pages"_s); }
    Page *page(const QString &name) const { return *std::ranges::find(m_window->pages(), name, &Page::name); }
    /// The dock or the window around it.
    static QWidget *frameOf(const Page *page) { return page->parentWidget(); }
};

QTEST_MAIN(TestPageDeck)
#include "tst_pagedeck.moc"
