// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profileform.h"

#include <QAction>
#include <QFileDialog>
#include <QFormLayout>
#include <QLineEdit>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace cbpm {

ProfileForm::ProfileForm(QWidget *parent) : QWidget{parent}
{
    m_layout = new QFormLayout{this};
    m_layout->setContentsMargins(0, 0, 0, 0);
    const TableMapping usual;
    add(tr("Source"), u"profileSource"_s, &Profile::source, tr("demo, an archive, service=NAME, or host=… dbname=…"));
    add(tr("Table"), u"profileTable"_s, &Profile::table, usual.table);
    add(tr("Column of the time"), u"profileTime"_s, &Profile::time, usual.time);
    add(tr("Column of the detector"), u"profileDetector"_s, &Profile::detector, usual.detector);
    add(tr("Top inner button"), u"profileTopIn"_s, &Profile::topIn, usual.topIn);
    add(tr("Top outer button"), u"profileTopOut"_s, &Profile::topOut, usual.topOut);
    add(tr("Bottom inner button"), u"profileBotIn"_s, &Profile::botIn, usual.botIn);
    add(tr("Bottom outer button"), u"profileBotOut"_s, &Profile::botOut, usual.botOut);
    add(tr("Zone of times without one"), u"profileZone"_s, &Profile::serverTimezone, u"UTC"_s);
    add(tr("Share decisions"), u"profileShared"_s, &Profile::shared, tr("no; yes, where the site has a place for them"));
    QLineEdit *const table =
        add(tr("Detector table"), u"profileDetectorTable"_s, &Profile::detectorTable, tr("built in: the CESR ring"));
    QAction *const choose =
        table->addAction(style()->standardIcon(QStyle::SP_DialogOpenButton), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a detector table"));
    connect(choose, &QAction::triggered, this, &ProfileForm::chooseTable);
}

QLineEdit *ProfileForm::add(const QString &label, const QString &name, QString Profile::*field, const QString &usual)
{
    auto *const edit = new QLineEdit{this};
    edit->setObjectName(name);
    edit->setAccessibleName(label);
    edit->setPlaceholderText(usual);
    m_layout->addRow(label, edit);
    m_lines.push_back({field, edit});
    connect(edit, &QLineEdit::textEdited, this, &ProfileForm::edited);
    return edit;
}

void ProfileForm::setProfile(const Profile &profile)
{
    for (const Line &line : m_lines)
        line.edit->setText(profile.*(line.field));
}

Profile ProfileForm::profile() const
{
    Profile profile;
    for (const Line &line : m_lines)
        profile.*(line.field) = line.edit->text().trimmed();
    return profile;
}

void ProfileForm::setReadOnly(bool readOnly)
{
    for (const Line &line : m_lines)
        line.edit->setReadOnly(readOnly);
}

void ProfileForm::chooseTable()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a detector table"), {},
                                                      tr("Detector tables (*.csv *.cfg);;All files (*)"));
    if (path.isEmpty())
        return;
    m_lines.back().edit->setText(path);
    emit edited();
}

} // namespace cbpm
