// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/triggercount.h"
#include "core/detectors/detectortable.h"
#include "core/query/loadrequest.h"

#include <set>
#include <string>
#include <vector>

namespace cbpm {

/// Which detectors the data had: unknown ones are reported once, as they come; missing ones at the end.
class FetchReport
{
public:
    /// `wanted` rows of the table; empty: all.
    FetchReport(DetectorTablePtr table, std::vector<int> wanted);

    void saw(int row, const std::string &location);
    void noteMissing() const;

private:
    DetectorTablePtr m_table;
    std::vector<int> m_wanted;
    std::set<int> m_seen;
    std::set<std::string> m_unknown;
};

/// Says what was odd about the rows, where anything was.
void noteRows(const LoadCounts &counts, const TriggerCount &triggers);

} // namespace cbpm
