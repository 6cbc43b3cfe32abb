// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCPPainter;
class QCustomPlot;

namespace cbpm {

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
    virtual QCustomPlot &plot() = 0;

    /// Paints caption and plot as vectors, at the page's size.
    void paintVectors(QCPPainter &painter);

protected:
    /// Takes over palette, unit and zone.
    virtual void restyle() = 0;
    void changeEvent(QEvent *event) override;

    History &m_history;
    ViewState &m_view;

private:
    QString m_name;
};

} // namespace cbpm
