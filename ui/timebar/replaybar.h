// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/time.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace cbpm {

class Playback;

/// Play, pause, step, slider, speed and loop of a replayed range.
class ReplayBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayBar(Playback &playback, QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);

private:
    QToolButton *addButton(const QString &label, const QString &name, const QString &tip);
    void refresh();
    TimePoint timeAt(int slider) const;

    Playback &m_playback;
    QToolButton *m_play = nullptr;
    QSlider *m_slider = nullptr;
    QLabel *m_time = nullptr;
    QComboBox *m_speed = nullptr;
    QCheckBox *m_loop = nullptr;
    QComboBox *m_window = nullptr;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace cbpm
