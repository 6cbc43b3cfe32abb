// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connect/fixbutton.h"

#include <QWidget>

class QLabel;

namespace cbpm {

class History;
class Playback;
class ViewState;

/// The line at the bottom: state in words, age of the data, coverage, missing detectors, what went wrong last and what
/// to do.
class StatusPanel : public QWidget
{
    Q_OBJECT

public:
    StatusPanel(History &history, const Playback &playback, ViewState &view, QWidget *parent = nullptr);

    void refresh();
    /// Whether decisions are shared, in words and as a sentence; empty: nobody asked for it.
    void showSharing(const QString &words, const QString &sentence, bool isDisturbed);
    /// A sentence that stays until the next one.
    void showMessage(const QString &text, bool failed);

signals:
    // What the button beside the message leads to.
    void retryWanted();
    void detectorsWanted();
    void sourceFixWanted(cbpm::Fix fix);

private:
    QString stateText() const;
    QString nextStep() const;
    QString followingText() const;
    QString moment(TimePoint time) const;
    QString shownUntil() const;
    QString shownFrom() const;
    QString coverageText() const;
    QString triggerText() const;
    void refreshAge();
    void offerFix();
    void take(Fix fix);

    History &m_history;
    const Playback &m_playback;
    ViewState &m_view;
    QLabel *m_state = nullptr;
    QLabel *m_age = nullptr;
    QLabel *m_trigger = nullptr;
    QLabel *m_coverage = nullptr;
    QLabel *m_sharing = nullptr;
    QLabel *m_message = nullptr;
    FixButton *m_fix = nullptr;
    bool m_cannotOpen = false; ///< the last failure is of a source, not of a load
};

} // namespace cbpm
