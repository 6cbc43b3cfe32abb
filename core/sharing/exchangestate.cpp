// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/exchangestate.h"

#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int formatVersion = 1;
constexpr qint64 mostBytes = 32 << 20;

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

} // namespace

bool ExchangeState::isPending(const Decision &decision) const
{
    return std::any_of(edits.begin(), edits.end(), [&](const PendingEdit &one) {
        return one.decision.kind == decision.kind && one.decision.key == decision.key;
    });
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
    const auto kept = changeSharedFile(path, [&]() -> Result<QByteArray> {
        auto state = readExchange(path);
        if (!state && state.error().kind != Error::Kind::BadData)
            return state.error();
        if (state)
            changed = std::move(*state);
        if (const auto edited = edit(changed); !edited)
            return edited.error();
        QByteArray json = jsonOf(changed);
        if (json.size() > mostBytes)
            return Error{Error::Kind::Storage, CoreTexts::tr("too many changes wait for the server"),
                         CoreTexts::tr("connect to it before more is changed")};
        if (!state)
            putAside(path);
        return json;
    });
    if (!kept)
        return kept.error();
    return changed;
}

Result<ExchangeState> keepForServer(const QString &path, const Decision &decision)
{
    return changeExchange(path, [&](ExchangeState &state) -> Result<void> {
        state.edits.push_back({QUuid::createUuid(), decision, state.last});
        return {};
    });
}

} // namespace cbpm
