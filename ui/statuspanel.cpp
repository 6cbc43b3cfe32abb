// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statuspanel.h"

#include "ui/models/history.h"
#include "ui/models/playback.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/text/texts.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using TenthOfSecond = std::chrono::duration<std::int64_t, std::deci>;

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *const label = new QLabel{parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

StatusPanel::StatusPanel(History &history, const Playback &playback, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_history{history}, m_playback{playback}, m_view{view}
{
    m_state = plainLabel(u"stateLabel"_s, this);
    m_age = plainLabel(u"ageLabel"_s, this);
    m_trigger = plainLabel(u"triggerLabel"_s, this);
    m_sharing = plainLabel(u"sharingLabel"_s, this);
    m_sharing->hide();
    m_coverage = new ElidedLabel{this};
    m_coverage->setObjectName(u"coverageLabel"_s);
    m_message = new ElidedLabel{this};
    m_message->setObjectName(u"messageLabel"_s);
    m_coverage->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(18);
    layout->addWidget(m_state);
    layout->addWidget(m_age);
    layout->addWidget(m_trigger);
    layout->addWidget(m_coverage, 3);
    layout->addWidget(m_sharing);
    layout->addWidget(m_message, 2);
    m_fix = new FixButton{u"statusFixButton"_s, this};
    layout->addWidget(m_fix);
    connect(m_fix, &FixButton::wanted, this, &StatusPanel::take);
    connect(&history, &History::stateChanged, this, &StatusPanel::refresh);
    connect(&history, &History::openFailed, this, [this] {
        m_cannotOpen = true;
        offerFix();
    });
    connect(&history, &History::interrupted, this, [this] { // nobody need wait for the next try
        if (m_history.state() == History::State::Loading)
            m_fix->offer(Fix::Retry);
    });
    connect(&history, &History::lookFailed, this,
            [this](const Error &error) { showMessage(text::error(error), true); });
    connect(&playback, &Playback::changed, this, &StatusPanel::refresh);
    auto *const second = new QTimer{this}; // data grow old also when nothing happens
    connect(second, &QTimer::timeout, this, &StatusPanel::refreshAge);
    second->start(1000);
    connect(&view, &ViewState::zoneChanged, this, &StatusPanel::refresh);
    showMessage(tr("last error: none"), false);
    refresh();
}

void StatusPanel::refresh()
{
    const bool failed = m_history.state() == History::State::Failed;
    refreshAge();
    m_trigger->setText(triggerText());
    m_trigger->setVisible(!m_trigger->text().isEmpty());
    m_state->setText(stateText());
    QFont font = m_state->font();
    font.setBold(failed || m_playback.problem() || m_history.state() == History::State::Partial);
    m_state->setFont(font);
    m_coverage->setText(coverageText());
    if (failed)
        showMessage(text::error(m_history.lastError()), true);
    else if (const QString step = nextStep(); !step.isEmpty())
        showMessage(step, false);
    offerFix();
}

void StatusPanel::showSharing(const QString &words, const QString &sentence, bool isDisturbed)
{
    m_sharing->setText(words);
    m_sharing->setToolTip(sentence.toHtmlEscaped());
    m_sharing->setVisible(!words.isEmpty());
    QFont font = m_sharing->font();
    font.setBold(isDisturbed);
    m_sharing->setFont(font);
}

/// What to do about a picture that lacks something and is no error.
QString StatusPanel::nextStep() const
{
    const auto &extent = m_history.info().extent;
    if (m_history.state() == History::State::Partial)
        return tr("Cancelled: Fetch asks for what is missing");
    if (m_history.state() == History::State::Empty && m_history.wasAsked() && extent)
        return tr("Choose a range within %1: there are samples").arg(text::range(*extent, m_view.zone()));
    return {};
}

void StatusPanel::offerFix()
{
    const bool failed = m_history.state() == History::State::Failed;
    m_cannotOpen = m_cannotOpen && failed;
    if (m_cannotOpen) // the source's own line says that, and what helps
        m_fix->offer(Fix::None);
    else if (failed)
        m_fix->offer(fixOf(m_history.lastError(), m_history.info()));
    else
        m_fix->offer(m_history.series().unknown().empty() ? Fix::None : Fix::Detectors);
}

void StatusPanel::take(Fix fix)
{
    if (fix == Fix::Retry)
        emit retryWanted();
    else if (fix == Fix::Detectors)
        emit detectorsWanted();
    else
        emit sourceFixWanted(fix);
}

/// How old what is shown is: in live mode an alarm beyond the limit.
void StatusPanel::refreshAge()
{
    const RingSeries &series = m_history.series();
    const auto newest = m_playback.newest();
    if (m_playback.mode() == Playback::Mode::Live && newest) {
        const Duration age = std::max(Duration{0}, *m_playback.age());
        const bool isAhead = *m_playback.age() < -std::chrono::seconds{1};
        m_age->setText(isAhead ? tr("data are %1 ahead of the clock").arg(text::duration(-*m_playback.age()))
                               : tr("data age %1").arg(text::duration(std::chrono::floor<TenthOfSecond>(age))));
    } else if (series.isEmpty()) {
        m_age->clear();
    } else {
        const Duration age = m_playback.sourceNow() - series.completeTo();
        m_age->setText(age < Duration{0}
                           ? QString{}
                           : tr("data age %1").arg(text::duration(std::chrono::floor<std::chrono::seconds>(age))));
    }
    QFont font = m_age->font();
    font.setBold(m_playback.isLate());
    m_age->setFont(font);
    QPalette shown = palette();
    if (m_playback.isLate()) {
        shown.setColor(QPalette::WindowText, palette().color(QPalette::Window));
        shown.setColor(QPalette::Window, colours::abnormal(colours::isDark(palette())));
    }
    m_age->setAutoFillBackground(m_playback.isLate());
    m_age->setPalette(shown);
}

/// The newest trigger, and who is missing in it.
QString StatusPanel::triggerText() const
{
    if (m_history.state() != History::State::Following || !m_history.orbit() || !m_history.source())
        return {};
    constexpr std::size_t named = 4;
    const Orbit &orbit = *m_history.orbit();
    const DetectorTable &table = *m_history.source()->table();
    QStringList missing;
    std::vector<int> rows = orbit.missing; // who sent before is news, who never did is not
    std::ranges::stable_partition(rows, [this](int row) { return m_history.series().find(row) != nullptr; });
    for (const int row : rows) {
        if (static_cast<std::size_t>(missing.size()) < named)
            missing << QString::fromStdString(table.at(row).location);
    }
    if (orbit.missing.size() > named)
        missing << tr("%1 more").arg(orbit.missing.size() - named);
    const QString present = tr("trigger %1: %2 of %3 detectors")
                                .arg(text::time(triggerTime(orbit.trigger), m_view.zone(), true))
                                .arg(orbit.points.size())
                                .arg(table.size());
    return missing.isEmpty() ? present : tr("%1, missing %2").arg(present, missing.join(u", "_s));
}

void StatusPanel::showMessage(const QString &text, bool failed)
{
    m_message->setText(text);
    QPalette colours = palette();
    if (failed)
        colours.setColor(QPalette::WindowText, colours::abnormal(colours::isDark(colours)));
    m_message->setPalette(colours);
}

QString StatusPanel::moment(TimePoint time) const
{
    return text::time(time, m_view.zone()) + u' ' + text::zone(m_view.zone(), time);
}

QString StatusPanel::shownUntil() const
{
    return moment(m_history.series().completeTo());
}

/// Where the newest came first, and not all did: since when it is there.
QString StatusPanel::shownFrom() const
{
    const RingSeries &series = m_history.series();
    const bool lacksBegin = series.loaded() && series.range()->begin() < series.loaded()->begin();
    return lacksBegin ? moment(series.loaded()->begin()) : QString{};
}

QString StatusPanel::stateText() const
{
    const RingSeries &series = m_history.series();
    switch (m_history.state()) {
    case History::State::Empty:
        return !m_history.source()    ? tr("No source")
               : m_history.wasAsked() ? tr("Empty: no samples in the range asked for")
                                      : tr("Empty: nothing is loaded");
    case History::State::Opening:
        return tr("Opening the source");
    case History::State::Loading:
        return tr("Loading");
    case History::State::Following:
        return followingText();
    case History::State::Complete:
        return tr("Complete to %1").arg(shownUntil());
    case History::State::Partial:
        return series.isEmpty()        ? tr("Cancelled before any data came")
               : shownFrom().isEmpty() ? tr("Partial: up to %1").arg(shownUntil())
                                       : tr("Partial: from %1 on").arg(shownFrom());
    case History::State::Failed:
        return series.isEmpty()        ? tr("Error")
               : shownFrom().isEmpty() ? tr("Error; shown up to %1").arg(shownUntil())
                                       : tr("Error; shown from %1 on").arg(shownFrom());
    }
    return {};
}

QString StatusPanel::followingText() const
{
    if (m_playback.mode() == Playback::Mode::Replay)
        return m_playback.isPaused() ? tr("Replay stands")
                                     : tr("Replay \u00d7%1").arg(QLocale{}.toString(m_playback.speed()));
    if (m_playback.problem() && !m_playback.nextTry()) // no try will come by itself
        return tr("Error; shown up to %1").arg(shownUntil());
    return m_playback.isLate() ? tr("Stale") : m_playback.isPaused() ? tr("Live, paused") : tr("Live");
}

QString StatusPanel::coverageText() const
{
    const RingSeries &series = m_history.series();
    if ((series.isEmpty() && series.unknown().empty()) || !m_history.source())
        return {};
    const int size = m_history.source()->table()->size();
    double coverage = 0.0;
    int asked = 0;
    int missing = 0;
    for (int row = 0; row < size; ++row) {
        if (!series.wasAsked(row))
            continue;
        ++asked;
        coverage += series.coverage(row);
        missing += series.find(row) == nullptr;
    }
    QStringList parts{tr("coverage %1 %").arg(QLocale{}.toString(100.0 * coverage / std::max(1, asked), 'f', 1))};
    if (asked < size)
        parts << tr("%1 of %2 detectors loaded").arg(asked).arg(size);
    if (missing > 0)
        parts << tr("missing detectors: %1").arg(missing);
    if (series.counts().invalid > 0)
        parts << tr("%1 samples invalid (%2)")
                     .arg(text::count(series.counts().invalid), text::flags(series.counts().byFlag, invalidatingFlags));
    if (series.counts().duplicates > 0)
        parts << tr("%1 duplicates").arg(text::count(series.counts().duplicates));
    if (!series.unknown().empty())
        parts << tr("detectors unknown to the table: %1").arg(series.unknown().size());
    return parts.join(u" · "_s);
}

} // namespace cbpm
