// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebar/timebar.h"

#include "core/types/timetext.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {

TimeBar::TimeBar(QWidget *parent) : QWidget{parent}
{
    m_upper = new QHBoxLayout;
    auto *const historyRow = new QWidget{this};
    m_lower = new QHBoxLayout{historyRow};
    m_lower->setContentsMargins(0, 0, 0, 0);
    m_controls = new QStackedWidget{this};
    m_controls->addWidget(historyRow);
    m_controls->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *const below = new QHBoxLayout;
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(6, 2, 6, 2);
    layout->setSpacing(3);
    layout->addLayout(m_upper);
    layout->addLayout(below);
    createModes();
    below->addSpacing(12);
    below->addWidget(m_controls, 1);
    createFields();
    createPresets();
    createButtons();
    understand();
}

void TimeBar::createModes()
{
    m_modes = new QButtonGroup{this};
    auto *const row = static_cast<QHBoxLayout *>(layout()->itemAt(1)->layout());
    const auto add = [&](Playback::Mode mode, const QString &label, const QString &name, const QString &tip) {
        auto *const button = new QRadioButton{label, this};
        button->setObjectName(name);
        button->setToolTip(tip);
        m_modes->addButton(button, static_cast<int>(mode));
        row->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, mode] { emit modeWanted(mode); });
    };
    add(Playback::Mode::Live, tr("Li&ve"), u"modeLive"_s, tr("What is happening now"));
    add(Playback::Mode::History, tr("&History"), u"modeHistory"_s, tr("The range above"));
    add(Playback::Mode::Replay, tr("Re&play"), u"modeReplay"_s, tr("The range above, as if it were now"));
    m_modes->button(static_cast<int>(Playback::Mode::History))->setChecked(true);
}

void TimeBar::setControls(Playback::Mode mode, QWidget *controls)
{
    while (m_controls->count() < static_cast<int>(mode))
        m_controls->addWidget(new QWidget{this});
    m_controls->insertWidget(static_cast<int>(mode), controls);
}

void TimeBar::showMode(Playback::Mode mode)
{
    m_modes->button(static_cast<int>(mode))->setChecked(true);
    m_controls->setCurrentIndex(static_cast<int>(mode));
    for (QWidget *const field : {static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to)})
        field->setEnabled(mode != Playback::Mode::Live); // a live view ends now
}

void TimeBar::createFields()
{
    const auto field = [this](const QString &label, const QString &name, const QString &start) {
        auto *const text = new QLabel{label, this};
        auto *const edit = new QLineEdit{start, this};
        edit->setObjectName(name);
        edit->setMinimumWidth(180);
        edit->setToolTip(tr("2026-03-02 08:00, 2026-03-02T08:00Z, now, -2h, -1d, -30min"));
        text->setBuddy(edit);
        edit->setAccessibleName(text->text().remove(u'&'));
        m_upper->addWidget(text);
        m_upper->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &TimeBar::understand);
        connect(edit, &QLineEdit::returnPressed, this, &TimeBar::fetchWanted);
        return edit;
    };
    m_from = field(tr("F&rom"), u"fromEdit"_s, u"-1d"_s);
    m_to = field(tr("t&o"), u"toEdit"_s, u"now"_s);
    m_echo = new ElidedLabel{this};
    m_echo->setObjectName(u"rangeEcho"_s);
    m_echo->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_upper->addWidget(m_echo, 1);

    auto *const every = new QLabel{tr("&every"), this};
    m_interval = new QComboBox{this};
    m_interval->setObjectName(u"intervalBox"_s);
    m_interval->setAccessibleName(tr("Interval of the bins"));
    m_interval->addItem(tr("auto"), 0);
    for (const Duration width : {Duration{100ms}, Duration{1s}, Duration{10s}, Duration{1min}})
        m_interval->addItem(text::duration(width), static_cast<qint64>(width.count()));
    every->setBuddy(m_interval);
    m_upper->addWidget(every);
    m_upper->addWidget(m_interval);
}

void TimeBar::createPresets()
{
    const auto button = [this](const QString &label, const QString &name, const QString &tip, auto slot) {
        auto *const made = new QToolButton{this};
        made->setText(label);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        connect(made, &QToolButton::clicked, this, slot);
        m_lower->addWidget(made);
    };
    const std::pair<QString, Duration> presets[] = {
        {tr("30 min"), 30min}, {tr("2 h"), 2h}, {tr("8 h"), 8h}, {tr("1 d"), 24h}, {tr("7 d"), 168h}};
    for (const auto &[label, length] : presets)
        button(label, u"preset%1"_s.arg(length.count() / 1'000'000), tr("The last %1").arg(label),
               [this, length = length] { usePreset(length); });
    button(u"\u00ab"_s, u"stepBack"_s, tr("One window back"), [this] { step(-1); });
    button(u"\u00bb"_s, u"stepForward"_s, tr("One window forward"), [this] { step(1); });
}

void TimeBar::createButtons()
{
    m_fetch = new QPushButton{tr("&Fetch"), this};
    m_fetch->setObjectName(u"fetchButton"_s);
    m_fetch->setToolTip(tr("Load this range (F5)"));
    m_cancel = new QPushButton{tr("&Cancel"), this};
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setToolTip(tr("Stop loading; what has come stays (Esc)"));
    m_progress = new QProgressBar{this};
    m_progress->setObjectName(u"loadProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the load"));
    m_progress->setRange(0, 1000);
    m_progress->setFormat(u"%p %"_s);
    m_progress->setMinimumWidth(60); // neither makes a window wider that shows a load
    m_progress->setMaximumWidth(260);
    m_rate = new ElidedLabel{this};
    m_rate->setObjectName(u"loadRate"_s);
    m_lower->addSpacing(12);
    m_lower->addWidget(m_fetch);
    m_lower->addWidget(m_cancel);
    m_lower->addWidget(m_progress);
    m_lower->addWidget(m_rate, 1);
    connect(m_fetch, &QPushButton::clicked, this, &TimeBar::fetchWanted);
    connect(m_cancel, &QPushButton::clicked, this, &TimeBar::cancelWanted);
    setRunning(false);
}

TimePoint TimeBar::now() const
{
    return m_now.value_or(systemNow());
}

std::optional<TimeRange> TimeBar::range() const
{
    const auto parsed = parseRange(m_from->text(), m_to->text(), now(), m_zone);
    return parsed ? std::optional{*parsed} : std::nullopt;
}

void TimeBar::setRange(const TimeRange &range)
{
    const auto field = [this](TimePoint time) {
        const QDateTime at = toQDateTime(time, m_zone);
        const bool whole = unixMicroseconds(time) % 1'000'000 == 0;
        return at.toString(whole ? u"yyyy-MM-dd HH:mm:ss"_s : u"yyyy-MM-dd HH:mm:ss.zzz"_s);
    };
    setTexts(field(range.begin()), field(range.end()));
}

QString TimeBar::fromText() const
{
    return m_from->text();
}

QString TimeBar::toText() const
{
    return m_to->text();
}

void TimeBar::setTexts(const QString &from, const QString &to)
{
    m_from->setText(from);
    m_to->setText(to);
}

std::optional<Interval> TimeBar::interval() const
{
    return Interval::of(Duration{m_interval->currentData().toLongLong()});
}

void TimeBar::setInterval(std::optional<Interval> interval)
{
    const qint64 width = interval ? interval->width().count() : 0;
    if (m_interval->findData(width) < 0)
        m_interval->addItem(text::interval(*interval), width);
    m_interval->setCurrentIndex(m_interval->findData(width));
}

void TimeBar::setZone(const QTimeZone &zone)
{
    const auto kept = range(); // the same instants, written in the new zone
    const bool relative = m_from->text().contains(u"-"_s) && !m_from->text().contains(u":"_s);
    m_zone = zone;
    if (kept && !relative)
        setRange(*kept);
    understand();
}

void TimeBar::setNow(std::optional<TimePoint> now)
{
    m_now = now;
    understand();
}

void TimeBar::understand()
{
    if (!m_fetch)
        return;
    const auto parsed = parseRange(m_from->text(), m_to->text(), now(), m_zone);
    m_fetch->setEnabled(parsed.has_value());
    m_echo->setText(parsed ? u"= "_s + text::range(*parsed, m_zone) : text::error(parsed.error()));
    m_echo->setToolTip(m_echo->text().toHtmlEscaped());
    QFont font = m_echo->font();
    font.setBold(!parsed);
    m_echo->setFont(font);
}

void TimeBar::usePreset(Duration length)
{
    if (m_now)
        setRange(*TimeRange::between(*m_now - length, *m_now));
    else
        setTexts(u"-%1min"_s.arg(length / 1min), u"now"_s);
    emit fetchWanted();
}

void TimeBar::step(int windows)
{
    const auto shown = range();
    if (!shown)
        return;
    const Duration shift = shown->duration() * windows;
    setRange(*TimeRange::between(shown->begin() + shift, shown->end() + shift));
    emit fetchWanted();
}

void TimeBar::setRunning(bool running)
{
    m_cancel->setEnabled(running);
    m_progress->setVisible(running);
    if (!running)
        m_rate->clear();
}

void TimeBar::setProgress(double share, double rowsPerSecond, double secondsLeft)
{
    m_progress->setValue(static_cast<int>(share * 1000.0));
    m_rate->setText(
        tr("%1 M rows/s   %2 s left")
            .arg(QLocale{}.toString(rowsPerSecond * 1e-6, 'f', 1), QLocale{}.toString(secondsLeft, 'f', 0)));
}

} // namespace cbpm
