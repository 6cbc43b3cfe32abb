// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demowindow.h"
#include "tests/ui/controls.h"
#include "tests/ui/picture.h"
#include "ui/annotating.h"
#include "ui/connect/sources.h"
#include "ui/export/exports.h"
#include "ui/kiosk.h"
#include "ui/pages/annotationmarks.h"
#include "ui/pages/trendpage.h"
#include "ui/pages/waterfallpage.h"
#include "ui/plot/colours.h"
#include "ui/plot/notelayer.h"
#include "ui/references/annotationdialog.h"
#include "ui/references/annotationsdialog.h"
#include "ui/timebar/timebar.h"

#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QToolTip>

#include <qcustomplot.h>

using namespace cbpm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What people note about times, in the real window on a real archive.
class TestAnnotations : public test::DemoWindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { makeArchive(); }
    void init()
    {
        makeWindow();
        openArchive(u"trend"_s);
        m_window->view().setCursor(start + 600s);
    }
    void cleanup() { m_window.reset(); }

    void whatIsWrittenIsKeptAndMarked()
    {
        trigger("annotateAction");
        AnnotationDialog *const dialog = asked();
        QCOMPARE(askedTime(), u"2 Mar 2026 00:10:00 UTC"_s);
        QVERIFY(!find<QPushButton>(u"annotationSave"_s)->isEnabled()); // nothing is said yet
        QCOMPARE(test::namelessControls(*dialog), QStringList{});
        find<QPlainTextEdit>(u"annotationText"_s)->setPlainText(u"top-up begins"_s);
        find<QLineEdit>(u"annotationAuthor"_s)->setText(u"anna"_s);
        find<QComboBox>(u"annotationLocation"_s)->setCurrentText(u"12W"_s);
        test::keepPicture(*dialog, u"annotation-dialog"_s);
        click("annotationSave");
        QTRY_COMPARE(annotations().list().size(), std::size_t{1});
        const Annotation &kept = annotations().list().begin()->second;
        QCOMPARE(kept.at, start + 600s);
        QVERIFY(!kept.until);
        QCOMPARE(kept.text, u"top-up begins"_s);
        QCOMPARE(kept.author, u"anna"_s);
        QCOMPARE(kept.location, std::string{"12W"});
        QCOMPARE(*readAnnotations(m_data->filePath(u"annotations.json"_s)), annotations().list());
        QTRY_COMPARE(words(trend()), std::size_t{1});
    }

    void marksMakeAStretch()
    {
        m_window->view().setMarks(start + 20min, start + 10min); // in either order
        trigger("annotateAction");
        QCOMPARE(askedTime(), u"2 Mar 2026 00:10:00 \u2013 2 Mar 2026 00:20:00 UTC (10 min)"_s);
        asked()->reject();
        m_window->view().setMarks(start + 20min, {});
        trigger("annotateAction");
        QCOMPARE(askedTime(), u"2 Mar 2026 00:20:00 UTC"_s);
        asked()->reject();
        QCOMPARE(annotations().list().size(), std::size_t{0});
    }

    void theMenuWritesAtTheMouse()
    {
        QMenu *const menu = menuAt(trend(), placeOf(trend(), start + 30min));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().constFirst()->trigger();
        asked();
        QVERIFY2(askedTime().contains(u"00:30:0"_s) || askedTime().contains(u"00:29:5"_s), qPrintable(askedTime()));
        asked()->reject();
        // It leaves no rubber band behind.
        QTest::mousePress(&trend(), Qt::RightButton, {}, placeOf(trend(), start + 30min));
        QVERIFY(!trend().selectionRect()->isActive());
    }

    void theMouseReadsAndChangesThem()
    {
        const QString id = write(start + 30min, {}, u"kicker <b>off</b> & on\n\u202esecond line"_s);
        QTRY_COMPARE(words(trend()), std::size_t{1});
        const QPoint place = placeOf(trend(), start + 30min);
        QHelpEvent rest{QEvent::ToolTip, place, trend().mapToGlobal(place)};
        QApplication::sendEvent(&trend(), &rest);
        // Markup is text, and nothing turns the writing of what stands after it.
        QTRY_VERIFY2(QToolTip::text().contains(u"kicker &lt;b&gt;off&lt;/b&gt; &amp; on<br>second line<br>"_s),
                     qPrintable(QToolTip::text()));
        QMenu *const menu = menuAt(trend(), place);
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().constLast()->text(), u"Edit “kicker <b>off</b> && on second line”…"_s);
        menu->actions().constLast()->trigger();
        QCOMPARE(asked()->annotation().text, annotations().find(id)->text);
        find<QPlainTextEdit>(u"annotationText"_s)->setPlainText(u"kicker on"_s);
        click("annotationSave");
        QTRY_COMPARE(annotations().find(id)->text, u"kicker on"_s);
        QCOMPARE(annotations().list().size(), std::size_t{1});
    }

    void manyFindRoomOrStayLines()
    {
        for (int k = 0; k < 200; ++k)
            write(start + k * 15s, {}, u"note %1 of many"_s.arg(k));
        write(start + 20min, start + 30min, u"a stretch"_s);
        trend().replot();
        const std::size_t shown = words(trend());
        QVERIFY2(shown > 10 && shown < 60, qPrintable(QString::number(shown)));
        auto *const marks = trend().findChild<AnnotationMarks *>();
        QVERIFY(marks->at(placeOf(trend(), start + 25min)).size() >= 2); // the stretch and a line at least
        QVERIFY(marks->at({1, 1}).isEmpty());
        test::keepPicture(*m_window, u"annotations-many"_s);
    }

    void theWaterfallShowsThemToo()
    {
        write(start + 10min, start + 20min, u"scan of the bumps"_s);
        write(start + 40min, {}, u"beam lost: RF cavity 3 tripped"_s);
        m_window->turnTo(u"waterfall"_s);
        auto &plot = *m_window->findChild<QCustomPlot *>(u"waterfallPlot"_s);
        plot.replot();
        QCOMPARE(words(plot), std::size_t{2});
        test::keepPicture(*m_window, u"annotations-waterfall"_s);
        m_window->turnTo(u"trend"_s);
        trend().replot();
        test::keepPicture(*m_window, u"annotations-trend"_s);
    }

    void theirColoursFollowTheTheme()
    {
        write(start + 10min, start + 20min, u"by night"_s);
        for (const bool isDark : {true, false}) {
            m_window->setDark(isDark);
            const QColor base = colours::themePalette(isDark).color(QPalette::Base);
            for (const char *const name : {"trendPlot", "waterfallPlot"}) {
                const auto &plot = *m_window->findChild<QCustomPlot *>(QLatin1StringView{name});
                QVERIFY(!layers(plot).empty());
                for (const NoteLayer *const layer : layers(plot))
                    QTRY_COMPARE(layer->palette().color(QPalette::Base), base);
            }
        }
    }

    void theListGoesThere()
    {
        const QString here = write(start + 50min, {}, u"here"_s);
        write(start + 5min, start + 6min, u"a <i>stretch</i>\nof two lines"_s);
        m_window->view().setVisible(*TimeRange::between(start, start + 10min));
        trigger("annotationsAction");
        auto *const list = find<QTableView>(u"annotationList"_s);
        QCOMPARE(list->model()->rowCount(), 2);
        QCOMPARE(list->model()->index(1, AnnotationListModel::Text).data().toString(),
                 u"a <i>stretch</i> of two lines"_s);
        list->selectRow(0); // the newest
        test::keepPicture(*find<QDialog>(u"annotationsDialog"_s), u"annotations-list"_s);
        QCOMPARE(test::namelessControls(*find<QDialog>(u"annotationsDialog"_s)), QStringList{});
        click("goAnnotationButton");
        QVERIFY(m_window->view().visible()->contains(start + 50min));
        QCOMPARE(m_window->view().visible()->duration(), Duration{10min});
        QCOMPARE(m_window->view().cursor(), std::optional{start + 50min});
        // Beyond what is loaded: it is fetched.
        const QString far = write(start - 24h, {}, u"yesterday"_s);
        m_window->annotating().goTo(far);
        QTRY_VERIFY(m_window->timeBar().range()->contains(start - 24h));
        QTRY_VERIFY(m_window->view().visible()->contains(start - 24h));
        QVERIFY(annotations().find(here));
    }

    void whatIsRemovedIsGone()
    {
        write(start + 50min, {}, u"here"_s);
        trigger("annotationsAction");
        find<QTableView>(u"annotationList"_s)->selectRow(0);
        QTimer::singleShot(0, this, [] {
            auto *const question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(question);
            question->button(QMessageBox::Yes)->click();
        });
        click("removeAnnotationButton");
        QCOMPARE(annotations().list().size(), std::size_t{0});
        QCOMPARE(*readAnnotations(m_data->filePath(u"annotations.json"_s)), AnnotationList{});
        QCOMPARE(label("annotationsMessage"), u"1 annotation(s) removed."_s);
    }

    void anotherProgramsAreSeen()
    {
        const Annotation other{start + 10min, {}, {}, u"of another program"_s, u"ben"_s, start};
        QVERIFY(changeAnnotation(m_data->filePath(u"annotations.json"_s), u"x"_s, &other).has_value());
        QTRY_VERIFY(annotations().find(u"x"_s));
        QVERIFY(changeAnnotation(m_data->filePath(u"annotations.json"_s), u"x"_s, nullptr).has_value());
        QTRY_VERIFY(!annotations().find(u"x"_s));
    }

    void whoeverEditsAtOnceLosesNothing()
    {
        const QString id = write(start + 10min, {}, u"before"_s);
        m_window->annotating().edit(id);
        const Annotation other{start + 10min, {}, {}, u"ben's"_s, u"ben"_s, start};
        QVERIFY(changeAnnotation(m_data->filePath(u"annotations.json"_s), id, &other).has_value());
        QTRY_COMPARE(annotations().find(id)->text, u"ben's"_s);
        find<QPlainTextEdit>(u"annotationText"_s)->setPlainText(u"anna's"_s);
        click("annotationSave");
        QTRY_COMPARE(annotations().list().size(), std::size_t{2});
        QCOMPARE(annotations().find(id)->text, u"ben's"_s);
        QCOMPARE(label("messageLabel"), u"ben changed the annotation meanwhile: yours was kept beside it"_s);
    }

    void aFolderThatCannotBeWrittenIsOneSentence()
    {
        QVERIFY(QDir{m_data->path()}.mkpath(u"annotations.json"_s)); // a folder where the file should be
        const auto kept = annotations().keep({}, {start, {}, {}, u"x"_s, u"a"_s, start});
        QVERIFY(!kept);
        QCOMPARE(annotations().list().size(), std::size_t{0});
    }

    void anIncidentCarriesThoseOfItsRange()
    {
        write(start + 10min, {}, u"in it"_s);
        write(start + 5h, {}, u"beyond it"_s);
        const QString incident = m_folder.filePath(u"incident.cbpm3"_s);
        m_window->exports().saveRangeTo(incident);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(incident), 20'000);
        const auto window = std::move(m_window);
        makeWindow();
        write(start, {}, u"my own"_s);
        m_window->begin({.source = incident});
        QTRY_COMPARE_WITH_TIMEOUT(m_window->history().state(), History::State::Complete, 20'000);
        QCOMPARE(annotations().list().size(), std::size_t{1});
        QCOMPARE(annotations().list().begin()->second.text, u"in it"_s);
        m_window->sources().open(m_archive);
        QTRY_COMPARE(annotations().list().begin()->second.text, u"my own"_s);
    }

    void aKioskOnlyReads()
    {
        write(start + 30min, {}, u"here"_s);
        enterKiosk(*m_window, *QGuiApplication::primaryScreen());
        QVERIFY(!menuAt(trend(), placeOf(trend(), start + 30min)));
        QVERIFY(!m_window->findChild<QAction *>(u"annotateAction"_s)->isEnabled());
        QVERIFY(!trend().findChild<AnnotationMarks *>()->at(placeOf(trend(), start + 30min)).isEmpty());
    }

private:
    Annotations &annotations() const { return m_window->view().annotations(); }
    QCustomPlot &trend() const { return *m_window->findChild<QCustomPlot *>(u"trendPlot"_s); }
    void trigger(const char *action) const { find<QAction>(QString::fromLatin1(action))->trigger(); }
    AnnotationDialog *asked() const
    {
        AnnotationDialog *found = nullptr;
        for (auto *const dialog : m_window->findChildren<AnnotationDialog *>()) {
            if (dialog->isVisible())
                found = dialog;
        }
        return found;
    }

    QString askedTime() const { return asked()->findChild<QLabel *>(u"annotationTime"_s)->text(); }

    QString write(TimePoint at, std::optional<TimePoint> until, const QString &text) const
    {
        return *annotations().keep({}, {at, until, {}, text, u"anna"_s, start});
    }

    static QPoint placeOf(QCustomPlot &plot, TimePoint time)
    {
        plot.replot();
        const QCPAxisRect &rect = *plot.axisRect(0);
        return {static_cast<int>(rect.axis(QCPAxis::atBottom)->coordToPixel(axisSeconds(time))), rect.center().y()};
    }

    static QMenu *menuAt(QCustomPlot &plot, const QPoint &place)
    {
        QContextMenuEvent event{QContextMenuEvent::Mouse, place, plot.mapToGlobal(place)};
        QApplication::sendEvent(&plot, &event);
        return plot.findChild<QMenu *>(u"annotationMenu"_s);
    }

    static std::size_t words(const QCustomPlot &plot)
    {
        std::size_t count = 0;
        for (const NoteLayer *const layer : layers(plot))
            count += layer->shownWords();
        return count;
    }

    static std::vector<const NoteLayer *> layers(const QCustomPlot &plot)
    {
        std::vector<const NoteLayer *> found;
        for (int k = 0; k < plot.itemCount(); ++k) {
            if (const auto *const layer = dynamic_cast<NoteLayer *>(plot.item(k)))
                found.push_back(layer);
        }
        return found;
    }
};

QTEST_MAIN(TestAnnotations)
#include "tst_annotations.moc"
