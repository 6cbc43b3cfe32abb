// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/sessionfile.h"

#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Starts that may end early before a session is suspected.
constexpr int mostTries = 2;

/// The folder of `path`, made.
QString made(const QString &path)
{
    QDir{}.mkpath(QFileInfo{path}.absolutePath());
    return path;
}

} // namespace

SessionFile::SessionFile(QString path) : m_path{std::move(path)}, m_lock{made(m_path) + u".lock"_s}
{
    m_lock.setStaleLockTime(0); // it goes with its owner, not with its age
    m_isOwned = m_lock.tryLock(0);
    if (!m_isOwned && m_lock.error() != QLockFile::LockFailedError)
        m_problem = CoreTexts::tr("%1 cannot be written: what is on screen is not kept").arg(m_path);
}

std::optional<View> SessionFile::restore()
{
    if (!m_isOwned || !QFileInfo::exists(m_path))
        return std::nullopt;
    const auto tried = readSmallFile(triesPath(), 16);
    const int tries = tried ? tried->toInt() : 0;
    if (tries >= mostTries) {
        putAside(m_path);
        survived();
        m_problem = CoreTexts::tr("the program ended early %1 times with the last session: it was put aside beside %2")
                        .arg(tries)
                        .arg(m_path);
        return std::nullopt;
    }
    const auto view = readViewFile(m_path);
    if (!view) {
        if (view.error().kind == Error::Kind::BadData)
            putAside(m_path);
        m_isOwned = view.error().kind != Error::Kind::NewerFormat; // a later version's is left alone
        m_problem = view.error().sentence();
        return std::nullopt;
    }
    std::ignore = writeSharedFile(triesPath(), QByteArray::number(tries + 1));
    return *view;
}

void SessionFile::survived()
{
    if (m_isOwned)
        QFile::remove(triesPath());
}

void SessionFile::save(const View &view)
{
    if (!m_isOwned)
        return;
    QByteArray bytes = viewJson(view);
    if (bytes == m_written)
        return;
    const auto written = writeSharedFile(m_path, bytes);
    m_problem = written ? QString{} : written.error().sentence();
    if (written)
        m_written = std::move(bytes);
}

} // namespace cbpm
