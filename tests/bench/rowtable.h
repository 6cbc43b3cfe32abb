// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testcluster.h"

#include <memory>

namespace cbpm::bench {

/// A server with the table of the benchmarks: 100 detectors, triggers [first, end) at 10 Hz, of which number 0 is at
/// the begin of 2026-03-02. Throws Skipped.
std::unique_ptr<test::TestCluster> clusterWith(int end, int first = 0);

/// Seconds of a bare binary COPY of the six columns over one connection, thrown away: the yardstick "drain". Of
/// [from, to), as SQL writes times.
double drain(const QString &conninfo, const QByteArray &from = "2026-03-02Z", const QByteArray &to = "2026-03-04Z");
/// The first one as it is in a table of years, of which these rows are a small part: found by the index on time. The
/// table here holds nothing else, and is read from end to end.
double drainByIndex(const QString &conninfo);
/// Seconds of a bare binary COPY of `select` over one connection, thrown away.
double drainOf(const QString &conninfo, const QByteArray &select);
/// Seconds of a session that asks for nothing but 1: what a server needs before the first row of anything.
double emptySession(const QString &conninfo);
/// The first one, split at `middle` and over two connections at once: what a second connection can give on this
/// machine.
double drainOverTwo(const QString &conninfo, const QByteArray &middle);

} // namespace cbpm::bench
