// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectortable.h"
#include "core/detectors/ringregion.h"

#include <QTest>

#include <array>

using namespace cbpm;

/// Regions from names alone.
class TestRingRegion : public QObject
{
    Q_OBJECT

private slots:
    void namesTellTheirRegion_data()
    {
        QTest::addColumn<int>("region");
        const auto row = [](const char *name, RingRegion region) { QTest::newRow(name) << static_cast<int>(region); };
        row("0W", RingRegion::West);
        row("12W", RingRegion::West);
        row("9AW", RingRegion::West);
        row("12W2", RingRegion::West);
        row("49E", RingRegion::East);
        row("10AE", RingRegion::East);
        row("X4A", RingRegion::South);
        row("X1", RingRegion::South);
        row("X", RingRegion::Other);
        row("XA", RingRegion::Other);
        row("W12", RingRegion::Other);
        row("12", RingRegion::Other);
        row("12N", RingRegion::Other);
        row("", RingRegion::Other);
    }
    void namesTellTheirRegion()
    {
        QFETCH(int, region);
        QCOMPARE(static_cast<int>(ringRegion(QTest::currentDataTag())), region);
    }

    void everyDetectorOfTheBuiltinRingHasOne()
    {
        std::array<int, 4> count{};
        for (int row = 0; row < builtinDetectorTable()->size(); ++row)
            ++count[static_cast<std::size_t>(ringRegion(builtinDetectorTable()->at(row).location))];
        QCOMPARE(count, (std::array<int, 4>{24, 44, 43, 0})); // south, west, east, other
    }
};

QTEST_GUILESS_MAIN(TestRingRegion)
#include "tst_ringregion.moc"
