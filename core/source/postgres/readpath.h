// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cbpm {

/// Which way samples and cells come from a server that has more than one.
enum class ReadPath {
    Auto,   ///< the cheapest that gives the same numbers
    Rows,   ///< the site's own table alone
    Blocks, ///< blocks as far as they were prepared: an error where none are
    Rollup, ///< cells as far as they were prepared: an error where none fit
};

} // namespace cbpm
