// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/monitor/displayopening.h"

#include "app/monitor/render.h"

#include <QStringList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Of the opening that is under way; a program has one.
struct Heard
{
    int exitCode = 0;
    QtMessageHandler before = nullptr;
    QStringList words; ///< of the platform: why it failed, where it does
};

Heard &heard()
{
    static Heard one;
    return one;
}

void hear(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    Heard &all = heard();
    if (type == QtFatalMsg) {
        const QString why = all.words.isEmpty() ? message : all.words.first();
        complain({Error::Kind::NotFound, u"there is no display to open a window on (%1)"_s.arg(why.simplified()),
                  u"set DISPLAY, or draw into a file with --render FILE.png"_s});
        std::_Exit(all.exitCode);
    }
    if (QLatin1StringView{context.category}.startsWith("qt.qpa"_L1))
        all.words << message;
    else
        all.before(type, context, message);
}

} // namespace

DisplayOpening::DisplayOpening(int exitCode)
{
    heard() = {exitCode, qInstallMessageHandler(hear), {}};
}

DisplayOpening::~DisplayOpening()
{
    qInstallMessageHandler(heard().before);
    for (const QString &word : std::as_const(heard().words)) // it is open all the same
        qWarning("%s", qPrintable(word));
}

} // namespace cbpm
