// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bins/cell.h"
#include "core/types/timerange.h"

#include <QJsonObject>
#include <QWidget>

#include <optional>

class QCPPainter;
class QCustomPlot;

namespace cbpm {

class AnnotationMarks;
class History;
class ViewState;

/// One display of the loaded range. Pages know the history and the view state, never each other.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// `name` is what the command line calls it.
    Page(QString name, History &history, ViewState &view, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }

    /// The name on the tab.
    virtual QString title() const = 0;
    /// Looks anew at what is loaded; cheap enough for every frame.
    virtual void refresh() = 0;
    /// What a picture of the plot alone would lack: who is shown, when, how.
    virtual QString caption() const = 0;
    /// What a picture shows of the page: its plot, or a table.
    virtual QWidget &picture() = 0;
    /// What the plot shows, as a line of titles and lines of fields with tabs between; empty: the bins of the selected
    /// detectors, or what stands in a table of the page.
    virtual QString plotNumbers() const { return {}; }
    /// Tells screen readers what the plots show now.
    void describe();
    /// Whether everything that the page works out for itself is there; settled() follows where it is not.
    virtual bool isSettled() const { return true; }

    /// What is chosen on the page, for sessions and views.
    virtual QJsonObject state() const;
    virtual void setState(const QJsonObject &state);

    /// Paints caption and picture as vectors, at the page's size.
    void paintVectors(QCPPainter &painter);

signals:
    void settled();
    /// The user wants to see this detector's trend.
    void detectorChosen(int row);
    /// The user wants to write an annotation, or to change the one of this id.
    void annotateWanted(cbpm::TimePoint at);
    void annotationWanted(const QString &id);
    /// The page shows what the load did not bring.
    void quantityWanted(cbpm::Quantity quantity);

protected:
    /// What is measured: see ViewState::stretch(); nullopt: nothing is loaded.
    std::optional<TimeRange> stretch() const;
    /// Whether no more samples will come into the stretch.
    bool isStretchStill() const;
    /// Why there is no stretch.
    QString noStretchText() const;
    /// "A to B: 2 Mar 2026 00:00:00 - 01:00:00 UTC (1 h)": which stretch `range` is, and when.
    QString stretchText(const TimeRange &range) const;

    /// Annotations on a plot of the page; what is wanted of them, the page says.
    AnnotationMarks *createAnnotationMarks(QCustomPlot &plot);

    /// Takes over palette, unit and zone.
    virtual void restyle() = 0;
    void changeEvent(QEvent *event) override;

    History &m_history;
    ViewState &m_view;

private:
    QString m_name;
};

} // namespace cbpm
