// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plotnavigation.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>

#include <vector>

namespace cbpm {

class History;
class Page;
class ViewState;

/// What the user did to the view, step by step, back and forward: the selection of detectors, the choices of every page
/// and what its plot shows. Ranges are of one load: they are forgotten with the next, selection and choices are not.
class ViewHistory : public QObject
{
    Q_OBJECT

public:
    ViewHistory(const History &history, ViewState &view, const std::vector<Page *> &pages, QObject *parent = nullptr);

    bool canUndo();
    bool canRedo() const { return m_at + 1 < m_steps.size(); }
    /// The page that changed out of sight, which is to be shown; nullptr: all can be seen.
    Page *undo();
    Page *redo();

private:
    /// After the user did something.
    struct Step
    {
        std::vector<int> selection;
        std::vector<QJsonObject> choices;  ///< by page
        QPointer<PlotNavigation> hand = {}; ///< that changed what its plot shows
        PlotNavigation::View before = {};
        PlotNavigation::View after = {};

        bool hasSameChoices(const Step &other) const
        {
            return selection == other.selection && choices == other.choices;
        }
    };

    void watch(Page &page);
    void later();
    void record();
    void push(const Step &step);
    Step now() const;
    Page *show(const Step &target, PlotNavigation *hand, const PlotNavigation::View &ranges);
    void forget();
    void forgetRanges();

    ViewState &m_view;
    const std::vector<Page *> m_pages;
    std::vector<Step> m_steps; ///< the first one is where it began
    std::size_t m_at = 0;
    bool m_isWaiting = false; ///< record() is on its way
    bool m_isShowing = false;
};

} // namespace cbpm
