// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referenceorbit.h"

#include <QByteArray>

namespace cbpm {

/// An orbit as CSV in C locale, exact to the bit: what it is in lines "# name: …", then
/// `location,x_mm,y_mm,x_std_mm,y_std_mm,count`, one line per detector in alphabetical order.
QByteArray referenceCsv(const ReferenceOrbit &orbit);

/// Reads what referenceCsv() writes, and tables of others: columns in any order, all but `location` and one position
/// optional, unknown columns and comments passed over. Without a "# name:" the orbit is called `name`.
/// BadData names line and column: locations twice, numbers that are none, fields that are missing.
Result<ReferenceOrbit> parseReferenceCsv(const QByteArray &text, const QString &origin, const QString &name);

} // namespace cbpm
