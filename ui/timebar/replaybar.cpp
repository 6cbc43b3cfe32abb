// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebar/replaybar.h"

#include "ui/models/playback.h"
#include "ui/text/texts.h"
#include "ui/timebar/durationbox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

constexpr int sliderSteps = 10'000;
constexpr double speeds[] = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

} // namespace

ReplayBar::ReplayBar(Playback &playback, QWidget *parent) : QWidget{parent}, m_playback{playback}
{
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    auto *const back = addButton(u"\u2039"_s, u"replayStepBack"_s, tr("One trigger back (,)"));
    m_play = addButton(tr("Play"), u"replayPlay"_s, tr("Play or pause (Space)"));
    auto *const forward = addButton(u"\u203a"_s, u"replayStepForward"_s, tr("One trigger forward (.)"));
    m_slider = new QSlider{Qt::Horizontal, this};
    m_slider->setObjectName(u"replaySlider"_s);
    m_slider->setAccessibleName(tr("Replayed time within the range"));
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 20);
    m_slider->setTracking(false); // where it is let go, not all that lies between
    m_time = new QLabel{this};
    m_time->setObjectName(u"replayTime"_s);
    m_time->setTextFormat(Qt::PlainText);
    m_speed = new QComboBox{this};
    m_speed->setObjectName(u"replaySpeed"_s);
    m_speed->setAccessibleName(tr("Seconds of data per second"));
    for (const double speed : speeds)
        m_speed->addItem(u"\u00d7"_s + QLocale{}.toString(speed), speed);
    m_loop = new QCheckBox{tr("&loop"), this};
    m_loop->setObjectName(u"replayLoop"_s);
    m_window = durationBox({1min, 2min, 5min, 10min, 30min, 1h, 8h}, this);
    m_window->setObjectName(u"replayWindow"_s);
    m_window->setAccessibleName(tr("Time shown up to the replayed moment"));
    layout->addWidget(back);
    layout->addWidget(m_play);
    layout->addWidget(forward);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_time);
    layout->addWidget(m_speed);
    layout->addWidget(m_loop);
    layout->addWidget(new QLabel{tr("last"), this});
    layout->addWidget(m_window);
    connect(back, &QToolButton::clicked, this, [this] { m_playback.step(-1); });
    connect(forward, &QToolButton::clicked, this, [this] { m_playback.step(1); });
    connect(m_play, &QToolButton::clicked, this, [this] { m_playback.setPaused(!m_playback.isPaused()); });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_playback.seek(timeAt(value)); });
    connect(m_slider, &QSlider::sliderMoved, this,
            [this](int value) { m_time->setText(text::time(timeAt(value), m_zone, true)); });
    connect(m_speed, &QComboBox::activated, this, [this] { m_playback.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_loop, &QCheckBox::toggled, &playback, &Playback::setLoops);
    connect(m_window, &QComboBox::activated, this, [this] { m_playback.setWindow(durationOf(*m_window)); });
    connect(&playback, &Playback::changed, this, &ReplayBar::refresh);
    refresh();
}

QToolButton *ReplayBar::addButton(const QString &label, const QString &name, const QString &tip)
{
    auto *const button = new QToolButton{this};
    button->setText(label);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

void ReplayBar::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    refresh();
}

TimePoint ReplayBar::timeAt(int slider) const
{
    const TimeRange &range = *m_playback.range();
    return range.begin() + Duration{range.duration().count() / sliderSteps * slider};
}

void ReplayBar::refresh()
{
    if (m_playback.mode() != Playback::Mode::Replay || !m_playback.range())
        return;
    const TimeRange &range = *m_playback.range();
    const TimePoint at = m_playback.position();
    m_play->setText(m_playback.isPaused() ? tr("Play") : tr("Pause"));
    if (!m_slider->isSliderDown()) {
        const QSignalBlocker quiet{m_slider};
        m_slider->setValue(static_cast<int>(static_cast<double>((at - range.begin()).count())
                                            / static_cast<double>(range.duration().count()) * sliderSteps));
        m_time->setText(text::time(at, m_zone, true));
    }
    m_speed->setCurrentIndex(m_speed->findData(m_playback.speed()));
    m_loop->setChecked(m_playback.loops());
    showDuration(*m_window, m_playback.window());
}

} // namespace cbpm
