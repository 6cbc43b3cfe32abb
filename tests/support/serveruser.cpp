// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serveruser.h"

#include <QFile>

#include <arpa/inet.h>
#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cbpm::test {

void becomeServerUser()
{
    prctl(PR_SET_PDEATHSIG, SIGQUIT); // an immediate shutdown, to PostgreSQL
    if (geteuid() != 0)
        return;
    const passwd *const user = getpwnam("nobody");
    if (!user || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0)
        _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGQUIT); // a change of user clears it
}

void giveToServerUser(const QString &path, mode_t mode)
{
    const QByteArray name = QFile::encodeName(path);
    if (chmod(name.constData(), mode) != 0)
        qFatal("%s cannot be protected", name.constData());
    if (geteuid() != 0)
        return;
    const passwd *const user = getpwnam("nobody");
    if (!user || chown(name.constData(), user->pw_uid, user->pw_gid) != 0)
        qFatal("%s cannot be given to nobody", name.constData());
}

int freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    int port = 0;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) == 0
        && getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    close(listener);
    return port;
}

} // namespace cbpm::test
