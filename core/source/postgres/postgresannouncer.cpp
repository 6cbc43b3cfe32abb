// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/postgresannouncer.h"

#include "core/source/postgres/rowlayout.h"
#include "core/types/coretexts.h"

using namespace Qt::StringLiterals;

namespace cbpm {

Result<bool> isAnnounced(Connection &connection, const TableMapping &mapping, const CancelToken &cancel)
{
    const QByteArray table = RowLayout::quotedTable(connection, mapping.table);
    const auto found = connection.runForRow("SELECT count(*) FROM pg_trigger WHERE NOT pg_is_in_recovery() AND tgname = '"
                                                + QByteArray{announcementChannel} + "' AND tgenabled <> 'D' AND tgrelid = "
                                                + connection.literal(QString::fromUtf8(table)) + "::regclass",
                                            cancel);
    if (!found)
        return found.error();
    return QByteArray{PQgetvalue(found->get(), 0, 0)}.toInt() > 0;
}

Result<std::unique_ptr<Announcer>> PostgresAnnouncer::listen(Connection connection, const CancelToken &cancel)
{
    if (const auto listening = connection.run("LISTEN " + QByteArray{announcementChannel}, cancel); !listening)
        return listening.error();
    return std::unique_ptr<Announcer>{new PostgresAnnouncer{std::move(connection)}};
}

Result<bool> PostgresAnnouncer::hear()
{
    if (!PQconsumeInput(m_connection.handle()) || m_connection.isLost())
        return Error{Error::Kind::Connection, CoreTexts::tr("%1 announces no more rows").arg(m_connection.where()), {}};
    bool isNew = false;
    for (;;) {
        const std::unique_ptr<PGnotify, decltype(&PQfreemem)> said{PQnotifies(m_connection.handle()), &PQfreemem};
        if (!said)
            return isNew;
        isNew = true;
    }
}

} // namespace cbpm
