// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

namespace cbpm {

Page::Page(QString name, History &history, ViewState &view, QWidget *parent)
    : QWidget{parent}, m_history{history}, m_view{view}, m_name{std::move(name)}
{
    setObjectName(m_name + QStringLiteral("Page"));
    setFocusPolicy(Qt::StrongFocus);
}

} // namespace cbpm
