// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/referencing.h"

#include "ui/mainwindow.h"
#include "ui/references/referencesdialog.h"
#include "ui/references/savereferencedialog.h"
#include "ui/text/texts.h"

namespace cbpm {

Referencing::Referencing(MainWindow &window, ReferenceStore &references)
    : QObject{&window}, m_window{window}, m_references{references}
{
}

void Referencing::save(const ReferenceOrbit &orbit)
{
    auto *const dialog = new SaveReferenceDialog{orbit, m_window.view(), &m_window};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { keep(dialog->orbit(), dialog->isGolden()); });
    dialog->open();
}

void Referencing::keep(const ReferenceOrbit &orbit, bool isGolden)
{
    const auto id = m_references.add(orbit);
    const auto marked = id && isGolden ? m_references.setGolden(*id) : Result<void>{};
    if (!id || !marked)
        return m_window.showMessage(text::error(id ? marked.error() : id.error()), true);
    m_window.showMessage(tr("“%1” was saved as reference").arg(orbit.name), false);
}

void Referencing::showList()
{
    if (!m_list)
        m_list = new ReferencesDialog{m_references, m_window.view(), m_window.share(), &m_window};
    if (const auto source = m_window.history().source())
        m_list->setTable(source->table());
    m_list->show();
    m_list->raise();
}

} // namespace cbpm
