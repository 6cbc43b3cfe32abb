// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/profilesdialog.h"

#include "core/query/sourcecheck.h"
#include "ui/connect/findingsview.h"
#include "ui/connect/profileform.h"
#include "ui/connect/worklabel.h"
#include "ui/text/texts.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace cbpm {

ProfilesDialog::ProfilesDialog(QThreadPool &pool, ProfileStore store, SourceOptions base, QWidget *parent)
    : QDialog{parent}, m_store{std::move(store)}, m_base{std::move(base)},
      m_check{pool, [this](const Result<std::vector<Finding>> &findings) {
                  if (!findings)
                      return fail(findings.error());
                  m_findings->setFindings(*findings);
                  if (hasFailure(*findings))
                      m_work->showFailure(tr("A fetch from this source would fail: see the report."));
                  else
                      m_work->showResult(tr("A fetch from this source works."));
              }}
{
    setObjectName(u"profilesDialog"_s);
    setWindowTitle(tr("Profiles"));
    resize(1000, 660);
    m_nameEdit = new QLineEdit{this};
    m_nameEdit->setObjectName(u"profileName"_s);
    m_nameEdit->setAccessibleName(tr("Name of the profile"));
    m_form = new ProfileForm{this};
    m_work = new WorkLabel{u"profileWork"_s, this};
    m_findings = new FindingsView{this};
    createList();
    createButtons();
    const auto edited = [this] {
        m_dirty = true;
        update();
    };
    connect(m_nameEdit, &QLineEdit::textEdited, this, edited);
    connect(m_form, &ProfileForm::edited, this, edited);
    connect(m_work, &WorkLabel::stopWanted, this, [this] {
        m_check.cancel();
        m_work->showResult(tr("Stopped."));
    });
    reload();
}

void ProfilesDialog::createList()
{
    m_list = new QListWidget{this};
    m_list->setObjectName(u"profileList"_s);
    m_list->setAccessibleName(tr("Profiles"));
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfilesDialog::choose);
}

void ProfilesDialog::createButtons()
{
    const auto add = [this](QBoxLayout *row, const QString &text, const QString &name, auto slot) {
        auto *const button = new QPushButton{text, this};
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        row->addWidget(button);
        return button;
    };
    auto *const left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    add(left, tr("&Connect to a server…"), u"profileConnectButton"_s, [this] {
        close();
        emit serverWanted({});
    });
    add(left, tr("&New"), u"profileNewButton"_s, [this] {
        if (mayLeave())
            beginNew({});
    });
    m_duplicate = add(left, tr("D&uplicate"), u"profileDuplicateButton"_s, &ProfilesDialog::duplicate);
    m_delete = add(left, tr("&Delete…"), u"profileDeleteButton"_s, &ProfilesDialog::remove);

    auto *const name = new QFormLayout;
    name->addRow(tr("N&ame"), m_nameEdit);
    auto *const row = new QHBoxLayout;
    m_save = add(row, tr("&Save"), u"profileSaveButton"_s, &ProfilesDialog::save);
    add(row, tr("&Test"), u"profileTestButton"_s, &ProfilesDialog::test)
        ->setToolTip(tr("Look at the source as it stands in the form, and say what a fetch would meet"));
    m_guide = add(row, tr("Step by ste&p…"), u"profileGuideButton"_s, &ProfilesDialog::guide);
    m_guide->setToolTip(tr("Change server, table and columns of this profile as they were made, with the newest rows"));
    m_open = add(row, tr("&Open"), u"profileOpenButton"_s, &ProfilesDialog::open);
    row->addStretch(1);
    add(row, tr("C&lose"), u"profileCloseButton"_s, &QWidget::close);
    auto *const right = new QVBoxLayout;
    right->addLayout(name);
    right->addWidget(m_form);
    right->addWidget(m_work);
    right->addWidget(m_findings, 1);
    right->addLayout(row);
    auto *const whole = new QHBoxLayout{this};
    whole->addLayout(left, 1);
    whole->addLayout(right, 3);
}

void ProfilesDialog::reload(const QString &name)
{
    const QStringList names = m_store.names();
    {
        const QSignalBlocker quiet{m_list};
        m_list->clear();
        m_list->addItems(names);
        m_list->setCurrentRow(static_cast<int>(names.indexOf(name.isEmpty() ? m_name : name)));
        if (m_list->currentRow() < 0 && !names.isEmpty() && m_name.isEmpty() && !m_dirty)
            m_list->setCurrentRow(0);
    }
    if (m_list->currentItem())
        showProfile(m_list->currentItem()->text());
    else
        update();
}

/// Another one of the list; what was changed and not saved is asked about first.
void ProfilesDialog::choose()
{
    if (!m_list->currentItem())
        return;
    const QString name = m_list->currentItem()->text();
    if (name == m_name)
        return;
    if (!mayLeave()) {
        const QSignalBlocker quiet{m_list};
        m_list->setCurrentRow(static_cast<int>(m_store.names().indexOf(m_name)));
        return;
    }
    showProfile(name);
}

void ProfilesDialog::showProfile(const QString &name)
{
    const auto profile = m_store.read(name);
    m_check.cancel();
    m_findings->setFindings({});
    m_name = name;
    m_dirty = false;
    m_nameEdit->setText(name);
    m_form->setProfile(profile ? *profile : Profile{});
    if (!profile)
        fail(profile.error());
    else if (!m_store.isOwn(name))
        m_work->showResult(tr("This profile is the site's: Save keeps a copy of your own, which then wins."));
    else
        m_work->showResult({});
    update();
}

void ProfilesDialog::beginNew(const Profile &profile)
{
    m_check.cancel();
    m_findings->setFindings({});
    {
        const QSignalBlocker quiet{m_list};
        m_list->setCurrentRow(-1);
    }
    m_name.clear();
    m_dirty = false;
    m_form->setProfile(profile);
    m_nameEdit->setText(freeName(tr("new")));
    m_nameEdit->setFocus();
    m_nameEdit->selectAll();
    m_work->showResult(tr("Give it a name and say what differs from the default, then Save."));
    update();
}

QString ProfilesDialog::freeName(const QString &wish) const
{
    const QStringList names = m_store.names();
    QString name = wish;
    for (int k = 2; names.contains(name); ++k)
        name = wish + u' ' + QString::number(k);
    return name;
}

void ProfilesDialog::save()
{
    const QString name = m_nameEdit->text().trimmed();
    if (m_name.isEmpty() && m_store.names().contains(name))
        return fail(
            {Error::Kind::Usage, tr("There is a profile \u201c%1\u201d already").arg(name), tr("choose another name")});
    if (!m_name.isEmpty() && name != m_name && m_store.isOwn(m_name)) {
        if (const auto renamed = m_store.rename(m_name, name); !renamed)
            return fail(renamed.error());
    }
    if (const auto written = m_store.write(name, m_form->profile()); !written)
        return fail(written.error());
    m_name = name;
    m_dirty = false;
    reload(name);
    m_work->showResult(tr("\u201c%1\u201d is kept.").arg(name));
    emit changed();
}

void ProfilesDialog::duplicate()
{
    const QString name = freeName(tr("%1 copy").arg(m_name));
    const Profile profile = m_form->profile();
    beginNew(profile);
    m_nameEdit->setText(name);
    m_nameEdit->selectAll();
    m_dirty = true;
    update();
}

void ProfilesDialog::remove()
{
    if (QMessageBox::question(this, tr("Delete a profile"),
                              tr("Delete the profile \u201c%1\u201d for good?").arg(m_name))
        != QMessageBox::Yes)
        return;
    const QString name = m_name;
    if (const auto removed = m_store.remove(name); !removed)
        return fail(removed.error());
    m_name.clear();
    m_dirty = false;
    m_form->setProfile({});
    m_nameEdit->clear();
    reload();
    m_work->showResult(tr("\u201c%1\u201d is deleted.").arg(name));
    emit changed();
}

void ProfilesDialog::test()
{
    const auto options = applyProfile(m_form->profile(), trialOptions(m_base));
    if (!options)
        return fail(options.error());
    m_findings->setFindings({});
    m_work->showWork(tr("Looking at the source"));
    m_check.start([options = *options](const ProgressReport &, const CancelToken &cancel) {
        return checkSource(options, cancel);
    });
}

void ProfilesDialog::open()
{
    if (m_dirty)
        save();
    if (m_dirty)
        return;
    emit openWanted(profilePrefix + m_name);
    close();
}

/// The same pages that make a profile, filled in with this one.
void ProfilesDialog::guide()
{
    if (m_dirty)
        save();
    if (m_dirty)
        return;
    emit serverWanted(profilePrefix + m_name);
    close();
}

void ProfilesDialog::update()
{
    const auto source = readSource(m_form->profile().source);
    m_guide->setEnabled(!m_name.isEmpty() && source && source->kind == SourceAddress::Kind::Postgres);
    m_save->setEnabled(m_dirty);
    m_duplicate->setEnabled(!m_name.isEmpty());
    m_delete->setEnabled(!m_name.isEmpty() && m_store.isOwn(m_name));
    m_open->setEnabled(m_dirty || !m_name.isEmpty());
}

void ProfilesDialog::reject()
{
    if (!mayLeave())
        return;
    m_check.cancel();
    m_work->showResult({});
    QDialog::reject();
}

bool ProfilesDialog::mayLeave()
{
    if (!m_dirty)
        return true;
    const auto answer = QMessageBox::question(this, tr("Profile not saved"),
                                              tr("Save the changes to \u201c%1\u201d?").arg(m_nameEdit->text()),
                                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    if (answer == QMessageBox::Save)
        save();
    else if (answer == QMessageBox::Discard)
        m_dirty = false;
    return !m_dirty;
}

void ProfilesDialog::fail(const Error &error)
{
    if (error.kind != Error::Kind::Cancelled)
        m_work->showFailure(text::error(error));
}

} // namespace cbpm
