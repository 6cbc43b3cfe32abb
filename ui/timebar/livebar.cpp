// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebar/livebar.h"

#include "ui/models/playback.h"
#include "ui/plot/colours.h"
#include "ui/text/texts.h"
#include "ui/timebar/durationbox.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {

LiveBar::LiveBar(Playback &playback, QWidget *parent) : QWidget{parent}, m_playback{playback}
{
    m_pause = new QToolButton{this};
    m_pause->setObjectName(u"livePause"_s);
    m_pause->setCheckable(true);
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Hold the pages; what comes is still collected (Space)"));
    m_window = durationBox({1min, 2min, 5min, 10min, 30min, 1h, 8h}, this);
    m_window->setObjectName(u"liveWindow"_s);
    m_window->setAccessibleName(tr("Time shown up to now"));
    m_period = durationBox({200ms, 500ms, 1s, 2s, 5s, 10s}, this);
    m_period->setObjectName(u"livePeriod"_s);
    m_period->setAccessibleName(tr("Time between two looks at the source"));
    m_ageLimit = durationBox({1s, 2s, 5s, 10s, 30s, 1min, 5min}, this);
    m_ageLimit->setObjectName(u"liveAgeLimit"_s);
    m_ageLimit->setAccessibleName(tr("Age of the data beyond which there is an alarm"));
    m_ageLimit->setToolTip(m_ageLimit->accessibleName());
    m_state = new QLabel{this};
    m_state->setObjectName(u"liveState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pause);
    layout->addWidget(new QLabel{tr("last"), this});
    layout->addWidget(m_window);
    layout->addWidget(new QLabel{tr("every"), this});
    layout->addWidget(m_period);
    layout->addWidget(new QLabel{tr("alarm after"), this});
    layout->addWidget(m_ageLimit);
    layout->addSpacing(12);
    layout->addWidget(m_state, 1);
    connect(m_pause, &QToolButton::toggled, &playback, &Playback::setPaused);
    connect(m_window, &QComboBox::activated, this, [this] { m_playback.setWindow(durationOf(*m_window)); });
    connect(m_period, &QComboBox::activated, this, [this] { m_playback.setPeriod(durationOf(*m_period)); });
    connect(m_ageLimit, &QComboBox::activated, this, [this] { m_playback.setAgeLimit(durationOf(*m_ageLimit)); });
    connect(&playback, &Playback::changed, this, &LiveBar::refresh);
    refresh();
}

void LiveBar::refresh()
{
    if (m_playback.mode() != Playback::Mode::Live)
        return;
    m_pause->setChecked(m_playback.isPaused());
    m_pause->setText(m_playback.isPaused() ? tr("Resume") : tr("Pause"));
    showDuration(*m_window, m_playback.window());
    showDuration(*m_period, m_playback.period());
    showDuration(*m_ageLimit, m_playback.ageLimit());
    m_state->setText(stateText());
    QPalette shown = palette();
    if (m_playback.problem())
        shown.setColor(QPalette::WindowText, colours::abnormal(colours::isDark(palette())));
    m_state->setPalette(shown);
    m_state->setToolTip(m_state->text().toHtmlEscaped());
}

QString LiveBar::stateText() const
{
    if (const Error *const problem = m_playback.problem()) {
        const auto wait = m_playback.nextTry();
        return wait ? tr("%1 (tried again in %2)")
                          .arg(text::error(*problem), text::duration(std::chrono::ceil<std::chrono::seconds>(*wait)))
                    : text::error(*problem);
    }
    if (!m_playback.newest())
        return tr("Waiting for the first sample");
    if (m_playback.isLate())
        return tr("Nothing for %1: check the logging, then the server")
            .arg(text::duration(std::chrono::floor<std::chrono::seconds>(*m_playback.age())));
    if (m_playback.isPaused())
        return tr("Paused: the pages stand still, what comes is collected");
    return m_playback.isAnnounced() ? tr("Running; the server calls when rows come") : tr("Running");
}

} // namespace cbpm
