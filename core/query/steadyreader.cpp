// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/steadyreader.h"

namespace cbpm {

Result<SteadyReader> SteadyReader::open(const SampleSource &source, const std::vector<int> &rows, Patience &patience,
                                        const CancelToken &cancel)
{
    auto reader = patience.persist([&] { return source.open(rows, cancel); });
    if (!reader)
        return reader.error();
    return SteadyReader{source, rows, std::move(*reader), patience, cancel};
}

Result<void> SteadyReader::start(const TimeRange &stretch)
{
    m_rest = stretch;
    const auto started = m_reader->start(stretch);
    return started ? started : resume(started.error());
}

Result<void> SteadyReader::resume(const Error &error)
{
    const auto resumed = m_patience.persist(
        [this]() -> Result<void> {
            m_reader.reset(); // first: its connection is one that the server could have for the next
            auto reader = m_source.open(m_rows, m_cancel);
            if (!reader)
                return reader.error();
            m_reader = std::move(*reader);
            return m_reader->start(*m_rest);
        },
        error);
    if (resumed)
        ++m_resumptions;
    return resumed;
}

} // namespace cbpm
