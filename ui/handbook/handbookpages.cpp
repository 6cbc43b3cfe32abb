// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/handbookpages.h"

#include "ui/handbook/chapterhtml.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QString navigation(const Handbook &handbook, const Chapter &here)
{
    QString html = u"<nav>\n"_s;
    for (const Chapter &chapter : handbook.chapters()) {
        const QString title = chapter.title.section(u':', 0, 0).toHtmlEscaped();
        html += chapter.name == here.name ? u"<b>%1</b>\n"_s.arg(title)
                                          : u"<a href=\"%1.html\">%2</a>\n"_s.arg(chapter.name, title);
    }
    return html + u"</nav>\n"_s;
}

QString page(const Handbook &handbook, const Chapter &chapter)
{
    return u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>%1 - CBPM3 monitor</title>\n"
           "<link rel=\"stylesheet\" href=\"handbook.css\">\n</head>\n<body>\n"_s.arg(chapter.title.toHtmlEscaped())
           + navigation(handbook, chapter) + chapterHtml(chapter.markdown) + u"</body>\n</html>\n"_s;
}

Result<void> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{Error::Kind::Storage, u"%1 cannot be written: %2"_s.arg(path, file.errorString()),
                 u"choose another folder"_s};
}

} // namespace

Result<void> writeHandbookPages(const Handbook &handbook, const QString &folder)
{
    const QDir target{folder};
    target.mkpath(u"."_s);
    QFile style{u":/handbook/handbook.css"_s};
    style.open(QIODevice::ReadOnly);
    if (auto written = write(target.filePath(u"handbook.css"_s), style.readAll()); !written)
        return written;
    for (const Chapter &chapter : handbook.chapters()) {
        if (auto written = write(target.filePath(chapter.name + u".html"_s), page(handbook, chapter).toUtf8());
            !written)
            return written;
    }
    return {};
}

} // namespace cbpm
