// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/provenance.h"

#include "core/types/timetext.h"

using namespace Qt::StringLiterals;

namespace cbpm {

QString methodWords(const std::optional<PositionMethod> &method)
{
    constexpr const char *words[] = {"linear", "log", "polynomial", "map"};
    return method ? QString::fromLatin1(words[static_cast<int>(*method)]) : u"as in the detector table"_s;
}

std::vector<std::pair<QString, QString>> provenanceTexts(const ExportOrigin &origin)
{
    return {
        {u"program"_s, u"cbpm3 %1"_s.arg(QStringLiteral(CBPM_VERSION))},
        {u"source"_s, origin.source.name},
        {u"server"_s, origin.source.server},
        {u"zone"_s, u"UTC"_s},
        {u"range_begin"_s, isoText(origin.range.begin())},
        {u"range_end"_s, isoText(origin.range.end())},
        {u"method"_s, methodWords(origin.method)},
        {u"detector_table_version"_s, origin.table->version()},
    };
}

QJsonObject provenanceJson(const ExportOrigin &origin, const std::optional<Interval> &interval)
{
    QJsonObject json{
        {u"format"_s, interval ? u"cbpm3 bins"_s : u"cbpm3 samples"_s},
        {u"format_version"_s, 1},
        {u"interval_us"_s, interval ? QJsonValue{static_cast<qint64>(interval->width().count())} : QJsonValue{}},
        {u"detector_table"_s, QString::fromUtf8(detectorTableCsv(*origin.table))},
    };
    for (const auto &[name, text] : provenanceTexts(origin))
        json[name] = text;
    return json;
}

} // namespace cbpm
