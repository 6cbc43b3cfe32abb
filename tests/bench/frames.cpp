// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/archive/archivewriter.h"
#include "tests/bench/bench.h"
#include "ui/mainwindow.h"
#include "ui/pages/page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QThreadPool>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <random>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm::bench {
namespace {

constexpr int steps = 600; ///< of each kind: enough for a percentile
constexpr int notches = 6; ///< of the wheel, in and out again
constexpr int moves = 60;  ///< of the mouse, there and back again

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

/// A reading of each detector every second or ten: as many bins and pixels as at 10 Hz, in a file of a hundredth. The
/// orbit is some 400 um rms, as a ring's is, with noise of 3 um.
void writeThinArchive(const QString &path, Duration duration)
{
    const TimePoint begin = std::chrono::sys_days{std::chrono::March / 2 / 2026};
    const DetectorTablePtr table = builtinDetectorTable();
    auto writer =
        ArchiveWriter::create(path, Provenance{u"thin"_s, {}, *TimeRange::between(begin, begin + duration)}, table);
    if (!writer)
        throw Skipped{writer.error().what};
    BlockCodec codec;
    std::mt19937 random{1};
    std::normal_distribution<double> step{0.0, 4.0};
    for (TimePoint slot = begin; slot < begin + duration; slot += 10min) {
        for (int row = 0; row < table->size(); ++row) {
            DetectorSamples samples;
            samples.location = table->at(row).location;
            samples.row = row;
            const double outward = 400.0 * std::sin(1.3 * row);
            const double upward = 400.0 * std::sin(1.7 * row + 1.0);
            for (TimePoint time = slot; time<slot + 10min; time += duration> 24h ? 10s : 1s) {
                samples.time.push_back(unixMicroseconds(time));
                const std::array shares{upward - outward, -upward - outward, outward - upward, outward + upward};
                for (std::size_t k = 0; k < buttonCount; ++k)
                    samples.button[k].push_back(std::round(17'000.0 + shares[k] + step(random)));
            }
            const auto payload = codec.encode(samples);
            if (const auto added = (*writer)->addBlock(samples.location, samples, payload); !added)
                throw Skipped{added.error().what};
        }
    }
    if (const auto committed = (*writer)->commit(); !committed)
        throw Skipped{committed.error().what};
}

/// The trend of the whole ring, 1600 pixels wide, under the operator's mouse.
class Canvas
{
public:
    explicit Canvas(const QString &source)
    {
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->resize(2000, 1000);
        m_window->show();
        m_window->begin({.source = source, .detectors = {u"all"_s}});
        wait([this] { return m_window->history().state() == History::State::Complete; }, u"nothing was loaded"_s);
        m_plot = m_window->currentPage()->findChild<QCustomPlot *>();
        const int beside = m_plot->width() - m_plot->axisRect(0)->width();
        m_window->resize(m_window->width() + 1600 + beside - m_plot->width(), 1000);
        QObject::connect(m_plot, &QCustomPlot::afterReplot, m_plot, [this] { m_painted = true; });
        settle();
    }
    ~Canvas() { m_pool.waitForDone(); }

    int width() const { return m_plot->axisRect(0)->width(); }
    int traces() const { return static_cast<int>(m_window->view().selection().size()); }

    /// Seconds from the turn of the wheel, or the move of the mouse, until the picture is there.
    std::vector<double> zoom()
    {
        std::vector<double> frames;
        for (int k = 0; k < steps; ++k)
            frames.push_back(frame([&] { turn(k / notches % 2 == 0 ? 120 : -120); }));
        settle();
        return frames;
    }

    std::vector<double> pan()
    {
        std::vector<double> frames;
        QTest::mousePress(m_plot, Qt::MiddleButton, {}, middle());
        for (int k = 1; k <= steps; ++k) {
            const int way = k % (2 * moves);
            const int shift = 5 * (way <= moves ? way : 2 * moves - way);
            frames.push_back(frame([&] { QTest::mouseMove(m_plot, middle() + QPoint{shift, 0}); }));
        }
        QTest::mouseRelease(m_plot, Qt::MiddleButton, {}, middle());
        settle();
        return frames;
    }

private:
    static void wait(const std::function<bool()> &condition, const QString &otherwise)
    {
        if (!QTest::qWaitFor(condition, 120'000))
            throw Skipped{otherwise};
    }

    void turn(int angle)
    {
        QWheelEvent wheel{QPointF{middle()},
                          m_plot->mapToGlobal(QPointF{middle()}),
                          {},
                          {0, angle},
                          Qt::NoButton,
                          Qt::NoModifier,
                          Qt::NoScrollPhase,
                          false};
        QApplication::sendEvent(m_plot, &wheel);
    }

    QPoint middle() const { return m_plot->axisRect(0)->rect().center(); }

    void settle()
    {
        wait([this] { return m_window->currentPage()->isSettled() && !m_window->history().closeup().isLoading(); },
             u"the picture does not come to rest"_s);
    }

    double frame(const std::function<void()> &act)
    {
        m_painted = false;
        const double seconds = timed([&] {
            QElapsedTimer patience;
            patience.start();
            act();
            while (!m_painted && patience.elapsed() < 5000) // no qWaitFor(): that sleeps between two looks
                QApplication::processEvents();
        });
        if (!m_painted)
            throw Skipped{u"a turn of the wheel or a move of the mouse drew nothing"_s};
        return seconds;
    }

    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
    QCustomPlot *m_plot = nullptr;
    bool m_painted = false;
};

struct Frames
{
    double zoom = 0.0, pan = 0.0; ///< s, p99
    double usual = 0.0;           ///< s, median of both
    int width = 0, traces = 0;
};

Frames framesOf(Context &context, Duration duration)
{
    const QString path = context.folder.filePath(u"frames.cbpm3"_s);
    writeThinArchive(path, duration);
    Canvas canvas{path};
    canvas.zoom(); // warm
    std::vector<double> zoom = canvas.zoom();
    const std::vector<double> pan = canvas.pan();
    Frames frames{percentile(zoom, 0.99), percentile(pan, 0.99), 0.0, canvas.width(), canvas.traces()};
    zoom.insert(zoom.end(), pan.begin(), pan.end());
    frames.usual = median(zoom);
    return frames;
}

/// A plot of the same size without a trace, drawn anew.
double emptyReplot()
{
    QCustomPlot plot;
    plot.resize(1700, 850);
    plot.show();
    QApplication::processEvents();
    std::vector<double> frames;
    for (int k = 0; k < steps; ++k)
        frames.push_back(timed([&] {
            plot.xAxis->setRange(k, k + 100);
            plot.replot(QCustomPlot::rpImmediateRefresh);
        }));
    return percentile(frames, 0.99);
}

std::vector<Row> panAndZoom(Context &context)
{
    const double empty = emptyReplot();
    const Frames hour = framesOf(context, 1h);
    const Frames month = framesOf(context, std::chrono::days{30});
    const double none = std::nan("");
    const QString what = u"frames: %1 detectors x %2 px, "_s.arg(month.traces).arg(month.width);
    return {
        {what + u"zoom, p99"_s, 1e3 * hour.zoom, u"ms"_s, none, {}, 16.0},
        {what + u"pan, p99"_s, 1e3 * hour.pan, u"ms"_s, none, {}, 16.0},
        {what + u"median"_s, 1e3 * hour.usual, u"ms"_s, 1e3 * empty, u"empty replot, p99"_s, none},
        {u"frames: 30 days, zoom, p99"_s, 1e3 * month.zoom, u"ms"_s, 1e3 * hour.zoom, u"1 hour"_s, 1.1},
        {u"frames: 30 days, pan, p99"_s, 1e3 * month.pan, u"ms"_s, 1e3 * hour.pan, u"1 hour"_s, 1.1},
    };
}

} // namespace

std::vector<Benchmark> frameBenchmarks()
{
    return {{u"frames"_s, panAndZoom, false}};
}

} // namespace cbpm::bench
