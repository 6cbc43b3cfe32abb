// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/siteshare.h"

#include "core/references/referencestore.h"
#include "core/sharing/exchangestate.h"
#include "core/sharing/sharedfolder.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QLabel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace cbpm {
namespace {

constexpr auto roundEvery = 10s;
constexpr auto placeWait = 10s; ///< for a session among the program's own

RetryPolicy retryPolicy()
{
    RetryPolicy policy = RetryPolicy::ofViews();
    policy.firstBound = roundEvery;
    policy.lastBound = 60s;
    return policy;
}

/// "ben", or "ben (login operators)" where the server knows another name.
QString whoIs(const Overtaken &one)
{
    const QString author = text::oneLine(one.author);
    const QString login = text::oneLine(one.login);
    return author == login ? author : SiteShare::tr("%1 (login %2)").arg(author, login);
}

} // namespace

SiteShare::SiteShare(QThreadPool &pool, ReferenceStore &references, ViewState &view, QObject *parent)
    : QObject{parent}, m_references{references}, m_view{view}, m_backoff{retryPolicy()},
      m_job{pool, [this](const Result<ExchangeReport> &done) { onDone(done); }}
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SiteShare::start);
}

void SiteShare::useFolder(const QString &folder)
{
    m_folder = folder;
    useOwn();
}

void SiteShare::useOwn()
{
    setGates({});
    m_references.useFolder(m_folder + u"/references"_s);
    m_view.vetoes().useFile(m_folder + u"/vetoes.json"_s);
    m_view.annotations().useFile(m_folder + u"/annotations.json"_s);
}

void SiteShare::useShared(const QString &folder)
{
    const SharedFolder shared{folder};
    m_references.useFolder(shared.references());
    m_view.vetoes().useFile(shared.vetoes());
    m_view.annotations().useFile(shared.annotations());
}

void SiteShare::setGates(const DecisionGate &gate)
{
    m_references.setGate(gate);
    m_view.vetoes().setGate(gate);
    m_view.annotations().setGate(gate);
}

void SiteShare::use(const SourceOptions &options)
{
    const bool isAsked =
        options.address.kind == SourceAddress::Kind::Postgres && !options.sharedSchema.isEmpty() && !m_folder.isEmpty();
    const bool isSame = isAsked && m_order.conninfo == options.address.target && m_order.schema == options.sharedSchema;
    if (isSame && m_state == State::Shared)
        return hurry();
    m_job.cancel();
    m_next.stop();
    m_backoff.succeeded();
    m_again = false;
    m_report = {};
    m_failure.clear();
    m_told.clear();
    if (m_state != State::Off)
        useOwn();
    m_state = isAsked ? State::Looking : State::Off;
    m_order = {};
    if (isAsked) {
        PostgresLimits limits = limitsOf(options);
        limits.turn = placeWait;
        m_order = {options.address.target, options.sharedSchema, limits, m_folder + u"/sites"_s, true};
        setGates([this](const Decision &decision, const std::function<Result<void>()> &make) {
            return keep(decision, make);
        });
        start();
    }
    emit changed();
}

void SiteShare::hurry()
{
    if (m_state == State::Off || m_state == State::Missing)
        return;
    if (m_job.isRunning())
        m_again = true;
    else
        m_next.start(0);
}

void SiteShare::start()
{
    m_again = false;
    m_job.start(
        [order = m_order](const ProgressReport &, const CancelToken &cancel) { return exchange(order, cancel); });
}

void SiteShare::onDone(const Result<ExchangeReport> &done)
{
    if (!done) {
        waitAfter(done.error());
        return emit changed();
    }
    if (!done->isShared) {
        m_state = State::Missing;
        m_failure.clear();
        useOwn();
        emit said(sentence(), true);
        return emit changed();
    }
    const bool isNew = m_state != State::Shared || m_report.folder != done->folder;
    m_report = *done;
    m_state = State::Shared;
    m_order.isFirst = m_order.isFirst && !done->wasCompared;
    if (isNew)
        useShared(m_report.folder);
    tell(*done);
    if (done->failure) {
        waitAfter(*done->failure);
    } else {
        m_failure.clear();
        m_backoff.succeeded();
        m_next.start(m_again ? 0ms : std::chrono::milliseconds{roundEvery});
    }
    emit changed();
}

void SiteShare::waitAfter(const Error &error)
{
    m_failure = text::error(error);
    if (const auto wait = m_backoff.after(error))
        m_next.start(*wait);
}

/// All at once: the line has room for one message.
void SiteShare::tell(const ExchangeReport &report)
{
    QStringList news;
    for (const QString &problem : report.problems) {
        if (!m_told.contains(problem))
            news << text::oneLine(problem);
    }
    m_told = report.problems;
    for (const Overtaken &one : report.overtaken)
        news << sentence(one);
    if (!news.isEmpty())
        emit said(news.join(u" · "_s), true);
}

QString SiteShare::sentence(const Overtaken &one) const
{
    const QString when = text::time(one.made, m_view.zone()) + u' ' + text::zone(m_view.zone(), one.made);
    switch (one.kind) {
    case Decision::Kind::Veto:
        return tr("Your change of the veto of %1 was overtaken by %2, %3; yours stays in the journal")
            .arg(text::oneLine(one.key), whoIs(one), when);
    case Decision::Kind::Annotation:
        return tr("Your change of an annotation was overtaken by %1, %2; yours stays in the journal")
            .arg(whoIs(one), when);
    case Decision::Kind::Reference:
    case Decision::Kind::Golden:
        break;
    }
    return tr("Your change of the reference orbits was overtaken by %1, %2; yours stays in the journal")
        .arg(whoIs(one), when);
}

/// The gate of the stores: nothing is changed on this computer that the server cannot get.
Result<void> SiteShare::keep(const Decision &decision, const std::function<Result<void>()> &make)
{
    if (m_state != State::Shared)
        return Error{Error::Kind::Connection, tr("what is shared at this site was not reached yet"),
                     tr("try again in a moment")};
    if (!m_report.mayEdit)
        return Error{Error::Kind::Permission, tr("you may only look at what is shared on %1").arg(m_report.where),
                     tr("ask its administrator for the role cbpm3_shared_edit")};
    const auto kept = keepForServer(SharedFolder{m_report.folder}.state(), decision, make);
    if (!kept)
        return kept.error();
    m_report.waiting = static_cast<int>(kept->edits.size());
    hurry();
    emit changed();
    return {};
}

bool SiteShare::isDisturbed() const
{
    return m_state == State::Missing || !m_failure.isEmpty() || !m_report.obstacle.isEmpty();
}

QString SiteShare::words() const
{
    switch (m_state) {
    case State::Off:
        return {};
    case State::Looking:
        return isDisturbed() ? tr("not shared") : tr("looking for what is shared");
    case State::Missing:
        return tr("not shared");
    case State::Shared:
        break;
    }
    if (m_report.waiting > 0 && isDisturbed())
        return tr("%n not yet shared", nullptr, m_report.waiting);
    return isDisturbed() ? tr("shared, not reached") : tr("shared");
}

QString SiteShare::sentence() const
{
    const QString why = m_failure.isEmpty() ? m_report.obstacle : m_failure;
    switch (m_state) {
    case State::Off:
        return {};
    case State::Looking:
        return why.isEmpty() ? tr("What is shared at this site is being looked for.")
                             : tr("What is shared at this site was not reached: %1").arg(why);
    case State::Missing:
        return tr("The server has no place to share in the schema “%1”, or not for you: references, vetoes and "
                  "annotations are kept on this computer")
            .arg(m_order.schema);
    case State::Shared:
        break;
    }
    const QString where = m_report.mayEdit ? tr("Shared with all who use %1.").arg(m_report.where)
                                           : tr("Shared on %1; you may only look.").arg(m_report.where);
    if (m_report.waiting > 0)
        return where + u' '
               + tr("%n change(s) not yet shared: %1", nullptr, m_report.waiting)
                     .arg(why.isEmpty() ? tr("on the way") : why);
    return why.isEmpty() ? where : where + u' ' + tr("Not reached now: %1").arg(why);
}

QLabel *SiteShare::createLabel(QWidget *parent)
{
    auto *const label = new QLabel{parent};
    label->setObjectName(u"sharedLabel"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    const auto show = [this, label] {
        label->setText(sentence());
        label->setVisible(m_state != State::Off);
    };
    connect(this, &SiteShare::changed, label, show);
    show();
    return label;
}

} // namespace cbpm
