// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/vetofile.h"

#include "core/detectors/detectorname.h"
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
constexpr qint64 mostBytes = 4 << 20;
constexpr qsizetype mostVetoes = 10'000;
constexpr qsizetype textLength = 2'000;

} // namespace

Result<VetoList> parseVetoes(const QByteArray &text, const QString &path)
{
    const auto bad = [&](const QString &what) { return Error{Error::Kind::BadData, path + u": "_s + what, {}}; };
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object.value("kind"_L1).toString() != "cbpm3 vetoes"_L1)
        return bad(CoreTexts::tr("it is no list of vetoes"));
    if (object.value("version"_L1).toInt() > formatVersion)
        return Error{Error::Kind::NewerFormat, CoreTexts::tr("%1 was written by a later version").arg(path),
                     CoreTexts::tr("open it with that version")};
    const QJsonArray array = object.value("vetoes"_L1).toArray();
    if (array.size() > mostVetoes)
        return bad(CoreTexts::tr("more than %1 vetoes").arg(mostVetoes));
    VetoList vetoes;
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        const std::string location = canonicalLocation(entry.value("location"_L1).toString().toStdString());
        const auto time = parseTime(entry.value("time"_L1).toString(), TimePoint{});
        if (location.empty() || !time)
            return bad(CoreTexts::tr("a veto has no location or no time"));
        vetoes[location] = {entry.value("reason"_L1).toString().left(textLength),
                            entry.value("author"_L1).toString().left(textLength), *time};
    }
    return vetoes;
}

QByteArray vetoJson(const VetoList &vetoes)
{
    QJsonArray array;
    for (const auto &[location, veto] : vetoes)
        array.append(QJsonObject{{u"location"_s, QString::fromStdString(location)},
                                 {u"reason"_s, veto.reason},
                                 {u"author"_s, veto.author},
                                 {u"time"_s, isoText(veto.time)}});
    return QJsonDocument{
        QJsonObject{{u"kind"_s, u"cbpm3 vetoes"_s}, {u"version"_s, formatVersion}, {u"vetoes"_s, array}}}
        .toJson();
}

Result<VetoList> readVetoes(const QString &path)
{
    if (!QFileInfo::exists(path))
        return VetoList{};
    const auto bytes = readSmallFile(path, mostBytes);
    return bytes ? parseVetoes(*bytes, path) : Result<VetoList>{bytes.error()};
}

Result<VetoList> changeVeto(const QString &path, const std::string &location, const Veto *veto)
{
    return changeVetoes(path, {{location, veto ? std::optional{*veto} : std::nullopt}});
}

Result<VetoList> changeVetoes(const QString &path, const ListChanges<VetoList> &changes)
{
    return changeSharedList<VetoList>(
        path, {readVetoes, vetoJson, mostVetoes, mostBytes, CoreTexts::tr("%1 has room for no further veto").arg(path)},
        changes);
}

} // namespace cbpm
