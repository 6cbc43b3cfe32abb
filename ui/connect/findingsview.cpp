// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/findingsview.h"

#include "core/types/coretexts.h"
#include "ui/plot/colours.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Topics are words that programs go by, too: `cbpm3 check` prints them as they are.
[[maybe_unused]] constexpr const char *topics[] = {
    QT_TRANSLATE_NOOP("CoreTexts", "archive"),       QT_TRANSLATE_NOOP("CoreTexts", "columns"),
    QT_TRANSLATE_NOOP("CoreTexts", "detectors"),     QT_TRANSLATE_NOOP("CoreTexts", "encryption"),
    QT_TRANSLATE_NOOP("CoreTexts", "extensions"),    QT_TRANSLATE_NOOP("CoreTexts", "fetch paths"),
    QT_TRANSLATE_NOOP("CoreTexts", "gaps"),          QT_TRANSLATE_NOOP("CoreTexts", "index on detector"),
    QT_TRANSLATE_NOOP("CoreTexts", "index on time"), QT_TRANSLATE_NOOP("CoreTexts", "indexes"),
    QT_TRANSLATE_NOOP("CoreTexts", "long reads"),    QT_TRANSLATE_NOOP("CoreTexts", "partitions"),
    QT_TRANSLATE_NOOP("CoreTexts", "prepared data"), QT_TRANSLATE_NOOP("CoreTexts", "reachable"),
    QT_TRANSLATE_NOOP("CoreTexts", "reading"),       QT_TRANSLATE_NOOP("CoreTexts", "rights"),
    QT_TRANSLATE_NOOP("CoreTexts", "row security"),  QT_TRANSLATE_NOOP("CoreTexts", "samples"),
    QT_TRANSLATE_NOOP("CoreTexts", "server"),        QT_TRANSLATE_NOOP("CoreTexts", "shards"),
    QT_TRANSLATE_NOOP("CoreTexts", "table"),         QT_TRANSLATE_NOOP("CoreTexts", "two connections"),
};

QString topicText(const QString &topic)
{
    return CoreTexts::tr(topic.toUtf8().constData());
}

QString adviceOf(const Finding &finding)
{
    return finding.sql.isEmpty() ? finding.hint : finding.hint + u":\n"_s + finding.sql;
}

} // namespace

FindingsView::FindingsView(QWidget *parent) : QWidget{parent}
{
    m_table = new QTableWidget{0, 4, this};
    m_table->setObjectName(u"findingsTable"_s);
    m_table->setAccessibleName(tr("Report of the check"));
    m_table->setHorizontalHeaderLabels({tr("State"), tr("What"), tr("Found"), tr("What to do")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {0, 1})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (const int column : {2, 3})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    auto *const row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, const QString &tip, auto copied) {
        auto *const button = new QPushButton{text, this};
        button->setObjectName(name);
        button->setToolTip(tip);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [copied] { QApplication::clipboard()->setText(copied()); });
        row->addWidget(button);
        return button;
    };
    m_copy = add(tr("Copy &report"), u"copyReportButton"_s, tr("The report as text, for a mail to the administrator"),
                 [this] { return text(); });
    m_copySql = add(tr("Copy S&QL"), u"copySqlButton"_s, tr("The statements for the owner of the table"),
                    [this] { return statements(); });
    row->addStretch(1);
    auto *const layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    fill();
}

void FindingsView::setFindings(std::vector<Finding> findings)
{
    m_findings = std::move(findings);
    fill();
}

void FindingsView::fill()
{
    const QString words[] = {tr("well"), tr("look"), tr("fails")}; // by Finding::State
    m_table->setRowCount(static_cast<int>(m_findings.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Finding &finding = m_findings[static_cast<std::size_t>(row)];
        const QString texts[] = {words[static_cast<int>(finding.state)], topicText(finding.topic), finding.text,
                                 adviceOf(finding)};
        for (int column = 0; column < 4; ++column) {
            auto *const item = new QTableWidgetItem{texts[column]};
            item->setTextAlignment(Qt::AlignLeft | Qt::AlignTop);
            QFont font = item->font();
            font.setBold(finding.state != Finding::State::Ok && column == 0);
            item->setFont(font);
            if (finding.state == Finding::State::Fail && column != 1)
                item->setForeground(colours::abnormal(colours::isDark(palette())));
            m_table->setItem(row, column, item);
        }
    }
    m_table->resizeRowsToContents();
    m_copy->setEnabled(!m_findings.empty());
    m_copySql->setEnabled(!statements().isEmpty());
}

QString FindingsView::text() const
{
    const QString marks[] = {u"ok    "_s, u"look  "_s, u"FAIL  "_s}; // as in the terminal
    QString text;
    for (const Finding &finding : m_findings) {
        text += marks[static_cast<int>(finding.state)] + finding.topic.leftJustified(20) + finding.text;
        if (!finding.hint.isEmpty())
            text += u"; "_s + adviceOf(finding).replace(u'\n', u' ');
        text += u'\n';
    }
    return text;
}

QString FindingsView::statements() const
{
    QStringList lines;
    for (const Finding &finding : m_findings) {
        if (!finding.sql.isEmpty())
            lines << finding.sql;
    }
    return lines.join(u'\n');
}

void FindingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_table)
        fill();
}

void FindingsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_table->resizeRowsToContents();
}

} // namespace cbpm
