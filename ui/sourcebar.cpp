// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sourcebar.h"

#include "core/profiles/profilestore.h"
#include "core/source/postgres/serveraddress.h"
#include "ui/plot/colours.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

SourceBar::SourceBar(QWidget *parent) : QWidget{parent}
{
    auto *const label = new QLabel{tr("&Source"), this};
    m_source = new QComboBox{this};
    m_source->setObjectName(u"sourceBox"_s);
    m_source->setAccessibleName(tr("Source of the data"));
    m_source->setEditable(true);
    m_source->setInsertPolicy(QComboBox::NoInsert);
    m_source->setMinimumWidth(240);
    m_source->setToolTip(
        tr("demo, an archive, profile:NAME, service=NAME, or host=… dbname=…; passwords belong into ~/.pgpass"));
    label->setBuddy(m_source);
    auto *const open = new QPushButton{tr("O&pen"), this};
    open->setObjectName(u"openSourceButton"_s);
    m_test = new QPushButton{tr("&Test"), this};
    m_test->setObjectName(u"testSourceButton"_s);
    m_test->setToolTip(tr("Try to reach this source and say what is there"));
    auto *const archive = new QPushButton{tr("&Archive…"), this};
    archive->setObjectName(u"openArchiveButton"_s);
    m_answer = new ElidedLabel{this};
    m_answer->setObjectName(u"sourceAnswer"_s);
    m_answer->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(6, 2, 6, 2);
    layout->addWidget(label);
    for (QWidget *const widget : {static_cast<QWidget *>(m_source), static_cast<QWidget *>(open),
                                  static_cast<QWidget *>(m_test), static_cast<QWidget *>(archive)})
        layout->addWidget(widget);
    layout->addWidget(m_answer, 1);
    m_fix = new FixButton{u"sourceFixButton"_s, this};
    layout->addWidget(m_fix);
    connect(m_fix, &FixButton::wanted, this, &SourceBar::fixWanted);
    connect(open, &QPushButton::clicked, this, [this] { emit openWanted(source()); });
    connect(m_source->lineEdit(), &QLineEdit::returnPressed, this, [this] { emit openWanted(source()); });
    connect(m_source, &QComboBox::activated, this, [this] { emit openWanted(source()); });
    connect(m_test, &QPushButton::clicked, this, [this] { emit testWanted(source()); });
    connect(archive, &QPushButton::clicked, this, &SourceBar::chooseArchive);
    setRecent({});
}

QString SourceBar::source() const
{
    return m_source->currentText().trimmed();
}

void SourceBar::setSource(const QString &source)
{
    remember(source);
    m_source->setEditText(source);
}

void SourceBar::remember(const QString &source)
{
    QStringList sources = m_recent;
    sources.removeAll(source);
    sources.prepend(source);
    setRecent(sources.mid(0, 10));
}

void SourceBar::setRecent(const QStringList &sources)
{
    const QString text = m_source->currentText();
    m_recent = sources;
    QStringList offered = sources;
    for (const QString &name : m_profiles)
        offered << profilePrefix + name;
    for (const QString &service : serviceNames())
        offered << u"service="_s + service;
    offered << u"demo"_s;
    offered.removeDuplicates();
    m_source->clear();
    m_source->addItems(offered);
    m_source->setEditText(text);
}

void SourceBar::setProfiles(const QStringList &names)
{
    m_profiles = names;
    setRecent(m_recent);
}

void SourceBar::showAnswer(const QString &text, bool failed, Fix fix)
{
    m_fix->offer(fix);
    m_answer->setText(text);
    QPalette colours = palette();
    if (failed)
        colours.setColor(QPalette::WindowText, colours::abnormal(colours::isDark(colours)));
    m_answer->setPalette(colours);
}

void SourceBar::chooseArchive()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Open an archive"), {}, tr("Archives (*.cbpm3);;All files (*)"));
    if (path.isEmpty())
        return;
    m_source->setEditText(path);
    emit openWanted(path);
}

} // namespace cbpm
