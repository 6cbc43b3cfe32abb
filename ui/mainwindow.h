// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referencestore.h"
#include "ui/models/detectorlistmodel.h"
#include "ui/models/history.h"
#include "ui/models/playback.h"
#include "ui/models/viewstate.h"

#include <QJsonObject>
#include <QMainWindow>
#include <QTimer>

namespace cbpm {

class Annotating;
class Bundles;
class ConstantsDialog;
class Exports;
class FirstPage;
class HandbookWindow;
class Logbook;
class Page;
class PageDeck;
class Referencing;
class SiteShare;
class SourceBar;
class Sources;
class StatusPanel;
class TimeBar;

/// Places the panels and connects them; decides nothing about data.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// What the window is to show first; unset parts are chosen by the source. Without one: the ways to a source.
    struct Start
    {
        QString source = {};
        QString profile = {}; ///< where this gave the source: what it and the command line say is in the options
        QString from = {};
        QString to = {};
        QString page = {};
        QStringList detectors = {};
        std::optional<Interval> interval = {};
        std::optional<PositionMethod> method = {};
        std::optional<TimeRange> visible = {}; ///< of the range, what is looked at
        bool isLive = false;
        QJsonObject pages = {}; ///< by page: what is chosen there
    };

    /// `options` say how a source is read that no profile describes. `tiles` may be null: then nothing that was loaded
    /// is kept.
    MainWindow(QThreadPool &pool, SourceOptions options, TileStorePtr tiles = {}, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Where references, vetoes and annotations are kept; without it they last as long as the window.
    void useDataFolder(const QString &folder);
    void begin(const Start &start);
    void setRecentSources(const QStringList &sources);
    QStringList recentSources() const;

    /// What the menus offer.
    void fetch();
    /// Asks the source also for what is kept.
    void fetchAgain();
    void showConstants();
    void showHandbook();
    void showPage(Page *page);
    /// By its name; where there is no such page, nothing changes.
    void turnTo(const QString &page);
    /// Everything that can be done, by a few letters.
    void showPalette();
    /// Every shortcut.
    void showKeys();
    void chooseMode(Playback::Mode mode);
    /// For all detectors; nullopt: each has its own. Fetches.
    void setMethod(std::optional<PositionMethod> method);
    void setLocalTime(bool local);
    void setDark(bool dark);
    /// From the next start on.
    void chooseLanguage(const QString &language);

    History &history() { return m_history; }
    ViewState &view() { return m_view; }
    Playback &playback() { return m_playback; }
    Sources &sources() { return *m_sources; }
    TimeBar &timeBar() { return *m_timeBar; }
    const std::vector<Page *> &pages() const { return m_pages; }
    PageDeck &deck() { return *m_deck; }
    Exports &exports() { return *m_exports; }
    Logbook &logbook() { return *m_logbook; }
    SiteShare &share() { return *m_share; }
    Annotating &annotating() { return *m_annotating; }
    Referencing &referencing() { return *m_referencing; }
    Page *currentPage() const;
    /// As it is written in the chooser.
    QString sourceText() const;
    void showMessage(const QString &text, bool isProblem);
    std::optional<PositionMethod> method() const { return m_start.method; }

signals:
    /// Nothing was loaded, and why: it would not fit.
    void refused(const QString &why);
    /// The pages show what has come so far.
    void pagesRefreshed();
    /// Whoever keeps settings remembers it.
    void languageChosen(const QString &language);

private:
    void createPanels();
    StatusPanel *createStatus();
    void createPages();
    void showFirstPage(bool shown);
    void open(const QString &text, const SourceOptions &options);
    void onOpened();
    void chooseRange();
    void chooseDetector(int row);
    void load(const TimeRange &range, bool refines);
    void refreshPages();
    void onStateChanged();
    void useTable(const DetectorTablePtr &table);
    Interval intervalFor(const TimeRange &range) const;

    QThreadPool &m_pool;
    Start m_start;
    ViewState m_view;
    TileStorePtr m_tiles;
    QString m_tileProblem; ///< that was told
    History m_history;
    ReferenceStore m_references;
    SourceOptions m_opening; ///< of the source that is being opened, or is open
    Playback m_playback;
    DetectorListModel m_detectors;
    Sources *m_sources = nullptr;
    SiteShare *m_share = nullptr;
    FirstPage *m_first = nullptr;
    SourceBar *m_sourceBar = nullptr;
    TimeBar *m_timeBar = nullptr;
    StatusPanel *m_status = nullptr;
    PageDeck *m_deck = nullptr;
    std::vector<Page *> m_pages;
    QTimer m_refresh; ///< one refresh per frame, however many batches come
    Bundles *m_bundles = nullptr;
    Exports *m_exports = nullptr;
    Logbook *m_logbook = nullptr;
    Annotating *m_annotating = nullptr;
    Referencing *m_referencing = nullptr;
    ConstantsDialog *m_constants = nullptr;
    HandbookWindow *m_handbook = nullptr;
};

} // namespace cbpm
