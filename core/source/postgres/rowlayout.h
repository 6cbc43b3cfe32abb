// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/source/postgres/connection.h"
#include "core/source/postgres/tablemapping.h"
#include "core/source/postgres/wireform.h"
#include "core/types/timerange.h"

#include <QTimeZone>

namespace cbpm {

/// How a site's columns come over the wire, learned from the server once: no type is assumed. Whatever the column is,
/// the select list casts it to one of the forms of its field.
struct RowLayout : WireForm
{
    enum class Number { Int4, Float8 };
    enum class SecondsColumn { Real, Integer }; ///< an integer column is compared with integers, or no index serves it

    QByteArray table;                         ///< quoted
    QByteArray timeColumn;                    ///< quoted, bare
    QByteArray timeValue;                     ///< expression of the form `time`
    QByteArray detectorColumn;                ///< quoted, bare
    QByteArray detectorValue;                 ///< expression of the form `detector`
    std::array<Number, buttonCount> button{}; ///< by Button: whether a column is of whole numbers
    QByteArrayList buttonValues;              ///< expressions of the types `button`: TI, BI, BO, TO
    bool wallClock = false;                   ///< timestamp without a zone
    SecondsColumn secondsColumn = SecondsColumn::Real;
    QTimeZone localZone;      ///< of wall-clock times other than UTC; else invalid
    QByteArray localZoneName; ///< quoted; empty where localZone is invalid

    /// Learns the types. NotFound and BadData name table, column and type.
    static Result<RowLayout> learn(Connection &connection, const TableMapping &mapping, const CancelToken &cancel);

    /// Of the form: time, detector, and the buttons, as lseg with NaN for NULL.
    QByteArray selectList() const;

    /// "name" or "schema"."name".
    static QByteArray quotedTable(const Connection &connection, const QString &table);

    /// "time >= … AND time < …", wide enough for every row of the range; rounding is left to the reader's own filter.
    QByteArray timeCondition(const TimeRange &range) const;

    /// " AND detector IN (…)" for rows of the table as sites spell them; empty for no rows.
    QByteArray detectorCondition(const Connection &connection, const DetectorTable &table,
                                 const std::vector<int> &rows) const;

    /// The spellings of one detector that sites use in a column of this form.
    QStringList spellings(const cbpm::Detector &of) const;

    /// int8 expression: µs since 1970 of `aggregate` (min or max) over the time column.
    QByteArray microseconds(const QByteArray &aggregate) const;

    /// "time > -infinity AND time < infinity", in the form of the column.
    QByteArray finiteTimeCondition() const;

private:
    void setWallClock(const Connection &connection, const QTimeZone &zone);
    bool nearTransition(const TimeRange &range) const;
    QByteArray instant(TimePoint edge) const; ///< literal that compares with the time column
};

} // namespace cbpm
