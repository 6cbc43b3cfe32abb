// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/viewhistory.h"

#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QScopedValueRollback>

namespace cbpm {
namespace {

constexpr std::size_t mostSteps = 100;

} // namespace

ViewHistory::ViewHistory(const History &history, ViewState &view, const std::vector<Page *> &pages, QObject *parent)
    : QObject{parent}, m_view{view}, m_pages{pages}
{
    for (Page *const page : m_pages)
        watch(*page);
    connect(&view, &ViewState::selectionChanged, this, &ViewHistory::later);
    connect(&view, &ViewState::unitChanged, this, &ViewHistory::forgetRanges);
    connect(&history, &History::opened, this, &ViewHistory::forget);
    connect(&history, &History::stateChanged, this, [this, &history] {
        if (history.state() == History::State::Loading)
            forgetRanges();
    });
}

/// Whatever the user does by hand; what the program sets itself says nothing here.
void ViewHistory::watch(Page &page)
{
    for (const QComboBox *const choice : page.findChildren<QComboBox *>())
        connect(choice, &QComboBox::activated, this, &ViewHistory::later);
    for (const QAbstractButton *const button : page.findChildren<QAbstractButton *>())
        connect(button, &QAbstractButton::clicked, this, &ViewHistory::later);
    for (PlotNavigation *const hand : page.findChildren<PlotNavigation *>())
        connect(hand, &PlotNavigation::committed, this,
                [this, hand](const PlotNavigation::View &before, const PlotNavigation::View &after) {
                    if (m_isShowing)
                        return;
                    record();
                    Step step = now();
                    if (before != after)
                        step.hand = hand;
                    step.before = before;
                    step.after = after;
                    push(step);
                });
}

/// When everybody has taken in what changed.
void ViewHistory::later()
{
    if (m_isShowing || std::exchange(m_isWaiting, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_isWaiting)
                record();
        },
        Qt::QueuedConnection);
}

void ViewHistory::record()
{
    m_isWaiting = false;
    push(now());
}

void ViewHistory::push(const Step &step)
{
    if (!m_steps.empty() && !step.hand && step.hasSameChoices(m_steps[m_at]))
        return;
    m_steps.resize(m_steps.empty() ? 0 : m_at + 1);
    m_steps.push_back(step);
    if (m_steps.size() > mostSteps)
        m_steps.erase(m_steps.begin());
    m_at = m_steps.size() - 1;
}

ViewHistory::Step ViewHistory::now() const
{
    Step step{m_view.selection(), {}};
    for (const Page *const page : m_pages)
        step.choices.push_back(page->state());
    return step;
}

bool ViewHistory::canUndo()
{
    if (m_isWaiting)
        record();
    return m_at > 0;
}

Page *ViewHistory::undo()
{
    if (!canUndo())
        return nullptr;
    const Step left = m_steps[m_at--];
    return show(m_steps[m_at], left.hand, left.before);
}

Page *ViewHistory::redo()
{
    if (m_isWaiting)
        record();
    if (!canRedo())
        return nullptr;
    const Step &reached = m_steps[++m_at];
    return show(reached, reached.hand, reached.after);
}

Page *ViewHistory::show(const Step &target, PlotNavigation *hand, const PlotNavigation::View &ranges)
{
    const QScopedValueRollback showing{m_isShowing, true};
    m_view.setSelection(target.selection);
    std::vector<Page *> changed;
    for (std::size_t k = 0; k < m_pages.size(); ++k) {
        Page &page = *m_pages[k];
        const bool isOther = page.state() != target.choices[k];
        if (isOther)
            page.setState(target.choices[k]);
        if (isOther || (hand && page.findChildren<PlotNavigation *>().contains(hand)))
            changed.push_back(&page);
    }
    if (hand)
        hand->show(ranges);
    return changed.empty() || std::ranges::any_of(changed, &Page::isVisible) ? nullptr : changed.front();
}

/// Rows mean other detectors now.
void ViewHistory::forget()
{
    m_steps.clear();
    m_at = 0;
    m_isWaiting = false;
    later(); // where it begins is what is chosen for the new source
}

/// Another time is shown, or another unit: steps that changed nothing else are no steps any more.
void ViewHistory::forgetRanges()
{
    std::vector<Step> kept;
    std::size_t at = 0;
    for (std::size_t k = 0; k < m_steps.size(); ++k) {
        m_steps[k].hand = nullptr;
        if (kept.empty() || !m_steps[k].hasSameChoices(kept.back()))
            kept.push_back(m_steps[k]);
        if (k == m_at)
            at = kept.size() - 1;
    }
    m_steps = std::move(kept);
    m_at = at;
}

} // namespace cbpm
