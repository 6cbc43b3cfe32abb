// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/sharedfolder.h"

#include "core/references/decisionkey.h"
#include "core/references/referencejson.h"
#include "core/references/sharedfile.h"
#include "core/types/coretexts.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const QString orbitSuffix = u".orbit.json"_s;
constexpr qint64 goldenBytes = 1000;

/// BadData: what a file there holds cannot be told from nothing.
QByteArray contentOf(const QString &path, qint64 limit)
{
    const auto bytes = QFile::exists(path) ? readSmallFile(path, limit) : Result<QByteArray>{QByteArray{}};
    return bytes ? *bytes : QByteArray{};
}

Result<void> writeUnlessSame(const QString &path, const QByteArray &bytes)
{
    if (QFile::exists(path) && contentOf(path, referencelimits::fileBytes) == bytes)
        return {};
    return writeSharedFile(path, bytes);
}

} // namespace

QString SharedFolder::pathOf(const QString &id) const
{
    return references() + u'/' + id + orbitSuffix;
}

Result<void> SharedFolder::apply(const Decision &decision) const
{
    switch (decision.kind) {
    case Decision::Kind::Reference:
        return applyReference(decision);
    case Decision::Kind::Golden:
        return applyGolden(decision);
    case Decision::Kind::Veto:
        return applyVeto(decision);
    case Decision::Kind::Annotation:
        return applyAnnotation(decision);
    }
    return {};
}

Result<void> SharedFolder::applyReference(const Decision &decision) const
{
    if (decision.document) {
        const auto orbit = orbitOf(decision);
        return orbit ? writeUnlessSame(pathOf(decision.key), referenceJson(*orbit)) : Result<void>{orbit.error()};
    }
    QFile file{isDecisionKey(decision.key) ? pathOf(decision.key) : QString{}};
    if (file.exists() && !file.remove())
        return Error{Error::Kind::Storage,
                     CoreTexts::tr("%1 cannot be removed: %2").arg(file.fileName(), file.errorString()),
                     CoreTexts::tr("check the rights of the folder")};
    return {};
}

Result<void> SharedFolder::applyGolden(const Decision &decision) const
{
    const auto id = decision.document ? goldenOf(decision) : Result<QString>{QString{}};
    return id ? writeUnlessSame(references() + u"/golden"_s, id->toUtf8() + '\n') : Result<void>{id.error()};
}

Result<void> SharedFolder::applyVeto(const Decision &decision) const
{
    const auto veto = decision.document ? vetoOf(decision) : Result<Veto>{Veto{}};
    if (!veto)
        return veto.error();
    const std::string location = decision.key.toStdString();
    if (const auto list = readVetoes(vetoes())) {
        const auto found = list->find(location);
        if (decision.document ? found != list->end() && found->second == *veto : found == list->end())
            return {};
    }
    const auto changed = changeVeto(vetoes(), location, decision.document ? &*veto : nullptr);
    return changed ? Result<void>{} : Result<void>{changed.error()};
}

Result<void> SharedFolder::applyAnnotation(const Decision &decision) const
{
    const auto annotation = decision.document ? annotationOf(decision) : Result<Annotation>{Annotation{}};
    if (!annotation)
        return annotation.error();
    if (const auto list = readAnnotations(annotations())) {
        const auto found = list->find(decision.key);
        if (decision.document ? found != list->end() && found->second == *annotation : found == list->end())
            return {};
    }
    const auto changed = changeAnnotation(annotations(), decision.key, decision.document ? &*annotation : nullptr);
    return changed ? Result<void>{} : Result<void>{changed.error()};
}

std::vector<Decision> SharedFolder::all() const
{
    std::vector<Decision> decisions;
    for (const QString &name : QDir{references()}.entryList({u'*' + orbitSuffix}, QDir::Files)) {
        const QString id = name.chopped(orbitSuffix.size());
        const auto bytes = readSmallFile(references() + u'/' + name, referencelimits::fileBytes);
        const auto orbit = bytes ? parseReferenceJson(*bytes, name) : Result<ReferenceOrbit>{bytes.error()};
        if (orbit && isDecisionKey(id))
            decisions.push_back(referenceDecision(id, &*orbit));
    }
    const QString golden = QString::fromUtf8(contentOf(references() + u"/golden"_s, goldenBytes)).trimmed();
    if (isDecisionKey(golden))
        decisions.push_back(goldenDecision(golden));
    if (const auto list = readVetoes(vetoes())) {
        for (const auto &[location, veto] : *list)
            decisions.push_back(vetoDecision(location, &veto));
    }
    if (const auto list = readAnnotations(annotations())) {
        for (const auto &[id, annotation] : *list)
            decisions.push_back(annotationDecision(id, &annotation));
    }
    return decisions;
}

} // namespace cbpm
