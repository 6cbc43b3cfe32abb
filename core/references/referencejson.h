// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referenceorbit.h"

#include <QByteArray>

namespace cbpm {

/// An orbit as the JSON that the program keeps, exact to the bit; "version" 1.
QByteArray referenceJson(const ReferenceOrbit &orbit);

/// NewerFormat where a later version wrote it, else BadData naming what is wrong.
Result<ReferenceOrbit> parseReferenceJson(const QByteArray &text, const QString &origin);

} // namespace cbpm
