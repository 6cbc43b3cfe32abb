// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace cbpm::test {

class TestCluster;

/// pgbouncer in transaction mode before a test's server: a session of the server is lent for one transaction. Gone with
/// the object and with the process.
class Pooler
{
public:
    /// nullptr where pgbouncer is not installed; `why` says so. `sessions`: of the server, at most.
    static std::unique_ptr<Pooler> start(const TestCluster &cluster, int sessions, QString &why);
    ~Pooler();

    QString conninfo() const; ///< for libpq, by TCP

private:
    Pooler() = default;

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace cbpm::test
