// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"
#include "core/types/time.h"

#include <QImage>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace cbpm {

/// What a person writes.
struct LogbookText
{
    QString title;
    QString text;
    QString author;

    bool isEmpty() const { return title.trimmed().isEmpty() && text.trimmed().isEmpty(); }
};

/// What goes into a logbook: the words, the picture, and what the picture shows.
struct LogbookEntry
{
    LogbookText words;
    TimePoint written;   ///< when
    QJsonObject view;    ///< see viewRecord()
    QByteArray viewFile; ///< opens the same picture in a window on the same data
    QImage picture;
};

/// Makes a folder for the entry in `parent`: entry.json, entry.md, picture.png and view.cbpm3view; its path. The folder has its name
/// only when all of it is there.
Result<QString> writeLogbookEntry(const LogbookEntry &entry, const QString &parent);

/// The words that were not delivered so far, kept over the end of the program.
class LogbookDraft
{
public:
    explicit LogbookDraft(QString path = {}) : m_path{std::move(path)} {}

    /// nullopt: there is none, or it cannot be understood.
    std::optional<LogbookText> read() const;
    Result<void> keep(const LogbookText &words) const;
    /// After the words were delivered, or thrown away by their author.
    void remove() const;

private:
    QString m_path; ///< empty: nothing is kept
};

} // namespace cbpm
