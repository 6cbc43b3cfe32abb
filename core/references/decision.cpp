// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/decision.h"

#include "core/references/decisionkey.h"
#include "core/references/referencejson.h"
#include "core/types/coretexts.h"
#include "core/types/loginname.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const std::array words{u"reference"_s, u"golden"_s, u"veto"_s, u"annotation"_s};

QString nameOf(const Decision &decision)
{
    return u"%1 %2"_s.arg(wordOf(decision.kind), decision.key.left(100));
}

Error otherKey(const Decision &decision)
{
    return Error{
        Error::Kind::BadData, CoreTexts::tr("%1: its document is of something else").arg(nameOf(decision)), {}};
}

} // namespace

QString wordOf(Decision::Kind kind)
{
    return words[static_cast<std::size_t>(kind)];
}

std::optional<Decision::Kind> decisionKind(const QString &word)
{
    const auto found = std::find(words.begin(), words.end(), word);
    return found == words.end() ? std::nullopt : std::optional{static_cast<Decision::Kind>(found - words.begin())};
}

Decision referenceDecision(const QString &id, const ReferenceOrbit *orbit)
{
    return {Decision::Kind::Reference, id, orbit ? std::optional{referenceJson(*orbit)} : std::nullopt,
            orbit ? orbit->author : loginName()};
}

Decision goldenDecision(const QString &id)
{
    const QJsonObject object{{u"kind"_s, u"cbpm3 golden orbit"_s}, {u"version"_s, 1}, {u"reference"_s, id}};
    return {Decision::Kind::Golden, u"golden"_s,
            id.isEmpty() ? std::nullopt : std::optional{QJsonDocument{object}.toJson()}, loginName()};
}

Decision vetoDecision(const std::string &location, const Veto *veto)
{
    return {Decision::Kind::Veto, QString::fromStdString(location),
            veto ? std::optional{vetoJson({{location, *veto}})} : std::nullopt, veto ? veto->author : loginName()};
}

Decision annotationDecision(const QString &id, const Annotation *annotation)
{
    return {Decision::Kind::Annotation, id,
            annotation ? std::optional{annotationJson({{id, *annotation}})} : std::nullopt,
            annotation ? annotation->author : loginName()};
}

Result<ReferenceOrbit> orbitOf(const Decision &decision)
{
    if (!isDecisionKey(decision.key))
        return otherKey(decision);
    return parseReferenceJson(decision.document.value_or(QByteArray{}), nameOf(decision));
}

Result<QString> goldenOf(const Decision &decision)
{
    const QString id =
        QJsonDocument::fromJson(decision.document.value_or(QByteArray{})).object().value("reference"_L1).toString();
    if (decision.key != "golden"_L1 || !isDecisionKey(id))
        return otherKey(decision);
    return id;
}

Result<Veto> vetoOf(const Decision &decision)
{
    const auto list = parseVetoes(decision.document.value_or(QByteArray{}), nameOf(decision));
    if (!list)
        return list.error();
    if (list->size() != 1 || list->begin()->first != decision.key.toStdString())
        return otherKey(decision);
    return list->begin()->second;
}

Result<Annotation> annotationOf(const Decision &decision)
{
    const auto list = parseAnnotations(decision.document.value_or(QByteArray{}), nameOf(decision));
    if (!list)
        return list.error();
    if (list->size() != 1 || list->begin()->first != decision.key)
        return otherKey(decision);
    if (const auto checked = checkAnnotation(list->begin()->second); !checked)
        return Error{Error::Kind::BadData, nameOf(decision) + u": "_s + checked.error().what, {}};
    return list->begin()->second;
}

Result<void> makeThrough(const DecisionGate &gate, const Decision &decision, const std::function<Result<void>()> &make)
{
    return gate ? gate(decision, make) : make();
}

} // namespace cbpm
