// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace cbpm {

class Playback;

/// Pause, window, period and age limit of the live view, and how it is doing.
class LiveBar : public QWidget
{
    Q_OBJECT

public:
    explicit LiveBar(Playback &playback, QWidget *parent = nullptr);

private:
    void refresh();
    QString stateText() const;

    Playback &m_playback;
    QToolButton *m_pause = nullptr;
    QComboBox *m_window = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_ageLimit = nullptr;
    QLabel *m_state = nullptr;
};

} // namespace cbpm
