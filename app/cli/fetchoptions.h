// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/arguments/sourcearguments.h"
#include "core/export/exporter.h"

#include <QStringList>

#include <optional>

namespace cbpm {

/// What `cbpm3 fetch` was asked for.
struct FetchOptions
{
    SourceOptions source;
    QString from;
    QString to;
    QString detectors = QStringLiteral("all");
    std::optional<Interval> interval; ///< unset: raw, or automatic
    bool raw = false;
    std::optional<PositionMethod> method;
    bool usesTiles = true;
    int connections = 0; ///< 0: as many as are useful
    QString path = QStringLiteral("auto");
    QString output;
    ExportFormat format = ExportFormat::Csv;
    QString summaryPath;
};

/// Reads the arguments after "fetch". Error::Usage names the option.
Result<FetchOptions> parseFetchOptions(const QStringList &arguments);

} // namespace cbpm
