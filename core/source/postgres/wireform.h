// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// The forms that the fields of a copied row have on the wire: time, detector, and the four buttons as one lseg, which
/// is TI, BI, BO, TO as float8. A field costs the server a call and a buffer: four of them, a third of the whole row.
struct WireForm
{
    enum class Time { Timestamptz, Seconds }; ///< int64 µs since 2000 UTC, or float8 s since 1970
    enum class Detector { Text, Id };         ///< text, or int8

    Time time = Time::Timestamptz;
    Detector detector = Detector::Text;
};

} // namespace cbpm
