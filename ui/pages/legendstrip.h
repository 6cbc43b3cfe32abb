// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <vector>

namespace cbpm {

/// A line of coloured chips with names; what does not fit is counted.
class LegendStrip : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        QColor colour;
        QString name;
    };

    using QWidget::QWidget;

    void setEntries(std::vector<Entry> entries);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<Entry> m_entries;
};

} // namespace cbpm
