// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QtGlobal>

namespace cbpm {

/// A source that says by itself when there are new rows: what spares a viewer the wait until its next look, and nothing
/// more. Who hears nothing looks all the same. One thread at a time.
class Announcer
{
public:
    virtual ~Announcer() = default;

    /// Becomes readable when something was said.
    virtual qintptr socket() const = 0;

    /// Takes in what was said so far, without waiting: whether there are new rows. Error: nothing more will be said.
    virtual Result<bool> hear() = 0;
};

} // namespace cbpm
