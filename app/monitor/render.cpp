// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/render.h"

#include "ui/export/pagepicture.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int look_ms = 20; ///< between two looks for what no signal tells

} // namespace

void complain(const Error &error)
{
    QTextStream{stderr} << "cbpm3-monitor: " << error.sentence().replace(u'\n', u' ') << Qt::endl;
}

Render::Render(MainWindow &window, QString path, QObject *parent)
    : QObject{parent}, m_window{window}, m_path{std::move(path)}
{
    connect(&window.history(), &History::stateChanged, this, &Render::look, Qt::QueuedConnection);
    connect(
        &window, &MainWindow::refused, this,
        [this](const QString &why) {
            finish(Error{Error::Kind::Storage, why, {}});
        },
        Qt::QueuedConnection);
}

void Render::look()
{
    const History &history = m_window.history();
    if (m_done)
        return;
    if (history.state() == History::State::Failed)
        return finish(history.lastError());
    const bool loaded = history.state() == History::State::Complete
                        || (history.state() == History::State::Empty && history.series().range() != nullptr);
    if (loaded)
        drawWhenSettled();
}

void Render::drawWhenSettled()
{
    Page *const page = m_window.currentPage();
    page->refresh();
    if (m_window.history().closeup().isLoading()) { // finer bins of a part are on their way
        QTimer::singleShot(look_ms, this, &Render::look);
        return;
    }
    m_done = true;
    if (page->isSettled())
        finish(draw());
    else
        connect(
            page, &Page::settled, this, [this] { finish(draw()); }, Qt::SingleShotConnection);
}

Result<void> Render::draw()
{
    Page *const page = m_window.currentPage();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // of texts that came last
    for (QCustomPlot *const plot : m_window.findChildren<QCustomPlot *>())
        plot->replot(QCustomPlot::rpImmediateRefresh);
    if (m_path.endsWith(".png"_L1)) // all of the window, not its page alone
        return savePng(m_window.grab().toImage(), m_path);
    return savePagePicture(*page, {}, m_path);
}

void Render::finish(const Result<void> &done)
{
    if (!done)
        complain(done.error());
    QCoreApplication::exit(done ? 0 : 1);
}

} // namespace cbpm
