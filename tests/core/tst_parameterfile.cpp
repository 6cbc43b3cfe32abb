// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectortable.h"
#include "core/detectors/parameterfile.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

const QByteArray fixture = R"(# a comment
[CONFIG_FILE_AUTOHEADER]
.VERSION   4.0

                  [BPM_9W]   # text after the section
.DETECTOR_LOCATION              9W
.CESRV_NAME                     DET_09W
.HORZ_POS_COEFF                 0.028800   and a remark
.VERT_POS_COEFF                 0.022300
.RING_POSITION                  0.0  0.0  75.4
.DETEC_ID_ELE                   7
.OFFSETS    -99  0  0
            0  0  0
[BPM_LAB]
.DETECTOR_LOCATION              LAB1
.HORZ_POS_COEFF                 0.035
.VERT_POS_COEFF                 0.0287
)";

} // namespace

class TestParameterFile : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatCounts()
    {
        QVERIFY(isParameterFile(fixture));
        QVERIFY(!isParameterFile("location,kx_mm\n12W,25\n"));
        const auto table = parseParameterFile(fixture, u"fixture"_s);
        QVERIFY2(table.has_value(), table ? "" : qPrintable(table.error().sentence()));
        QCOMPARE((*table)->size(), 2);
        const Detector &ring = (*table)->at((*table)->find("DET_09W"));
        QCOMPARE(ring.location, "9W");
        QCOMPARE(ring.id, 7);
        QVERIFY(std::abs(ring.kx_mm - 28.8) < 1e-12 && std::abs(ring.ky_mm - 22.3) < 1e-12);
        QVERIFY(std::abs(ring.s_m - 43.24) < 0.01); // from the lattice, not from the placeholder
        const Detector &lab = (*table)->at((*table)->find("lab1"));
        QVERIFY(std::isnan(lab.s_m));
        QCOMPARE(lab.id, 0);
    }

    void whatCannotBeIsNamedByLineAndColumn_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("told");
        QTest::newRow("zero") << QByteArray{"0.028800"} << QByteArray{"0.0"} << u"line 8, column 33"_s;
        QTest::newRow("negative") << QByteArray{"0.022300"} << QByteArray{"-0.02"} << u"line 9"_s;
        QTest::newRow("ten metres") << QByteArray{"0.0287"} << QByteArray{"10"} << u"VERT_POS_COEFF"_s;
        QTest::newRow("word") << QByteArray{"0.035"} << QByteArray{"wide"} << u"wide"_s;
        QTest::newRow("id") << QByteArray{"ELE                   7"} << QByteArray{"ELE                   x7"}
                            << u"line 11"_s;
        QTest::newRow("no location") << QByteArray{".DETECTOR_LOCATION              LAB1"} << QByteArray{}
                                     << u"line 14"_s;
        QTest::newRow("twice") << QByteArray{"LAB1"} << QByteArray{"09w"} << u"9W stands twice"_s;
        QTest::newRow("bracket") << QByteArray{"[BPM_LAB]"} << QByteArray{"[BPM_LAB"} << u"bracket"_s;
    }
    void whatCannotBeIsNamedByLineAndColumn()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, told);
        const auto table = parseParameterFile(QByteArray{fixture}.replace(from, to), u"fixture"_s);
        QVERIFY(!table);
        QVERIFY2(table.error().what.contains(told), qPrintable(table.error().what));
    }

    void theRingsOwnFile()
    {
        const QString path = qEnvironmentVariable("CBPM_SOURCE_DIR") + u"/../shared/data/BPM_DET_params.cfg"_s;
        if (!QFile::exists(path))
            QSKIP("the ring's parameter file is not beside the project");
        const auto table = readDetectorTable(path);
        QVERIFY2(table.has_value(), table ? "" : qPrintable(table.error().sentence()));
        QCOMPARE((*table)->size(), 107);
        const auto at = [&](const char *name) -> const Detector & { return (*table)->at((*table)->find(name)); };
        QVERIFY(std::abs(at("12W").kx_mm - 28.8) < 1e-12);
        QVERIFY(std::abs(at("48W").kx_mm - 28.7) < 1e-12);
        QVERIFY(std::abs(at("49E").ky_mm - 35.0) < 1e-12);
        QCOMPARE(at("DET_20E").id, 79);
        QCOMPARE(at("TEST2").id, 0);
        QCOMPARE((*table)->find("30"), (*table)->find("30W"));
    }

    void aTableSurvivesItsCsv()
    {
        const auto table = parseParameterFile(fixture, u"fixture"_s);
        const auto back = parseDetectorTableCsv(detectorTableCsv(**table), u"csv"_s);
        QVERIFY(back.has_value());
        QCOMPARE((*back)->version(), (*table)->version());
    }

    void csvRefusesWhatNoPipeHas_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"0", "-3", "10000", "nan", "wide"})
            QTest::addRow("kx_mm %s", value) << QByteArray{"kx_mm"} << QByteArray{value};
        QTest::newRow("gain") << QByteArray{"gain_ti"} << QByteArray{"0"};
        QTest::newRow("method") << QByteArray{"method"} << QByteArray{"magic"};
        QTest::newRow("x_sign") << QByteArray{"x_sign"} << QByteArray{"2"};
        QTest::newRow("button edge") << QByteArray{"button_x1_mm"} << QByteArray{"30"};
    }
    void csvRefusesWhatNoPipeHas()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        const auto table = parseDetectorTableCsv("location," + header + "\n12W,\n13W," + value + '\n', u"csv"_s);
        QVERIFY(!table);
        QVERIFY2(table.error().what.contains(u"line 3"_s), qPrintable(table.error().what));
    }
};

QTEST_GUILESS_MAIN(TestParameterFile)
#include "tst_parameterfile.moc"
