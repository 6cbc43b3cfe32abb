// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QByteArrayView>
#include <QFileDevice>
#include <QString>

#include <memory>
#include <string_view>

namespace cbpm {

/// A file that appears under its name only when it is whole. Standard output for "-", devices and pipes are written to
/// as they are.
class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile(); ///< without commit() nothing is left behind

    Result<void> open();
    Result<void> write(std::string_view bytes);
    /// On disk, under its name.
    Result<void> commit();

private:
    bool isStandardOutput() const { return m_path == QStringLiteral("-"); }
    Error failure() const;

    QString m_path;
    std::unique_ptr<QFileDevice> m_device;
    bool m_isStream = false; ///< standard output, a device, a pipe: nothing that could be put in place
    qint64 m_written = 0;
    qint64 m_onItsWay = 0; ///< of it, to the disk
};

/// `bytes` as the whole of an OutputFile.
Result<void> writeFile(const QString &path, QByteArrayView bytes);

} // namespace cbpm
