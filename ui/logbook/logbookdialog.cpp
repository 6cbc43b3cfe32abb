// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logbook/logbookdialog.h"

#include "core/types/loginname.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int keepAfter_ms = 300;
constexpr QSize pictureSize{480, 180};

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *const label = new QLabel{parent};
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

LogbookDialog::LogbookDialog(const LogbookDraft &draft, const LogbookSettings &settings, QWidget *parent)
    : QDialog{parent}, m_draft{draft}
{
    setObjectName(u"logbookDialog"_s);
    setWindowTitle(tr("Logbook entry"));
    m_tabs = new QTabWidget{this};
    m_tabs->setObjectName(u"logbookTabs"_s);
    m_tabs->setAccessibleName(tr("Logbook entry"));
    m_tabs->addTab(createWords(), tr("&Entry"));
    m_tabs->addTab(createPlace(settings), tr("&Where it goes"));
    auto *const layout = new QVBoxLayout{this};
    layout->addWidget(m_tabs);
    m_result = plainLabel(u"logbookResult"_s, this);
    layout->addWidget(m_result);
    createButtons();
    if (const auto words = m_draft.read()) {
        m_title->setText(words->title);
        m_text->setPlainText(words->text);
        m_author->setText(words->author);
        m_result->setText(tr("This is what was written before and not delivered."));
    }
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(keepAfter_ms);
    connect(&m_keeping, &QTimer::timeout, this, &LogbookDialog::keepDraft);
    connect(m_text, &QPlainTextEdit::textChanged, this, &LogbookDialog::look);
    for (QLineEdit *const line : {m_title, m_author, m_folder, m_command})
        connect(line, &QLineEdit::textChanged, this, &LogbookDialog::look);
    look();
    resize(560, 520);
}

LogbookDialog::~LogbookDialog()
{
    if (m_keeping.isActive())
        keepDraft();
}

QWidget *LogbookDialog::createWords()
{
    auto *const page = new QWidget{this};
    m_title = new QLineEdit{page};
    m_title->setObjectName(u"logbookTitle"_s);
    m_title->setAccessibleName(tr("Title"));
    m_text = new QPlainTextEdit{page};
    m_text->setObjectName(u"logbookText"_s);
    m_text->setAccessibleName(tr("Text"));
    m_text->setTabChangesFocus(true);
    m_author = new QLineEdit{loginName(), page};
    m_author->setObjectName(u"logbookAuthor"_s);
    m_author->setAccessibleName(tr("Author"));
    m_picture = new QLabel{page};
    m_picture->setObjectName(u"logbookPicture"_s);
    m_picture->setFixedSize(pictureSize);
    m_about = plainLabel(u"logbookAbout"_s, page);
    auto *const form = new QFormLayout{page};
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("Te&xt"), m_text);
    form->addRow(tr("&Author"), m_author);
    form->addRow(tr("Picture"), m_picture);
    form->addRow(m_about);
    return page;
}

QWidget *LogbookDialog::createPlace(const LogbookSettings &settings)
{
    auto *const page = new QWidget{this};
    m_folder = new QLineEdit{settings.folder, page};
    m_folder->setObjectName(u"logbookFolder"_s);
    m_folder->setAccessibleName(tr("Folder of the entries"));
    auto *const choose = new QPushButton{tr("C&hoose…"), page};
    choose->setObjectName(u"logbookChooseFolder"_s);
    choose->setAutoDefault(false);
    m_command = new QLineEdit{settings.command, page};
    m_command->setObjectName(u"logbookCommand"_s);
    m_command->setAccessibleName(tr("Command that takes an entry"));
    m_command->setPlaceholderText(tr("a program with its arguments; empty: none"));
    m_timeout = new QSpinBox{page};
    m_timeout->setObjectName(u"logbookTimeout"_s);
    m_timeout->setAccessibleName(tr("Time the command may take"));
    m_timeout->setRange(1, 3600);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setValue(settings.timeout_s);
    QLabel *const about = plainLabel(u"logbookPlaceAbout"_s, page);
    about->setText(tr("Each entry becomes a folder with entry.json, entry.md, picture.png and a view. The command gets that "
                      "folder as its last argument; no shell is asked."));
    auto *const line = new QHBoxLayout;
    line->addWidget(m_folder, 1);
    line->addWidget(choose);
    auto *const form = new QFormLayout{page};
    form->addRow(about);
    auto *const folder = new QLabel{tr("&Folder"), page};
    folder->setBuddy(m_folder);
    form->addRow(folder, line);
    form->addRow(tr("&Command"), m_command);
    form->addRow(tr("&Give up after"), m_timeout);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder of the entries"), m_folder->text());
        if (!chosen.isEmpty())
            m_folder->setText(chosen);
    });
    return page;
}

void LogbookDialog::createButtons()
{
    auto *const buttons = new QDialogButtonBox{this};
    m_send = buttons->addButton(tr("&Send"), QDialogButtonBox::ActionRole);
    m_send->setObjectName(u"logbookSend"_s);
    QPushButton *const close = buttons->addButton(QDialogButtonBox::Close);
    close->setObjectName(u"logbookClose"_s);
    layout()->addWidget(buttons);
    connect(m_send, &QPushButton::clicked, this, &LogbookDialog::sendWanted);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

void LogbookDialog::setPicture(const QImage &picture, const QString &about)
{
    m_picture->setPixmap(
        QPixmap::fromImage(picture.scaled(pictureSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    m_picture->setAccessibleName(about);
    m_about->setText(about);
}

LogbookText LogbookDialog::words() const
{
    return {m_title->text().trimmed(), m_text->toPlainText(), m_author->text().trimmed()};
}

LogbookSettings LogbookDialog::settings() const
{
    return {m_folder->text().trimmed(), m_command->text().trimmed(), m_timeout->value()};
}

/// Something was written.
void LogbookDialog::look()
{
    m_keeping.start();
    const bool hasPlace = settings().isConfigured();
    m_send->setEnabled(!m_isSending && hasPlace && !words().title.isEmpty());
    m_send->setToolTip(hasPlace ? QString{} : tr("Say first where entries go: a folder, a command, or both."));
    if (!hasPlace && m_result->text().isEmpty())
        m_result->setText(m_send->toolTip());
}

void LogbookDialog::keepDraft()
{
    m_keeping.stop();
    if (words().isEmpty())
        return m_draft.remove();
    if (const auto kept = m_draft.keep(words()); !kept)
        m_result->setText(kept.error().sentence());
}

void LogbookDialog::showSending()
{
    keepDraft(); // whatever happens now
    m_isSending = true;
    m_result->setText(tr("Sending"));
    look();
}

void LogbookDialog::showFailure(const QString &sentence, const QString &output)
{
    m_isSending = false;
    m_result->setText(output.isEmpty() ? sentence : sentence + u'\n' + output);
    look();
}

void LogbookDialog::showDelivered(const QString &sentence)
{
    m_isSending = false;
    m_title->clear();
    m_text->clear();
    m_keeping.stop();
    m_draft.remove();
    m_result->setText(sentence);
    accept();
}

} // namespace cbpm
