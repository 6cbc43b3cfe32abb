// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/postgres/pgtypes.h"
#include "core/source/postgres/tablemapping.h"

#include <vector>

namespace cbpm {

/// A column as the catalogue knows it.
struct TableColumn
{
    QString name;
    Oid type = 0;     ///< of a domain: what it is made of
    QString typeName; ///< for people

    bool canBeTime() const;
    bool canBeDetector() const;
    bool canBeButton() const { return pgtype::isNumber(type); }
};

/// Which column is what, by type and name: "ts timestamptz", "BPM text", "top_inner", "TI". What cannot be told stays
/// empty; no column is taken twice.
TableMapping guessColumns(const std::vector<TableColumn> &columns);

/// How many of the six are there.
int namedColumns(const TableMapping &mapping);

} // namespace cbpm
