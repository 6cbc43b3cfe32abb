// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/samplebatch.h"

#include <array>

namespace cbpm {

/// The forms that the six fields of a copied row have on the wire: time, detector, TI, BI, BO, TO.
struct WireForm
{
    enum class Time { Timestamptz, Seconds }; ///< int64 µs since 2000 UTC, or float8 s since 1970
    enum class Detector { Text, Id };         ///< text, or int8
    enum class Number { Int4, Float8 };

    Time time = Time::Timestamptz;
    Detector detector = Detector::Text;
    std::array<Number, buttonCount> button{}; ///< by Button
};

} // namespace cbpm
