// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bundles.h"

#include "core/source/sourceaddress.h"
#include "ui/plot/colours.h"
#include "ui/windowview.h"

namespace cbpm {
namespace {

bool isPlain(const MainWindow::Start &asked)
{
    return asked.from.isEmpty() && asked.to.isEmpty() && asked.detectors.isEmpty() && asked.pages.isEmpty()
           && !asked.interval && !asked.isLive;
}

} // namespace

std::vector<ArchiveAttachment> Bundles::attachments(const TimeRange &range) const
{
    return attachmentsOf({carried(viewOf(m_window), &range),
                          m_references.all(),
                          m_references.golden(),
                          m_window.view().vetoes().list(),
                          m_window.view().annotations().within(range),
                          {}});
}

MainWindow::Start Bundles::opened(const MainWindow::Start &asked)
{
    const auto address = parseSourceAddress(m_window.sourceText());
    const bool isArchive = address && address->kind == SourceAddress::Kind::Archive;
    const auto read = isArchive ? readBundle(address->target) : Result<Bundle>{Bundle{}};
    const Bundle bundle = read ? *read : Bundle{{}, {}, {}, {}, {}, {read.error().sentence()}};
    show(bundle);
    if (!bundle.view || !isPlain(asked))
        return asked;
    View view = *bundle.view;
    view.isDark = colours::isDark(m_window.palette()); // the room's, not the incident's
    showView(m_window, view);
    if (asked.page.isEmpty())
        m_window.turnTo(view.page);
    MainWindow::Start start = startOf(view);
    start.source = asked.source;
    if (asked.method)
        start.method = asked.method;
    return start;
}

void Bundles::show(const Bundle &bundle)
{
    const bool hasOwn = !bundle.isEmpty();
    if (hasOwn) {
        m_references.borrow(bundle.references, bundle.golden);
        m_window.view().vetoes().borrow(bundle.vetoes);
        m_window.view().annotations().borrow(bundle.annotations);
    } else if (m_isShown) {
        m_references.giveBack();
        m_window.view().vetoes().giveBack();
        m_window.view().annotations().giveBack();
    }
    m_isShown = hasOwn;
    if (!bundle.problems.isEmpty())
        m_window.showMessage(bundle.problems.join(QChar{u' '}), true);
    else if (hasOwn)
        m_window.showMessage(
            tr("References, vetoes and annotations are those of this archive (%1, %2 and %3); your own come back with "
               "another source")
                .arg(bundle.references.size())
                .arg(bundle.vetoes.size())
                .arg(bundle.annotations.size()),
            false);
}

} // namespace cbpm
