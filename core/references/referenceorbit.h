// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace cbpm {

/// Where the beam was at one detector.
struct ReferencePoint
{
    double x_mm = std::numeric_limits<double>::quiet_NaN(); ///< NaN: not measured
    double y_mm = std::numeric_limits<double>::quiet_NaN();
    double xStd_mm = std::numeric_limits<double>::quiet_NaN(); ///< NaN: not known, as of one sample
    double yStd_mm = std::numeric_limits<double>::quiet_NaN();
    std::uint64_t count = 0; ///< samples behind it; 0: not known
};

/// Points by canonical location.
using ReferencePoints = std::map<std::string, ReferencePoint>;

/// An orbit that others are compared with, and what one must know to trust the comparison.
struct ReferenceOrbit
{
    QString name;
    std::optional<TimePoint> time;    ///< when the beam was there; nullopt: not known
    std::optional<TimeRange> stretch; ///< what was averaged; nullopt: not known
    QString tableVersion;             ///< DetectorTable::version() of the constants; may be empty
    QString method;                   ///< linear, log, polynomial or map; empty: as the table says
    QString author;
    QString comment;
    ReferencePoints points;
};

/// Limits on what a file may hold: far above any ring, far below what would hurt.
namespace referencelimits {
inline constexpr qint64 fileBytes = 4 << 20;
inline constexpr std::size_t points = 10'000;
inline constexpr qsizetype nameLength = 200;
inline constexpr qsizetype commentLength = 10'000;
inline constexpr qsizetype locationLength = 64;
inline constexpr double position_mm = 1e6;
} // namespace referencelimits

/// Error::Usage or BadData says which field cannot be as it is: no name, no finite position, too long, out of range.
Result<void> checkReference(const ReferenceOrbit &orbit);

/// Detectors that `table` does not have under any name.
QStringList unknownLocations(const ReferencePoints &points, const DetectorTable &table);

/// a - b where both have the detector. A detector that one of them lacks is missing: NaN.
ReferencePoints difference(const ReferencePoints &a, const ReferencePoints &b);

} // namespace cbpm
