// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcluster.h"

#include "tests/support/serveruser.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <libpq-fe.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm::test {
namespace {

QString serverPrograms()
{
    const QDir versions{u"/usr/lib/postgresql"_s};
    for (const QString &version : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString folder = versions.filePath(version + u"/bin"_s);
        if (QFile::exists(folder + u"/initdb"_s))
            return folder;
    }
    const QString found = QStandardPaths::findExecutable(u"initdb"_s);
    return found.isEmpty() ? QString{} : found.left(found.lastIndexOf(u'/'));
}

QString runAsServerUser(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier(becomeServerUser);
    process.setWorkingDirectory(u"/"_s);
    process.start(program, arguments);
    const bool done =
        process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return done ? QString{} : program + u": "_s + QString::fromUtf8(process.readAll()) + process.errorString();
}

void write(const QString &path, const QByteArray &text, QIODevice::OpenMode mode)
{
    QFile file{path};
    if (!file.open(mode) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// A new data folder, or a copy of the primary's that goes on as its standby; why not, if so.
QString makeData(const QString &programs, const QString &data, const TestCluster *primary)
{
    if (!primary)
        return runAsServerUser(programs + u"/initdb"_s, {u"-D"_s, data, u"-U"_s, u"postgres"_s, u"-A"_s, u"trust"_s,
                                                         u"--no-sync"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s});
    return runAsServerUser(programs + u"/pg_basebackup"_s,
                           {u"-D"_s, data, u"-R"_s, u"--no-sync"_s, u"-c"_s, u"fast"_s, u"-d"_s, primary->conninfo()});
}

void configure(const QString &data, const ClusterOptions &options, int port)
{
    const QString folder = data.left(data.lastIndexOf(u'/'));
    QString settings = u"unix_socket_directories = '%1'\nport = %2\nlisten_addresses = '%3'\nfsync = off\n"
                       "synchronous_commit = off\nfull_page_writes = off\nshared_buffers = 128MB\nmax_wal_size = 4GB\n"
                       "logging_collector = off\n"_s.arg(folder)
                           .arg(port)
                           .arg(options.tcp ? u"127.0.0.1"_s : QString{});
    for (const QString &line : options.settings)
        settings += line + u'\n';
    for (const auto &[name, content] : options.files) {
        const QString path = data + u'/' + name;
        write(path, content, QIODevice::WriteOnly);
        giveToServerUser(path, 0600);
    }
    write(data + u"/postgresql.conf"_s, settings.toUtf8(), QIODevice::Append);
    if (options.hba.isEmpty())
        return;
    QFile hba{data + u"/pg_hba.conf"_s};
    QByteArray old;
    if (hba.open(QIODevice::ReadOnly))
        old = hba.readAll();
    hba.close();
    write(hba.fileName(), options.hba.join(u'\n').toUtf8() + '\n' + old, QIODevice::WriteOnly | QIODevice::Truncate);
}

/// The server as a child of ours; its log goes to a file beside the data.
qint64 spawnServer(const QString &program, const QString &data)
{
    const QByteArray path = QFile::encodeName(program);
    const QByteArray folder = QFile::encodeName(data);
    const QByteArray log = folder + ".log";
    const pid_t pid = fork();
    if (pid != 0)
        return pid;
    if (!std::freopen("/dev/null", "r", stdin) || !std::freopen(log.constData(), "w", stdout))
        _exit(126);
    dup2(STDOUT_FILENO, STDERR_FILENO);
    becomeServerUser();
    execl(path.constData(), path.constData(), "-D", folder.constData(), nullptr);
    _exit(127);
}

struct Session
{
    PGconn *connection;
    explicit Session(const QString &conninfo) : connection{PQconnectdb(conninfo.toUtf8().constData())} {}
    ~Session() { PQfinish(connection); }
};

} // namespace

std::unique_ptr<TestCluster> TestCluster::start(QString &why, const ClusterOptions &options)
{
    const QString programs = serverPrograms();
    if (programs.isEmpty()) {
        why = u"no PostgreSQL server is installed"_s;
        return nullptr;
    }
    std::unique_ptr<TestCluster> cluster{new TestCluster};
    cluster->m_programs = programs;
    const QString folder = cluster->m_folder.path();
    const QString data = folder + u"/data"_s;
    QDir{}.mkdir(data);
    giveToServerUser(folder, 0755);
    giveToServerUser(data, 0700);
    const QString failed = makeData(programs, data, options.primary);
    if (!failed.isEmpty())
        qFatal("%s", qPrintable(failed));
    cluster->m_port = freePort();
    cluster->m_staysClosed = options.staysClosed;
    configure(data, options, cluster->m_port);
    if (!cluster->spawn())
        cluster->failToStart();
    return cluster;
}

/// False: the server ended at once.
bool TestCluster::spawn()
{
    m_server = spawnServer(m_programs + u"/postgres"_s, m_folder.path() + u"/data"_s);
    for (int tries = 0; tries < 600; ++tries) {
        if (PQping(conninfo().toUtf8().constData()) == (m_staysClosed ? PQPING_REJECT : PQPING_OK))
            return true;
        if (waitpid(static_cast<pid_t>(m_server), nullptr, WNOHANG) != 0)
            break;
        QThread::msleep(50);
    }
    m_server = 0;
    return false;
}

void TestCluster::failToStart() const
{
    qFatal("the test server did not start: %s", log().constData());
}

QByteArray TestCluster::log() const
{
    QFile file{m_folder.path() + u"/data.log"_s};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void TestCluster::stop(int signal)
{
    if (m_server <= 0)
        return;
    kill(static_cast<pid_t>(m_server), signal);
    waitpid(static_cast<pid_t>(m_server), nullptr, 0);
    m_server = 0;
}

void TestCluster::restart()
{
    // After a crash the backends need a moment to see that their postmaster is gone; until then none begins.
    for (int tries = 0; tries < 200; ++tries) {
        if (spawn())
            return;
        QThread::msleep(50);
    }
    failToStart();
}

void TestCluster::promote() const
{
    // What pg_ctl does.
    write(m_folder.path() + u"/data/promote"_s, {}, QIODevice::WriteOnly);
    kill(static_cast<pid_t>(m_server), SIGUSR1);
}

TestCluster::~TestCluster()
{
    stop();
}

QString TestCluster::runScript(const QString &path, const QStringList &variables, const QString &database) const
{
    QStringList arguments{u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, conninfo(database)};
    for (const QString &variable : variables)
        arguments << u"-v"_s << variable;
    QProcess process;
    process.start(m_programs + u"/psql"_s, arguments << u"-f"_s << path);
    const bool ran = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    if (ran && process.exitCode() == 0)
        return {};
    return QString::fromUtf8(process.readAllStandardError()) + process.errorString();
}

bool TestCluster::hasCaughtUpWith(const TestCluster &primary) const
{
    const QByteArray written = primary.exec("SELECT pg_current_wal_flush_lsn()");
    return exec("SELECT pg_last_wal_replay_lsn() >= '" + written + "'") == "t";
}

QString TestCluster::conninfo(const QString &database) const
{
    return u"host=%1 port=%2 user=postgres dbname=%3"_s.arg(m_folder.path()).arg(m_port).arg(database);
}

QString TestCluster::tcpConninfo(const QString &user, const QString &database) const
{
    return u"host=127.0.0.1 port=%1 user=%2 dbname=%3"_s.arg(m_port).arg(user, database);
}

QByteArray TestCluster::exec(const QByteArray &sql, const QString &database) const
{
    const Session session{conninfo(database)};
    PGresult *const result = PQexec(session.connection, sql.constData());
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        qFatal("%s\n%s", PQerrorMessage(session.connection), sql.left(500).constData());
    const QByteArray first =
        PQntuples(result) > 0 && PQnfields(result) > 0 ? QByteArray{PQgetvalue(result, 0, 0)} : QByteArray{};
    PQclear(result);
    return first;
}

QList<QByteArrayList> TestCluster::query(const QByteArray &sql) const
{
    const Session session{conninfo()};
    PGresult *const result = PQexec(session.connection, sql.constData());
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        qFatal("%s\n%s", PQerrorMessage(session.connection), sql.left(500).constData());
    QList<QByteArrayList> rows;
    for (int row = 0; row < PQntuples(result); ++row) {
        QByteArrayList fields;
        for (int field = 0; field < PQnfields(result); ++field)
            fields << QByteArray{PQgetvalue(result, row, field)};
        rows << fields;
    }
    PQclear(result);
    return rows;
}

} // namespace cbpm::test
