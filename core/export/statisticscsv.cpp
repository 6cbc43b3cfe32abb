// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/statisticscsv.h"

#include "core/export/textbuffer.h"

namespace cbpm {
namespace {

constexpr std::string_view header = "bpm,count,invalid,coverage,x_mean_mm,y_mean_mm,x_sigma_mm,y_sigma_mm,rho,"
                                    "x_min_mm,x_max_mm,y_min_mm,y_max_mm,x_slope_mm_per_s,y_slope_mm_per_s\n";

void writeOrigin(TextBuffer &text, const StretchStatistics &statistics, std::optional<PositionMethod> method,
                 const QString &source)
{
    text.text("# source: ");
    text.text(QString{source}.replace(u'\n', u' ').toStdString());
    text.text("\n# begin: ");
    text.time(statistics.range.begin());
    text.text("\n# end: ");
    text.time(statistics.range.end());
    text.text("\n# zone: UTC\n# made from: ");
    if (statistics.bins) {
        text.text("bins of ");
        text.number(static_cast<double>(statistics.bins->width().count()) * 1e-6);
        text.text(" s");
    } else {
        text.text("samples");
    }
    text.text("\n# method: ");
    text.text(method ? methodWord(*method) : "table");
    text.character('\n');
}

void writeRow(TextBuffer &text, const DetectorStatistics &one)
{
    text.text(one.location);
    text.character(',');
    text.integer(one.count);
    text.character(',');
    text.integer(one.invalid);
    for (const double value : {one.coverage, one.x.mean, one.y.mean, one.x.sigma, one.y.sigma, one.rho, one.x.min,
                               one.x.max, one.y.min, one.y.max, one.x.slope, one.y.slope}) {
        text.character(',');
        text.number(value);
    }
    text.character('\n');
}

} // namespace

Result<void> writeStatisticsCsv(const QString &path, const StretchStatistics &statistics,
                                std::optional<PositionMethod> method, const QString &source)
{
    TextBuffer text;
    writeOrigin(text, statistics, method, source);
    text.text(header);
    for (const DetectorStatistics &one : statistics.detectors)
        writeRow(text, one);
    return writeFile(path, text.view());
}

} // namespace cbpm
