// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUnhandledException>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <system_error>

#include <unistd.h>

namespace cbpm {

/// What the sentence of endInWords() begins with.
inline const char *programInWords = "";

[[noreturn]] inline void sayThatMemoryEnded()
{
    std::fprintf(stderr,
                 "%s: there is not enough memory to go on; choose a narrower range, a coarser interval or fewer "
                 "detectors, or allow more (ulimit -v)\n",
                 programInWords);
    _exit(1);
}

[[noreturn]] inline void endOfProgram()
{
    std::exception_ptr thrown = std::current_exception();
    while (thrown) {
        try {
            std::rethrow_exception(std::exchange(thrown, nullptr));
        } catch (const QUnhandledException &wrapped) { // of a job on a pool
            thrown = wrapped.exception();
        } catch (const std::bad_alloc &) {
            sayThatMemoryEnded();
        } catch (const std::system_error &error) {
            if (error.code() == std::errc::resource_unavailable_try_again) // a thread has no place for its stack
                sayThatMemoryEnded();
        } catch (...) {
        }
    }
    std::abort();
}

/// Qt says it and goes on; what the thread was to do is then waited for without end.
inline void endWhereNoThreadBegins(const QString &message)
{
    if (message.contains(QLatin1StringView{"Thread creation error"}))
        sayThatMemoryEnded();
}

inline QtMessageHandler messagesBefore = nullptr;

/// Where memory ends and nothing below has an answer, the program ends with one sentence and exit code 1, not with a
/// crash. What is half written is taken away by the next run, as after any sudden end.
inline void endInWords(const char *program)
{
    programInWords = program;
    std::set_terminate(endOfProgram);
    messagesBefore =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
            endWhereNoThreadBegins(message);
            messagesBefore(type, context, message);
        });
}

} // namespace cbpm
