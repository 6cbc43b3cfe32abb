// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hdforigin.h"
#include "core/types/interval.h"

#include <QJsonObject>

namespace cbpm {

/// "linear", …, or "as in the detector table".
QString methodWords(const std::optional<PositionMethod> &method);

/// What a file says of its origin, by name; the detector table itself comes beside it.
std::vector<std::pair<QString, QString>> provenanceTexts(const ExportOrigin &origin);

/// What a file says of its origin, for formats that have no room for it: the JSON beside a CSV. `interval`: nullopt
/// for samples.
QJsonObject provenanceJson(const ExportOrigin &origin, const std::optional<Interval> &interval);

} // namespace cbpm
