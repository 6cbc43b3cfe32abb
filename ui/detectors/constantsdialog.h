// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/position/gainfit.h"
#include "core/source/samplesource.h"
#include "ui/detectors/constantsmodel.h"

#include <QDialog>
#include <QPersistentModelIndex>
#include <QThreadPool>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace cbpm {

class GainFitter;

/// "Detectors…": the table of constants, changed by hand, from a file or from the beam. Nothing takes effect before
/// Apply.
class ConstantsDialog : public QDialog
{
    Q_OBJECT

public:
    ConstantsDialog(QThreadPool &pool, QWidget *parent);

    /// The source whose table is shown, and the range that gains are fitted to.
    void setSource(SampleSourcePtr source);
    void setRange(std::optional<TimeRange> range) { m_range = range; }
    ConstantsModel &model() { return *m_model; }

    /// Reads a table from `path`. With errors in it, the rest is taken only if `takeRest` or the user says so.
    void readFile(const QString &path, bool takeRest = false);
    bool writeFile(const QString &path);
    void fitGains(int row);

signals:
    /// Apply: this table from now on.
    void tableChosen(const cbpm::DetectorTablePtr &table);

private:
    void createTable();
    void createButtons();
    void say(const QString &text, bool failed);
    void update();
    void chooseFile();
    void chooseTarget();
    void fitCurrent();
    void showFit(const GainFit &fit);
    void writeGains();

    ConstantsModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QTableView *m_view = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_fitText = nullptr;
    QPushButton *m_apply = nullptr;
    QPushButton *m_write = nullptr;
    GainFitter *m_fitter = nullptr;
    SampleSourcePtr m_source;
    std::optional<TimeRange> m_range;
    std::optional<GainFit> m_fit;
    QPersistentModelIndex m_fitRow;
};

} // namespace cbpm
