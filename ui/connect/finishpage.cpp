// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/finishpage.h"

#include "core/query/sourcecheck.h"
#include "ui/connect/findingsview.h"
#include "ui/connect/worklabel.h"
#include "ui/text/texts.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QVBoxLayout>
#include <QWizard>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// A name that speaks of the source: its service, database or host.
QString nameOf(const QString &source)
{
    static const QRegularExpression said{u"(?:service|dbname)=([^\\s'/]+)|//[^/]*/([^?\\s]+)"_s};
    const auto match = said.match(source);
    const QString name = match.captured(1) + match.captured(2);
    return ProfileStore::checkName(name) ? name : u"ring"_s;
}

} // namespace

FinishPage::FinishPage(Profile &draft, QThreadPool &pool, ProfileStore store, SourceOptions base, QWidget *parent)
    : ConnectPage{draft, parent}, m_store{std::move(store)}, m_base{std::move(base)},
      m_check{pool, [this](const Result<std::vector<Finding>> &findings) { show(findings); }}
{
    setObjectName(u"finishPage"_s);
    setTitle(tr("What a fetch would meet"));
    setFinalPage(true);
    auto *const layout = new QVBoxLayout{this};
    createConstants(*layout);
    createReport(*layout);
    createName(*layout);
}

void FinishPage::createConstants(QLayout &layout)
{
    m_builtin = new QRadioButton{tr("Constants of the &CESR ring, built in"), this};
    m_builtin->setObjectName(u"builtinTableButton"_s);
    m_fromFile = new QRadioButton{tr("Constants from a &file"), this};
    m_fromFile->setObjectName(u"fileTableButton"_s);
    m_file = new QLineEdit{this};
    m_file->setObjectName(u"detectorTableEdit"_s);
    m_file->setAccessibleName(tr("File of the detectors' constants"));
    m_file->setPlaceholderText(tr("a CSV, or the ring's own BPM_DET_params.cfg"));
    auto *const choose = new QPushButton{tr("C&hoose…"), this};
    choose->setObjectName(u"chooseTableButton"_s);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_builtin);
    row->addWidget(m_fromFile);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    static_cast<QVBoxLayout &>(layout).addLayout(row);
    m_builtin->setChecked(true);
    connect(choose, &QPushButton::clicked, this, &FinishPage::chooseFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fromFile->setChecked(true); });
    connect(m_file, &QLineEdit::editingFinished, this, [this] {
        if (m_fromFile->isChecked() && m_file->text().trimmed() != m_draft.detectorTable)
            check();
    });
    connect(m_builtin, &QRadioButton::clicked, this, &FinishPage::check);
}

void FinishPage::createReport(QLayout &layout)
{
    m_work = new WorkLabel{u"finishWork"_s, this};
    m_findings = new FindingsView{this};
    auto *const again = new QPushButton{tr("Check &again"), this};
    again->setObjectName(u"checkAgainButton"_s);
    m_fix = new QPushButton{this};
    m_fix->setObjectName(u"fixButton"_s);
    auto *const row = new QHBoxLayout;
    row->addWidget(m_work, 1);
    row->addWidget(m_fix);
    row->addWidget(again);
    static_cast<QVBoxLayout &>(layout).addLayout(row);
    static_cast<QVBoxLayout &>(layout).addWidget(m_findings, 1);
    connect(again, &QPushButton::clicked, this, &FinishPage::check);
    connect(m_fix, &QPushButton::clicked, this, [this] {
        for (int step = m_stepsBack; step > 0; --step)
            wizard()->back();
    });
    connect(m_work, &WorkLabel::stopWanted, this, [this] {
        stop();
        m_work->showResult(tr("Stopped."));
    });
}

void FinishPage::createName(QLayout &layout)
{
    m_name = new QLineEdit{this};
    m_name->setObjectName(u"connectName"_s);
    m_name->setAccessibleName(tr("Name of the profile"));
    m_nameNote = new QLabel{this};
    m_nameNote->setObjectName(u"connectNameNote"_s);
    m_nameNote->setTextFormat(Qt::PlainText);
    auto *const label = new QLabel{tr("&Keep it as profile"), this};
    label->setBuddy(m_name);
    auto *const row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(m_nameNote, 2);
    static_cast<QVBoxLayout &>(layout).addLayout(row);
    connect(m_name, &QLineEdit::textChanged, this, &FinishPage::update);
}

QString FinishPage::name() const
{
    return m_name->text().trimmed();
}

void FinishPage::setName(const QString &name)
{
    m_name->setText(name);
}

void FinishPage::initializePage()
{
    m_file->setText(m_draft.detectorTable);
    (m_draft.detectorTable.isEmpty() ? m_builtin : m_fromFile)->setChecked(true);
    if (name().isEmpty())
        m_name->setText(nameOf(m_draft.source));
    update();
    check();
}

void FinishPage::stop()
{
    m_check.cancel();
    m_work->showResult({});
}

void FinishPage::check()
{
    m_draft.detectorTable = m_fromFile->isChecked() ? m_file->text().trimmed() : QString{};
    m_findings->setFindings({});
    m_fix->hide();
    const auto options = applyProfile(m_draft, m_base);
    if (!options)
        return m_work->showFailure(text::error(options.error()));
    m_work->showWork(tr("Looking at the source as a fetch would"));
    m_check.start([options = *options](const ProgressReport &, const CancelToken &cancel) {
        return checkSource(options, cancel);
    });
}

void FinishPage::show(const Result<std::vector<Finding>> &findings)
{
    if (!findings)
        return m_work->showFailure(text::error(findings.error()));
    m_findings->setFindings(*findings);
    const auto failed = std::find_if(findings->begin(), findings->end(),
                                     [](const Finding &f) { return f.state == Finding::State::Fail; });
    if (failed == findings->end())
        return m_work->showResult(tr("A fetch from this source works."));
    m_work->showFailure(tr("A fetch would fail: %1").arg(failed->text));
    m_stepsBack = failed->topic == "reachable"_L1 ? 2 : 1;
    m_fix->setText(m_stepsBack == 2 ? tr("Change the &server") : tr("Change &table and columns"));
    m_fix->show();
}

void FinishPage::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose a detector table"), {},
                                                      tr("Detector tables (*.csv *.cfg);;All files (*)"));
    if (path.isEmpty())
        return;
    m_file->setText(path);
    m_fromFile->setChecked(true);
    check();
}

void FinishPage::update()
{
    const auto fits = ProfileStore::checkName(name());
    m_nameNote->setText(!fits                   ? text::error(fits.error())
                        : m_store.isOwn(name()) ? tr("replaces the profile of this name")
                                                : QString{});
    emit completeChanged();
}

bool FinishPage::isComplete() const
{
    return ProfileStore::checkName(name()).has_value();
}

bool FinishPage::validatePage()
{
    m_draft.detectorTable = m_fromFile->isChecked() ? m_file->text().trimmed() : QString{};
    if (const auto written = m_store.write(name(), m_draft); !written) {
        m_work->showFailure(text::error(written.error()));
        return false;
    }
    stop();
    return true;
}

} // namespace cbpm
