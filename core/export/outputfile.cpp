// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/outputfile.h"

#include "core/types/coretexts.h"
#include "core/types/devicefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cstdio>
#include <tuple>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Bytes after which the system is told to begin to write them to the disk.
constexpr qint64 onItsWayAt = qint64{4} << 20;

} // namespace

OutputFile::OutputFile(const QString &path) : m_path{path} {}

OutputFile::~OutputFile() = default;

Result<void> OutputFile::open()
{
    bool isOpen = false;
    m_isStream = isStandardOutput() || isDevice(m_path);
    if (m_isStream) {
        auto stream = std::make_unique<QFile>(m_path);
        isOpen = isStandardOutput() ? stream->open(stdout, QIODevice::WriteOnly) : stream->open(QIODevice::WriteOnly);
        m_device = std::move(stream);
    } else {
        m_device = std::make_unique<QSaveFile>(m_path);
        isOpen = m_device->open(QIODevice::WriteOnly);
    }
    if (isOpen)
        return {};
    return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be written: %2").arg(m_path, m_device->errorString()),
                 CoreTexts::tr("choose a folder that exists and that you may write to")};
}

Result<void> OutputFile::write(std::string_view bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    if (m_device->write(bytes.data(), size) != size || (m_isStream && !m_device->flush()))
        return failure();
    m_written += size;
    if (!m_isStream && m_written - m_onItsWay >= onItsWayAt) { // the end has less to wait for
        std::ignore = ::sync_file_range(m_device->handle(), m_onItsWay, m_written - m_onItsWay, SYNC_FILE_RANGE_WRITE);
        m_onItsWay = m_written;
    }
    return {};
}

Result<void> OutputFile::commit()
{
    bool done = m_device->flush();
    // QSaveFile does not look at what fsync says; a full disk may show only there.
    if (!m_isStream)
        done = done && ::fsync(m_device->handle()) == 0 && static_cast<QSaveFile &>(*m_device).commit();
    return done ? Result<void>{} : failure();
}

Error OutputFile::failure() const
{
    if (isStandardOutput())
        return Error{
            Error::Kind::Storage, CoreTexts::tr("standard output was closed after %1 bytes").arg(m_written), {}};
    if (m_isStream)
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("writing %1 failed after %2 bytes: %3")
                         .arg(m_path)
                         .arg(m_written)
                         .arg(m_device->errorString()),
                     {}};
    const qint64 free = QStorageInfo{QFileInfo{m_path}.absolutePath()}.bytesAvailable();
    return Error{Error::Kind::Storage,
                 CoreTexts::tr("writing %1 failed after %2 bytes (%3 bytes free): the file was not made")
                     .arg(m_path)
                     .arg(m_written)
                     .arg(free),
                 CoreTexts::tr("free space there or choose another folder")};
}

Result<void> writeFile(const QString &path, QByteArrayView bytes)
{
    OutputFile file{path};
    if (const auto opened = file.open(); !opened)
        return opened;
    if (const auto written = file.write({bytes.data(), static_cast<std::size_t>(bytes.size())}); !written)
        return written;
    return file.commit();
}

} // namespace cbpm
