// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/traceraster.h"

#include <QTest>

#include <random>

using namespace cbpm;

namespace {

constexpr QRgb barColour = 0xff112233;
constexpr QRgb meanColour = 0xff445566;
constexpr double factor = 1e3; // mm on the way in, µm on the axis

PixelTrace traceOf(const std::vector<PixelColumn> &columns, const ValueScale &scale)
{
    return {pixelRows(columns, scale), barColour, meanColour};
}

enum class Part { Bars, Mean, Both };

/// One stripe after another, the last one first.
QImage drawn(const QSize &size, const PixelTrace &trace, Part part, std::vector<std::size_t> edges = {})
{
    QImage image{size, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    if (edges.empty())
        edges = {0, trace.rows.size()};
    for (std::size_t k = edges.size() - 1; k > 0; --k) {
        TraceStripe stripe{size.height(), edges[k - 1], edges[k]};
        if (part != Part::Mean)
            stripe.drawBars(trace);
        if (part != Part::Bars)
            stripe.drawMean(trace);
        stripe.copyTo(reinterpret_cast<QRgb *>(image.bits()), image.bytesPerLine() / 4);
    }
    return image;
}

} // namespace

/// Every pixel of a band, against the axis' own idea of where a value is.
class TestTraceRaster : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_plot.resize(400, 300);
        m_plot.show();
        m_plot.replot(QCustomPlot::rpImmediateRefresh);
    }

    void everyPixelIsTrue_data()
    {
        QTest::addColumn<bool>("isLogarithmic");
        QTest::newRow("linear") << false;
        QTest::newRow("logarithmic") << true;
    }
    void everyPixelIsTrue()
    {
        QFETCH(bool, isLogarithmic);
        m_plot.yAxis->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        m_plot.yAxis->setRange(50.0, 4000.0);
        const QSize size = m_plot.axisRect()->size();
        std::mt19937 random{7};
        std::uniform_real_distribution<double> value{0.01, 5.0}; // some outside
        std::vector<PixelColumn> columns(static_cast<std::size_t>(size.width()));
        for (PixelColumn &column : columns) {
            const double a = value(random), b = value(random);
            if (random() % 5 != 0)
                column = {std::min(a, b), std::max(a, b), 0.5 * (a + b), 3};
        }
        const ValueScale scale{*m_plot.yAxis, factor};
        const PixelTrace trace = traceOf(columns, scale);
        const auto rowOf = [&](double mm) {
            return static_cast<int>(std::floor(m_plot.yAxis->coordToPixel(mm * factor) - m_plot.axisRect()->top()));
        };
        const QImage bars = drawn(size, trace, Part::Bars);
        const QImage line = drawn(size, trace, Part::Mean);
        for (int x = 0; x < size.width(); ++x) {
            const PixelColumn &column = columns[static_cast<std::size_t>(x)];
            for (int y = 0; y < size.height(); ++y) {
                const bool inside = !column.isEmpty() && y >= rowOf(column.max) && y <= rowOf(column.min);
                QCOMPARE(bars.pixel(x, y), inside ? barColour : 0U);
                if (column.isEmpty())
                    QCOMPARE(line.pixel(x, y), 0U);
            }
            const int mean = column.isEmpty() ? -1 : rowOf(column.mean);
            if (mean >= 0 && mean < size.height())
                QCOMPARE(line.pixel(x, mean), meanColour);
        }
    }

    /// Up or down by any step, each pixel of the line touches the next.
    void theLineHoldsTogether()
    {
        m_plot.yAxis->setScaleType(QCPAxis::stLinear);
        m_plot.yAxis->setRange(0.0, 100.0);
        const QSize size = m_plot.axisRect()->size();
        std::vector<PixelColumn> columns(static_cast<std::size_t>(size.width()));
        for (std::size_t k = 0; k < columns.size(); ++k)
            columns[k] = {0.0, 0.1, 0.05 + 0.04 * (k % 3 == 0 ? 1.0 : -1.0), 1};
        const QImage line = drawn(size, traceOf(columns, ValueScale{*m_plot.yAxis, factor}), Part::Mean);
        const auto extent = [&](int x) {
            std::pair<int, int> found{size.height(), -1};
            for (int y = 0; y < size.height(); ++y) {
                if (line.pixel(x, y) != 0)
                    found = {std::min(found.first, y), y};
            }
            return found;
        };
        for (int x = 1; x < size.width(); ++x) {
            const auto [topBefore, bottomBefore] = extent(x - 1);
            const auto [top, bottom] = extent(x);
            QVERIFY(top <= bottomBefore + 1 && topBefore <= bottom + 1);
        }
    }

    /// In any order, and none beyond its edges.
    void stripesMakeTheSamePicture()
    {
        m_plot.yAxis->setScaleType(QCPAxis::stLinear);
        m_plot.yAxis->setRange(0.0, 100.0);
        const QSize size = m_plot.axisRect()->size();
        std::mt19937 random{3};
        std::vector<PixelColumn> columns(static_cast<std::size_t>(size.width()));
        for (PixelColumn &column : columns) {
            const double mean = 0.01 + 0.08 * static_cast<double>(random() % 1000) / 1000.0;
            if (random() % 7 != 0)
                column = {mean - 0.005, mean + 0.005, mean, 1};
        }
        const ValueScale scale{*m_plot.yAxis, factor};
        const PixelTrace trace = traceOf(columns, scale);
        const QImage whole = drawn(size, trace, Part::Both);
        QCOMPARE(drawn(size, trace, Part::Both, {0, 1, 2, 57, 58, 200, columns.size()}), whole);
        QCOMPARE(drawTraces(size, {trace}), whole);
        const QImage some = drawn(size, trace, Part::Mean, {40, 60});
        for (int y = 0; y < size.height(); ++y)
            QVERIFY(some.pixel(39, y) == 0 && some.pixel(60, y) == 0);
    }

    /// However many there are: the line of one is not hidden behind the bars of the next.
    void noMeanIsHiddenBehindBars()
    {
        m_plot.yAxis->setScaleType(QCPAxis::stLinear);
        m_plot.yAxis->setRange(0.0, 100.0);
        const QSize size = m_plot.axisRect()->size();
        const ValueScale scale{*m_plot.yAxis, factor};
        const auto flat = [&](double mean, QRgb colour) {
            const std::vector<PixelColumn> columns(static_cast<std::size_t>(size.width()), {0.01, 0.09, mean, 1});
            return PixelTrace{pixelRows(columns, scale), barColour, colour};
        };
        const PixelTrace low = flat(0.03, 0xff000001), high = flat(0.07, 0xff000002);
        const QImage image = drawTraces(size, {low, high});
        for (int x = 0; x < size.width(); ++x) {
            QCOMPARE(image.pixel(x, low.rows.front().mean), low.mean);
            QCOMPARE(image.pixel(x, high.rows.front().mean), high.mean);
        }
    }

private:
    QCustomPlot m_plot;
};

QTEST_MAIN(TestTraceRaster)
#include "tst_traceraster.moc"
