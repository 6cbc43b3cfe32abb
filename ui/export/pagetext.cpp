// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pagetext.h"

#include "core/export/textbuffer.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"

#include <QTableView>

#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QString plain(QString field)
{
    return field.replace(u'\t', u' ').replace(u'\n', u' ');
}

QString tableText(const QAbstractItemModel &model)
{
    QString text;
    const int columns = model.columnCount();
    for (int row = -1; row < model.rowCount(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const QVariant field =
                row < 0 ? model.headerData(column, Qt::Horizontal) : model.index(row, column).data(Qt::DisplayRole);
            text += (column > 0 ? u"\t"_s : QString{}) + plain(field.toString());
        }
        text += u'\n';
    }
    return text;
}

void addBins(TextBuffer &text, const BinSeries &series, Interval interval, const TimeRange &range)
{
    for (std::size_t i = 0; i < series.size(); ++i) {
        const TimePoint begin = interval.binBegin(series.bin[i]);
        if (series.count[i] == 0 || begin < range.begin() || begin >= range.end())
            continue;
        text.time(begin);
        text.character('\t');
        text.text(series.location);
        text.character('\t');
        text.integer(series.count[i]);
        for (const Quantity quantity : {Quantity::X, Quantity::Y, Quantity::Sum}) {
            const auto &moments = series.of(quantity);
            text.character('\t');
            if (!moments.empty())
                text.number(moments[i].mean);
        }
        text.character('\n');
    }
}

QString binsText(const History &history, const ViewState &view)
{
    const RingSeries &shown = history.seriesFor(view.visible());
    TextBuffer text;
    text.text("time (UTC)\tbpm\tcount\tx_mm\ty_mm\tsum\n");
    if (!shown.range() || !shown.interval())
        return QString::fromUtf8(text.view());
    for (const int row : view.selection()) {
        if (const BinSeries *const series = shown.find(row))
            addBins(text, *series, *shown.interval(), view.visible().value_or(*shown.range()));
    }
    return QString::fromUtf8(text.view());
}

QCPColorMap *mapOf(QCustomPlot &plot)
{
    for (int k = 0; k < plot.plottableCount(); ++k) {
        if (auto *const map = qobject_cast<QCPColorMap *>(plot.plottable(k)))
            return map;
    }
    return nullptr;
}

/// Cells that hold something: where, and how much.
QString mapText(const QCPColorMap &map)
{
    const auto titleOf = [](const QCPAxis *axis) { return plain(axis ? axis->label() : QString{}); };
    const QCPColorScale *const scale = map.colorScale();
    TextBuffer text;
    const QString titles = titleOf(map.keyAxis()) + u'\t' + titleOf(map.valueAxis()) + u'\t'
                           + titleOf(scale ? scale->axis() : nullptr) + u'\n';
    text.text(titles.toStdString());
    QCPColorMapData &cells = *map.data();
    for (int key = 0; key < cells.keySize(); ++key) {
        for (int value = 0; value < cells.valueSize(); ++value) {
            const double here = cells.cell(key, value);
            if (std::isnan(here) || here == 0.0)
                continue;
            double keyAt = 0.0, valueAt = 0.0;
            cells.cellToCoord(key, value, &keyAt, &valueAt);
            text.number(keyAt);
            text.character('\t');
            text.number(valueAt);
            text.character('\t');
            text.number(here);
            text.character('\n');
        }
    }
    return QString::fromUtf8(text.view());
}

} // namespace

QString pageText(Page &page, const History &history, const ViewState &view)
{
    if (const QString numbers = page.plotNumbers(); !numbers.isEmpty())
        return numbers;
    if (const auto *const table = page.findChild<QTableView *>(); table && table->model())
        return tableText(*table->model());
    auto *const plot = page.findChild<QCustomPlot *>();
    const QCPColorMap *const map = plot ? mapOf(*plot) : nullptr;
    return map ? mapText(*map) : binsText(history, view);
}

} // namespace cbpm
