// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>
#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

extern char **environ;

namespace cbpm::bench {

double Row::judged() const
{
    return std::isnan(yardstick) ? figure : ratio();
}

std::optional<bool> Row::holds() const
{
    if (std::isnan(bound))
        return std::nullopt;
    return atLeast ? judged() >= bound : judged() <= bound;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double residentMegabytes()
{
    QFile file{u"/proc/self/statm"_s};
    if (!file.open(QIODevice::ReadOnly))
        throw Skipped{u"/proc tells no memory"_s};
    return file.readAll().split(' ').value(1).toDouble() * 4096.0 / 1e6;
}

double heapMegabytes()
{
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

double slope(const std::vector<std::pair<double, double>> &points)
{
    double sx = 0, sy = 0, sxx = 0, sxy = 0;
    for (const auto &[x, y] : points) {
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
    }
    const double n = static_cast<double>(points.size());
    return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}

double medianOf(int runs, const std::function<double()> &measured)
{
    std::vector<double> values;
    for (int k = 0; k < runs; ++k)
        values.push_back(measured());
    return median(std::move(values));
}

QJsonObject jsonOf(const QString &path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

double timed(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return static_cast<double>(clock.nsecsElapsed()) * 1e-9;
}

Ran runProgram(const QString &program, const QStringList &arguments)
{
    QTemporaryDir folder;
    const QByteArray log = QFile::encodeName(folder.filePath(u"output"_s));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, log.constData(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    QElapsedTimer clock;
    clock.start();
    pid_t pid = 0;
    const int failed = posix_spawn(&pid, argv.front(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0)
        throw Skipped{u"%1 cannot be started"_s.arg(program)};
    int status = 0;
    waitpid(pid, &status, 0);
    Ran ran{static_cast<double>(clock.nsecsElapsed()) * 1e-9, {}};
    QFile file{QString::fromLocal8Bit(log)};
    if (file.open(QIODevice::ReadOnly))
        ran.output = file.readAll();
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw Skipped{u"%1 %2 failed: %3"_s.arg(program, arguments.value(0), QString::fromUtf8(ran.output.right(300)))};
    return ran;
}

void forgetTiles()
{
    QFile::remove(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/cbpm3/tiles.sqlite"_s);
}

} // namespace cbpm::bench
