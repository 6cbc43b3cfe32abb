// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/simulated/demoarchive.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace cbpm::test {

/// What tests of the real window share: one on the first minutes of the demo, offscreen, made anew for each test.
class DemoWindowTest : public QObject
{
protected:
    static constexpr TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

    /// For initTestCase().
    void makeArchive(Duration length = std::chrono::hours{1}, TimePoint begin = start)
    {
        QLocale::setDefault(QLocale::c());
        m_archive = m_folder.filePath(QStringLiteral("demo.cbpm3"));
        SimulationOrder order = demoOrder(m_archive);
        order.range = *TimeRange::between(begin, begin + length);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
    }

    /// For init(): a window with nothing in it, and a data folder of its own.
    void makeWindow()
    {
        m_pool.setMaxThreadCount(6);
        m_data = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->useDataFolder(m_data->path());
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// All of the archive, shown on `page`.
    void openArchive(const QString &page = {})
    {
        m_window->begin({.source = m_archive, .page = page});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
    }

    template<class T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    QString label(const char *name) const { return label(QString::fromLatin1(name)); }
    void click(const char *button) const
    {
        QTest::mouseClick(find<QAbstractButton>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    QTemporaryDir m_folder;
    QString m_archive;
    QThreadPool m_pool;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace cbpm::test
