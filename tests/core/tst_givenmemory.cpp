// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/memory.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

double resident_MB()
{
    QFile file{u"/proc/self/statm"_s};
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096.0 / 1e6 : 0.0;
}

} // namespace

class TestGivenMemory : public QObject
{
    Q_OBJECT

private slots:
    /// Of a load little is left, strewn over all that it took.
    void whatIsFreeBetweenWhatIsUsedGoesBack()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer has a heap of its own, which keeps what is freed");
#endif
        constexpr std::size_t blocks = 60'000;
        constexpr std::size_t keptEach = 200;
        using Block = std::array<char, 1000>;
        std::vector<std::unique_ptr<Block>> held(blocks);
        for (auto &block : held) {
            block = std::make_unique<Block>();
            block->fill('x');
        }
        for (std::size_t k = 0; k < blocks; ++k) {
            if (k % keptEach != 0)
                held[k].reset();
        }
        const double before_MB = resident_MB();
        giveBackFreeMemory();
        QVERIFY2(resident_MB() < before_MB - 40.0, qPrintable(u"%1 of %2 MB"_s.arg(resident_MB()).arg(before_MB)));
        for (std::size_t k = 0; k < blocks; k += keptEach)
            QCOMPARE(std::count(held[k]->begin(), held[k]->end(), 'x'), 1000);
    }
};

QTEST_APPLESS_MAIN(TestGivenMemory)
#include "tst_givenmemory.moc"
