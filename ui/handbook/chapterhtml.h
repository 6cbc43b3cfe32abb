// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cbpm {

/// A chapter's Markdown as plain HTML, for the window and for the pages alike: headings, paragraphs, lists, tables,
/// code, pictures, links; links to NAME.md become links to NAME.html. QTextDocument::toHtml() would fix sizes and
/// colours in each element and lose what pictures are called.
QString chapterHtml(const QString &markdown);

} // namespace cbpm
