// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QImage>
#include <QString>

class QCPPainter;

namespace cbpm {

class History;
class Page;
class ViewState;

/// The line below a picture: zone, range, interval, coverage, detector table version, method, source. No secret.
QString pictureFootnote(const History &history, const ViewState &view);

/// The page with its caption and `footnote`, as pixels.
QImage pageImage(Page &page, const QString &footnote);

/// The same as PNG, SVG or PDF, by the end of `path`; a file appears only when it is whole. An empty footnote takes no
/// room.
Result<void> savePagePicture(Page &page, const QString &footnote, const QString &path);

/// `image`, whatever it shows, in the same way. Error: Storage, also where there was no memory for it.
Result<void> savePng(const QImage &image, const QString &path);

/// Whether `path` ends as one of them.
bool isPicturePath(const QString &path);

} // namespace cbpm
