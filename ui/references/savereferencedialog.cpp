// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/savereferencedialog.h"

#include "core/types/loginname.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

SaveReferenceDialog::SaveReferenceDialog(const ReferenceOrbit &orbit, const ViewState &view, QWidget *parent)
    : QDialog{parent}, m_orbit{orbit}
{
    setObjectName(u"saveReferenceDialog"_s);
    setWindowTitle(tr("Save as reference"));
    const QString what = tr("%n detector(s), absolute positions", nullptr, static_cast<int>(orbit.points.size()));
    auto *const about =
        new QLabel{orbit.stretch ? what + u'\n' + text::range(*orbit.stretch, view.zone()) : what, this};
    about->setTextFormat(Qt::PlainText);
    m_name = new QLineEdit{this};
    m_name->setObjectName(u"referenceName"_s);
    m_name->setMaxLength(static_cast<int>(referencelimits::nameLength));
    m_name->setPlaceholderText(tr("such as: 100 mA, after the access of Tuesday"));
    m_author = new QLineEdit{loginName(), this};
    m_author->setObjectName(u"referenceAuthor"_s);
    m_author->setMaxLength(static_cast<int>(referencelimits::nameLength));
    m_comment = new QPlainTextEdit{this};
    m_comment->setObjectName(u"referenceComment"_s);
    m_comment->setTabChangesFocus(true);
    m_golden = new QCheckBox{tr("Mark as &golden, in place of the one that is"), this};
    m_golden->setObjectName(u"referenceGolden"_s);
    auto *const buttons = new QDialogButtonBox{QDialogButtonBox::Save | QDialogButtonBox::Cancel, this};
    QPushButton *const save = buttons->button(QDialogButtonBox::Save);
    save->setObjectName(u"referenceSave"_s);
    save->setEnabled(false);
    auto *const form = new QFormLayout{this};
    form->addRow(about);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Author"), m_author);
    form->addRow(tr("&Comment"), m_comment);
    form->addRow(m_golden);
    form->addRow(buttons);
    m_name->setAccessibleName(tr("Name of the reference"));
    m_author->setAccessibleName(tr("Author"));
    m_comment->setAccessibleName(tr("Comment"));
    resize(520, 300);
    connect(m_name, &QLineEdit::textChanged, save,
            [save](const QString &name) { save->setEnabled(!name.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

ReferenceOrbit SaveReferenceDialog::orbit() const
{
    ReferenceOrbit orbit = m_orbit;
    orbit.name = m_name->text().trimmed();
    orbit.author = m_author->text().trimmed();
    orbit.comment = m_comment->toPlainText().left(referencelimits::commentLength);
    return orbit;
}

bool SaveReferenceDialog::isGolden() const
{
    return m_golden->isChecked();
}

} // namespace cbpm
