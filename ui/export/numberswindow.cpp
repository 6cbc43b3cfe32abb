// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/numberswindow.h"

#include "ui/export/pagetext.h"
#include "ui/pages/page.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// More are copied and exported, not read.
constexpr qsizetype mostLines = 20'000;

} // namespace

NumbersWindow::NumbersWindow(const ExportDesk &desk) : QDialog{desk.window}, m_desk{desk}
{
    setObjectName(u"numbersWindow"_s);
    resize(760, 480);
    m_caption = new QLabel{this};
    m_caption->setObjectName(u"numbersCaption"_s);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_model = new QStandardItemModel{this};
    m_table = new QTableView{this};
    m_table->setObjectName(u"numbersTable"_s);
    m_table->setAccessibleName(tr("Numbers of the page"));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    auto *const buttons = new QDialogButtonBox{QDialogButtonBox::Close, this};
    auto *const again = buttons->addButton(tr("&Read again"), QDialogButtonBox::ActionRole);
    again->setObjectName(u"numbersAgain"_s);
    auto *const copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(u"numbersCopy"_s);
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(m_caption);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(again, &QPushButton::clicked, this, &NumbersWindow::readPage);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void NumbersWindow::readPage()
{
    Page &page = *m_desk.page();
    m_text = pageText(page, m_desk.history, m_desk.view);
    const QStringList lines = m_text.split(u'\n', Qt::SkipEmptyParts);
    const QStringList titles = lines.value(0).split(u'\t');
    const qsizetype shown = std::min(lines.size() - 1, mostLines);
    m_model->clear();
    m_model->setHorizontalHeaderLabels(titles);
    for (qsizetype line = 1; line <= shown; ++line) {
        QList<QStandardItem *> items;
        for (const QString &field : lines[line].split(u'\t'))
            items << new QStandardItem{field};
        m_model->appendRow(items);
    }
    m_table->resizeColumnsToContents();
    setWindowTitle(tr("Numbers of the page %1").arg(page.title()));
    QString caption = page.caption();
    if (shown < lines.size() - 1)
        caption += u'\n'
                   + tr("The first %1 of %2 lines: Copy takes all, Export writes them to a file.")
                         .arg(shown)
                         .arg(lines.size() - 1);
    m_caption->setText(caption);
}

} // namespace cbpm
