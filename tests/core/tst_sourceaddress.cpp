// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/opensource.h"

#include <QTest>

using namespace cbpm;
using namespace Qt::StringLiterals;

class TestSourceAddress : public QObject
{
    Q_OBJECT

private slots:
    void reads_data()
    {
        using Kind = SourceAddress::Kind;
        QTest::addColumn<QString>("text");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("target");
        QTest::newRow("demo") << u"demo"_s << Kind::Demo << u""_s;
        QTest::newRow("path") << u"runs/a.cbpm3"_s << Kind::Archive << u"runs/a.cbpm3"_s;
        QTest::newRow("archive:") << u"archive:demo"_s << Kind::Archive << u"demo"_s;
        QTest::newRow("path with =") << u"/data/run=7.cbpm3"_s << Kind::Archive << u"/data/run=7.cbpm3"_s;
        QTest::newRow("uri") << u"postgresql://ring@host/db"_s << Kind::Postgres << u"postgresql://ring@host/db"_s;
        QTest::newRow("service") << u"service=ring"_s << Kind::Postgres << u"service=ring"_s;
        QTest::newRow("keywords") << u"host=/tmp dbname=ring"_s << Kind::Postgres << u"host=/tmp dbname=ring"_s;
    }
    void reads()
    {
        QFETCH(QString, text);
        const auto address = readSource(text);
        QVERIFY(address.has_value());
        QTEST(address->kind, "kind");
        QTEST(address->target, "target");
    }

    void passwordsAreRefusedWithoutRepeatingThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("keyword") << u"host=h password=hidden"_s;
        QTest::newRow("quoted") << u"host=h password = 'hidden'"_s;
        QTest::newRow("escaped in a uri") << u"postgresql://host/db?%70assword=hidden"_s;
        QTest::newRow("uri") << u"postgresql://ring:hidden@host/db"_s;
        QTest::newRow("uri option") << u"postgresql://host/db?password=hidden"_s;
    }
    void passwordsAreRefusedWithoutRepeatingThem()
    {
        QFETCH(QString, text);
        const auto address = readSource(text);
        QVERIFY(!address);
        QVERIFY(!address.error().sentence().contains(u"hidden"_s));
        QCOMPARE(address.error().kind, Error::Kind::Usage);
        QVERIFY(!address.error().hint.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSourceAddress)
#include "tst_sourceaddress.moc"
