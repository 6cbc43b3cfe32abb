// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/vetodialog.h"

#include "core/types/loginname.h"
#include "core/types/timetext.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

VetoDialog::VetoDialog(const QStringList &locations, const QString &reason, bool isShared, QWidget *parent)
    : QDialog{parent}
{
    setObjectName(u"vetoDialog"_s);
    setWindowTitle(tr("Veto"));
    auto *const about = new QLabel{
        (isShared ? tr("%1 leave(s) orbits and statistics, for all who share this site's decisions, until the "
                       "veto is lifted.")
                  : tr("%1 leave(s) orbits and statistics, for every program of yours, until the veto is lifted."))
            .arg(locations.join(u", "_s)),
        this};
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_reason = new QLineEdit{reason, this};
    m_reason->setObjectName(u"vetoReason"_s);
    m_reason->setAccessibleName(tr("Reason of the veto"));
    m_reason->setMaxLength(500);
    m_reason->selectAll();
    m_author = new QLineEdit{loginName(), this};
    m_author->setObjectName(u"vetoAuthor"_s);
    m_author->setAccessibleName(tr("Author"));
    m_author->setMaxLength(200);
    auto *const buttons = new QDialogButtonBox{QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this};
    QPushButton *const accept = buttons->button(QDialogButtonBox::Ok);
    accept->setObjectName(u"vetoAccept"_s);
    accept->setText(tr("&Veto"));
    accept->setEnabled(!reason.trimmed().isEmpty());
    auto *const form = new QFormLayout{this};
    form->addRow(about);
    form->addRow(tr("&Reason"), m_reason);
    form->addRow(tr("&Author"), m_author);
    form->addRow(buttons);
    resize(560, 160);
    connect(m_reason, &QLineEdit::textChanged, accept,
            [accept](const QString &text) { accept->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Veto VetoDialog::veto() const
{
    return {m_reason->text().trimmed(), m_author->text().trimmed(), systemNow()};
}

} // namespace cbpm
