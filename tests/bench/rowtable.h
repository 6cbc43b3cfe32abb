// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testcluster.h"

#include <memory>

namespace cbpm::bench {

/// A server with the table of the benchmarks: 100 detectors, `triggers` at 10 Hz from 2026-03-02. Throws Skipped.
std::unique_ptr<test::TestCluster> clusterWith(int triggers);

/// Seconds of a bare binary COPY of the six columns over one connection, thrown away: the yardstick "drain".
double drain(const QString &conninfo);

} // namespace cbpm::bench
