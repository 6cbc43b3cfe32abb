// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace cbpm::test {

/// A variable of a MAT-file: its class, its size, and its values column by column; characters as their codes.
struct MatVariable
{
    QString className;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values; ///< exact up to 2^53

    double at(std::size_t row, std::size_t column = 0) const { return values[column * rows + row]; }
    /// A row of characters, blanks at its end cut.
    QString text(std::size_t row = 0) const;
};

/// All variables of `path`, as libmatio reads them; nullopt: it does not.
std::optional<std::map<QString, MatVariable>> readMat(const QString &path);

} // namespace cbpm::test
