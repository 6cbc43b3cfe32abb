// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history.h"

#include "core/tiles/cachedsource.h"
#include "core/types/heap.h"

#include <QPromise>
#include <QTimer>
#include <QtConcurrent>

namespace cbpm {
namespace {

/// Windows of a paused live view that are kept at most.
constexpr int windowsHeld = 6;

/// The newest first is how people look; but each stretch is put before what is there, which many bins make slow.
constexpr std::int64_t mostBinsBackward = 5'000;

constexpr auto tidyingPeriod = std::chrono::minutes{1};

constexpr QuantitySet shownAlways = filedQuantities | quantities(Quantity::Residual);

void openOnPool(QPromise<Result<History::Opened>> &promise, const SourceOptions &options, const TileStorePtr &tiles,
                const CancelToken &cancel)
{
    promise.setProgressRange(0, 1000);
    auto source = openSource(
        options, [&](double share) { promise.setProgressValue(static_cast<int>(share * 1000.0)); }, cancel);
    if (!source) {
        promise.addResult(Result<History::Opened>{source.error()});
        return;
    }
    auto info = source.value()->info(cancel);
    if (info)
        promise.addResult(
            Result<History::Opened>{History::Opened{cachedSource(source.value(), info.value(), tiles), info.value()}});
    else
        promise.addResult(Result<History::Opened>{info.error()});
}

} // namespace

History::History(QThreadPool &pool, TileStorePtr tiles, QObject *parent)
    : QObject{parent}, m_pool{pool}, m_tiles{std::move(tiles)}, m_loader{pool}, m_closeup{pool},
      m_quantities{shownAlways}, m_feed{pool}
{
    auto *const tidying = new QTimer{this}; // what loads and their faults took goes back
    connect(tidying, &QTimer::timeout, this, [this] { std::ignore = QtConcurrent::run(&m_pool, giveBackFreeMemory); });
    tidying->start(tidyingPeriod);
    connect(&m_loader, &BinLoader::batchReady, this, &History::onBatch);
    connect(&m_loader, &BinLoader::interrupted, this, &History::interrupted);
    connect(&m_loader, &BinLoader::completed, this,
            [this] { setState(m_loaded.rows > 0 ? State::Complete : State::Empty); });
    connect(&m_loader, &BinLoader::cancelled, this, [this] { setState(State::Partial); });
    connect(&m_loader, &BinLoader::failed, this, [this](const Error &error) {
        m_error = error;
        setState(State::Failed);
    });
    connect(&m_finding, &QFutureWatcherBase::finished, this, [this] {
        if (m_finding.future().resultCount() == 0)
            return;
        const auto found = m_finding.result();
        if (!found && found.error().kind == Error::Kind::Cancelled)
            return;
        m_orbit = found ? std::optional{*found} : std::nullopt;
        emit orbitFound();
    });
    connect(&m_feed, &Feed::advanced, this, &History::onAdvance);
    connect(&m_feed, &Feed::failed, this, [this](const Error &error) {
        m_error = error;
        emit lookFailed(error);
    });
    connect(&m_opening, &QFutureWatcherBase::finished, this, &History::onOpened);
    connect(&m_opening, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit openProgressed(value / 1000.0); });
}

History::~History()
{
    m_openCancel.cancel();
    m_findCancel.cancel();
    m_opening.cancel();
    m_opening.waitForFinished();
    m_finding.waitForFinished();
}

void History::open(const SourceOptions &options)
{
    m_openCancel.cancel();
    m_openCancel = CancelToken{};
    setState(State::Opening);
    m_opening.setFuture(QtConcurrent::run(&m_pool, openOnPool, options, m_tiles, m_openCancel));
}

void History::onOpened()
{
    if (m_opening.isCanceled() || m_opening.future().resultCount() == 0)
        return;
    const auto result = m_opening.result();
    if (result) {
        setSource(result->source, result->info);
        return;
    }
    m_error = result.error();
    setState(State::Failed);
    if (m_error.kind != Error::Kind::Cancelled)
        emit openFailed(m_error);
}

void History::setSource(SampleSourcePtr source, const SourceInfo &info)
{
    m_feed.stop();
    m_closeup.setGround({});
    m_source = std::move(source);
    m_info = info;
    m_asked.reset();
    setState(State::Empty);
    emit opened();
}

void History::useTable(const DetectorTablePtr &table)
{
    const DetectorTablePtr old = m_source->table();
    bool isSameRing = old->size() == table->size();
    for (int row = 0; isSameRing && row < table->size(); ++row)
        isSameRing = old->at(row).location == table->at(row).location;
    cancel();
    m_feed.stop();
    m_closeup.setGround({});
    m_source = m_source->withTable(table);
    if (!isSameRing) {
        m_series = {};
        m_asked.reset();
        setState(State::Empty);
    }
}

bool History::addQuantity(Quantity quantity)
{
    const QuantitySet before = m_quantities;
    m_quantities |= quantities(quantity);
    return m_quantities != before;
}

void History::fetch(const TimeRange &range, Interval interval, const std::vector<int> &rows,
                    std::optional<PositionMethod> method, bool refines)
{
    if (!m_source)
        return;
    m_feed.stop();
    m_asked = range;
    m_method = method;
    m_rows = rows;
    m_refines = refines;
    m_closeup.setGround({});
    m_orbit.reset();
    m_loaded = {};
    m_cameSoFar = {};
    m_series.expect(range, interval, rows);
    m_clock.start();
    const bool isCoarse = range.duration() / interval.width() <= mostBinsBackward;
    m_loader.load(m_source,
                  LoadRequest{range, interval, rows, method, 0, m_quantities, {},
                              isCoarse ? LoadOrder::NewestFirst : LoadOrder::OldestFirst},
                  {m_tiles, m_info.identity});
    setState(State::Loading);
}

void History::follow(Duration window, Duration lateness)
{
    if (!m_source || !m_asked || !m_series.interval())
        return;
    m_window = window;
    m_holding = false;
    m_closeup.setGround({});
    const LoadRequest request{*m_asked, *m_series.interval(), m_rows, m_method, 0, m_quantities};
    m_feed.start(m_source, request, m_series.completeTo(), lateness);
    setState(State::Following);
}

void History::lookAhead(TimePoint end)
{
    m_feed.look(end);
}

void History::stopFollowing()
{
    m_feed.stop();
    if (m_state == State::Following)
        setState(State::Complete);
}

void History::onAdvance(const Advance &advance)
{
    m_series.advance(advance.settled.get(), advance.open.get());
    // A tenth more than the window is held, so that not every look moves all columns.
    const Duration kept = m_holding ? m_window * windowsHeld : m_window;
    if (const TimeRange *const held = m_series.range(); held && held->duration() > kept + m_window / 10)
        m_series.dropBefore(held->end() - kept);
    if (advance.orbit) {
        m_orbit = advance.orbit;
        emit orbitFound();
    }
    emit seriesGrew();
    emit lookedAhead(advance);
}

void History::findOrbit(TimePoint time)
{
    if (!m_source)
        return;
    m_findCancel.cancel();
    m_findCancel = CancelToken{};
    m_finding.setFuture(QtConcurrent::run(&m_pool, [source = m_source, time, method = m_method, cancel = m_findCancel] {
        return loadOrbit(*source, time, RingMap{*source->table(), method}, cancel);
    }));
}

void History::forget(const TimeRange &range)
{
    if (m_tiles && !m_info.identity.isEmpty())
        m_tiles->forget(m_info.identity, range);
}

void History::cancel()
{
    if (m_state == State::Opening)
        m_openCancel.cancel();
    m_loader.cancel();
}

void History::onBatch(const std::shared_ptr<BinBatch> &batch)
{
    m_loaded += batch->counts;
    m_cameSoFar += batch->range.duration();
    m_series.add(std::move(*batch));
    emit seriesGrew();
}

double History::progress() const
{
    if (!m_asked)
        return 0.0;
    return static_cast<double>(m_cameSoFar.count()) / static_cast<double>(m_asked->duration().count());
}

double History::rowsPerSecond() const
{
    return static_cast<double>(m_loaded.rows) / std::max(1e-3, static_cast<double>(m_clock.elapsed()) * 1e-3);
}

double History::secondsLeft() const
{
    const double share = progress();
    return share > 0.0 ? static_cast<double>(m_clock.elapsed()) * 1e-3 * (1.0 - share) / share : 0.0;
}

const RingSeries &History::seriesFor(const std::optional<TimeRange> &visible) const
{
    const RingSeries *const closer = visible ? m_closeup.seriesFor(*visible) : nullptr;
    return closer ? *closer : m_series;
}

void History::setState(State state)
{
    m_state = state;
    const bool stands = state == State::Complete || state == State::Partial || state == State::Failed;
    if (stands && m_refines && m_source && m_series.range())
        m_closeup.setGround(Closeup::Ground{
            m_source, {m_tiles, m_info.identity}, *m_series.range(), *m_series.interval(), m_method, m_quantities});
    emit stateChanged();
}

} // namespace cbpm
