// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <QTextStream>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

void writeLine(const QString &line)
{
    QString plain = line;
    plain.replace(u'\n', u' ');
    QTextStream{stderr} << plain << Qt::endl;
}

const CancelToken &globalToken()
{
    static const CancelToken token;
    return token;
}

void onSignal(int signal)
{
    if (globalToken().isCancelled())
        _exit(Interrupted);
    globalToken().cancel(); // a relaxed store: safe in a handler
    std::signal(signal, onSignal);
}

QString rate(double rowsPerSecond)
{
    return rowsPerSecond >= 1e6 ? u"%1 M rows/s"_s.arg(rowsPerSecond / 1e6, 0, 'f', 1)
                                : u"%1 k rows/s"_s.arg(rowsPerSecond / 1e3, 0, 'f', 0);
}

} // namespace

int report(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled) {
        writeLine(u"cbpm3: interrupted"_s);
        return Interrupted;
    }
    writeLine(u"cbpm3: "_s + error.sentence());
    return error.kind == Error::Kind::Usage ? WrongUsage : Failed;
}

void note(const QString &line)
{
    writeLine(u"cbpm3: "_s + line);
}

const CancelToken &interruptToken()
{
    static const bool installed = [] {
        globalToken();
        std::signal(SIGINT, onSignal);
        std::signal(SIGTERM, onSignal);
        return true;
    }();
    Q_UNUSED(installed)
    return globalToken();
}

ProgressLine::ProgressLine() : m_visible{isatty(STDERR_FILENO) == 1}
{
    m_started.start();
}

ProgressLine::~ProgressLine()
{
    if (m_visible && m_drawn.isValid())
        QTextStream{stderr} << "\r\033[K" << Qt::flush;
}

void ProgressLine::show(double share, std::uint64_t rows)
{
    if (!m_visible || (m_drawn.isValid() && m_drawn.elapsed() < 100))
        return;
    m_drawn.start();
    const double elapsed = std::max(1e-3, static_cast<double>(m_started.elapsed()) / 1e3);
    const double left = share > 0.0 ? elapsed * (1.0 - share) / share : 0.0;
    const int filled = static_cast<int>(share * 20.0);
    QTextStream{stderr} << "\r\033[K[" << QString(filled, u'#') << QString(20 - filled, u'-') << "] "
                        << u"%1 %  "_s.arg(share * 100.0, 0, 'f', 0)
                        << (rows > 0 ? rate(static_cast<double>(rows) / elapsed) : QString{})
                        << u"  %1 s left"_s.arg(left, 0, 'f', 0) << Qt::flush;
}

} // namespace cbpm
