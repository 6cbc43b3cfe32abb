// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/exchangestate.h"

#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <tuple>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int formatVersion = 1;
constexpr qint64 mostBytes = 32 << 20;
constexpr std::chrono::seconds roundPatience{10}; ///< no window waits for it
constexpr std::size_t mostMine = 2000;            ///< that may still be overtaken by who has not seen them

QJsonObject objectOf(const PendingEdit &pending)
{
    QJsonObject object{{u"edit"_s, pending.edit.toString(QUuid::WithoutBraces)},
                       {u"kind"_s, wordOf(pending.decision.kind)},
                       {u"key"_s, pending.decision.key},
                       {u"author"_s, pending.decision.author},
                       {u"seen"_s, pending.seen}};
    if (pending.decision.document)
        object[u"document"_s] = QString::fromUtf8(*pending.decision.document);
    return object;
}

std::optional<PendingEdit> pendingOf(const QJsonObject &object)
{
    const auto kind = decisionKind(object.value("kind"_L1).toString());
    const QUuid edit = QUuid::fromString(object.value("edit"_L1).toString());
    if (!kind || edit.isNull())
        return std::nullopt;
    PendingEdit pending{edit,
                        {*kind, object.value("key"_L1).toString(), {}, object.value("author"_L1).toString()},
                        object.value("seen"_L1).toInteger()};
    if (object.contains("document"_L1))
        pending.decision.document = object.value("document"_L1).toString().toUtf8();
    return pending;
}

QByteArray jsonOf(const ExchangeState &state)
{
    QJsonObject mine;
    for (const auto &[name, id] : state.mine)
        mine[name] = id;
    QJsonArray edits;
    for (const PendingEdit &pending : state.edits)
        edits.append(objectOf(pending));
    return QJsonDocument{QJsonObject{{u"kind"_s, u"cbpm3 exchange"_s},
                                     {u"version"_s, formatVersion},
                                     {u"last"_s, state.last},
                                     {u"last_edit"_s, state.lastEdit.toString(QUuid::WithoutBraces)},
                                     {u"mine"_s, mine},
                                     {u"edits"_s, edits}}}
        .toJson();
}

Result<ExchangeState> parse(const QByteArray &json, const QString &path)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto bad = [&] {
        return Error{Error::Kind::BadData, CoreTexts::tr("%1 says nothing of what is shared").arg(path), {}};
    };
    if (object.value("kind"_L1).toString() != "cbpm3 exchange"_L1)
        return bad();
    if (object.value("version"_L1).toInt() > formatVersion)
        return Error{Error::Kind::NewerFormat, CoreTexts::tr("%1 was written by a later version").arg(path),
                     CoreTexts::tr("open it with that version")};
    ExchangeState state;
    state.last = object.value("last"_L1).toInteger();
    state.lastEdit = QUuid::fromString(object.value("last_edit"_L1).toString());
    const QJsonObject mine = object.value("mine"_L1).toObject();
    for (auto one = mine.begin(); one != mine.end(); ++one)
        state.mine[one.key()] = one.value().toInteger();
    for (const QJsonValue &value : object.value("edits"_L1).toArray()) {
        auto pending = pendingOf(value.toObject());
        if (!pending)
            return bad();
        state.edits.push_back(std::move(*pending));
    }
    return state;
}

/// What is kept at `path`; of a file that cannot be understood, which is put aside, nothing.
Result<ExchangeState> readOrPutAside(const QString &path)
{
    auto state = readExchange(path);
    if (state || state.error().kind != Error::Kind::BadData)
        return state;
    putAside(path);
    return ExchangeState{};
}

Result<void> write(const QString &path, const ExchangeState &state)
{
    const QByteArray json = jsonOf(state);
    if (json.size() > mostBytes)
        return Error{Error::Kind::Storage, CoreTexts::tr("too many changes wait for the server"),
                     CoreTexts::tr("connect to it before more is changed")};
    return writeSharedFile(path, json);
}

} // namespace

bool ExchangeState::isPending(Decision::Kind kind, const QString &key) const
{
    return std::any_of(edits.begin(), edits.end(),
                       [&](const PendingEdit &one) { return one.decision.kind == kind && one.decision.key == key; });
}

bool ExchangeState::isPending(const QUuid &edit) const
{
    return std::any_of(edits.begin(), edits.end(), [&](const PendingEdit &one) { return one.edit == edit; });
}

void ExchangeState::add(const Decision &decision, qint64 seen)
{
    edits.push_back({QUuid::createUuid(), decision, seen});
}

void ExchangeState::offer(const Decision &decision, qint64 seen)
{
    if (!isPending(decision.kind, decision.key))
        add(decision, seen);
}

bool ExchangeState::drop(const QUuid &edit)
{
    return std::erase_if(edits, [&](const PendingEdit &one) { return one.edit == edit; }) > 0;
}

void ExchangeState::addMine(Decision::Kind kind, const QString &key, qint64 entry)
{
    qint64 &latest = mine[nameOf(kind, key)];
    latest = std::max(latest, entry);
    if (mine.size() > mostMine)
        mine.erase(std::min_element(mine.begin(), mine.end(),
                                    [](const auto &a, const auto &b) { return a.second < b.second; }));
}

QString nameOf(Decision::Kind kind, const QString &key)
{
    return wordOf(kind) + u' ' + key;
}

Result<ExchangeState> readExchange(const QString &path)
{
    if (!QFileInfo::exists(path))
        return ExchangeState{};
    const auto bytes = readSmallFile(path, mostBytes);
    return bytes ? parse(*bytes, path) : Result<ExchangeState>{bytes.error()};
}

Result<ExchangeState> changeExchange(const QString &path, const std::function<Result<void>(ExchangeState &)> &edit)
{
    ExchangeState changed;
    const auto change = [&]() -> Result<void> {
        const auto state = readOrPutAside(path);
        if (!state)
            return state.error();
        changed = *state;
        const auto edited = edit(changed);
        return edited && changed != *state ? write(path, changed) : edited;
    };
    if (const auto done = whileLocked(path, change, roundPatience); !done)
        return done.error();
    return changed;
}

Result<ExchangeState> keepForServer(const QString &path, const Decision &decision,
                                    const std::function<Result<void>()> &make)
{
    ExchangeState state;
    const auto keep = [&]() -> Result<void> {
        const auto before = readOrPutAside(path);
        if (!before)
            return before.error();
        state = *before;
        state.add(decision, state.last);
        if (const auto kept = write(path, state); !kept) // first: a program that ends between the two loses nothing
            return kept;
        const auto made = make();
        if (!made)
            std::ignore = write(path, *before);
        return made;
    };
    if (const auto done = whileLocked(path, keep); !done)
        return done.error();
    return state;
}

} // namespace cbpm
