// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// The forms that the fields of a copied row have on the wire: time, detector, and the four buttons in one. A field
/// costs the server a call and a buffer: four of them, a third of the whole row.
struct WireForm
{
    enum class Time { Timestamptz, Seconds }; ///< int64 µs since 2000 UTC, or float8 s since 1970
    enum class Detector { Text, Id };         ///< text, or int8

    /// TI, BI, BO, TO: as lseg, float8 each; or whole numbers as interval, which are its months, its days, its hours
    /// and the µs beyond them. An interval takes the server one call and is half as long, but has no place for a NULL,
    /// and a TO of more than 1.45e9 may look like another hour: such a row is CopyDecoder::Step::Unclear.
    enum class Buttons { Lseg, Interval };

    Time time = Time::Timestamptz;
    Detector detector = Detector::Text;
    Buttons buttons = Buttons::Lseg;
};

} // namespace cbpm
