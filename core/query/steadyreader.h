// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/patience.h"
#include "core/source/samplesource.h"

namespace cbpm {

/// Reads slices of a source that may be lost on the way: it is opened again, and the read goes on after the last whole
/// slice. The only place where samples are asked for twice. One thread.
class SteadyReader
{
public:
    /// `reader` of `rows` of `source`; all references outlive this.
    SteadyReader(const SampleSource &source, const std::vector<int> &rows, std::unique_ptr<SampleReader> reader,
                 Patience &patience, const CancelToken &cancel)
        : m_source{source}, m_rows{rows}, m_reader{std::move(reader)}, m_patience{patience}, m_cancel{cancel}
    {
    }

    static Result<SteadyReader> open(const SampleSource &source, const std::vector<int> &rows, Patience &patience,
                                     const CancelToken &cancel);

    Result<void> start(const TimeRange &stretch);

    /// `read` takes a SampleReader and gives a Result of a pointer to a whole slice with its `range`, or of nullptr at
    /// the end. What it did with a slice that failed must be forgotten.
    template<class Read>
    auto next(const Read &read) -> decltype(read(std::declval<SampleReader &>()))
    {
        for (;;) {
            auto slice = read(*m_reader);
            if (slice) {
                if (*slice && m_rest) {
                    m_patience.succeeded();
                    m_rest = TimeRange::between((*slice)->range.end(), m_rest->end());
                }
                return slice;
            }
            if (!m_rest) // lost after the last one: nobody misses it
                return decltype(read(*m_reader)){nullptr};
            if (const auto resumed = resume(slice.error()); !resumed)
                return resumed.error();
        }
    }

    /// How often the source was lost and found since this was asked last.
    std::uint64_t takeResumptions() { return std::exchange(m_resumptions, 0); }

private:
    Result<void> resume(const Error &error);

    const SampleSource &m_source;
    const std::vector<int> &m_rows;
    std::unique_ptr<SampleReader> m_reader;
    Patience &m_patience;
    const CancelToken &m_cancel;
    std::optional<TimeRange> m_rest; ///< of the stretch; nullopt: it is complete
    std::uint64_t m_resumptions = 0;
};

} // namespace cbpm
