// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/bundle.h"
#include "ui/mainwindow.h"

namespace cbpm {

/// Incidents: what lies beside the samples of a saved range, so that it is shown elsewhere as it was here. References,
/// vetoes and annotations of a bundle are shown in place of the user's own while it is open, and go with it.
class Bundles : public QObject
{
    Q_OBJECT

public:
    Bundles(MainWindow &window, ReferenceStore &references)
        : QObject{&window}, m_window{window}, m_references{references}
    {
    }

    /// What goes along with the samples of `range`.
    std::vector<ArchiveAttachment> attachments(const TimeRange &range) const;

    /// A source was opened: what to begin with, now that it is known whether it brings a view. What was asked for goes
    /// before it.
    MainWindow::Start opened(const MainWindow::Start &asked);

private:
    void show(const Bundle &bundle);

    MainWindow &m_window;
    ReferenceStore &m_references;
    bool m_isShown = false; ///< what is of a bundle
};

} // namespace cbpm
