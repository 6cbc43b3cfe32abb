// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// While it lives, a display that is not there or cannot be opened ends the program with one sentence and `exitCode`;
/// Qt itself says several and aborts.
class DisplayOpening
{
public:
    explicit DisplayOpening(int exitCode);
    DisplayOpening(const DisplayOpening &) = delete;
    DisplayOpening &operator=(const DisplayOpening &) = delete;
    ~DisplayOpening();
};

} // namespace cbpm
