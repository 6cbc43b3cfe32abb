// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pagepicture.h"

#include "core/export/outputfile.h"
#include "core/export/provenance.h"
#include "core/types/memory.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"
#include "ui/text/texts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PagePicture)
};

/// Of the two lines that a footnote may take.
int noteHeight(const Page &page)
{
    return 2 * page.fontMetrics().lineSpacing() + 6;
}

QSize pictureSize(const Page &page, const QString &footnote)
{
    return page.size() + QSize{0, footnote.isEmpty() ? 0 : noteHeight(page)};
}

void paint(Page &page, const QString &footnote, QCPPainter &painter)
{
    painter.save();
    page.paintVectors(painter);
    painter.restore();
    if (footnote.isEmpty())
        return;
    const QRect line{0, page.height(), page.width(), noteHeight(page)};
    painter.fillRect(line, page.palette().color(QPalette::Base));
    painter.setPen(page.palette().color(QPalette::WindowText));
    painter.setFont(page.font());
    const QRect inside = line.adjusted(8, 0, -8, 0);
    painter.drawText(inside, Qt::AlignVCenter | Qt::TextWordWrap, footnote);
}

template<class Device>
void paintVectors(Page &page, const QString &footnote, Device &device)
{
    QCPPainter painter{&device};
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    paint(page, footnote, painter);
}

void writeSvg(Page &page, const QString &footnote, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setViewBox(QRect{{}, pictureSize(page, footnote)});
    generator.setTitle(page.title());
    paintVectors(page, footnote, generator);
}

void writePdf(Page &page, const QString &footnote, QIODevice &device)
{
    QPdfWriter writer{&device};
    writer.setPageSize(QPageSize{QSizeF{pictureSize(page, footnote)}, QPageSize::Point});
    writer.setPageMargins({});
    writer.setResolution(72);
    writer.setTitle(page.title());
    paintVectors(page, footnote, writer);
}

/// Mean over the selected detectors, 0 to 1.
double coverageOf(const RingSeries &series, const ViewState &view)
{
    double sum = 0.0;
    for (const int row : view.selection())
        sum += series.coverage(row);
    return view.selection().empty() ? 0.0 : sum / static_cast<double>(view.selection().size());
}

} // namespace

QString pictureFootnote(const History &history, const ViewState &view)
{
    const RingSeries &shown = history.seriesFor(view.visible());
    if (!history.source() || !shown.range() || !shown.interval())
        return Texts::tr("nothing is loaded");
    return Texts::tr("%1, bins of %2, coverage %3 % of the selected detectors, detector table %4, method %5, %6, "
                     "cbpm3-monitor %7")
        .arg(text::range(view.visible().value_or(*shown.range()), view.zone()), text::interval(*shown.interval()),
             QLocale{}.toString(100.0 * coverageOf(history.series(), view), 'f', 1),
             history.source()->table()->version(), methodWords(history.method()), history.info().name,
             QStringLiteral(CBPM_VERSION));
}

QImage pageImage(Page &page, const QString &footnote)
{
    const double ratio = page.devicePixelRatioF();
    QImage image{pictureSize(page, footnote) * ratio, QImage::Format_RGB32};
    image.setDevicePixelRatio(ratio);
    image.fill(page.palette().color(QPalette::Base));
    QCPPainter painter{&image};
    painter.setMode(QCPPainter::pmNoCaching);
    paint(page, footnote, painter);
    return image;
}

bool isPicturePath(const QString &path)
{
    return path.endsWith(".png"_L1) || path.endsWith(".svg"_L1) || path.endsWith(".pdf"_L1);
}

Result<void> savePng(const QImage &image, const QString &path)
{
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    if (!image.save(&png, "PNG")) // into memory: there was none for it, or none for the image
        return memoryError();
    return writeFile(path, png.data());
}

Result<void> savePagePicture(Page &page, const QString &footnote, const QString &path)
{
    QBuffer picture;
    picture.open(QIODevice::WriteOnly);
    if (path.endsWith(".svg"_L1))
        writeSvg(page, footnote, picture);
    else if (path.endsWith(".pdf"_L1))
        writePdf(page, footnote, picture);
    else
        return savePng(pageImage(page, footnote), path);
    return writeFile(path, picture.data());
}

} // namespace cbpm
