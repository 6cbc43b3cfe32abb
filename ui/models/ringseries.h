// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/loadrequest.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cbpm {

/// What one load has brought so far: bins per detector, all of the same interval. GUI thread.
class RingSeries
{
public:
    /// Begins anew; the old bins go when the first batch of the new load comes, so the old picture stands until then.
    /// `rows` of the table were asked for; empty: all.
    void expect(const TimeRange &range, Interval interval, const std::vector<int> &rows);
    void add(BinBatch batch);

    /// Goes on at completeTo(): `settled` stays, `open` stands until the next call brings it anew. Each may be null.
    void advance(const BinBatch *settled, const BinBatch *open);
    /// Forgets bins before `time`.
    void dropBefore(TimePoint time);

    bool isEmpty() const { return m_series.empty(); }
    const TimeRange *range() const
    {
        return m_range ? &*m_range : nullptr;
    } ///< of what is held; null: nothing was loaded
    std::optional<Interval> interval() const { return m_interval; }
    /// Of range(), what came so far, all of one stretch; nullopt: nothing did.
    const std::optional<TimeRange> &loaded() const { return m_loaded; }
    /// Everything that came lies before it.
    TimePoint completeTo() const { return m_loaded ? m_loaded->end() : TimePoint{}; }
    const LoadCounts &counts() const { return m_counts; }

    /// Bins of a row of the table; nullptr: no data.
    const BinSeries *find(int row) const;
    /// The same for what draws it later: it stays, though not up to date, when these series begin anew.
    std::shared_ptr<const BinSeries> share(int row) const;
    const std::map<std::string, BinSeries> &unknown() const { return m_unknown; }

    /// Whether what is held was loaded for this detector at all: one that was not asked for is not missing.
    bool wasAsked(int row) const;

    /// Index of the bin that holds `time`; nullopt where there is none.
    static std::optional<std::size_t> binAt(const BinSeries &series, Interval interval, TimePoint time);

    /// What all valid samples of a row say, of the bins that touch `range`; nullopt: there is none.
    struct Merged
    {
        Moments moments;
        std::uint64_t count = 0;
    };
    std::optional<Merged> over(int row, Quantity quantity, const TimeRange &range) const;

    /// Valid samples over those due at 10 Hz in what was loaded, of one detector; 0 to 1.
    double coverage(int row) const;
    /// From the end of the detector's last bin to completeTo; nullopt: it has none.
    std::optional<Duration> silence(int row) const;

private:
    /// What the open batch changed in one detector.
    struct Open
    {
        int row;
        std::int64_t firstBin;
        BinSeries before; ///< the bins from firstBin on without it
        std::uint64_t valid;
    };

    void extendLoaded(const TimeRange &by);
    void merge(BinSeries part);
    BinSeries &seriesOf(int row);
    void addOpen(const BinBatch &open);
    void takeBackOpen();

    std::map<int, std::shared_ptr<BinSeries>> m_series; ///< never null
    std::map<std::string, BinSeries> m_unknown;
    std::map<int, std::uint64_t> m_valid;
    std::optional<TimeRange> m_range;
    std::optional<Interval> m_interval;
    std::optional<TimeRange> m_loaded;
    LoadCounts m_counts;
    std::vector<Open> m_open;
    TimePoint m_openEnd;
    bool m_stale = false;    ///< what is held belongs to the load before
    std::vector<int> m_rows; ///< asked for, sorted; empty: all
    std::optional<TimeRange> m_expectedRange;
    std::vector<int> m_expectedRows;
    std::optional<Interval> m_expectedInterval;
};

} // namespace cbpm
