// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"

#include <QObject>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace cbpm {

/// What all pages share: selection, cursor, visible time, zone, unit. One object; pages follow its signals.
class ViewState : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const std::vector<int> &selection() const { return m_selection; } ///< rows of the table, in ring order
    void setSelection(std::vector<int> rows);

    std::optional<TimePoint> cursor() const { return m_cursor; }
    void setCursor(std::optional<TimePoint> time);

    std::optional<TimeRange> visible() const { return m_visible; }
    void setVisible(const TimeRange &range);

    const QTimeZone &zone() const { return m_zone; }
    void setZone(const QTimeZone &zone);

    /// Shown lengths are mm times this: 1000 for µm, 1 for mm.
    double lengthFactor() const { return m_micrometres ? 1e3 : 1.0; }
    QString lengthUnit() const { return m_micrometres ? QStringLiteral("µm") : QStringLiteral("mm"); }
    void setMicrometres(bool micrometres);

signals:
    void selectionChanged();
    void cursorChanged();
    void visibleChanged();
    void zoneChanged();
    void unitChanged();

private:
    std::vector<int> m_selection;
    std::optional<TimePoint> m_cursor;
    std::optional<TimeRange> m_visible;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_micrometres = true;
};

} // namespace cbpm
