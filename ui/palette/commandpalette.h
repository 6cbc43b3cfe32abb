// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/command.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace cbpm {

/// Everything that can be done, found by a few letters of its name. Keys only: type, up and down, Enter.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(std::vector<Command> commands, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(const QString &query);
    void runCurrent();

    const std::vector<Command> m_commands;
    QLineEdit *m_query = nullptr;
    QListWidget *m_list = nullptr;
};

} // namespace cbpm
