// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/measure.h"

#include "app/monitor/render.h"
#include "core/export/fetchsummary.h"
#include "ui/mainwindow.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cbpm {

Measure::Measure(MainWindow &window, QString path, QObject *parent)
    : QObject{parent}, m_window{window}, m_path{std::move(path)}
{
    connect(&window.history(), &History::stateChanged, this, &Measure::onStateChanged);
    connect(&window, &MainWindow::pagesRefreshed, this, &Measure::onRefreshed);
    connect(
        &window, &MainWindow::refused, this,
        [](const QString &why) {
            complain({Error::Kind::Storage, why, {}});
            QCoreApplication::exit(1);
        },
        Qt::QueuedConnection);
}

void Measure::onStateChanged()
{
    const History::State state = m_window.history().state();
    if (state == History::State::Loading) {
        m_running = true;
        m_fetch.start();
        m_loop.start();
    } else if (state == History::State::Failed) {
        complain(m_window.history().lastError());
        QCoreApplication::exit(1);
    } else if (m_running) {
        m_running = false;
        // After the last picture was painted.
        QTimer::singleShot(0, this, [this] { m_picture_s = static_cast<double>(m_fetch.nsecsElapsed()) * 1e-9; });
        QTimer::singleShot(100, this, &Measure::finish);
        m_updates_s.push_back(static_cast<double>(m_fetch.nsecsElapsed()) * 1e-9);
    }
}

void Measure::onRefreshed()
{
    if (!m_running || m_window.history().series().isEmpty())
        return;
    const double now = static_cast<double>(m_fetch.nsecsElapsed()) * 1e-9;
    // The picture itself is painted by the queued replot that follows.
    if (m_firstPositions_s < 0.0)
        QMetaObject::invokeMethod(
            this, [this] { m_firstPositions_s = static_cast<double>(m_fetch.nsecsElapsed()) * 1e-9; },
            Qt::QueuedConnection);
    m_updates_s.push_back(now);
}

void Measure::finish()
{
    const double load_s = m_updates_s.back();
    const QJsonObject figures{
        {u"first_positions_s"_s, m_firstPositions_s < 0.0 ? load_s : m_firstPositions_s},
        {u"load_s"_s, load_s},
        {u"picture_s"_s, m_picture_s},
        {u"updates_per_s"_s, static_cast<double>(m_updates_s.size()) / load_s},
        {u"max_gui_hold_ms"_s, m_loop.longestHold_ms()},
        {u"rows"_s, static_cast<qint64>(m_window.history().series().counts().rows)},
        {u"peak_rss_bytes"_s, static_cast<qint64>(peakResidentBytes())},
    };
    QFile file{m_path};
    const bool written = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument{figures}.toJson()) > 0;
    if (!written)
        complain({Error::Kind::Storage, u"%1 cannot be written"_s.arg(m_path), {}});
    QCoreApplication::exit(written ? 0 : 1);
}

} // namespace cbpm
