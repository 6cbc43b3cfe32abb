// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QComboBox *>(&widget)
           || qobject_cast<const QLineEdit *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget)
           || qobject_cast<const QAbstractSlider *>(&widget) || qobject_cast<const QCustomPlot *>(&widget);
}

/// Parts that Qt makes for itself are read out as part of what they belong to.
bool isQtsOwn(const QWidget &widget)
{
    return widget.objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(&widget)
           || qobject_cast<const QComboBox *>(widget.parentWidget()) || widget.inherits("QTableCornerButton")
           || widget.inherits("QHeaderView") || widget.inherits("QComboBoxPrivateContainer")
           || qobject_cast<const QAbstractItemView *>(widget.parentWidget())
           || (widget.parentWidget() && widget.parentWidget()->inherits("QComboBoxPrivateContainer"))
           || qobject_cast<const QLineEdit *>(widget.parentWidget()) || widget.inherits("QDockWidgetTitleButton")
           || (widget.parentWidget() && widget.parentWidget()->inherits("QTabBar"));
}

QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (QWidget *const widget : root.findChildren<QWidget *>()) {
        const auto *const button = qobject_cast<const QAbstractButton *>(widget);
        const bool isSilent = widget->isHidden() || (button && button->text().isEmpty() && !button->isVisible());
        if (!isControl(*widget) || isQtsOwn(*widget) || isSilent) // what is hidden has nothing to say yet
            continue;
        QAccessibleInterface *const face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u" in "_s
                            + widget->parentWidget()->objectName();
    }
    return nameless;
}

} // namespace

/// Whoever hears the window instead of seeing it is told what each control is.
class TestAccessibility : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString archive = m_folder.filePath(u"minutes.cbpm3"_s);
        const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};
        SimulationOrder order = demoOrder(archive);
        order.range = *TimeRange::between(start, start + 5min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(1280, 720);
        m_window->show();
        m_window->begin({.source = archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:05Z"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyControlOfTheWindowHasAName()
    {
        for (Page *const page : m_window->pages())
            m_window->showPage(page);
        const QStringList nameless = namelessControls(*m_window);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void everyControlOfADialogHasAName_data()
    {
        QTest::addColumn<QString>("action");
        for (const QString &action : {u"referencesAction"_s, u"detectorsAction"_s, u"handbookAction"_s,
                                      u"paletteAction"_s, u"keysAction"_s, u"profilesAction"_s, u"connectAction"_s})
            QTest::newRow(qPrintable(action)) << action;
    }
    void everyControlOfADialogHasAName()
    {
        QFETCH(QString, action);
        auto *const wanted = m_window->findChild<QAction *>(action);
        QVERIFY(wanted);
        wanted->trigger();
        const QStringList nameless = namelessControls(*m_window);
        for (QWidget *const widget : QApplication::topLevelWidgets()) {
            if (widget != m_window.get())
                widget->close();
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void everyActionHasAKeyOrAMenu()
    {
        for (const QAction *const action : m_window->findChildren<QAction *>()) {
            const bool isOfAField = qobject_cast<const QLineEdit *>(action->parent()) != nullptr;
            if (action->isSeparator() || action->text().isEmpty() || isOfAField)
                continue;
            const bool isInMenu = std::ranges::any_of(action->associatedObjects(), [](const QObject *object) {
                return qobject_cast<const QMenu *>(object) || qobject_cast<const QMenuBar *>(object);
            });
            QVERIFY2(isInMenu || !action->shortcuts().isEmpty(), qPrintable(action->text()));
        }
    }

private:
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
