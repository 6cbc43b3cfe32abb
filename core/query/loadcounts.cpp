// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/loadrequest.h"

namespace cbpm {

LoadCounts &LoadCounts::operator+=(const LoadCounts &other)
{
    rows += other.rows;
    valid += other.valid;
    invalid += other.invalid;
    duplicates += other.duplicates;
    outOfOrder += other.outOfOrder;
    bytes += other.bytes;
    for (std::size_t k = 0; k < byFlag.size(); ++k)
        byFlag[k] += other.byFlag[k];
    return *this;
}

} // namespace cbpm
