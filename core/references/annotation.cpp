// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/annotation.h"

#include "core/detectors/detectorname.h"
#include "core/references/decisionkey.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int formatVersion = 1;

QJsonObject objectOf(const QString &id, const Annotation &annotation)
{
    QJsonObject object{{u"id"_s, id},
                       {u"at"_s, isoText(annotation.at)},
                       {u"text"_s, annotation.text},
                       {u"author"_s, annotation.author},
                       {u"made"_s, isoText(annotation.made)}};
    if (annotation.until)
        object[u"until"_s] = isoText(*annotation.until);
    if (!annotation.location.empty())
        object[u"location"_s] = QString::fromStdString(annotation.location);
    return object;
}

/// BadData: a clause without the file's name.
Result<Annotation> annotationOf(const QJsonObject &object)
{
    const auto time = [&](QLatin1StringView name) { return parseTime(object.value(name).toString(), TimePoint{}); };
    const auto at = time("at"_L1);
    const auto made = time("made"_L1);
    if (!at || !made)
        return Error{Error::Kind::BadData, CoreTexts::tr("an annotation has no time"), {}};
    Annotation annotation{.at = *at,
                          .until = {},
                          .location = canonicalLocation(object.value("location"_L1).toString().left(64).toStdString()),
                          .text = object.value("text"_L1).toString().left(annotationlimits::textLength),
                          .author = object.value("author"_L1).toString().left(annotationlimits::authorLength),
                          .made = *made};
    if (object.contains("until"_L1)) {
        const auto until = time("until"_L1);
        if (!until || *until <= *at)
            return Error{Error::Kind::BadData, CoreTexts::tr("the stretch of an annotation has no end"), {}};
        annotation.until = *until;
    }
    return annotation;
}

} // namespace

Result<void> checkAnnotation(const Annotation &annotation)
{
    if (annotation.text.trimmed().isEmpty())
        return Error{Error::Kind::Usage, CoreTexts::tr("the annotation has no text"),
                     CoreTexts::tr("say what there is to know")};
    if (annotation.text.size() > annotationlimits::textLength
        || annotation.author.size() > annotationlimits::authorLength)
        return Error{Error::Kind::Usage,
                     CoreTexts::tr("an annotation may have %1 characters, its author %2")
                         .arg(annotationlimits::textLength)
                         .arg(annotationlimits::authorLength),
                     CoreTexts::tr("write less")};
    return {};
}

QByteArray annotationJson(const AnnotationList &annotations)
{
    QJsonArray array;
    for (const auto &[id, annotation] : annotations)
        array.append(objectOf(id, annotation));
    return QJsonDocument{
        QJsonObject{{u"kind"_s, u"cbpm3 annotations"_s}, {u"version"_s, formatVersion}, {u"annotations"_s, array}}}
        .toJson();
}

Result<AnnotationList> parseAnnotations(const QByteArray &json, const QString &origin)
{
    const auto bad = [&](const QString &what) { return Error{Error::Kind::BadData, origin + u": "_s + what, {}}; };
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value("kind"_L1).toString() != "cbpm3 annotations"_L1)
        return bad(CoreTexts::tr("it is no list of annotations"));
    if (object.value("version"_L1).toInt() > formatVersion)
        return Error{Error::Kind::NewerFormat, CoreTexts::tr("%1 was written by a later version").arg(origin),
                     CoreTexts::tr("open it with that version")};
    const QJsonArray array = object.value("annotations"_L1).toArray();
    if (array.size() > annotationlimits::count)
        return bad(CoreTexts::tr("more than %1 annotations").arg(annotationlimits::count));
    AnnotationList annotations;
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        const QString id = entry.value("id"_L1).toString();
        if (!isDecisionKey(id) || annotations.contains(id))
            return bad(CoreTexts::tr("an annotation has no id of its own"));
        auto annotation = annotationOf(entry);
        if (!annotation)
            return bad(annotation.error().what);
        annotations.emplace(id, std::move(*annotation));
    }
    return annotations;
}

Result<AnnotationList> readAnnotations(const QString &path)
{
    if (!QFileInfo::exists(path))
        return AnnotationList{};
    const auto bytes = readSmallFile(path, annotationlimits::fileBytes);
    return bytes ? parseAnnotations(*bytes, path) : Result<AnnotationList>{bytes.error()};
}

Result<AnnotationList> changeAnnotation(const QString &path, const QString &id, const Annotation *annotation)
{
    return changeAnnotations(path, {{id, annotation ? std::optional{*annotation} : std::nullopt}});
}

Result<AnnotationList> changeAnnotations(const QString &path, const ListChanges<AnnotationList> &changes)
{
    return changeSharedList<AnnotationList>(path,
                                            {readAnnotations, annotationJson, annotationlimits::count,
                                             annotationlimits::fileBytes,
                                             CoreTexts::tr("%1 has room for no further annotation").arg(path)},
                                            changes);
}

} // namespace cbpm
