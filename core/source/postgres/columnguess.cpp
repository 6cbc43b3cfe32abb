// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/columnguess.h"

#include <QRegularExpression>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// "Top-Inner" is "topinner".
QString lettersOf(const QString &name)
{
    QString letters;
    for (const QChar c : name.toLower()) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

bool isAnyOf(const QString &name, std::initializer_list<QLatin1StringView> words)
{
    const QString letters = lettersOf(name);
    return std::any_of(words.begin(), words.end(), [&](QLatin1StringView word) { return letters == word; });
}

/// 0: it cannot be.
int timeScore(const TableColumn &column)
{
    const bool named = isAnyOf(column.name, {"timestamp"_L1, "time"_L1, "ts"_L1, "t"_L1, "when"_L1, "datetime"_L1,
                                             "utc"_L1, "epoch"_L1, "unixtime"_L1, "measuredat"_L1, "sampletime"_L1});
    if (pgtype::isNumber(column.type))
        return named ? 1 : 0; // any number could be one
    return column.canBeTime() ? 2 + (named ? 2 : 0) + (column.type == pgtype::timestamptz ? 1 : 0) : 0;
}

int detectorScore(const TableColumn &column)
{
    const bool named =
        isAnyOf(column.name, {"instr"_L1, "instrument"_L1, "detector"_L1, "det"_L1, "bpm"_L1, "bpmname"_L1, "name"_L1,
                              "device"_L1, "location"_L1, "station"_L1, "detid"_L1, "bpmid"_L1, "detectorid"_L1,
                              "detectorname"_L1, "channel"_L1, "pickup"_L1});
    if (pgtype::isText(column.type))
        return 1 + (named ? 2 : 0);
    return pgtype::isInteger(column.type) && named ? 2 : 0;
}

/// "top"/"bot" and "in"/"out" as sites write them; nothing else may stand in the name but what kind of number it is.
int buttonScore(const TableColumn &column, const QString &vertical, const QString &horizontal)
{
    if (!column.canBeButton())
        return 0;
    const QRegularExpression form{
        u"^(?:button|but|b(?=[tb]))?(?:%1)(?:%2)(?:raw|adc|adu|amp|amplitude|signal)?$"_s.arg(vertical, horizontal)};
    return form.match(lettersOf(column.name)).hasMatch() ? 1 : 0;
}

/// The best of those that are not taken; the first among equals.
template<class Score>
void choose(QString &field, const std::vector<TableColumn> &columns, QStringList &taken, const Score &score)
{
    int best = 0;
    for (const TableColumn &column : columns) {
        if (const int points = score(column); points > best && !taken.contains(column.name)) {
            best = points;
            field = column.name;
        }
    }
    if (best > 0)
        taken << field;
}

} // namespace

bool TableColumn::canBeTime() const
{
    return type == pgtype::timestamptz || type == pgtype::timestamp || pgtype::isNumber(type);
}

bool TableColumn::canBeDetector() const
{
    return pgtype::isText(type) || pgtype::isNumber(type);
}

TableMapping guessColumns(const std::vector<TableColumn> &columns)
{
    TableMapping guess;
    for (QString *const field :
         {&guess.time, &guess.detector, &guess.topIn, &guess.topOut, &guess.botIn, &guess.botOut})
        field->clear();
    const QString top = u"top|upper|up|t"_s;
    const QString bottom = u"bottom|bot|lower|low|down|dn|b"_s;
    const QString in = u"inner|inside|in|i"_s;
    const QString out = u"outer|outside|out|o"_s;
    QStringList taken;
    const auto button = [&](QString &field, const QString &vertical, const QString &horizontal) {
        choose(field, columns, taken, [&](const TableColumn &c) { return buttonScore(c, vertical, horizontal); });
    };
    button(guess.topIn, top, in);
    button(guess.topOut, top, out);
    button(guess.botIn, bottom, in);
    button(guess.botOut, bottom, out);
    choose(guess.time, columns, taken, timeScore);
    choose(guess.detector, columns, taken, detectorScore);
    return guess;
}

int namedColumns(const TableMapping &mapping)
{
    const auto names = {mapping.time, mapping.detector, mapping.topIn, mapping.topOut, mapping.botIn, mapping.botOut};
    return static_cast<int>(std::count_if(names.begin(), names.end(), [](const QString &n) { return !n.isEmpty(); }));
}

} // namespace cbpm
