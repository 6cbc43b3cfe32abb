// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/viewrecord.h"

#include "core/export/provenance.h"
#include "core/types/timetext.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

void addTime(QJsonObject &record, const QString &name, const std::optional<TimePoint> &time)
{
    if (time)
        record[name] = isoText(*time);
}

void addRange(QJsonObject &record, const QString &name, const std::optional<TimeRange> &range)
{
    addTime(record, name + u"_begin"_s, range ? std::optional{range->begin()} : std::nullopt);
    addTime(record, name + u"_end"_s, range ? std::optional{range->end()} : std::nullopt);
}

} // namespace

QJsonObject viewRecord(const ExportDesk &desk)
{
    const Page &page = *desk.page();
    const History &history = desk.history;
    const ViewState &view = desk.view;
    const RingSeries &shown = history.series();
    QJsonObject record{{u"version"_s, 1},
                       {u"page"_s, page.name()},
                       {u"caption"_s, page.caption()},
                       {u"zone"_s, QString::fromLatin1(view.zone().id())},
                       {u"unit"_s, view.lengthUnit()},
                       {u"method"_s, methodWords(history.method())}};
    addRange(record, u"range"_s, shown.range() ? std::optional{*shown.range()} : std::nullopt);
    addRange(record, u"visible"_s, view.visible());
    addTime(record, u"cursor"_s, view.cursor());
    addTime(record, u"mark_a"_s, view.markA());
    addTime(record, u"mark_b"_s, view.markB());
    if (shown.interval())
        record[u"interval_us"_s] = static_cast<qint64>(shown.interval()->width().count());
    if (!history.source())
        return record;
    const DetectorTable &table = *history.source()->table();
    QJsonArray detectors;
    for (const int row : view.selection())
        detectors.append(QString::fromStdString(table.at(row).location));
    record[u"detectors"_s] = detectors;
    record[u"detector_table_version"_s] = table.version();
    record[u"source"_s] = history.info().name;
    return record;
}

} // namespace cbpm
