// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace cbpm {

/// One chapter: resources/handbook/NAME.md, compiled into the program.
struct Chapter
{
    QString name;
    QString title;
    QString markdown;
    QString text; ///< what a reader reads, in one line: for searching
};

/// The handbook, in the order in which its index names the chapters; the index itself comes first.
class Handbook
{
public:
    Handbook();

    const std::vector<Chapter> &chapters() const { return m_chapters; }
    /// nullptr: there is none of this name.
    const Chapter *find(const QString &name) const;

    struct Hit
    {
        const Chapter *chapter;
        QString excerpt; ///< around the first word
    };
    /// Chapters that hold all the words of `query`, in any order and case; those that name them most often first.
    std::vector<Hit> search(const QString &query) const;
    /// What finds each word of `query` where a word begins: "gain" finds "gains", and not "again".
    static std::vector<QRegularExpression> wordsOf(const QString &query);

private:
    std::vector<Chapter> m_chapters;
};

} // namespace cbpm
