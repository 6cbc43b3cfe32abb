// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/connectdialog.h"

#include "ui/connect/finishpage.h"
#include "ui/connect/serverpage.h"
#include "ui/connect/tablepage.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;

namespace cbpm {

ConnectDialog::ConnectDialog(QThreadPool &pool, const ProfileStore &store, const SourceOptions &base, QWidget *parent)
    : QWizard{parent}
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to a server"));
    setWizardStyle(QWizard::ClassicStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    m_server = new ServerPage{m_draft, pool, trialOptions(base), this};
    m_finish = new FinishPage{m_draft, pool, store, trialOptions(base), this};
    setPage(Server, m_server);
    setPage(Table, new TablePage{m_draft, pool, trialOptions(base), this});
    setPage(Finish, m_finish);
    setButtonText(QWizard::BackButton, tr("&Back"));
    setButtonText(QWizard::NextButton, tr("&Next"));
    setButtonText(QWizard::FinishButton, tr("Keep and &open"));
    setButtonText(QWizard::CancelButton, tr("Cancel"));
    const std::pair<WizardButton, QString> buttons[] = {{BackButton, u"connectBackButton"_s},
                                                        {NextButton, u"connectNextButton"_s},
                                                        {FinishButton, u"connectFinishButton"_s},
                                                        {CancelButton, u"connectCancelButton"_s}};
    for (const auto &[which, name] : buttons)
        button(which)->setObjectName(name);
    resize(1000, 660);
    connect(this, &QDialog::finished, this, &ConnectDialog::stop);
    connect(this, &QDialog::accepted, this, [this] { emit kept(m_finish->name()); });
}

void ConnectDialog::begin(const Profile &profile, const QString &name, Step step)
{
    stop();
    m_draft = profile;
    m_server->setSource(profile.source);
    m_finish->setName(name);
    restart();
    show();
    raise();
    activateWindow();
    for (int at = Server; at < step; ++at)
        next();
}

void ConnectDialog::stop()
{
    for (ConnectPage *const page : findChildren<ConnectPage *>())
        page->stop();
}

} // namespace cbpm
