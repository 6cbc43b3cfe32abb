// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/traceraster.h"

#include <QTest>

#include <random>

using namespace cbpm;

namespace {

constexpr QRgb barColour = 0xff112233;
constexpr QRgb meanColour = 0xff445566;
constexpr double factor = 1e3; // mm on the way in, µm on the axis

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
        TraceRaster bars{size};
        bars.drawBars(columns, scale, barColour, {0, columns.size()});
        TraceRaster means{size};
        means.drawMean(columns, scale, meanColour, {0, columns.size()});
        const auto rowOf = [&](double mm) {
            return static_cast<int>(std::floor(m_plot.yAxis->coordToPixel(mm * factor) - m_plot.axisRect()->top()));
        };
        const QImage drawn = bars.image();
        const QImage line = means.image();
        for (int x = 0; x < size.width(); ++x) {
            const PixelColumn &column = columns[static_cast<std::size_t>(x)];
            for (int y = 0; y < size.height(); ++y) {
                const bool inside = !column.isEmpty() && y >= rowOf(column.max) && y <= rowOf(column.min);
                QCOMPARE(drawn.pixel(x, y), inside ? barColour : 0U);
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
        TraceRaster means{size};
        means.drawMean(columns, ValueScale{*m_plot.yAxis, factor}, meanColour, {0, columns.size()});
        const QImage line = means.image();
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
        const auto draw = [&](const std::vector<std::size_t> &edges) {
            TraceRaster raster{size};
            for (std::size_t k = edges.size() - 1; k > 0; --k) {
                raster.drawBars(columns, scale, barColour, {edges[k - 1], edges[k]});
                raster.drawMean(columns, scale, meanColour, {edges[k - 1], edges[k]});
            }
            return raster.image();
        };
        const QImage whole = draw({0, columns.size()});
        QCOMPARE(draw({0, 1, 2, 57, 58, 200, columns.size()}), whole);
        TraceRaster one{size};
        one.drawMean(columns, scale, meanColour, {40, 60});
        const QImage picture = one.image();
        for (int y = 0; y < size.height(); ++y)
            QVERIFY(picture.pixel(39, y) == 0 && picture.pixel(60, y) == 0);
    }

private:
    QCustomPlot m_plot;
};

QTEST_MAIN(TestTraceRaster)
#include "tst_traceraster.moc"
