// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/heap.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace cbpm;
using namespace Qt::StringLiterals;

namespace {

double resident_MB()
{
    QFile file{u"/proc/self/statm"_s};
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096.0 / 1e6 : 0.0;
}

/// What the kernel was told of the memory at `address`: of the flags in /proc/self/smaps, "hg" means large pages are
/// wanted, "nh" that they are not.
QByteArrayList adviceAt(const void *address)
{
    QFile file{u"/proc/self/smaps"_s};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto wanted = reinterpret_cast<quintptr>(address);
    bool isHere = false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArrayList bounds = line.split(' ').constFirst().split('-');
        bool isBegin = false;
        bool isEnd = false;
        const quintptr begin = bounds.constFirst().toULongLong(&isBegin, 16);
        const quintptr end = bounds.constLast().toULongLong(&isEnd, 16);
        if (bounds.size() == 2 && isBegin && isEnd)
            isHere = begin <= wanted && wanted < end;
        else if (isHere && line.startsWith("VmFlags:"))
            return line.split(' ');
    }
    return {};
}

/// Like a column of a load: smaller than what comes from the system alone, larger than what lies about in the heap.
std::vector<char> column()
{
    return std::vector<char>(8'000'000, 'x');
}

bool hasLargePages()
{
    return QFile::exists(u"/sys/kernel/mm/transparent_hugepage/enabled"_s);
}

} // namespace

class TestHeap : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer has a heap of its own");
#endif
        setUpHeap();
    }

    void whatALoadTouchesFirstIsOnLargePages()
    {
        if (!hasLargePages())
            QSKIP("this kernel has no large pages to ask for");
        const std::vector<char> fresh = column();
        QVERIFY(adviceAt(fresh.data() + fresh.size() / 2).contains("hg"));
    }

    /// Gaps inside the heap are no room at its end.
    void gapsAreNotTakenForTheReserve()
    {
        if (!hasLargePages())
            QSKIP("this kernel has no large pages to ask for");
        std::vector<std::vector<char>> columns(6);
        std::ranges::generate(columns, column);
        for (std::size_t k = 0; k + 1 < columns.size(); k += 2)
            std::vector<char>{}.swap(columns[k]);
        giveBackFreeMemory();
        std::vector<std::vector<char>> coming(6);
        std::ranges::generate(coming, column);
        QVERIFY(adviceAt(coming.back().data() + coming.back().size() / 2).contains("hg"));
    }

    /// Else the kernel would fill its holes by and by, and a window that runs for weeks would grow.
    void whatStaysIsNoLongerAndWhatComesIsAgain()
    {
        if (!hasLargePages())
            QSKIP("this kernel has no large pages to ask for");
        const std::vector<char> staying = column();
        giveBackFreeMemory();
        QVERIFY(adviceAt(staying.data() + staying.size() / 2).contains("nh"));
        const std::vector<char> coming = column();
        QVERIFY(adviceAt(coming.data() + coming.size() / 2).contains("hg"));
        QCOMPARE(std::count(staying.begin(), staying.end(), 'x'), static_cast<std::ptrdiff_t>(staying.size()));
    }

    void nothingIsTakenAheadWhereAddressSpaceIsLimited()
    {
        const pid_t child = fork();
        if (child == 0) {
            malloc_trim(0); // nothing is left of what was taken before
            const rlimit limit = {std::size_t{4} << 30, std::size_t{4} << 30};
            setrlimit(RLIMIT_AS, &limit);
            const void *const before = sbrk(0);
            setUpHeap();
            _exit(sbrk(0) == before ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }

    /// Of a load little is left, strewn over all that it took.
    void whatIsFreeBetweenWhatIsUsedGoesBack()
    {
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

QTEST_APPLESS_MAIN(TestHeap)
#include "tst_heap.moc"
