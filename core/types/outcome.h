// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

namespace cbpm {

/// Whether it went well, where nobody wants the value.
template<class T>
Result<void> outcomeOf(const Result<T> &result)
{
    return result ? Result<void>{} : Result<void>{result.error()};
}

} // namespace cbpm
