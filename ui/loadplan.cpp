// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/loadplan.h"

#include "core/bins/binseries.h"
#include "core/query/loadcost.h"
#include "ui/text/texts.h"

#include <QLocale>

#include <algorithm>

namespace cbpm {
namespace {

constexpr double bytesPerBin = sizeof(Moments) * quantityCount + 20;
/// Memory that bins of the whole ring may take; beyond it only the selected detectors are loaded.
constexpr double wholeRing_bytes = 120e6;
/// Memory that bins may take at all.
constexpr double most_bytes = 1e9;

double seconds(Duration duration)
{
    return static_cast<double>(duration.count()) * 1e-6;
}

} // namespace

LoadPlan::LoadPlan(const SourceInfo &info, int detectors, const std::vector<int> &selected, const TimeRange &range,
                   Interval interval)
{
    const double each = bytesPerBin * seconds(range.duration()) / seconds(interval.width());
    int loaded = detectors;
    if (each * detectors > wholeRing_bytes) {
        m_rows = selected;
        loaded = selected.empty() ? detectors : static_cast<int>(selected.size());
        m_message = tr("Bins of %1 over this range would fill the memory: only the selected detectors are loaded; "
                       "choose a coarser interval for the whole ring")
                        .arg(text::interval(interval));
    }
    m_isPossible = each * loaded <= most_bytes;
    if (!m_isPossible) {
        m_message = tr("Bins of %1 over this range would take %2 GB of memory: nothing was loaded; choose a coarser "
                       "interval, a narrower range or fewer detectors")
                        .arg(text::interval(interval), QLocale{}.toString(each * loaded * 1e-9, 'f', 1));
        return;
    }
    const double rows = rowsToRead(info, range, static_cast<double>(loaded) / std::max(1, detectors));
    const double took_s = rows / usualRowsPerSecond;
    if (m_message.isEmpty() && took_s > longLoad_s)
        m_message = tr("Up to %1 rows are to be read, which takes some %2: Cancel stops it and keeps what has come; a "
                       "narrower range is quicker")
                        .arg(text::count(static_cast<std::uint64_t>(rows)),
                             text::duration(std::chrono::seconds{static_cast<std::int64_t>(took_s)}));
}

} // namespace cbpm
