// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/fetchsummary.h"

#include "core/export/outputfile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cbpm {

Result<void> writeFetchSummary(const FetchSummary &summary, const QString &path)
{
    const auto number = [](std::uint64_t value) { return static_cast<qint64>(value); };
    const QJsonObject object{
        {u"rows"_s, number(summary.counts.rows)},
        {u"samples_valid"_s, number(summary.counts.valid)},
        {u"samples_invalid"_s, number(summary.counts.invalid)},
        {u"duplicates"_s, number(summary.counts.duplicates)},
        {u"late"_s, number(summary.counts.outOfOrder)},
        {u"triggers_missing"_s, number(summary.triggers.missing)},
        {u"bins"_s, number(summary.bins)},
        {u"elapsed_s"_s, summary.elapsed_s},
        {u"first_result_s"_s, summary.firstResult_s},
        {u"bytes_received"_s, number(summary.counts.bytes)},
        {u"peak_rss_bytes"_s, number(peakResidentBytes())},
        {u"path"_s, summary.path},
        {u"connections"_s, summary.connections},
        {u"partial"_s, summary.partial},
        {u"resumptions"_s, number(summary.counts.resumptions)},
        {u"server"_s, summary.server},
    };
    return writeFile(path, QJsonDocument{object}.toJson());
}

std::uint64_t peakResidentBytes()
{
    // Not getrusage(): its maximum is handed down from the program that started this one.
    QFile status{u"/proc/self/status"_s};
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toULongLong() * 1024;
    }
    return 0;
}

} // namespace cbpm
