// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/handbook.h"

#include <QFile>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

void initHandbookResources()
{
    Q_INIT_RESOURCE(handbook);
}

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Chapter readChapter(const QString &name)
{
    QFile file{u":/handbook/%1.md"_s.arg(name)};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Chapter chapter{name, {}, QString::fromUtf8(file.readAll()), {}};
    QTextDocument document;
    document.setMarkdown(chapter.markdown);
    chapter.title = document.firstBlock().text();
    chapter.text = document.toPlainText().simplified();
    return chapter;
}

QString excerptAround(const QString &text, const QRegularExpression &word)
{
    constexpr qsizetype side = 40;
    const qsizetype at = text.indexOf(word);
    const qsizetype begin = text.lastIndexOf(u' ', std::max<qsizetype>(0, at - side)) + 1;
    const qsizetype end = text.indexOf(u' ', std::min(text.size(), at + side));
    return (begin > 0 ? u"… "_s : QString{}) + text.mid(begin, end < 0 ? -1 : end - begin)
           + (end < 0 ? QString{} : u" …"_s);
}

} // namespace

Handbook::Handbook()
{
    initHandbookResources();
    m_chapters.push_back(readChapter(u"index"_s));
    static const QRegularExpression link{u"\\]\\((\\w+)\\.md\\)"_s};
    const QString index = m_chapters.front().markdown;
    for (auto found = link.globalMatch(index); found.hasNext();) {
        if (Chapter chapter = readChapter(found.next().captured(1)); !chapter.title.isEmpty())
            m_chapters.push_back(std::move(chapter));
    }
}

const Chapter *Handbook::find(const QString &name) const
{
    const auto found = std::find_if(m_chapters.begin(), m_chapters.end(),
                                    [&](const Chapter &chapter) { return chapter.name == name; });
    return found == m_chapters.end() ? nullptr : &*found;
}

std::vector<QRegularExpression> Handbook::wordsOf(const QString &query)
{
    std::vector<QRegularExpression> words;
    for (const QString &word : query.simplified().split(u' ', Qt::SkipEmptyParts))
        words.emplace_back(u"(?<!\\w)"_s + QRegularExpression::escape(word), QRegularExpression::CaseInsensitiveOption);
    return words;
}

std::vector<Handbook::Hit> Handbook::search(const QString &query) const
{
    const auto words = wordsOf(query);
    std::vector<std::pair<qsizetype, Hit>> found;
    for (const Chapter &chapter : m_chapters) {
        qsizetype times = 0;
        const bool all = !words.empty() && std::all_of(words.begin(), words.end(), [&](const QRegularExpression &word) {
            const qsizetype count = chapter.text.count(word);
            times += count + 10 * chapter.title.count(word);
            return count > 0;
        });
        if (all)
            found.emplace_back(times, Hit{&chapter, excerptAround(chapter.text, words.front())});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<Hit> hits;
    for (auto &[times, hit] : found)
        hits.push_back(std::move(hit));
    return hits;
}

} // namespace cbpm
