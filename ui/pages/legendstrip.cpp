// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/legendstrip.h"

#include <QPainter>

namespace cbpm {

void LegendStrip::setEntries(std::vector<Entry> entries)
{
    m_entries = std::move(entries);
    QStringList names;
    for (const Entry &entry : m_entries)
        names << entry.name;
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    update();
}

QSize LegendStrip::sizeHint() const
{
    return {200, fontMetrics().height() + 4};
}

void LegendStrip::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    const int chip = fontMetrics().height() / 2 + 2;
    const int gap = chip / 2;
    const QString more = tr("and %1 more").arg(m_entries.size());
    const int reserve = fontMetrics().horizontalAdvance(more) + gap;
    int x = 0;
    for (std::size_t k = 0; k < m_entries.size(); ++k) {
        const Entry &entry = m_entries[k];
        const int needed = chip + gap + fontMetrics().horizontalAdvance(entry.name) + 2 * gap;
        const bool last = k + 1 == m_entries.size();
        painter.setPen(palette().color(QPalette::WindowText));
        if (x + needed + (last ? 0 : reserve) > width()) {
            painter.drawText(QRect{x, 0, width() - x, height()}, Qt::AlignVCenter,
                             tr("and %1 more").arg(m_entries.size() - k));
            return;
        }
        painter.fillRect(x, (height() - chip) / 2, chip, chip, entry.colour);
        painter.drawText(QRect{x + chip + gap, 0, needed, height()}, Qt::AlignVCenter, entry.name);
        x += needed;
    }
}

} // namespace cbpm
