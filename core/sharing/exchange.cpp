// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/exchange.h"

#include "core/references/sharedfile.h"
#include "core/sharing/exchangestate.h"
#include "core/sharing/sharedfolder.h"
#include "core/source/postgres/sharedjournal.h"
#include "core/types/coretexts.h"

#include <QCryptographicHash>
#include <QDir>

#include <algorithm>
#include <set>
#include <span>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::size_t atOnce = 20; ///< entries that are taken while other programs wait
constexpr qsizetype mostProblems = 5;
constexpr qsizetype authorLength = 200;

using Entries = std::vector<JournalEntry>;

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

    Result<ExchangeReport> run()
    {
        for (const auto step : {&Round::begin, &Round::push, &Round::pull, &Round::compare}) {
            if (const auto done = (this->*step)(); !done)
                return done.error();
        }
        const auto state = readExchange(m_folder.state());
        m_report.waiting = state ? static_cast<int>(state->edits.size()) : 0;
        if (m_report.waiting == 0)
            m_report.obstacle.clear();
        return std::move(m_report);
    }

private:
    /// A journal that ends before what was read of it is an older one that was put back: it is read anew.
    Result<void> begin()
    {
        QDir{}.mkpath(m_folder.references()); // what is not there yet cannot be watched
        const auto last = m_journal.last(m_cancel);
        if (!last)
            return last.error();
        const auto state = readExchange(m_folder.state());
        if (state && state->last <= *last)
            return {};
        m_isFirst = true;
        return change([&](ExchangeState &now) -> Result<void> {
            if (now.last > *last) {
                now.last = 0;
                now.mine.clear();
            }
            return {};
        });
    }

    Result<void> push()
    {
        const auto state = readExchange(m_folder.state());
        if (!state)
            return state.error();
        for (const PendingEdit &pending : state->edits) {
            if (!m_journal.mayAppend()) {
                setObstacle(CoreTexts::tr("you may only look at what is shared on %1").arg(m_journal.where()));
                return {};
            }
            if (m_journal.isStandby()) {
                setObstacle(CoreTexts::tr("%1 is a standby, which takes no changes").arg(m_journal.where()));
                return {};
            }
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
            if (!id && (id.error().kind == Error::Kind::Permission || id.error().kind == Error::Kind::Timeout)) {
                setObstacle(id.error().sentence());
                return {}; // what others wrote is read all the same
            }
            if (!id)
                return id.error();
            const auto kept = change([&](ExchangeState &now) -> Result<void> {
                std::erase_if(now.edits, [&](const PendingEdit &one) { return one.edit == pending.edit; });
                qint64 &mine = now.mine[nameOf(decision.kind, decision.key)];
                mine = std::max(mine, *id);
                return {};
            });
            if (!kept)
                return kept;
        }
        return {};
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
            std::erase_if(now.edits, [&](const PendingEdit &one) { return one.edit == pending.edit; });
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
            const auto taken = inParts(*entries, [this](const JournalEntry &entry, ExchangeState &now) -> Result<void> {
                if (entry.id <= now.last)
                    return {}; // by another program of this user
                if (const auto one = take(entry, now); !one)
                    return one;
                now.last = entry.id;
                return {};
            });
            if (!taken)
                return taken;
        }
    }

    Result<void> take(const JournalEntry &entry, ExchangeState &now)
    {
        const bool isOwn = std::any_of(now.edits.begin(), now.edits.end(),
                                       [&](const PendingEdit &one) { return one.edit == entry.edit; });
        const auto kind = decisionKind(entry.kind);
        if (isOwn || !kind)
            return {}; // or of a later version
        const auto mine = now.mine.find(nameOf(*kind, entry.key));
        if (mine != now.mine.end() && entry.id < mine->second)
            return {};
        if (mine != now.mine.end() && entry.id > mine->second) {
            if (entry.seen < mine->second)
                m_report.overtaken.push_back({*kind, entry.key, entry.author, entry.login, entry.made});
            now.mine.erase(mine);
        }
        return apply(entry, *kind, now);
    }

    /// What is still to be sent comes after it, and stands.
    Result<void> apply(const JournalEntry &entry, Decision::Kind kind, const ExchangeState &now)
    {
        const Decision decision{kind, entry.key, entry.document, entry.author};
        if (now.isPending(decision))
            return {};
        const auto applied = m_folder.apply(decision);
        if (applied || applied.error().kind == Error::Kind::Storage)
            return applied;
        passOver(CoreTexts::tr("entry %1 of %2, by %3, is passed over: %4")
                     .arg(entry.id)
                     .arg(m_journal.where(), entry.author, applied.error().what));
        return {};
    }

    /// The folder may have been damaged, or the journal be one from a backup.
    Result<void> compare()
    {
        if (!m_isFirst)
            return {};
        std::set<QString> known;
        for (qint64 id = 0;;) {
            const auto entries = m_journal.currentAfter(id, m_cancel);
            if (!entries)
                return entries.error();
            if (entries->empty())
                break;
            id = entries->back().id;
            const auto taken = inParts(*entries, [&](const JournalEntry &entry, ExchangeState &now) -> Result<void> {
                const auto kind = decisionKind(entry.kind);
                if (!kind)
                    return {};
                const QString name = nameOf(*kind, entry.key);
                known.insert(name);
                const auto mine = now.mine.find(name);
                const bool isOld = mine != now.mine.end() && entry.id < mine->second;
                return isOld || entry.id > now.last ? Result<void>{} : apply(entry, *kind, now);
            });
            if (!taken)
                return taken;
        }
        return m_journal.mayAppend() ? offerUnknown(known) : Result<void>{};
    }

    /// What the folder has and the journal never heard of goes there.
    Result<void> offerUnknown(const std::set<QString> &known)
    {
        bool isAny = false;
        for (const Decision &decision : m_folder.all()) {
            const QString name = nameOf(decision.kind, decision.key);
            if (known.contains(name))
                continue;
            const auto kept = change([&](ExchangeState &now) -> Result<void> {
                if (!now.isPending(decision) && !now.mine.contains(name)) {
                    now.edits.push_back({QUuid::createUuid(), decision, now.last});
                    isAny = true;
                }
                return {};
            });
            if (!kept)
                return kept;
        }
        return isAny ? push() : Result<void>{};
    }

    void setObstacle(const QString &sentence) { m_report.obstacle = sentence; }

    template<class Step>
    Result<void> inParts(const Entries &entries, const Step &step)
    {
        for (std::size_t from = 0; from < entries.size(); from += atOnce) {
            const std::span part{entries.data() + from, std::min(atOnce, entries.size() - from)};
            const auto done = change([&](ExchangeState &now) -> Result<void> {
                for (const JournalEntry &entry : part) {
                    if (const auto one = step(entry, now); !one)
                        return one;
                }
                return {};
            });
            if (!done)
                return done;
        }
        return {};
    }

    Result<void> change(const std::function<Result<void>(ExchangeState &)> &edit)
    {
        const auto changed = changeExchange(m_folder.state(), edit);
        return changed ? Result<void>{} : Result<void>{changed.error()};
    }

    void passOver(const QString &sentence)
    {
        if (m_report.problems.size() < mostProblems && !m_report.problems.contains(sentence))
            m_report.problems << sentence;
    }

    SharedJournal &m_journal;
    CancelToken m_cancel;
    bool m_isFirst;
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
