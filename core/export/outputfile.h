// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QFile>
#include <QSaveFile>
#include <QString>

#include <memory>
#include <string_view>

namespace cbpm {

/// A file that appears under its name only when it is whole, or standard output for "-".
class OutputFile
{
public:
    explicit OutputFile(const QString &path);
    ~OutputFile(); ///< without commit() nothing is left behind

    Result<void> open();
    Result<void> write(std::string_view bytes);
    /// On disk, under its name.
    Result<void> commit();

    bool isStandardOutput() const { return m_path == QStringLiteral("-"); }

private:
    Error failure() const;

    QString m_path;
    QFile m_standardOutput;
    std::unique_ptr<QSaveFile> m_file;
    qint64 m_written = 0;
};

} // namespace cbpm
