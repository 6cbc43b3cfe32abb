// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profilestore.h"
#include "core/source/postgres/sitecheck.h"
#include "ui/connect/connectpage.h"
#include "ui/models/latestjob.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace cbpm {

class FindingsView;
class WorkLabel;

/// Which constants, what a fetch would meet, and the name under which all of it is kept.
class FinishPage : public ConnectPage
{
    Q_OBJECT

public:
    /// `base`: what is the program's own, as the number of its sessions.
    FinishPage(Profile &draft, QThreadPool &pool, ProfileStore store, SourceOptions base, QWidget *parent = nullptr);

    QString name() const;
    void setName(const QString &name);

    void initializePage() override;
    bool isComplete() const override;
    bool validatePage() override; ///< keeps the profile
    void stop() override;

private:
    void createConstants(QLayout &layout);
    void createReport(QLayout &layout);
    void createName(QLayout &layout);
    void check();
    void show(const Result<std::vector<Finding>> &findings);
    void chooseFile();
    void update();

    ProfileStore m_store;
    SourceOptions m_base;
    QRadioButton *m_builtin = nullptr;
    QRadioButton *m_fromFile = nullptr;
    QLineEdit *m_file = nullptr;
    WorkLabel *m_work = nullptr;
    FindingsView *m_findings = nullptr;
    QPushButton *m_fix = nullptr; ///< leads to the page that mends the first failure
    int m_stepsBack = 0;          ///< to that page
    QLineEdit *m_name = nullptr;
    QLabel *m_nameNote = nullptr;
    LatestJob<Result<std::vector<Finding>>> m_check;
};

} // namespace cbpm
