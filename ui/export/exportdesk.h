// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/archive/archiveattachments.h"
#include "core/tiles/tilestore.h"
#include "core/types/timerange.h"
#include "core/views/view.h"

#include <functional>
#include <optional>

class QThreadPool;
class QWidget;

namespace cbpm {

class History;
class Page;
class ViewState;

/// What leaves is taken from here. Outlives everything in this folder.
struct ExportDesk
{
    QThreadPool &pool;
    History &history;
    ViewState &view;
    TileStorePtr tiles;                              ///< may be null
    QWidget *window;                                 ///< parent of dialogs
    std::function<Page *()> page;                    ///< on screen
    std::function<std::optional<TimeRange>()> typed; ///< in the time bar
    std::function<View()> shown;                     ///< by the window
    /// What goes into an archive beside the samples of a range.
    std::function<std::vector<ArchiveAttachment>(const TimeRange &)> attachments;
};

} // namespace cbpm
