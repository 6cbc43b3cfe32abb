// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "app/outofmemory.h"
#include "core/types/heap.h"
#include "core/types/memory.h"

#include <QCoreApplication>
#include <QTextStream>

#include <map>

using namespace Qt::StringLiterals;

namespace {

const std::map<QString, int (*)(const QStringList &)> commands{
    {u"fetch"_s, cbpm::runFetch},     {u"simulate"_s, cbpm::runSimulate}, {u"check"_s, cbpm::runCheck},
    {u"prepare"_s, cbpm::runPrepare}, {u"info"_s, cbpm::runInfo},         {u"verify"_s, cbpm::runVerify},
};

constexpr const char *help = R"(cbpm3: beam positions from button readings, for terminals and scripts

usage: cbpm3 COMMAND [options]

  fetch     range -> positions -> bins -> file
  simulate  simulated ring data into an archive or a PostgreSQL table
  check     what a new site needs to know of its source
  prepare   blocks and rollups beside a PostgreSQL table, for quicker fetches
  info      what an archive holds
  verify    every block of an archive read and checked

cbpm3 COMMAND --help tells the options. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 something missing, 130 interrupted.
)";

} // namespace

int main(int argc, char *argv[])
{
    cbpm::setUpHeap();
    cbpm::endInWords("cbpm3");
    QCoreApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"cbpm3"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CBPM_VERSION));

    QStringList arguments = application.arguments().mid(1);
    const QString command = arguments.isEmpty() ? QString{} : arguments.takeFirst();
    if (command == "--version"_L1) {
        QTextStream{stdout} << "cbpm3 " << QCoreApplication::applicationVersion() << Qt::endl;
        return cbpm::Done;
    }
    if (command == "--help"_L1 || command == "-h"_L1 || command == "help"_L1) {
        QTextStream{stdout} << help;
        return cbpm::Done;
    }
    const auto found = commands.find(command);
    if (found == commands.end()) {
        const QString what = command.isEmpty() ? u"a command is missing"_s : u"\"%1\" is not a command"_s.arg(command);
        return cbpm::report({cbpm::Error::Kind::Usage, what, u"see cbpm3 --help"_s});
    }
    cbpm::interruptToken();
    const auto done = cbpm::withinMemory([&]() -> cbpm::Result<int> { return found->second(arguments); });
    return done ? *done : cbpm::report(done.error()); // what was half written was taken away on the way here
}
