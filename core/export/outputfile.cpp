// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/outputfile.h"

#include "core/types/coretexts.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {

OutputFile::OutputFile(const QString &path) : m_path{path} {}

OutputFile::~OutputFile() = default;

Result<void> OutputFile::open()
{
    if (isStandardOutput()) {
        m_standardOutput.open(stdout, QIODevice::WriteOnly);
        return {};
    }
    m_file = std::make_unique<QSaveFile>(m_path);
    if (m_file->open(QIODevice::WriteOnly))
        return {};
    return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be written: %2").arg(m_path, m_file->errorString()),
                 CoreTexts::tr("choose a folder that exists and that you may write to")};
}

Result<void> OutputFile::write(std::string_view bytes)
{
    QFileDevice &device = isStandardOutput() ? static_cast<QFileDevice &>(m_standardOutput) : *m_file;
    const auto size = static_cast<qint64>(bytes.size());
    if (device.write(bytes.data(), size) != size || (isStandardOutput() && !device.flush()))
        return failure();
    m_written += size;
    return {};
}

Result<void> OutputFile::commit()
{
    if (isStandardOutput())
        return m_standardOutput.flush() ? Result<void>{} : failure();
    // QSaveFile does not look at what fsync says; a full disk may show only there.
    const bool onDisk = m_file->flush() && ::fsync(m_file->handle()) == 0;
    if (!onDisk || !m_file->commit())
        return failure();
    return {};
}

Error OutputFile::failure() const
{
    if (isStandardOutput())
        return Error{
            Error::Kind::Storage, CoreTexts::tr("standard output was closed after %1 bytes").arg(m_written), {}};
    const qint64 free = QStorageInfo{QFileInfo{m_path}.absolutePath()}.bytesAvailable();
    return Error{Error::Kind::Storage,
                 CoreTexts::tr("writing %1 failed after %2 bytes (%3 bytes free): the file was not made")
                     .arg(m_path)
                     .arg(m_written)
                     .arg(free),
                 CoreTexts::tr("free space there or choose another folder")};
}

} // namespace cbpm
