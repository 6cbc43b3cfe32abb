// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportestimate.h"
#include "ui/export/exportdesk.h"
#include "ui/export/exportjob.h"

#include <QDialog>

#include <map>

class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace cbpm {

/// What leaves, over which range, as what, with an estimate before; then progress. It may be closed while it works.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Content { AsPlotted, AtInterval, Samples };
    enum class Range { InView, Loaded, BetweenMarks, Typed };
    enum class Detectors { Selected, All, Listed };

    explicit ExportDialog(const ExportDesk &desk);

    /// Looks anew at what is on screen.
    void refresh();
    /// What the fields mean now; the error says what stands in the way.
    Result<ExportOrder> order() const;

signals:
    /// How an export ended, as a sentence.
    void said(const QString &text, bool failed);

private:
    void createChoices();
    void createFile(QFormLayout &form);
    void createButtons();
    QComboBox *addChoice(QFormLayout &form, const QString &label, const QString &name,
                         const std::vector<std::pair<QString, QVariant>> &choices);
    void understand();
    void choosePath();
    void begin();
    void onFinished(const Result<ExportOutcome> &done);
    void measure(const ExportOutcome &outcome);

    Result<TimeRange> range() const;
    Result<std::vector<int>> rows() const;
    std::optional<Interval> interval() const;
    QString contentText(const ExportOrder &order) const;
    QString estimateText(const ExportOrder &order) const;

    const ExportDesk m_desk;
    ExportJob m_job;
    std::map<std::pair<ExportFormat, bool>, double> m_measured; ///< bytes of a row, of files that were written
    double m_rate = 0.0;                                        ///< rows a second, of the last export; 0: none
    qint64 m_begun_ms = 0;
    QComboBox *m_format = nullptr;
    QComboBox *m_content = nullptr;
    QComboBox *m_interval = nullptr;
    QComboBox *m_detectors = nullptr;
    QLineEdit *m_list = nullptr;
    QComboBox *m_range = nullptr;
    QLineEdit *m_path = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_estimate = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace cbpm
