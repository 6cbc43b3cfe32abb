// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/exchange.h"

#include "core/references/decisionkey.h"
#include "core/references/sharedfile.h"
#include "core/sharing/exchangestate.h"
#include "core/sharing/sharedfolder.h"
#include "core/source/postgres/sharedjournal.h"
#include "core/types/coretexts.h"
#include "core/types/loginname.h"
#include "core/types/outcome.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t sentAtOnce = 100; ///< before it is noted
constexpr int orbitsAtOnce = 10;        ///< a file each, written while other programs wait
constexpr qsizetype mostProblems = 5;
constexpr qsizetype authorLength = 200;

using Entries = std::vector<JournalEntry>;
using Sent = std::vector<std::pair<const PendingEdit *, qint64>>; ///< with the numbers of their entries
using Due = std::map<QString, const JournalEntry *>;              ///< what the folder is to say, by nameOf()

/// The same string, for a server that takes entries.
QString writableConninfo(const QString &conninfo)
{
    if (conninfo.contains("://"_L1))
        return conninfo + (conninfo.contains(u'?') ? u'&' : u'?') + u"target_session_attrs=read-write"_s;
    return conninfo + u" target_session_attrs=read-write"_s;
}

QString folderOf(const QString &root, const QString &identity)
{
    const QByteArray hash = QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256);
    return root + u'/' + QString::fromLatin1(hash.toHex().left(16));
}

class Round
{
public:
    Round(SharedJournal &journal, const ExchangeOrder &order, const CancelToken &cancel)
        : m_journal{journal}, m_cancel{cancel}, m_isFirst{order.isFirst}, m_folder{
                                                                              folderOf(order.root, journal.identity())}
    {
        m_report.isShared = true;
        m_report.mayEdit = journal.mayAppend();
        m_report.folder = folderOf(order.root, journal.identity());
        m_report.where = journal.where();
    }

    ExchangeReport run()
    {
        if (const auto done = steps(); !done)
            m_report.failure = done.error();
        const auto state = readExchange(m_folder.state());
        m_report.waiting = state ? static_cast<int>(state->edits.size()) : 0;
        if (m_report.waiting == 0)
            m_report.obstacle.clear();
        return std::move(m_report);
    }

private:
    Result<void> steps()
    {
        if (const auto begun = begin(); !begun)
            return begun;
        if (const auto pushed = push(); !pushed || m_isBehind)
            return pushed;
        if (m_isNew) { // without all that was ever written
            if (const auto compared = compare(); !compared)
                return compared;
        }
        if (const auto pulled = pull(); !pulled)
            return pulled;
        return m_isFirst && !m_isNew ? compare() : Result<void>{};
    }

    /// How far the folder is, and whether this is the journal that it follows.
    Result<void> begin()
    {
        QDir{}.mkpath(m_folder.references()); // what is not there yet cannot be watched
        // Before the journal is asked, which only grows.
        const auto state = present();
        if (!state)
            return state.error();
        m_isNew = state->last == 0;
        m_isFirst = m_isFirst || m_isNew || m_folder.isDamaged();
        if (m_isNew)
            return {};
        const auto end = m_journal.last(m_cancel);
        if (!end)
            return end.error();
        m_isBehind = m_journal.isStandby() && end->id < state->last;
        if (m_isBehind)
            return {};
        const auto isSame = isContinued(*state, *end);
        if (!isSame)
            return isSame.error();
        return *isSame ? Result<void>{} : startAnew(*state, *end);
    }

    /// Not where a backup was put back, or a standby took over that lacked the latest. The owner may have deleted old
    /// entries, but not the last.
    Result<bool> isContinued(const ExchangeState &state, const JournalPlace &end)
    {
        if (end.id < state.last || state.lastEdit.isNull())
            return end.id >= state.last;
        const auto edit = end.id == state.last ? Result<QUuid>{end.edit} : m_journal.editOf(state.last, m_cancel);
        if (!edit)
            return edit.error();
        return edit->isNull() || *edit == state.lastEdit;
    }

    /// The folder follows the journal from its begin; what was written from here and is gone goes there again.
    Result<void> startAnew(const ExchangeState &seen, const JournalPlace &end)
    {
        m_isNew = true;
        m_isFirst = true;
        std::map<QString, Decision> decisions;
        for (Decision &decision : m_folder.all())
            decisions.emplace(nameOf(decision.kind, decision.key), std::move(decision));
        return change([&](ExchangeState &now) -> Result<void> {
            if (now.last != seen.last)
                return {}; // another program of this user was quicker
            for (const auto &[name, entry] : std::exchange(now.mine, {})) {
                const auto found = decisions.find(name);
                if (entry > end.id)
                    now.offer(found == decisions.end() ? takenAway(name) : found->second, end.id);
            }
            now.last = 0;
            now.lastEdit = {};
            return {};
        });
    }

    static Decision takenAway(const QString &name)
    {
        const auto kind = decisionKind(name.section(u' ', 0, 0));
        return {kind.value_or(Decision::Kind::Veto), name.section(u' ', 1), {}, loginName()};
    }

    Result<void> push()
    {
        const auto state = present();
        if (!state)
            return state.error();
        if (!state->edits.empty() && !m_journal.mayAppend())
            setObstacle(CoreTexts::tr("you may only look at what is shared on %1").arg(m_journal.where()));
        else if (!state->edits.empty() && m_journal.isStandby())
            setObstacle(CoreTexts::tr("%1 is a standby, which takes no changes").arg(m_journal.where()));
        else
            return send(state->edits);
        return {};
    }

    Result<void> send(const std::vector<PendingEdit> &edits)
    {
        Sent sent;
        const auto done = sendEach(edits, sent);
        const auto noted = noteSent(sent);
        return done ? noted : done;
    }

    Result<void> sendEach(const std::vector<PendingEdit> &edits, Sent &sent)
    {
        for (const PendingEdit &pending : edits) {
            const Decision &decision = pending.decision;
            const auto id = m_journal.append({0,
                                              pending.edit,
                                              wordOf(decision.kind),
                                              decision.key,
                                              decision.document,
                                              decision.author.left(authorLength),
                                              pending.seen,
                                              {},
                                              {}},
                                             m_cancel);
            if (!id && id.error().kind == Error::Kind::BadData) {
                if (const auto refused = putAsideRefused(pending, id.error()); !refused)
                    return refused;
                continue;
            }
            if (!id && (m_journal.isLost() || id.error().kind == Error::Kind::Cancelled))
                return id.error();
            if (!id) {
                setObstacle(id.error().sentence());
                return {}; // what others wrote is read all the same
            }
            sent.push_back({&pending, *id});
            if (sent.size() < sentAtOnce)
                continue;
            if (const auto noted = noteSent(std::exchange(sent, {})); !noted)
                return noted;
        }
        return {};
    }

    /// Who ends before it sends again, which changes nothing.
    Result<void> noteSent(const Sent &sent)
    {
        return change([&](ExchangeState &now) -> Result<void> {
            for (const auto &[pending, id] : sent) {
                if (!now.drop(pending->edit))
                    continue; // another program of this user sent it, too, and noted it
                now.addMine(pending->decision.kind, pending->decision.key, id);
                if (id <= now.last) { // sent before, its answer was lost, and what followed is read: it is read again
                    now.last = id - 1;
                    now.lastEdit = {};
                }
            }
            return {};
        });
    }

    /// The server will never take it: it stays in a file of its own.
    Result<void> putAsideRefused(const PendingEdit &pending, const Error &why)
    {
        const QString path =
            m_folder.refused() + u"/refused-"_s + pending.edit.toString(QUuid::WithoutBraces) + u".json"_s;
        if (const auto written = writeSharedFile(path, pending.decision.document.value_or(QByteArray{})); !written)
            return written;
        passOver(CoreTexts::tr("%1 cannot be shared, and was put aside as %2: %3")
                     .arg(nameOf(pending.decision.kind, pending.decision.key), path, why.what));
        return change([&](ExchangeState &now) -> Result<void> {
            now.drop(pending.edit);
            return {};
        });
    }

    Result<void> pull()
    {
        for (;;) {
            const auto state = readExchange(m_folder.state());
            if (!state)
                return state.error();
            const auto entries = m_journal.entriesAfter(state->last, m_cancel);
            if (!entries)
                return entries.error();
            if (entries->empty())
                return {};
            if (const auto taken = inParts(*entries, [this](const auto &part) { return take(part); }); !taken)
                return taken;
        }
    }

    Result<void> take(std::span<const JournalEntry> part)
    {
        std::vector<Overtaken> overtaken;
        const auto taken = change([&](ExchangeState &now) -> Result<void> {
            Due due;
            for (const JournalEntry &entry : part) {
                if (entry.id <= now.last)
                    continue; // by another program of this user
                if (isFollowed(entry, now, overtaken))
                    due[u"%1 %2"_s.arg(entry.kind, entry.key)] = &entry;
                now.last = entry.id;
                now.lastEdit = entry.edit;
            }
            return apply(due, now);
        });
        if (taken) // what is not noted is told the next time
            m_report.overtaken.insert(m_report.overtaken.end(), overtaken.begin(), overtaken.end());
        return taken;
    }

    /// Whether the folder is to say what `entry` says. Kinds of later versions are left alone.
    static bool isFollowed(const JournalEntry &entry, ExchangeState &now, std::vector<Overtaken> &overtaken)
    {
        const auto kind = decisionKind(entry.kind);
        if (!kind || now.isPending(entry.edit))
            return false;
        const auto mine = now.mine.find(nameOf(*kind, entry.key));
        if (mine == now.mine.end())
            return true;
        if (entry.id > mine->second) {
            if (entry.seen < mine->second)
                overtaken.push_back({*kind, entry.key, entry.author, entry.login, entry.made});
            now.mine.erase(mine);
            return true;
        }
        return entry.id == mine->second;
    }

    /// What is still to be sent comes after it, and stands.
    Result<void> apply(const Due &due, const ExchangeState &now)
    {
        std::vector<const JournalEntry *> entries;
        std::vector<Decision> decisions;
        for (const auto &[name, entry] : due) {
            const auto kind = decisionKind(entry->kind);
            if (!kind || now.isPending(*kind, entry->key))
                continue;
            entries.push_back(entry);
            decisions.push_back({*kind, entry->key, entry->document, entry->author});
        }
        return m_folder.apply(decisions, [&](std::size_t which, const Error &why) {
            passOver(CoreTexts::tr("entry %1 of %2, by %3, is passed over: %4")
                         .arg(entries[which]->id)
                         .arg(m_journal.where(), entries[which]->author, why.what));
        });
    }

    /// Has the folder say what the journal says, and the journal what the folder alone knows: one that is new, was
    /// damaged, or whose journal is an older one. Not to its end where another program of this user reads on meanwhile.
    Result<void> compare()
    {
        const auto end = m_journal.last(m_cancel);
        const auto state = present();
        if (!end || !state)
            return end ? state.error() : end.error();
        const JournalPlace from{state->last, state->lastEdit};
        const JournalPlace until = from.id == 0 ? *end : from; // what comes later is pulled
        std::set<QString> known;
        bool isAlone = true;
        for (qint64 id = 0; isAlone;) {
            const auto entries = m_journal.currentAfter(id, m_cancel);
            if (!entries)
                return entries.error();
            if (entries->empty())
                break;
            id = entries->back().id;
            const auto taken = inParts(*entries, [&](std::span<const JournalEntry> part) {
                return change([&](ExchangeState &now) -> Result<void> {
                    isAlone = isAlone && now.last == from.id;
                    return isAlone ? apply(dueOf(part, until.id, now, known), now) : Result<void>{};
                });
            });
            if (!taken)
                return taken;
        }
        return finishComparing(from, until, known);
    }

    static Due dueOf(std::span<const JournalEntry> part, qint64 until, const ExchangeState &now,
                     std::set<QString> &known)
    {
        Due due;
        for (const JournalEntry &entry : part) {
            const QString name = u"%1 %2"_s.arg(entry.kind, entry.key);
            known.insert(name);
            const auto mine = now.mine.find(name);
            if (entry.id <= until && (mine == now.mine.end() || entry.id >= mine->second))
                due[name] = &entry;
        }
        return due;
    }

    Result<void> finishComparing(const JournalPlace &from, const JournalPlace &until, const std::set<QString> &known)
    {
        const std::vector<Decision> decisions = m_journal.mayAppend() ? m_folder.all() : std::vector<Decision>{};
        const auto finished = change([&](ExchangeState &now) -> Result<void> {
            m_report.wasCompared = now.last == from.id;
            if (!m_report.wasCompared)
                return {};
            now.last = until.id;
            now.lastEdit = until.edit;
            for (const Decision &decision : decisions) {
                const QString name = nameOf(decision.kind, decision.key);
                if (!known.contains(name) && !now.mine.contains(name) && isJournalKey(decision.key))
                    now.offer(decision, now.last);
            }
            return {};
        });
        return finished ? push() : finished;
    }

    void setObstacle(const QString &sentence) { m_report.obstacle = sentence; }

    template<class Step>
    Result<void> inParts(const Entries &entries, const Step &step)
    {
        const QString reference = wordOf(Decision::Kind::Reference);
        for (auto from = entries.begin(); from != entries.end();) {
            int orbits = 0;
            const auto to = std::find_if(from, entries.end(), [&](const JournalEntry &entry) {
                return entry.kind == reference && ++orbits > orbitsAtOnce;
            });
            if (const Result<void> done = step(std::span{from, to}); !done)
                return done;
            from = to;
        }
        return {};
    }

    /// While nobody is changing it.
    Result<ExchangeState> present()
    {
        return changeExchange(m_folder.state(), [](ExchangeState &) { return Result<void>{}; });
    }

    Result<void> change(const std::function<Result<void>(ExchangeState &)> &edit)
    {
        const auto changed = changeExchange(m_folder.state(), edit);
        return outcomeOf(changed);
    }

    void passOver(const QString &sentence)
    {
        if (m_report.problems.size() < mostProblems && !m_report.problems.contains(sentence))
            m_report.problems << sentence;
    }

    SharedJournal &m_journal;
    CancelToken m_cancel;
    bool m_isFirst;
    bool m_isNew = false;    ///< the folder follows no entry yet
    bool m_isBehind = false; ///< a standby lacks what was read already
    SharedFolder m_folder;
    ExchangeReport m_report;
};

bool isAnyWaiting(const ExchangeOrder &order, const QString &identity)
{
    const auto state = readExchange(SharedFolder{folderOf(order.root, identity)}.state());
    return state && !state->edits.empty();
}

} // namespace

Result<ExchangeReport> exchange(const ExchangeOrder &order, const CancelToken &cancel)
{
    auto journal = SharedJournal::open(order.conninfo, order.schema, order.limits, cancel);
    if (!journal)
        return journal.error();
    if (!*journal)
        return ExchangeReport{};
    if ((*journal)->isStandby() && isAnyWaiting(order, (*journal)->identity())) {
        journal = std::optional<SharedJournal>{}; // who has a session waits for no other
        journal = SharedJournal::open(writableConninfo(order.conninfo), order.schema, order.limits, cancel);
        if (!journal || !*journal)
            journal = SharedJournal::open(order.conninfo, order.schema, order.limits, cancel);
        if (!journal)
            return journal.error();
        if (!*journal)
            return ExchangeReport{};
    }
    return Round{**journal, order, cancel}.run();
}

} // namespace cbpm
