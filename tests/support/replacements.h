// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileInfo>

#include <sys/inotify.h>
#include <unistd.h>

namespace cbpm::test {

/// Counts how often a file is put in place of another from now on. Its folder exists.
class Replacements
{
public:
    explicit Replacements(const QString &path)
        : m_name{QFile::encodeName(QFileInfo{path}.fileName())}, m_events{inotify_init1(IN_NONBLOCK)}
    {
        inotify_add_watch(m_events, QFile::encodeName(QFileInfo{path}.absolutePath()).constData(),
                          IN_MOVED_FROM | IN_MOVED_TO); // two of a kind in a row would be told as one
    }
    ~Replacements() { close(m_events); }
    Replacements(const Replacements &) = delete;
    Replacements &operator=(const Replacements &) = delete;

    /// Since the last call.
    int count() const
    {
        int count = 0;
        alignas(inotify_event) char bytes[16384];
        for (ssize_t size; (size = read(m_events, bytes, sizeof bytes)) > 0;) {
            for (const char *at = bytes; at < bytes + size;) {
                const auto *const event = reinterpret_cast<const inotify_event *>(at);
                count += (event->mask & IN_MOVED_TO) != 0 && m_name == event->name;
                at += sizeof *event + event->len;
            }
        }
        return count;
    }

private:
    QByteArray m_name;
    int m_events;
};

} // namespace cbpm::test
