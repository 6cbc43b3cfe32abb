// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/firstpage.h"

#include <QCommandLinkButton>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

FirstPage::FirstPage(QWidget *parent) : QWidget{parent}
{
    setObjectName(u"firstPage"_s);
    auto *const column = new QWidget{this};
    column->setMaximumWidth(680);
    auto *const title = new QLabel{tr("Which beam do you want to see?"), column};
    title->setTextFormat(Qt::PlainText);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    title->setFont(large);
    auto *const layout = new QVBoxLayout{column};
    layout->setSpacing(10);
    layout->addWidget(title);
    const auto add = [&](const QString &text, const QString &more, const QString &name, auto wanted) {
        auto *const button = new QCommandLinkButton{text, more, column};
        button->setObjectName(name);
        button->setAccessibleDescription(more);
        connect(button, &QCommandLinkButton::clicked, this, wanted);
        layout->addWidget(button);
        return button;
    };
    auto *const demo = add(tr("Open the &demo"),
                           tr("A simulated day of the whole ring. It needs no server and is made in half a minute."),
                           u"firstDemoButton"_s, [this] { emit openWanted(u"demo"_s); });
    add(tr("Open an arc&hive"), tr("A file that was saved from this program, such as the record of an incident."),
        u"firstArchiveButton"_s, &FirstPage::archiveWanted);
    add(tr("&Connect to a server"),
        tr("A PostgreSQL table of button readings: choose the server, look at what is there, open it."),
        u"firstServerButton"_s, &FirstPage::serverWanted);
    m_recentTitle = new QLabel{tr("&Recent sources"), column};
    m_recent = new QListWidget{column};
    m_recent->setObjectName(u"firstRecentList"_s);
    m_recent->setAccessibleName(tr("Recent sources"));
    m_recentTitle->setBuddy(m_recent);
    layout->addWidget(m_recentTitle);
    layout->addWidget(m_recent);
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit openWanted(item->text()); });
    connect(m_recent, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { emit openWanted(item->text()); });

    auto *const whole = new QVBoxLayout{this};
    whole->addStretch(1);
    auto *const row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 4);
    row->addStretch(1);
    whole->addLayout(row);
    whole->addStretch(2);
    setFocusProxy(demo);
    setRecent({});
}

void FirstPage::setRecent(const QStringList &sources)
{
    m_recent->clear();
    m_recent->addItems(sources);
    const int rows = static_cast<int>(std::min<qsizetype>(sources.size(), 8));
    m_recent->setFixedHeight(rows * (m_recent->fontMetrics().height() + 4) + 2 * m_recent->frameWidth() + 4);
    m_recentTitle->setVisible(!sources.isEmpty());
    m_recent->setVisible(!sources.isEmpty());
}

} // namespace cbpm
