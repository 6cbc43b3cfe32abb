// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/serverpage.h"

#include "core/source/postgres/conninfo.h"
#include "ui/connect/findingsview.h"
#include "ui/connect/worklabel.h"
#include "ui/text/texts.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {

ServerPage::ServerPage(Profile &draft, QThreadPool &pool, SourceOptions base, QWidget *parent)
    : ConnectPage{draft, parent}, m_base{std::move(base)},
      m_check{pool, [this](const Result<std::vector<Finding>> &findings) {
                  if (!findings)
                      return;
                  m_findings->setFindings(*findings);
                  if (hasFailure(*findings))
                      m_work->showFailure(tr("The server cannot be used as it is written here: see the report."));
                  else
                      m_work->showResult(tr("The server answers. Next: its table."));
              }}
{
    setObjectName(u"serverPage"_s);
    setTitle(tr("Which server?"));
    auto *const form = new QFormLayout;
    createService(*form);
    createFields(*form);
    createText(*form);
    createPassword(*form);
    auto *const testButton = new QPushButton{tr("&Test"), this};
    testButton->setObjectName(u"serverTestButton"_s);
    testButton->setToolTip(tr("Try to reach the server, and say how"));
    m_work = new WorkLabel{u"serverWork"_s, this};
    m_findings = new FindingsView{this};
    auto *const row = new QHBoxLayout;
    row->addWidget(testButton);
    row->addWidget(m_work, 1);
    auto *const layout = new QVBoxLayout{this};
    layout->addLayout(form);
    layout->addLayout(row);
    layout->addWidget(m_findings, 1);
    connect(testButton, &QPushButton::clicked, this, &ServerPage::test);
    connect(m_work, &WorkLabel::stopWanted, this, [this] {
        stop();
        m_work->showResult(tr("Stopped."));
    });
    for (QRadioButton *const way : {m_byService, m_byFields, m_byText})
        connect(way, &QRadioButton::toggled, this, &ServerPage::update);
    for (QLineEdit *const line : {m_host, m_port, m_database, m_user, m_certificate, m_text})
        connect(line, &QLineEdit::textChanged, this, &ServerPage::update);
    (m_service->count() > 0 ? m_byService : m_byFields)->setChecked(true);
    update();
}

void ServerPage::createService(QFormLayout &form)
{
    m_byService = new QRadioButton{tr("By a name of the service &file"), this};
    m_byService->setObjectName(u"byServiceButton"_s);
    m_service = new QComboBox{this};
    m_service->setObjectName(u"serviceBox"_s);
    m_service->setAccessibleName(tr("Name in the service file"));
    m_service->addItems(serviceNames());
    m_service->setToolTip(tr("Names in ~/.pg_service.conf and in the file of this machine"));
    form.addRow(m_byService, m_service);
    if (m_service->count() == 0) {
        m_service->setPlaceholderText(tr("none: ~/.pg_service.conf names no server"));
        m_byService->setEnabled(false);
    }
}

QLineEdit *ServerPage::addLine(QFormLayout &form, const QString &label, const QString &name, const QString &usual)
{
    auto *const line = new QLineEdit{this};
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setPlaceholderText(usual);
    form.addRow(label, line);
    return line;
}

void ServerPage::createFields(QFormLayout &form)
{
    m_byFields = new QRadioButton{tr("By its &host"), this};
    m_byFields->setObjectName(u"byFieldsButton"_s);
    form.addRow(m_byFields);
    m_host = addLine(form, tr("Host"), u"hostEdit"_s, tr("name or address; empty: the socket of this machine"));
    m_port = addLine(form, tr("Port"), u"portEdit"_s, u"5432"_s);
    m_database = addLine(form, tr("Database"), u"databaseEdit"_s, tr("as the user is called"));
    m_user = addLine(form, tr("User"), u"userEdit"_s, tr("as you are called on this machine"));
    m_encryption = new QComboBox{this};
    m_encryption->setObjectName(u"encryptionBox"_s);
    m_encryption->setAccessibleName(tr("Encryption"));
    const std::pair<QString, QString> modes[] = {
        {u"verify-full"_s, tr("encrypted, and the server proves who it is (verify-full)")},
        {u"verify-ca"_s, tr("encrypted, and a server of this authority (verify-ca)")},
        {u"require"_s, tr("encrypted, whoever answers (require)")},
        {u"disable"_s, tr("not encrypted: others can read along (disable)")},
    };
    for (const auto &[mode, text] : modes)
        m_encryption->addItem(text, mode);
    form.addRow(tr("Encryption"), m_encryption);
    m_certificate = addLine(form, tr("Authority"), u"certificateEdit"_s,
                            tr("certificate of the authority; empty: ~/.postgresql/root.crt"));
    QAction *const choose =
        m_certificate->addAction(style()->standardIcon(QStyle::SP_DialogOpenButton), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose the certificate of the authority"));
    connect(choose, &QAction::triggered, this, &ServerPage::chooseCertificate);
}

void ServerPage::createText(QFormLayout &form)
{
    m_byText = new QRadioButton{tr("As a connection &string"), this};
    m_byText->setObjectName(u"byTextButton"_s);
    m_text = new QLineEdit{this};
    m_text->setObjectName(u"conninfoEdit"_s);
    m_text->setAccessibleName(tr("Connection string"));
    m_text->setPlaceholderText(u"postgresql://user@db1.example/ring?sslmode=verify-full"_s);
    form.addRow(m_byText, m_text);
}

void ServerPage::createPassword(QFormLayout &form)
{
    m_password = new QLabel{this};
    m_password->setObjectName(u"passwordHint"_s);
    m_password->setTextFormat(Qt::PlainText);
    m_password->setWordWrap(true);
    m_password->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_password->setAccessibleName(tr("Where the password belongs"));
    form.addRow(tr("Password"), m_password);
}

ServerAddress ServerPage::address() const
{
    if (m_byService->isChecked())
        return {m_service->currentText(), {}, {}, {}, {}, {}, {}};
    return {{},
            m_host->text().trimmed(),
            m_port->text().trimmed(),
            m_database->text().trimmed(),
            m_user->text().trimmed(),
            m_encryption->currentData().toString(),
            m_certificate->text().trimmed()};
}

QString ServerPage::source() const
{
    if (m_byText->isChecked())
        return m_text->text().trimmed();
    // An empty keyword string would be no source at all.
    const QString written = conninfoOf(address());
    return written.isEmpty() ? u"dbname=''"_s : written;
}

void ServerPage::setSource(const QString &source)
{
    const auto address = serverAddressOf(source);
    if (const int at = address ? m_service->findText(address->service) : -1; at >= 0) {
        m_service->setCurrentIndex(at);
        m_byService->setChecked(true);
    } else if (address && address->service.isEmpty() && setFields(*address)) {
        m_byFields->setChecked(true);
    } else if (!source.isEmpty()) {
        m_text->setText(source);
        m_byText->setChecked(true);
    }
}

/// False where the fields would say something else.
bool ServerPage::setFields(const ServerAddress &address)
{
    const int encryption = m_encryption->findData(address.sslMode);
    if (address.database.isEmpty() || (encryption < 0 && !address.isLocalSocket()))
        return false;
    m_host->setText(address.host);
    m_port->setText(address.port);
    m_database->setText(address.database);
    m_user->setText(address.user);
    m_encryption->setCurrentIndex(std::max(0, encryption));
    m_certificate->setText(address.rootCertificate);
    return true;
}

void ServerPage::update()
{
    const bool fields = m_byFields->isChecked();
    for (QWidget *const field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port),
                                 static_cast<QWidget *>(m_database), static_cast<QWidget *>(m_user)})
        field->setEnabled(fields);
    const bool travels = fields && !address().isLocalSocket();
    m_encryption->setEnabled(travels);
    m_certificate->setEnabled(travels);
    m_service->setEnabled(m_byService->isChecked());
    m_text->setEnabled(m_byText->isChecked());
    m_password->setText(
        fields ? tr("It is not asked for here. If the server wants one, ~/.pgpass (mode 0600) holds it in a line:\n%1")
                     .arg(passwordLineOf(address()))
               : tr("It is not asked for here. If the server wants one, it belongs in ~/.pgpass (mode 0600) or the "
                    "service file."));
    emit completeChanged();
}

bool ServerPage::isComplete() const
{
    return !source().isEmpty() && (!m_byFields->isChecked() || !m_database->text().trimmed().isEmpty());
}

bool ServerPage::validatePage()
{
    const auto read = readSource(source());
    if (!read) {
        m_work->showFailure(text::error(read.error()));
        return false;
    }
    if (read->kind != SourceAddress::Kind::Postgres) {
        m_work->showFailure(tr("This is no connection string; write host=… dbname=… or postgresql://…"));
        return false;
    }
    m_draft.source = source();
    stop();
    return true;
}

void ServerPage::stop()
{
    m_check.cancel();
    m_work->showResult({});
}

void ServerPage::test()
{
    if (!validatePage())
        return;
    m_findings->setFindings({});
    m_work->showWork(tr("Looking for the server"));
    m_check.start([conninfo = source(), limits = limitsOf(m_base)](const ProgressReport &, const CancelToken &cancel) {
        return checkServer(conninfo, limits, cancel);
    });
}

void ServerPage::chooseCertificate()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Certificate of the authority"), {},
                                                      tr("Certificates (*.crt *.pem);;All files (*)"));
    if (!path.isEmpty())
        m_certificate->setText(path);
}

} // namespace cbpm
