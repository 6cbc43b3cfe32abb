// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"
#include "ui/pages/trendmeasure.h"

#include <optional>

class QCPColorMap;
class QCPColorScale;
class QComboBox;
class QCustomPlot;
class QLabel;

namespace cbpm {

class PlotNavigation;
class ReferenceChoice;
class ReferenceStore;
class ViewMarks;
struct Subtrahend;

/// The whole ring against time as an image: each line a detector, in ring order. Grey: no data.
class WaterfallPage : public Page
{
    Q_OBJECT

public:
    WaterfallPage(History &history, ViewState &view, ReferenceStore &store, QWidget *parent = nullptr);

    QString title() const override;
    void refresh() override;
    QString caption() const override;
    QWidget &picture() override;
    QCustomPlot &plot() { return *m_plot; }

    /// What an image may show: the quantity itself, or its change since the first column or against a reference.
    struct Choice
    {
        QString name;
        TrendQuantity shown;
        bool isChange = false;
    };
    static const std::vector<Choice> &choices();
    void setChoice(const QString &name);

private:
    void createPlot();
    void fill();
    void updateRows();
    void restyle() override;
    void onClick(double key, const QPoint &position);
    const Choice &choice() const;
    Subtrahend subtrahend() const;

    QCustomPlot *m_plot = nullptr;
    QCPColorMap *m_map = nullptr;
    QCPColorScale *m_scale = nullptr;
    QComboBox *m_choice = nullptr;
    ReferenceChoice *m_against = nullptr;
    QString m_tableVersion; ///< of the table that the axis shows
    QLabel *m_headline = nullptr;
    PlotNavigation *m_navigation = nullptr;
    ViewMarks *m_marks = nullptr;
    AnnotationMarks *m_annotations = nullptr;
};

} // namespace cbpm
