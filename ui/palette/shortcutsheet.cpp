// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/shortcutsheet.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {

ShortcutSheet::ShortcutSheet(const std::vector<Command> &commands, QWidget *parent) : QDialog{parent}
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keys"));
    auto *const tree = new QTreeWidget{this};
    tree->setObjectName(u"shortcutTree"_s);
    tree->setAccessibleName(tr("Keys, and what they do"));
    tree->setHeaderLabels({tr("What it does"), tr("Keys")});
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);
    QHash<QString, QTreeWidgetItem *> groups;
    for (const Command &command : commands) {
        if (command.keys.isEmpty())
            continue;
        QTreeWidgetItem *&group = groups[command.group];
        if (!group)
            group = new QTreeWidgetItem{tree, {command.group.isEmpty() ? tr("Window") : command.group}};
        new QTreeWidgetItem{group, {command.text, command.keys}};
    }
    tree->expandAll();
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(tree);
    resize(520, 640);
}

} // namespace cbpm
