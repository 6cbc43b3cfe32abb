// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/canceltoken.h"
#include "core/types/result.h"

#include <QElapsedTimer>
#include <QString>

#include <cstdint>

namespace cbpm {

/// Exit codes of the contract.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, Missing = 3, Interrupted = 130 };

/// One line on stderr and the exit code that belongs to the error.
int report(const Error &error);

/// A line on stderr that does not end the program.
void note(const QString &line);

/// Cancelled by the first SIGINT or SIGTERM; the second one ends the program at once.
const CancelToken &interruptToken();

/// "62 %  3.4 M rows/s  8 s left" on stderr, redrawn a few times a second; silent where stderr is no terminal.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();

    void show(double share, std::uint64_t rows);

private:
    const bool m_visible;
    QElapsedTimer m_started;
    QElapsedTimer m_drawn;
};

} // namespace cbpm
