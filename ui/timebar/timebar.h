// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/interval.h"
#include "core/types/timerange.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace cbpm {

/// From, to, interval, Fetch and Cancel, with an echo of what was understood.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    /// What the fields mean now; nullopt while they cannot be understood.
    std::optional<TimeRange> range() const;
    void setRange(const TimeRange &range);
    void setTexts(const QString &from, const QString &to);

    /// nullopt: automatic.
    std::optional<Interval> interval() const;
    void setInterval(std::optional<Interval> interval);

    void setZone(const QTimeZone &zone);
    /// Presets and `now` count from here: the newest sample of an archive, or the clock.
    void setNow(std::optional<TimePoint> now);

    void setRunning(bool running);
    void setProgress(double share, double rowsPerSecond, double secondsLeft);

signals:
    void fetchWanted();
    void cancelWanted();

private:
    void createFields();
    void createPresets();
    void createButtons();
    void understand();
    void usePreset(Duration length);
    void step(int windows);
    TimePoint now() const;

    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QLabel *m_echo = nullptr;
    QComboBox *m_interval = nullptr;
    QPushButton *m_fetch = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_rate = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
    std::optional<TimePoint> m_now;
    QHBoxLayout *m_upper = nullptr;
    QHBoxLayout *m_lower = nullptr;
};

} // namespace cbpm
