// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/timerange.h"
#include "ui/models/annotations.h"
#include "ui/models/vetoes.h"

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

    /// What axes of time show while time passes (live, replay); nullopt: they are free. A page whose axis the user
    /// takes hold of sets it free.
    std::optional<TimeRange> followed() const { return m_followed; }
    void setFollowed(std::optional<TimeRange> range);

    /// Cursors A and B, the ends of what is measured.
    std::optional<TimePoint> markA() const { return m_markA; }
    std::optional<TimePoint> markB() const { return m_markB; }
    void setMarks(std::optional<TimePoint> a, std::optional<TimePoint> b);
    /// What is measured: between A and B in either order, else what is followed or visible, of `loaded`; nullopt:
    /// nothing.
    std::optional<TimeRange> stretch(const std::optional<TimeRange> &loaded) const;

    /// Detectors that orbits and statistics leave out.
    Vetoes &vetoes() { return m_vetoes; }
    const Vetoes &vetoes() const { return m_vetoes; }

    /// What people noted about times.
    Annotations &annotations() { return m_annotations; }
    const Annotations &annotations() const { return m_annotations; }

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
    void followedChanged();
    void marksChanged();
    void zoneChanged();
    void unitChanged();

private:
    std::vector<int> m_selection;
    std::optional<TimePoint> m_cursor;
    std::optional<TimeRange> m_visible;
    std::optional<TimeRange> m_followed;
    std::optional<TimePoint> m_markA;
    std::optional<TimePoint> m_markB;
    Vetoes m_vetoes;
    Annotations m_annotations;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_micrometres = true;
};

} // namespace cbpm
