// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/chapterhtml.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// What is open around the block at hand.
enum class Around { Nothing, Bullets, Numbers, Code };

Around aroundOf(const QTextBlock &block)
{
    if (block.blockFormat().hasProperty(QTextFormat::BlockCodeFence))
        return Around::Code;
    if (const QTextList *const list = block.textList())
        return list->format().style() == QTextListFormat::ListDecimal ? Around::Numbers : Around::Bullets;
    return Around::Nothing;
}

QString opening(Around around)
{
    switch (around) {
    case Around::Bullets:
        return u"<ul>\n"_s;
    case Around::Numbers:
        return u"<ol>\n"_s;
    case Around::Code:
        return u"<pre>"_s;
    case Around::Nothing:
        break;
    }
    return {};
}

QString closing(Around around)
{
    switch (around) {
    case Around::Bullets:
        return u"</ul>\n"_s;
    case Around::Numbers:
        return u"</ol>\n"_s;
    case Around::Code:
        return u"</pre>\n"_s;
    case Around::Nothing:
        break;
    }
    return {};
}

QString element(const QString &name, const QString &content)
{
    return u'<' + name + u'>' + content + u"</"_s + name + u'>';
}

QString picture(const QTextImageFormat &format)
{
    const QString alt = format.property(QTextFormat::ImageAltText).toString();
    return u"<img src=\"%1\" alt=\"%2\">"_s.arg(format.name().toHtmlEscaped(), alt.toHtmlEscaped());
}

QString piece(const QTextFragment &fragment, bool plain)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat())
        return picture(format.toImageFormat());
    QString html = fragment.text().toHtmlEscaped();
    if (plain)
        return html;
    if (format.fontFixedPitch())
        html = element(u"code"_s, html);
    if (format.fontWeight() > QFont::Normal)
        html = element(u"b"_s, html);
    if (format.fontItalic())
        html = element(u"em"_s, html);
    if (format.isAnchor()) {
        QString target = format.anchorHref();
        if (target.endsWith(".md"_L1))
            target = target.chopped(3) + u".html"_s;
        html = u"<a href=\"%1\">%2</a>"_s.arg(target.toHtmlEscaped(), html);
    }
    return html;
}

/// `plain`: without marks of its own, as in code.
QString content(const QTextBlock &block, bool plain = false)
{
    QString html;
    for (auto at = block.begin(); !at.atEnd(); ++at)
        html += piece(at.fragment(), plain);
    return html;
}

QString table(const QTextTable &table)
{
    QString html = u"<table>\n"_s;
    for (int row = 0; row < table.rows(); ++row) {
        const bool header = row == 0; // as every table of Markdown has one
        html += u"<tr>"_s;
        for (int column = 0; column < table.columns(); ++column) {
            QString cell;
            const QTextTableCell at = table.cellAt(row, column);
            for (auto block = at.begin(); block != at.end(); ++block)
                cell += content(block.currentBlock(), header);
            html += element(header ? u"th"_s : u"td"_s, cell);
        }
        html += u"</tr>\n"_s;
    }
    return html + u"</table>\n"_s;
}

QString line(const QTextBlock &block, Around around)
{
    if (around == Around::Code)
        return content(block, true) + u'\n';
    if (around != Around::Nothing)
        return element(u"li"_s, content(block)) + u'\n';
    if (const int level = block.blockFormat().headingLevel(); level > 0)
        return element(u"h%1"_s.arg(level), content(block, true)) + u'\n';
    const QString html = content(block);
    return html.isEmpty() ? QString{} : element(u"p"_s, html) + u'\n';
}

} // namespace

QString chapterHtml(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    QString html;
    Around around = Around::Nothing;
    const auto enter = [&](Around next) {
        if (next == around)
            return;
        html += closing(around) + opening(next);
        around = next;
    };
    for (auto at = document.rootFrame()->begin(); !at.atEnd(); ++at) {
        if (const auto *const found = qobject_cast<QTextTable *>(at.currentFrame())) {
            enter(Around::Nothing);
            html += table(*found);
        } else if (at.currentBlock().isValid()) {
            enter(aroundOf(at.currentBlock()));
            html += line(at.currentBlock(), around);
        }
    }
    enter(Around::Nothing);
    return html;
}

} // namespace cbpm
