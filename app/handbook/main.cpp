// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handbook/handbookpages.h"

#include <QGuiApplication>
#include <QTextStream>

/// cbpm3-handbook FOLDER: writes the handbook as HTML there.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // Markdown is read by Qt Gui, which wants a platform
    const QGuiApplication application{argc, argv};
    if (argc != 2) {
        QTextStream{stderr} << "usage: cbpm3-handbook FOLDER" << Qt::endl;
        return 2;
    }
    const auto written = cbpm::writeHandbookPages(cbpm::Handbook{}, QString::fromLocal8Bit(argv[1]));
    if (!written)
        QTextStream{stderr} << "cbpm3-handbook: " << written.error().sentence() << Qt::endl;
    return written ? 0 : 1;
}
