// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/announcer.h"
#include "core/source/postgres/connection.h"
#include "core/source/postgres/tablemapping.h"

namespace cbpm {

/// The channel of all announcements, and the name of the trigger that makes them (packaging/sql/announce.sql). A table
/// that has no such trigger costs no session.
inline constexpr auto announcementChannel = "cbpm3_announce";

/// Whether rows of the table are announced: NOTIFY comes to sessions of the primary alone.
Result<bool> isAnnounced(Connection &connection, const TableMapping &mapping, const CancelToken &cancel);

/// LISTEN in a session of its own: announcements come while no statement runs.
class PostgresAnnouncer : public Announcer
{
public:
    static Result<std::unique_ptr<Announcer>> listen(Connection connection, const CancelToken &cancel);

    qintptr socket() const override { return PQsocket(m_connection.handle()); }
    Result<bool> hear() override;

private:
    explicit PostgresAnnouncer(Connection connection) : m_connection{std::move(connection)} {}

    Connection m_connection;
};

} // namespace cbpm
