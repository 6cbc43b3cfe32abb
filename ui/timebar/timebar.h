// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/interval.h"
#include "core/types/timerange.h"
#include "ui/models/playback.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace cbpm {

/// Live, history or replay; from, to and interval with an echo of what was understood; below it what the mode needs:
/// presets, Fetch and Cancel for history.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    /// What the fields mean now; nullopt while they cannot be understood.
    std::optional<TimeRange> range() const;
    void setRange(const TimeRange &range);
    void setTexts(const QString &from, const QString &to);
    /// As they were typed.
    QString fromText() const;
    QString toText() const;

    /// nullopt: automatic.
    std::optional<Interval> interval() const;
    void setInterval(std::optional<Interval> interval);

    void setZone(const QTimeZone &zone);
    /// Presets and `now` count from here: the newest sample of an archive, or the clock.
    void setNow(std::optional<TimePoint> now);

    /// What stands below the range in a mode other than History.
    void setControls(Playback::Mode mode, QWidget *controls);
    void showMode(Playback::Mode mode);

    void setRunning(bool running);
    void setProgress(double share, double rowsPerSecond, double secondsLeft);

signals:
    void modeWanted(cbpm::Playback::Mode mode);
    void fetchWanted();
    void cancelWanted();

private:
    void createModes();
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
    QHBoxLayout *m_lower = nullptr; ///< of the history's row
    QButtonGroup *m_modes = nullptr;
    QStackedWidget *m_controls = nullptr; ///< by mode
};

} // namespace cbpm
