// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "core/query/autointerval.h"
#include "core/types/memory.h"
#include "core/types/timetext.h"
#include "translations/language.h"
#include "ui/annotating.h"
#include "ui/bundles.h"
#include "ui/connect/firstpage.h"
#include "ui/connect/sources.h"
#include "ui/detectors/constantsdialog.h"
#include "ui/detectors/detectorpanel.h"
#include "ui/export/exports.h"
#include "ui/firstlook.h"
#include "ui/handbook/handbookwindow.h"
#include "ui/loadplan.h"
#include "ui/logbook/logbook.h"
#include "ui/mainmenu.h"
#include "ui/pagedeck.h"
#include "ui/pages/allpages.h"
#include "ui/pages/orbitpage.h"
#include "ui/pages/page.h"
#include "ui/palette/commandpalette.h"
#include "ui/palette/shortcutsheet.h"
#include "ui/plot/colours.h"
#include "ui/references/siteshare.h"
#include "ui/referencing.h"
#include "ui/sourcebar.h"
#include "ui/statuspanel.h"
#include "ui/text/texts.h"
#include "ui/timebar/livebar.h"
#include "ui/timebar/replaybar.h"
#include "ui/timebar/timebar.h"
#include "ui/windowview.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

constexpr int frame_ms = 40; ///< 25 pictures a second

} // namespace

MainWindow::MainWindow(QThreadPool &pool, SourceOptions options, TileStorePtr tiles, QWidget *parent)
    : QMainWindow{parent}, m_pool{pool}, m_tiles{std::move(tiles)}, m_history{pool, m_tiles}, m_playback{pool,
                                                                                                         m_history,
                                                                                                         m_view}
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("CBPM3 monitor"));
    m_sources = new Sources{pool, std::move(options), m_tiles, this};
    m_share = new SiteShare{pool, m_references, m_view, this};
    createPanels();
    m_annotating = new Annotating{*this};
    m_referencing = new Referencing{*this, m_references};
    createPages();
    const ExportDesk desk{pool, m_history, m_view, m_tiles, this, [this] { return currentPage(); },
                          [this] { return m_timeBar->range(); }, [this] { return viewOf(*this); },
                          [this](const TimeRange &range) { return m_bundles->attachments(range); }};
    m_bundles = new Bundles{*this, m_references};
    m_exports = new Exports{desk};
    m_logbook = new Logbook{desk};
    createMainMenu(*this);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(frame_ms);
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refreshPages);
    connect(&m_history, &History::seriesGrew, this, [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    });
    connect(&m_history, &History::opened, this, &MainWindow::onOpened);
    connect(&m_history, &History::openProgressed, m_sources, &Sources::showProgress);
    connect(&m_history, &History::openFailed, m_sources, &Sources::explain);
    connect(&m_history, &History::openFailed, this, [this] { showFirstPage(!m_history.source()); });
    connect(&m_history, &History::stateChanged, this, &MainWindow::onStateChanged);
    connect(&m_history, &History::interrupted, this, [this](const Error &error, std::chrono::milliseconds wait) {
        m_status->showMessage(tr("%1 (tried again in %2)").arg(text::error(error), text::duration(wait)), true);
    });
    connect(&m_playback, &Playback::modeChanged, this, [this] { m_timeBar->showMode(m_playback.mode()); });
    connect(&m_playback, &Playback::groundWanted, this, [this](const TimeRange &range) { load(range, false); });
    connect(m_share, &SiteShare::said, m_status, &StatusPanel::showMessage);
    connect(m_exports, &Exports::said, m_status, &StatusPanel::showMessage);
    connect(m_logbook, &Logbook::said, m_status, &StatusPanel::showMessage);
}

/// Nothing that is closed on the way out brings a page up to date, or lists what is gone.
MainWindow::~MainWindow()
{
    for (const QString &list : {u"referencesDialog"_s, u"annotationsDialog"_s})
        delete findChild<QDialog *>(list);
    delete m_deck;
}

void MainWindow::createPanels()
{
    m_sourceBar = new SourceBar{this};
    m_timeBar = new TimeBar{this};
    m_deck = new PageDeck{*this, [this] { return createStatus(); }};
    m_first = new FirstPage{this};
    m_first->hide();
    auto *const centre = new QWidget{this};
    auto *const layout = new QVBoxLayout{centre};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sourceBar);
    layout->addWidget(m_timeBar);
    layout->addWidget(m_deck->widget(), 1);
    layout->addWidget(m_first, 1);
    setCentralWidget(centre);

    auto *const dock = new QDockWidget{tr("Detectors"), this};
    dock->setObjectName(u"detectorDock"_s);
    m_detectors.setVetoes(m_view.vetoes());
    dock->setWidget(new DetectorPanel{m_detectors, m_view, dock});
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    resizeDocks({dock}, {200}, Qt::Horizontal);

    auto *const replay = new ReplayBar{m_playback, m_timeBar};
    m_timeBar->setControls(Playback::Mode::Live, new LiveBar{m_playback, m_timeBar});
    m_timeBar->setControls(Playback::Mode::Replay, replay);
    connect(&m_view, &ViewState::zoneChanged, replay, [this, replay] { replay->setZone(m_view.zone()); });
    connect(m_timeBar, &TimeBar::modeWanted, this, &MainWindow::chooseMode);

    m_status = createStatus();
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);

    connect(m_sourceBar, &SourceBar::openWanted, m_sources, &Sources::open);
    connect(m_sourceBar, &SourceBar::testWanted, m_sources, &Sources::test);
    connect(m_first, &FirstPage::openWanted, m_sources, &Sources::open);
    connect(m_first, &FirstPage::serverWanted, m_sources, [this] { m_sources->showConnect(); });
    connect(m_first, &FirstPage::archiveWanted, m_sourceBar, &SourceBar::chooseArchive);
    connect(m_sources, &Sources::chosen, this, &MainWindow::open);
    connect(m_sources, &Sources::said, m_sourceBar, &SourceBar::showAnswer);
    connect(m_sourceBar, &SourceBar::fixWanted, m_sources, &Sources::mend);
    connect(m_sources, &Sources::profilesChanged, m_sourceBar, &SourceBar::setProfiles);
    connect(m_timeBar, &TimeBar::fetchWanted, this, &MainWindow::fetch);
    connect(m_timeBar, &TimeBar::cancelWanted, &m_history, &History::cancel);
}

/// How things stand, and what helps: for each window that shows a page.
StatusPanel *MainWindow::createStatus()
{
    auto *const status = new StatusPanel{m_history, m_playback, m_view, this};
    connect(status, &StatusPanel::retryWanted, this, &MainWindow::fetch);
    connect(status, &StatusPanel::detectorsWanted, this, &MainWindow::showConstants);
    connect(status, &StatusPanel::sourceFixWanted, m_sources, &Sources::mend);
    connect(this, &MainWindow::pagesRefreshed, status, &StatusPanel::refresh);
    const auto showSharing = [this, status] {
        status->showSharing(m_share->words(), m_share->sentence(), m_share->isDisturbed());
    };
    connect(m_share, &SiteShare::changed, status, showSharing);
    showSharing();
    return status;
}

void MainWindow::createPages()
{
    m_pages = cbpm::createPages(m_history, m_view, m_references, m_deck->widget());
    for (Page *const page : m_pages) {
        m_deck->add(page);
        connect(page, &Page::detectorChosen, this, &MainWindow::chooseDetector);
        connect(page, &Page::annotateWanted, m_annotating, [this](TimePoint at) { m_annotating->annotateAt(at); });
        connect(page, &Page::annotationWanted, m_annotating, &Annotating::edit);
        connect(page, &Page::quantityWanted, this, [this](Quantity quantity) {
            if (m_history.addQuantity(quantity))
                fetch();
        });
        if (auto *const orbit = qobject_cast<OrbitPage *>(page)) {
            connect(orbit, &OrbitPage::saveWanted, m_referencing, &Referencing::save);
            connect(orbit, &OrbitPage::referencesWanted, m_referencing, &Referencing::showList);
        }
    }
    connect(m_deck, &PageDeck::changed, this, &MainWindow::refreshPages);
}

/// At the chapter of the page on screen.
void MainWindow::showHandbook()
{
    if (!m_handbook)
        m_handbook = new HandbookWindow{installedHandbookPictures(), this};
    m_handbook->showChapter(currentPage()->name());
}

void MainWindow::turnTo(const QString &page)
{
    for (Page *const one : m_pages) {
        if (one->name() == page)
            m_deck->turnTo(one);
    }
}

void MainWindow::showPage(Page *page)
{
    m_deck->enter(page);
}

void MainWindow::showPalette()
{
    std::vector<Command> commands = commandsOf(*this);
    const int detectors = m_history.source() ? m_history.source()->table()->size() : 0;
    for (int row = 0; row < detectors; ++row)
        commands.push_back(
            {tr("Detector"), QString::fromStdString(m_history.source()->table()->at(row).location), {}, [this, row] {
                 m_view.setSelection({row});
             }});
    auto *const palette = new CommandPalette{std::move(commands), this};
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showKeys()
{
    auto *const sheet = new ShortcutSheet{commandsOf(*this), this};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::setDark(bool dark)
{
    QApplication::setPalette(colours::themePalette(dark));
    if (auto *const action = findChild<QAction *>(u"darkAction"_s))
        action->setChecked(dark);
}

void MainWindow::chooseLanguage(const QString &language)
{
    emit languageChosen(language);
    m_status->showMessage(tr("The language changes to %1 when the program starts again").arg(languageName(language)),
                          false);
}

void MainWindow::setLocalTime(bool local)
{
    m_view.setZone(local ? QTimeZone::systemTimeZone() : QTimeZone::utc());
    m_timeBar->setZone(m_view.zone());
    m_sources->setZone(m_view.zone());
}

void MainWindow::setRecentSources(const QStringList &sources)
{
    m_sourceBar->setRecent(sources);
    m_first->setRecent(sources);
}

QStringList MainWindow::recentSources() const
{
    return m_sourceBar->recent();
}

QString MainWindow::sourceText() const
{
    return m_sourceBar->source();
}

void MainWindow::showMessage(const QString &text, bool isProblem)
{
    m_status->showMessage(text, isProblem);
}

Page *MainWindow::currentPage() const
{
    return m_deck->current();
}

void MainWindow::useDataFolder(const QString &folder)
{
    m_share->useFolder(folder);
    const QStringList problems =
        m_references.problems() + QStringList{m_view.vetoes().problem(), m_view.annotations().problem()};
    if (const QString text = problems.join(u' ').trimmed(); !text.isEmpty())
        m_status->showMessage(text, true);
}

void MainWindow::begin(const Start &start)
{
    m_start = start;
    m_timeBar->setInterval(start.interval);
    turnTo(start.page);
    currentPage()->setFocus(); // so that the keys of the page work at once
    showFirstPage(start.source.isEmpty() && start.profile.isEmpty());
    if (m_first->isVisibleTo(this))
        return;
    if (start.profile.isEmpty())
        m_sources->open(start.source);
    else
        open(profilePrefix + start.profile, m_sources->base());
}

/// As long as there is nothing to show, the ways to it.
void MainWindow::showFirstPage(bool shown)
{
    if (shown == m_first->isVisibleTo(this))
        return;
    m_first->setVisible(shown);
    m_deck->setVisible(!shown);
    m_timeBar->setVisible(!shown);
    findChild<QDockWidget *>(u"detectorDock"_s)->setVisible(!shown);
    (shown ? static_cast<QWidget *>(m_first) : currentPage())->setFocus();
}

void MainWindow::open(const QString &text, const SourceOptions &options)
{
    if (!m_start.source.isEmpty() && text != m_start.source) // range and detectors were asked of another one
        m_start = Start{.source = text, .method = m_start.method};
    m_sourceBar->setSource(text);
    m_sourceBar->showAnswer(tr("Opening"), false);
    m_opening = options;
    m_history.open(options);
}

void MainWindow::onOpened()
{
    showFirstPage(false);
    m_share->use(m_opening);
    m_start = m_bundles->opened(m_start);
    m_sourceBar->showAnswer(m_history.info().name + u" · "_s + m_history.info().server, false);
    m_detectors.setTable(m_history.source()->table());
    m_view.vetoes().setTable(m_history.source()->table());
    m_view.setSelection(firstDetectors(m_start.detectors, m_view.selection(), *m_history.source()->table()));
    for (const QJsonObject chosen = std::exchange(m_start.pages, {}); Page *const page : m_pages)
        page->setState(chosen.value(page->name()).toObject());
    chooseRange();
    fetch();
    if (std::exchange(m_start.isLive, false))
        chooseMode(Playback::Mode::Live);
}

void MainWindow::chooseRange()
{
    const SourceInfo &info = m_history.info();
    if (info.astray)
        m_status->showMessage(
            tr("Samples up to %1 are further ahead than any clock should be: they are left out of the "
               "range that is offered; type a range to see them")
                .arg(text::time(*info.astray, m_view.zone()) + u' ' + text::zone(m_view.zone(), *info.astray)),
            true);
    const bool stale = info.extent && systemNow() - info.extent->end() > 1min;
    m_timeBar->setNow(stale ? std::optional{info.extent->end()} : std::nullopt);
    const QString from = std::exchange(m_start.from, {});
    const QString to = std::exchange(m_start.to, {});
    if (!from.isEmpty() || !to.isEmpty())
        m_timeBar->setTexts(from.isEmpty() ? u"-1d"_s : from, to.isEmpty() ? u"now"_s : to);
    else if (const auto range = firstRange(info))
        m_timeBar->setRange(*range);
}

Interval MainWindow::intervalFor(const TimeRange &range) const
{
    const int pixels = std::max(400, m_deck->widget()->width());
    return m_timeBar->interval().value_or(autoInterval(range, pixels));
}

void MainWindow::fetch()
{
    const auto range = m_timeBar->range();
    if (!range || !m_history.source())
        return;
    m_playback.goHistory();
    if (!m_view.cursor() || !range->contains(*m_view.cursor()))
        m_view.setCursor(range->begin() + range->duration() / 2);
    load(*range, !m_timeBar->interval());
}

void MainWindow::fetchAgain()
{
    if (const auto range = m_timeBar->range())
        m_history.forget(*range);
    fetch();
}

void MainWindow::setMethod(std::optional<PositionMethod> method)
{
    m_start.method = method;
    fetch();
}

void MainWindow::chooseMode(Playback::Mode mode)
{
    const auto range = m_timeBar->range();
    if (mode == Playback::Mode::Live)
        m_playback.goLive();
    else if (mode == Playback::Mode::Replay && range && m_history.source())
        m_playback.goReplay(*range);
    else
        fetch();
    m_timeBar->showMode(m_playback.mode());
}

void MainWindow::load(const TimeRange &range, bool refines)
{
    const Interval interval = intervalFor(range);
    const LoadPlan plan{m_history.info(), m_history.source()->table()->size(), m_view.selection(), range, interval,
                        memoryLeft_bytes()};
    if (!plan.message().isEmpty())
        m_status->showMessage(plan.message(), !plan.isPossible());
    if (!plan.isPossible()) {
        emit refused(plan.message());
        return;
    }
    m_view.setVisible(range); // whichever page is in front: the next look at time begins with all of it
    m_history.fetch(range, interval, plan.rows(), m_start.method, refines);
}

void MainWindow::onStateChanged()
{
    const bool loading = m_history.state() == History::State::Loading;
    m_timeBar->setRunning(loading || m_history.state() == History::State::Opening);
    const bool isThere = m_history.state() == History::State::Complete || m_history.state() == History::State::Partial;
    if (const auto wanted = isThere ? std::exchange(m_start.visible, {}) : std::nullopt)
        m_view.setVisible(*wanted);
    if (!loading)
        refreshPages();
    const QString problem = m_tiles ? m_tiles->problem() : QString{};
    if (std::exchange(m_tileProblem, problem) != problem)
        m_status->showMessage(tr("Loaded data are no longer kept on disk: %1").arg(problem), true);
}

void MainWindow::refreshPages()
{
    m_refresh.stop();
    for (Page *const page : m_deck->shown()) { // the others look when they are shown
        page->refresh();
        page->describe();
    }
    m_detectors.setSeries(&m_history.series());
    if (m_history.state() == History::State::Loading)
        m_timeBar->setProgress(m_history.progress(), m_history.rowsPerSecond(), m_history.secondsLeft());
    emit pagesRefreshed();
}

void MainWindow::chooseDetector(int row)
{
    m_view.setSelection({row});
    m_deck->turnTo(m_pages.front());
}

void MainWindow::showConstants()
{
    if (!m_history.source())
        return m_status->showMessage(tr("Open a source first: its detectors are shown then"), true);
    if (!m_constants) {
        m_constants = new ConstantsDialog{m_pool, this};
        connect(m_constants, &ConstantsDialog::tableChosen, this, &MainWindow::useTable);
    }
    m_constants->setSource(m_history.source());
    m_constants->setRange(m_timeBar->range());
    m_constants->show();
    m_constants->raise();
}

void MainWindow::useTable(const DetectorTablePtr &table)
{
    std::vector<int> rows;
    for (const int row : m_view.selection()) {
        const int found = table->find(m_history.source()->table()->at(row).location);
        if (found != unknownDetector)
            rows.push_back(found);
    }
    m_history.useTable(table);
    m_detectors.setTable(table);
    m_view.vetoes().setTable(table);
    m_view.setSelection(rows);
    m_constants->setSource(m_history.source());
    fetch();
}

} // namespace cbpm
