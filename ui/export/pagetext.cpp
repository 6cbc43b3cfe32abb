// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/pagetext.h"

#include "core/export/textbuffer.h"
#include "ui/models/history.h"
#include "ui/models/viewstate.h"
#include "ui/pages/page.h"

#include <QTableView>

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
            const QVariant field = row < 0 ? model.headerData(column, Qt::Horizontal)
                                           : model.index(row, column).data(Qt::DisplayRole);
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

} // namespace

QString pageText(Page &page, const History &history, const ViewState &view)
{
    const auto *const table = qobject_cast<QTableView *>(&page.picture());
    return table && table->model() ? tableText(*table->model()) : binsText(history, view);
}

} // namespace cbpm
