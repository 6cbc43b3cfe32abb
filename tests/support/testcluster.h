// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <csignal>
#include <memory>

namespace cbpm::test {

class TestCluster;

struct ClusterOptions
{
    QStringList settings;                             ///< lines for postgresql.conf
    bool tcp = false;                                 ///< also 127.0.0.1, on a free port
    QStringList hba;                                  ///< lines put before the default ones of pg_hba.conf
    const TestCluster *primary = nullptr;             ///< to be its streaming standby
    QList<std::pair<QString, QByteArray>> files = {}; ///< names and contents, put into the data folder
    bool staysClosed = false;                         ///< a standby with hot_standby = off: "starting up" until promote()
};

/// A PostgreSQL server of the test's own: initdb, or pg_basebackup of a primary, in a temporary folder, as an
/// unprivileged user, a socket of its own, gone with the object and with the process.
class TestCluster
{
public:
    /// nullptr where no PostgreSQL is installed; `why` says so. Tests then skip, loudly.
    static std::unique_ptr<TestCluster> start(QString &why, const ClusterOptions &options = {});
    ~TestCluster();

    /// For libpq: superuser over the socket.
    QString conninfo(const QString &database = QStringLiteral("postgres")) const;
    QString tcpConninfo(const QString &user, const QString &database = QStringLiteral("postgres")) const;
    int port() const { return m_port; }
    QByteArray log() const;                                  ///< what the server has said so far
    QString socketFolder() const { return m_folder.path(); } ///< as a host of libpq

    /// Runs a script of `psql` with variables; its error output, empty: it succeeded.
    QString runScript(const QString &path, const QStringList &variables,
                      const QString &database = QStringLiteral("postgres")) const;

    /// Whether a standby has all that its primary has by now.
    bool hasCaughtUpWith(const TestCluster &primary) const;

    /// Ends the server with `signal`: SIGKILL (a crash), SIGQUIT (immediate), SIGINT (fast); returns when it is gone.
    void stop(int signal = SIGQUIT);
    /// Begins anew on the same data, and waits until it answers. The server ends with the thread that calls this.
    void restart();
    /// Makes a standby a primary, also one that lets nobody in.
    void promote() const;

    /// Runs SQL, many statements if need be; the first field of the last result. Fails the test by qFatal.
    QByteArray exec(const QByteArray &sql, const QString &database = QStringLiteral("postgres")) const;

    /// All fields of the result, row by row.
    QList<QByteArrayList> query(const QByteArray &sql) const;

private:
    TestCluster() = default;
    bool spawn();
    void failToStart() const;

    QTemporaryDir m_folder;
    QString m_programs;
    int m_port = 0;
    bool m_staysClosed = false;
    qint64 m_server = 0;
};

} // namespace cbpm::test
