// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulated/demoarchive.h"
#include "ui/mainwindow.h"
#include "ui/pages/allpages.h"
#include "ui/pages/page.h"
#include "ui/plot/colours.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pageWidth = 878; ///< of the kept pictures

const TimePoint start = std::chrono::sys_days{std::chrono::March / 2 / 2026};

/// Share of pixels that differ by more than antialiasing does.
double difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 1.0;
    constexpr int visible = 48; // of 255, in one channel
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            different += std::abs(qRed(p) - qRed(q)) > visible || std::abs(qGreen(p) - qGreen(q)) > visible
                         || std::abs(qBlue(p) - qBlue(q)) > visible;
        }
    }
    return different / static_cast<double>(a.width() * a.height());
}

} // namespace

/// Every page looks as it did when somebody looked at it. After a change that is meant, look at the new pictures and
/// keep them: CBPM_KEEP_PICTURES=1 tests/tst_pictures.
class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        const QString archive = m_folder.filePath(u"minutes.cbpm3"_s);
        SimulationOrder order = demoOrder(archive);
        order.range = *TimeRange::between(start, start + 20min);
        QVERIFY(writeSimulatedArchive(order, [](double) {}, {}).has_value());
        m_pool.setMaxThreadCount(6);
        m_window = std::make_unique<MainWindow>(m_pool, SourceOptions{});
        m_window->setDark(false);
        m_window->resize(1100, 640);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->begin({.source = archive, .from = u"2026-03-02T00:00Z"_s, .to = u"2026-03-02T00:20Z"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
        // The list takes what its rows want when it is first laid out: before or after they came.
        auto *const dock = m_window->findChild<QDockWidget *>();
        const int page = m_window->currentPage()->width();
        m_window->resizeDocks({dock}, {dock->width() + page - pageWidth}, Qt::Horizontal);
        QTRY_COMPARE(m_window->currentPage()->width(), pageWidth);
    }
    void cleanupTestCase() { m_window.reset(); }

    void everyPageLooksAsItDid_data()
    {
        QTest::addColumn<int>("tab");
        for (int tab = 0; tab < pageNames().size(); ++tab)
            QTest::newRow(qPrintable(pageNames()[tab])) << tab;
    }
    void everyPageLooksAsItDid()
    {
        QFETCH(int, tab);
        m_window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(tab);
        Page *const page = m_window->currentPage();
        QTRY_VERIFY_WITH_TIMEOUT(page->isSettled(), 20'000);
        QTRY_VERIFY(!m_window->history().closeup().isLoading());
        QApplication::processEvents();
        const auto look = [page] { return page->grab().toImage().convertToFormat(QImage::Format_RGB32); };
        const QString kept = QFINDTESTDATA("pictures") + u'/' + page->name() + u".png"_s;
        if (qEnvironmentVariableIsSet("CBPM_KEEP_PICTURES")) {
            // 256 colours are enough to compare, and a third of the size.
            QVERIFY(look().convertToFormat(QImage::Format_Indexed8, Qt::ThresholdDither).save(kept));
            QSKIP("the picture was kept, not compared");
        }
        const QImage expected = QImage{kept}.convertToFormat(QImage::Format_RGB32);
        QVERIFY2(!expected.isNull(), qPrintable(kept));
        // What a page draws may leave less room for it: then it is worked out once more.
        QImage picture;
        double differs = 1.0;
        const auto isAsItWas = [&] {
            picture = look();
            differs = difference(picture, expected);
            return differs <= 0.01;
        };
        std::ignore = QTest::qWaitFor(isAsItWas, 10'000);
        const QString now = QDir::temp().filePath(u"cbpm3-picture-"_s + page->name() + u".png"_s);
        if (differs > 0.01)
            picture.save(now);
        QVERIFY2(differs <= 0.01, qPrintable(u"%1 % of the pixels differ, see %2"_s.arg(100.0 * differs).arg(now)));
    }

private:
    QTemporaryDir m_folder;
    QThreadPool m_pool;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
