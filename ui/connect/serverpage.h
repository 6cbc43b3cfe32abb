// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/serveraddress.h"
#include "core/source/postgres/sitecheck.h"
#include "ui/connect/connectpage.h"
#include "ui/models/latestjob.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace cbpm {

class FindingsView;
class WorkLabel;

/// Which server: by a name of the service file, by its fields, or as a connection string. Never asks for a password.
class ServerPage : public ConnectPage
{
    Q_OBJECT

public:
    /// `base`: what is the program's own, as the number of its sessions.
    ServerPage(Profile &draft, QThreadPool &pool, SourceOptions base, QWidget *parent = nullptr);

    void setSource(const QString &source);
    QString source() const;

    bool isComplete() const override;
    bool validatePage() override;
    void stop() override;

private:
    void createService(QFormLayout &form);
    void createFields(QFormLayout &form);
    void createText(QFormLayout &form);
    void createPassword(QFormLayout &form);
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &name, const QString &usual);
    ServerAddress address() const;
    bool setFields(const ServerAddress &address);
    void update();
    void test();
    void chooseCertificate();

    SourceOptions m_base;
    QRadioButton *m_byService = nullptr;
    QRadioButton *m_byFields = nullptr;
    QRadioButton *m_byText = nullptr;
    QComboBox *m_service = nullptr;
    QLineEdit *m_host = nullptr;
    QLineEdit *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QComboBox *m_encryption = nullptr;
    QLineEdit *m_certificate = nullptr;
    QLineEdit *m_text = nullptr;
    QLabel *m_password = nullptr;
    WorkLabel *m_work = nullptr;
    FindingsView *m_findings = nullptr;
    LatestJob<Result<std::vector<Finding>>> m_check;
};

} // namespace cbpm
