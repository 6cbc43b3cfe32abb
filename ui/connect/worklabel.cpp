// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/worklabel.h"

#include "ui/plot/colours.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

WorkLabel::WorkLabel(const QString &name, QWidget *parent) : QWidget{parent}
{
    setObjectName(name);
    m_text = new QLabel{this};
    m_text->setObjectName(name + u"Text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("What is being done, or what came of it"));
    m_bar = new QProgressBar{this};
    m_bar->setRange(0, 0);
    m_bar->setFixedWidth(80);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Under way"));
    m_stop = new QPushButton{tr("St&op"), this};
    m_stop->setObjectName(name + u"Stop"_s);
    m_stop->setAutoDefault(false);
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &WorkLabel::stopWanted);
    showResult({});
}

QString WorkLabel::text() const
{
    return m_text->text();
}

void WorkLabel::showWork(const QString &text)
{
    show(text, true, false);
}

void WorkLabel::showResult(const QString &text)
{
    show(text, false, false);
}

void WorkLabel::showFailure(const QString &text)
{
    show(text, false, true);
}

void WorkLabel::show(const QString &text, bool works, bool failed)
{
    m_text->setText(text);
    m_bar->setVisible(works);
    m_stop->setVisible(works);
    QPalette shown = palette();
    if (failed)
        shown.setColor(QPalette::WindowText, colours::abnormal(colours::isDark(shown)));
    m_text->setPalette(shown);
}

} // namespace cbpm
