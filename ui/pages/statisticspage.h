// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/stretchstatistics.h"
#include "ui/models/latestjob.h"
#include "ui/models/statisticsmodel.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>

class QLabel;
class QPushButton;
class QTableView;

namespace cbpm {

/// All detectors over the measured stretch, as a table: from the bins at once, from the samples when they are read.
class StatisticsPage : public Page
{
    Q_OBJECT

public:
    StatisticsPage(History &history, ViewState &view, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;
    QWidget &picture() override;
    bool isSettled() const override { return !m_job.isRunning(); }

    /// The table as it is sorted, tab separated, with its header; of several selected rows only those.
    QString tableText() const;
    /// Writes what is shown as CSV.
    Result<void> save(const QString &path) const;

private:
    /// What a pass over the samples is made for.
    struct Wish
    {
        SampleSourcePtr source;
        TimeRange range;
        std::vector<int> rows;
        std::optional<PositionMethod> method;

        bool operator==(const Wish &) const = default;
    };

    void createTable();
    void createActions();
    void restyle() override;
    std::optional<Wish> wish() const;
    void showBins(const Wish &wish);
    void readSamples(const Wish &wish);
    void take(const Result<StretchStatistics> &read);
    void show(StretchStatistics statistics);
    /// What is shown of detectors that nobody has taken out.
    StretchStatistics counted() const;
    void updateHeadline();
    void saveAs();

    QLabel *m_headline = nullptr;
    QLabel *m_origin = nullptr;
    QPushButton *m_read = nullptr;
    QTableView *m_table = nullptr;
    StatisticsModel m_model;
    StatisticsOrder m_order;
    LatestJob<Result<StretchStatistics>> m_job;
    std::optional<Wish> m_wish; ///< what is shown or on its way
    std::optional<StretchStatistics> m_shown;
    double m_share = 0.0; ///< of the pass over the samples
    QString m_problem;    ///< why there is none
    QElapsedTimer m_sinceBins;
    std::uint64_t m_rows = 0; ///< of the load when the bins were last looked at
};

} // namespace cbpm
