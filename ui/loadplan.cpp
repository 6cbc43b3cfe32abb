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
/// Share of what is left that they may take: pictures, readers and other work want theirs.
constexpr double shareOfMemory = 0.5;

double seconds(Duration duration)
{
    return static_cast<double>(duration.count()) * 1e-6;
}

} // namespace

LoadPlan::LoadPlan(const SourceInfo &info, int detectors, const std::vector<int> &selected, const TimeRange &range,
                   Interval interval, std::int64_t memory_bytes)
{
    const double bound_bytes = std::min(most_bytes, shareOfMemory * static_cast<double>(memory_bytes));
    const double each = bytesPerBin * seconds(range.duration()) / seconds(interval.width());
    int loaded = detectors;
    if (each * detectors > std::min(wholeRing_bytes, bound_bytes)) {
        m_rows = selected;
        loaded = selected.empty() ? detectors : static_cast<int>(selected.size());
        m_message = tr("Bins of %1 over this range would fill the memory: only the selected detectors are loaded; "
                       "choose a coarser interval for the whole ring")
                        .arg(text::interval(interval));
    }
    m_isPossible = each * loaded <= bound_bytes;
    if (!m_isPossible) {
        const auto size = [](double bytes) {
            return QLocale{}.formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
        };
        m_message = tr("Bins of %1 over this range would take %2 of memory, and %3 may be had: nothing was loaded; "
                       "choose a coarser interval, a narrower range or fewer detectors")
                        .arg(text::interval(interval), size(each * loaded), size(bound_bytes));
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
