// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pooler.h"

#include "tests/support/serveruser.h"
#include "tests/support/testcluster.h"

#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace cbpm::test {

std::unique_ptr<Pooler> Pooler::start(const TestCluster &cluster, int sessions, QString &why)
{
    const QString program =
        QStandardPaths::findExecutable(u"pgbouncer"_s, {u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s});
    if (program.isEmpty()) {
        why = u"pgbouncer is not installed"_s;
        return nullptr;
    }
    std::unique_ptr<Pooler> pooler{new Pooler};
    pooler->m_port = freePort();
    const QString path = pooler->m_folder.filePath(u"pgbouncer.ini"_s);
    QFile file{path};
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", qPrintable(path));
    file.write(u"[databases]\npostgres = host=%1 port=%2 user=postgres pool_size=%3\n"
               "[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = %4\nunix_socket_dir =\nauth_type = any\n"
               "pool_mode = transaction\nmax_client_conn = 500\n"_s.arg(cluster.socketFolder())
                   .arg(cluster.port())
                   .arg(sessions)
                   .arg(pooler->m_port)
                   .toUtf8());
    file.close();
    giveToServerUser(pooler->m_folder.path(), 0755);
    giveToServerUser(path, 0600);
    pooler->m_process.setProcessChannelMode(QProcess::MergedChannels);
    pooler->m_process.setChildProcessModifier(becomeServerUser);
    pooler->m_process.setWorkingDirectory(u"/"_s);
    pooler->m_process.start(program, {path});
    for (int tries = 0; tries < 600; ++tries) {
        if (PQping(pooler->conninfo().toUtf8().constData()) == PQPING_OK)
            return pooler;
        if (pooler->m_process.waitForFinished(50))
            break;
    }
    qFatal("pgbouncer did not start: %s", pooler->m_process.readAll().constData());
}

Pooler::~Pooler()
{
    m_process.kill();
    m_process.waitForFinished();
}

QString Pooler::conninfo() const
{
    return u"host=127.0.0.1 port=%1 user=postgres dbname=postgres"_s.arg(m_port);
}

} // namespace cbpm::test
