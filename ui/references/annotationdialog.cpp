// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/annotationdialog.h"

#include "core/types/loginname.h"
#include "core/types/timetext.h"
#include "ui/text/texts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

AnnotationDialog::AnnotationDialog(const Annotation &annotation, const DetectorTable &table, const QTimeZone &zone,
                                   QWidget *parent)
    : QDialog{parent}, m_annotation{annotation}
{
    setObjectName(u"annotationDialog"_s);
    setWindowTitle(tr("Annotation"));
    auto *const when = new QLabel{text::annotationTime(annotation, zone), this};
    when->setObjectName(u"annotationTime"_s);
    when->setTextFormat(Qt::PlainText);
    m_text = new QPlainTextEdit{annotation.text, this};
    m_text->setObjectName(u"annotationText"_s);
    m_text->setAccessibleName(tr("Text of the annotation"));
    m_text->setTabChangesFocus(true);
    m_author = new QLineEdit{annotation.author.isEmpty() ? loginName() : annotation.author, this};
    m_author->setObjectName(u"annotationAuthor"_s);
    m_author->setAccessibleName(tr("Author"));
    m_author->setMaxLength(static_cast<int>(annotationlimits::authorLength));
    m_location = new QComboBox{this};
    m_location->setObjectName(u"annotationLocation"_s);
    m_location->setAccessibleName(tr("What it is about"));
    m_location->addItem(tr("the whole ring"), QString{});
    for (int row = 0; row < table.size(); ++row) {
        const QString location = QString::fromStdString(table.at(row).location);
        m_location->addItem(location, location);
    }
    const QString about = QString::fromStdString(annotation.location);
    if (m_location->findData(about) < 0)
        m_location->addItem(text::oneLine(about), about);
    m_location->setCurrentIndex(m_location->findData(about));
    auto *const buttons = new QDialogButtonBox{QDialogButtonBox::Save | QDialogButtonBox::Cancel, this};
    QPushButton *const save = buttons->button(QDialogButtonBox::Save);
    save->setObjectName(u"annotationSave"_s);
    auto *const form = new QFormLayout{this};
    form->addRow(tr("Time"), when);
    form->addRow(tr("&Text"), m_text);
    form->addRow(tr("A&bout"), m_location);
    form->addRow(tr("&Author"), m_author);
    form->addRow(buttons);
    resize(520, 280);
    const auto check = [this, save] {
        const QString words = m_text->toPlainText().trimmed();
        save->setEnabled(!words.isEmpty() && words.size() <= annotationlimits::textLength);
    };
    connect(m_text, &QPlainTextEdit::textChanged, save, check);
    check();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_text->setFocus();
}

Annotation AnnotationDialog::annotation() const
{
    Annotation annotation = m_annotation;
    annotation.text = m_text->toPlainText().trimmed();
    annotation.author = m_author->text().trimmed();
    annotation.location = m_location->currentData().toString().toStdString();
    annotation.made = systemNow();
    return annotation;
}

} // namespace cbpm
