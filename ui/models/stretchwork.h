// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/latestjob.h"

#include <optional>

namespace cbpm {

/// What a page works out on the pool from samples of the stretch: the same wish once, of several the latest. What was
/// made before is the page's, until the next is done. A Wish holds all that the result depends on.
template<class Wish, class Made>
class StretchWork
{
public:
    using Make = Made (*)(const Wish &, const CancelToken &);

    StretchWork(QThreadPool &pool, Make make, std::function<void(Made)> done)
        : m_make{make}, m_job{pool, std::move(done)}
    {
    }

    void want(const Wish &wish)
    {
        if (m_wish == wish)
            return;
        m_wish = wish;
        m_job.start([wish, make = m_make](const ProgressReport &, const CancelToken &cancel) {
            return make(wish, cancel);
        });
    }
    /// The next wish is worked out even where it is the same.
    void forget() { m_wish.reset(); }
    void cancel()
    {
        m_job.cancel();
        forget();
    }

    /// What was wanted last.
    const std::optional<Wish> &wish() const { return m_wish; }
    bool isRunning() const { return m_job.isRunning(); }

private:
    Make m_make;
    std::optional<Wish> m_wish;
    LatestJob<Made> m_job;
};

} // namespace cbpm
