// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/startmark.h"

#include "core/export/fetchsummary.h"
#include "core/types/time.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int look_ms = 5;

qint64 now_us()
{
    return unixMicroseconds(systemNow());
}

} // namespace

StartMark::StartMark(MainWindow &window, QString path, QObject *parent)
    : QObject{parent}, m_window{window}, m_path{std::move(path)}
{
    window.installEventFilter(this);
}

bool StartMark::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_usable_us == 0) {
        m_usable_us = -1;
        // Input waits behind all that the start has queued: this comes last.
        QTimer::singleShot(0, this, [this] {
            m_usable_us = now_us();
            look();
        });
    }
    return QObject::eventFilter(watched, event);
}

void StartMark::look()
{
    const History::State state = m_window.history().state();
    const bool isBusy = state == History::State::Opening || state == History::State::Loading;
    if (isBusy || !m_window.currentPage()->isSettled() || m_window.history().closeup().isLoading())
        return QTimer::singleShot(look_ms, this, &StartMark::look);
    m_window.repaint();
    m_settled_us = now_us();
    write();
    QCoreApplication::exit(0);
}

void StartMark::write()
{
    const QJsonObject marks{{u"usable_us"_s, m_usable_us},
                            {u"settled_us"_s, m_settled_us},
                            {u"peak_rss_bytes"_s, static_cast<qint64>(peakResidentBytes())},
                            {u"rows"_s, static_cast<qint64>(m_window.history().series().counts().rows)}};
    QFile file{m_path};
    if (file.open(QIODevice::WriteOnly))
        file.write(QJsonDocument{marks}.toJson());
}

} // namespace cbpm
