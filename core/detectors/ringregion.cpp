// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/ringregion.h"

namespace cbpm {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

RingRegion ringRegion(std::string_view location)
{
    if (location.size() >= 2 && location[0] == 'X' && isDigit(location[1]))
        return RingRegion::South;
    if (location.empty() || !isDigit(location[0]))
        return RingRegion::Other;
    // Some have a letter before the side ("9AW") or a number after it ("12W2").
    while (!location.empty() && isDigit(location.back()))
        location.remove_suffix(1);
    if (location.empty())
        return RingRegion::Other;
    return location.back() == 'W' ? RingRegion::West : location.back() == 'E' ? RingRegion::East : RingRegion::Other;
}

} // namespace cbpm
