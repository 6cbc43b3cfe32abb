// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/samplespage.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"

namespace cbpm {

SamplesPage::SamplesPage(QString name, History &history, ViewState &view, StretchSamples &samples, QWidget *parent)
    : Page{std::move(name), history, view, parent}, m_samples{samples}
{
    connect(&samples, &StretchSamples::changed, this, &SamplesPage::onSamples);
    for (const auto changed : {&ViewState::selectionChanged, &ViewState::marksChanged, &ViewState::visibleChanged})
        connect(&view, changed, this, [this] {
            if (isVisible())
                refresh();
        });
    connect(&view, &ViewState::zoneChanged, this, [this] { updateTexts(); });
}

void SamplesPage::refresh()
{
    updateControls();
    const auto range = stretch();
    const bool isStill = isStretchStill() || m_history.state() == History::State::Following;
    if (range && isStill && !rows().empty())
        m_samples.want({*range, rows(), wantsButtons()});
    work();
    updateTexts();
}

void SamplesPage::onSamples()
{
    if (!isVisible())
        return;
    work();
    updateTexts();
    tellWhenSettled();
}

void SamplesPage::tellWhenSettled()
{
    if (isSettled())
        emit settled();
}

} // namespace cbpm
