// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/commandpalette.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int indexRole = Qt::UserRole;

QString lineOf(const Command &command)
{
    QString line = command.group.isEmpty() ? command.text : command.group + u" › "_s + command.text;
    return command.keys.isEmpty() ? line : line + u"    "_s + command.keys;
}

} // namespace

CommandPalette::CommandPalette(std::vector<Command> commands, QWidget *parent)
    : QDialog{parent}, m_commands{std::move(commands)}
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    m_query = new QLineEdit{this};
    m_query->setObjectName(u"paletteQuery"_s);
    m_query->setAccessibleName(tr("A few letters of what is to be done"));
    m_query->setPlaceholderText(tr("A few letters of what is to be done"));
    m_query->setClearButtonEnabled(true);
    m_query->installEventFilter(this);
    m_list = new QListWidget{this};
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the line has the keys
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(m_query);
    layout->addWidget(m_list);
    resize(560, 420);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::show);
    connect(m_query, &QLineEdit::returnPressed, this, &CommandPalette::runCurrent);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    show({});
}

void CommandPalette::show(const QString &query)
{
    std::vector<std::pair<int, std::size_t>> fitting;
    for (std::size_t k = 0; k < m_commands.size(); ++k) {
        if (const int one = misfit(m_commands[k], query); one >= 0)
            fitting.emplace_back(one, k);
    }
    std::ranges::stable_sort(fitting, {}, &std::pair<int, std::size_t>::first);
    m_list->clear();
    for (const auto &[one, index] : fitting) {
        auto *const item = new QListWidgetItem{lineOf(m_commands[index]), m_list};
        item->setData(indexRole, static_cast<qulonglong>(index));
    }
    m_list->setCurrentRow(0);
}

/// Closed first: what is done may open a dialog of its own.
void CommandPalette::runCurrent()
{
    const QListWidgetItem *const item = m_list->currentItem();
    if (!item)
        return;
    const auto run = m_commands[item->data(indexRole).toULongLong()].run;
    accept();
    run();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down       ? 1
                     : key == Qt::Key_Up       ? -1
                     : key == Qt::Key_PageDown ? 10
                     : key == Qt::Key_PageUp   ? -10
                                               : 0;
    if (step == 0)
        return QDialog::eventFilter(watched, event);
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
    return true;
}

} // namespace cbpm
