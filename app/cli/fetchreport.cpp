// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fetchreport.h"

#include "app/cli/terminal.h"

#include <QStringList>

#include <numeric>

using namespace Qt::StringLiterals;

namespace cbpm {

FetchReport::FetchReport(DetectorTablePtr table, std::vector<int> wanted)
    : m_table{std::move(table)}, m_wanted{std::move(wanted)}
{
    if (m_wanted.empty()) {
        m_wanted.resize(static_cast<std::size_t>(m_table->size()));
        std::iota(m_wanted.begin(), m_wanted.end(), 0);
    }
}

void FetchReport::saw(int row, const std::string &location)
{
    if (row != unknownDetector)
        m_seen.insert(row);
    else if (m_unknown.insert(location).second)
        note(u"detector \"%1\" is not in the detector table: its buttons are delivered without a position"_s.arg(
            QString::fromStdString(location)));
}

void FetchReport::noteMissing() const
{
    QStringList missing;
    for (const int row : m_wanted) {
        if (!m_seen.contains(row))
            missing << QString::fromStdString(m_table->at(row).location);
    }
    if (!missing.isEmpty())
        note(u"no data from %1 of %2 detectors: %3"_s.arg(missing.size())
                 .arg(m_wanted.size())
                 .arg(missing.join(u", "_s)));
}

void noteRows(const LoadCounts &counts, const TriggerCount &triggers)
{
    QStringList parts;
    if (counts.duplicates > 0)
        parts << u"%1 rows repeat the time of another row of their detector (the last one counts)"_s.arg(
            counts.duplicates);
    if (counts.outOfOrder > 0)
        parts << u"%1 rows came late"_s.arg(counts.outOfOrder);
    if (counts.rows > 0 && triggers.missing > 0)
        parts << u"%1 of %2 triggers have no reading of any detector"_s.arg(triggers.missing).arg(triggers.due);
    if (!parts.isEmpty())
        note(parts.join(u"; "_s));
}

} // namespace cbpm
