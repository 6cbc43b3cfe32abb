// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statuspanel.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/plot/colours.h"
#include "ui/text/texts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *const label = new QLabel{parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

StatusPanel::StatusPanel(History &history, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_history{history}, m_view{view}
{
    m_state = plainLabel(u"stateLabel"_s, this);
    m_coverage = plainLabel(u"coverageLabel"_s, this);
    m_message = plainLabel(u"messageLabel"_s, this);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(18);
    layout->addWidget(m_state);
    layout->addWidget(m_coverage);
    layout->addWidget(m_message, 1);
    connect(&history, &History::stateChanged, this, &StatusPanel::refresh);
    connect(&view, &ViewState::zoneChanged, this, &StatusPanel::refresh);
    showMessage(tr("last error: none"), false);
    refresh();
}

void StatusPanel::refresh()
{
    const bool failed = m_history.state() == History::State::Failed;
    m_state->setText(stateText());
    QFont font = m_state->font();
    font.setBold(failed || m_history.state() == History::State::Partial);
    m_state->setFont(font);
    m_coverage->setText(coverageText());
    if (failed)
        showMessage(text::error(m_history.lastError()), true);
}

void StatusPanel::showMessage(const QString &text, bool failed)
{
    m_message->setText(text);
    m_message->setToolTip(text.toHtmlEscaped());
    QPalette colours = palette();
    if (failed)
        colours.setColor(QPalette::WindowText, colours::abnormal(colours::isDark(colours)));
    m_message->setPalette(colours);
}

QString StatusPanel::stateText() const
{
    const RingSeries &series = m_history.series();
    const auto until = [&] {
        return text::time(series.completeTo(), m_view.zone()) + u' ' + text::zone(m_view.zone(), series.completeTo());
    };
    switch (m_history.state()) {
    case History::State::Empty:
        return !m_history.source() ? tr("No source")
               : series.isEmpty()  ? tr("Empty: nothing is loaded")
                                   : tr("Empty: no samples in the range asked for");
    case History::State::Opening:
        return tr("Opening the source");
    case History::State::Loading:
        return tr("Loading");
    case History::State::Complete:
        return tr("Complete to %1").arg(until());
    case History::State::Partial:
        return series.isEmpty() ? tr("Cancelled before any data came") : tr("Partial: up to %1").arg(until());
    case History::State::Failed:
        return series.isEmpty() ? tr("Error") : tr("Error; shown up to %1").arg(until());
    }
    return {};
}

QString StatusPanel::coverageText() const
{
    const RingSeries &series = m_history.series();
    if (series.isEmpty() || !m_history.source())
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
