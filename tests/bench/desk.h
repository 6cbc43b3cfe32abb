// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/bench.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QTabWidget>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace cbpm::bench {

/// A window as on a control-room screen, and what it costs.
struct Desk
{
    Desk()
    {
        pool.setMaxThreadCount(6);
        window = std::make_unique<MainWindow>(pool, SourceOptions{});
        window->resize(1600, 900);
        window->show();
        pages = window->findChild<QTabWidget *>(QStringLiteral("pages"));
        QObject::connect(window.get(), &MainWindow::pagesRefreshed, [this] { ++refreshes; });
    }
    ~Desk() { pool.waitForDone(); }

    void open(const QString &path)
    {
        window->begin({.source = path});
        wait([this] { return window->history().state() == History::State::Complete; }, QStringLiteral("the archive was not opened"));
    }

    static void wait(const std::function<bool()> &condition, const QString &otherwise)
    {
        if (!QTest::qWaitFor(condition, 30'000))
            throw Skipped{otherwise};
    }

    /// Every page in turn for `seconds`; the time from a click on a tab until the page is painted.
    std::vector<double> turnPages(int seconds)
    {
        std::vector<double> switches;
        QElapsedTimer clock;
        clock.start();
        for (int page = 0; clock.elapsed() < seconds * 1000; page = (page + 1) % pages->count()) {
            switches.push_back(timed([&] {
                pages->setCurrentIndex(page);
                pages->currentWidget()->repaint();
            }));
            QTest::qWait(1500);
        }
        return switches;
    }

    QThreadPool pool;
    std::unique_ptr<MainWindow> window;
    QTabWidget *pages = nullptr;
    int refreshes = 0;
};

} // namespace cbpm::bench
