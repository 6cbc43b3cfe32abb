// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/planes.h"

#include <QFontMetrics>
#include <QTest>

#include <algorithm>

#include <qcustomplot.h>

using namespace cbpm;

/// Axis rects above each other.
class TestPlanes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->setViewport({0, 0, 1000, 530});
    }

    void allAreEquallyHigh_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("two") << 2;
        QTest::newRow("eight") << 8;
    }
    void allAreEquallyHigh()
    {
        QFETCH(int, count);
        const auto rects = make(count);
        for (const int height : {530, 900, 300}) {
            m_plot->setViewport({0, 0, 1000, height});
            m_plot->replot(); // once is enough
            const auto [lowest, highest] = std::ranges::minmax(rects, {}, &QCPAxisRect::height);
            QVERIFY2(highest->height() - lowest->height() <= 1,
                     qPrintable(QStringLiteral("%1 to %2").arg(lowest->height()).arg(highest->height())));
            const int outer = rects.back()->outerRect().bottom() + m_plot->plotLayout()->margins().bottom();
            QVERIFY(std::abs(outer - (height - 1)) <= 1 + count); // all of the height is used
        }
    }

    /// From tall to low and back, as a window is made smaller and larger.
    void labelsOfValuesDoNotOverlap()
    {
        const auto rects = make(8);
        for (const int height : {900, 530, 400, 900}) {
            m_plot->setViewport({0, 0, 1000, height});
            m_plot->replot();
            for (const QCPAxisRect *const rect : rects) {
                const QCPAxis *const axis = rect->axis(QCPAxis::atLeft);
                const QVector<double> ticks = axis->tickVector();
                const int label_px = QFontMetrics{axis->tickLabelFont()}.ascent();
                double last_px = 1e6;
                for (const double tick : ticks) {
                    if (!axis->range().contains(tick))
                        continue;
                    const double at_px = axis->coordToPixel(tick);
                    QVERIFY2(last_px - at_px > label_px,
                             qPrintable(QStringLiteral("%1 px: %2 px apart").arg(height).arg(last_px - at_px)));
                    last_px = at_px;
                }
                QVERIFY(last_px < 1e6);
            }
        }
    }

    void marginsGoWithThePlanes()
    {
        for (int k = 0; k < 3; ++k)
            make(3);
        QCOMPARE(m_plot->findChildren<QCPMarginGroup *>().size(), 1);
        m_plot->replot();
    }

private:
    std::vector<QCPAxisRect *> make(int count)
    {
        const auto rects = createPlanes(*m_plot, static_cast<std::size_t>(count));
        for (int k = 0; k < count; ++k)
            rects[static_cast<std::size_t>(k)]->axis(QCPAxis::atLeft)->setRange(0.41, 0.48 + 0.13 * k);
        return rects;
    }

    std::unique_ptr<QCustomPlot> m_plot;
};

QTEST_MAIN(TestPlanes)
#include "tst_planes.moc"
