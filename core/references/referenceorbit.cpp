// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referenceorbit.h"

#include "core/types/coretexts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

Error bad(const QString &what)
{
    return Error{Error::Kind::BadData, what, {}};
}

bool isPosition(double mm)
{
    return std::isnan(mm) || std::abs(mm) <= referencelimits::position_mm;
}

/// Letters, digits and signs that neither CSV nor a screen trips over.
bool isLocation(const std::string &text)
{
    return !text.empty() && text.size() <= static_cast<std::size_t>(referencelimits::locationLength)
           && text.front() != '#' && std::all_of(text.begin(), text.end(), [](char c) {
                  return c > ' ' && c < '\x7f' && c != ',' && c != '"';
              });
}

bool isSpread(double mm)
{
    return std::isnan(mm) || (mm >= 0.0 && mm <= referencelimits::position_mm);
}

} // namespace

Result<void> checkReference(const ReferenceOrbit &orbit)
{
    if (orbit.name.trimmed().isEmpty())
        return Error{Error::Kind::Usage, CoreTexts::tr("the reference has no name"), CoreTexts::tr("give it one")};
    if (orbit.name.size() > referencelimits::nameLength || orbit.author.size() > referencelimits::nameLength
        || orbit.tableVersion.size() > referencelimits::nameLength || orbit.method.size() > referencelimits::nameLength)
        return bad(CoreTexts::tr("name, author, table version and method may have %1 characters each")
                       .arg(referencelimits::nameLength));
    if (orbit.comment.size() > referencelimits::commentLength)
        return bad(CoreTexts::tr("the comment may have %1 characters").arg(referencelimits::commentLength));
    if (orbit.points.size() > referencelimits::points)
        return bad(CoreTexts::tr("more than %1 detectors").arg(referencelimits::points));
    bool anyPosition = false;
    for (const auto &[location, point] : orbit.points) {
        const QString where = QString::fromStdString(location).left(referencelimits::locationLength);
        if (!isLocation(location))
            return bad(CoreTexts::tr("\"%1\" is no location").arg(where));
        if (!isPosition(point.x_mm) || !isPosition(point.y_mm))
            return bad(CoreTexts::tr("the position at %1 is beyond any ring").arg(where));
        if (!isSpread(point.xStd_mm) || !isSpread(point.yStd_mm))
            return bad(CoreTexts::tr("the spread at %1 cannot be negative or beyond any ring").arg(where));
        anyPosition |= !std::isnan(point.x_mm) || !std::isnan(point.y_mm);
    }
    return anyPosition ? Result<void>{} : bad(CoreTexts::tr("it holds no position"));
}

QStringList unknownLocations(const ReferencePoints &points, const DetectorTable &table)
{
    QStringList unknown;
    for (const auto &[location, point] : points) {
        if (table.find(location) == unknownDetector)
            unknown << QString::fromStdString(location);
    }
    return unknown;
}

ReferencePoints difference(const ReferencePoints &a, const ReferencePoints &b)
{
    ReferencePoints points;
    for (const auto &[location, point] : a)
        points[location];
    for (const auto &[location, other] : b) {
        ReferencePoint &to = points[location];
        const auto found = a.find(location);
        if (found == a.end())
            continue;
        const ReferencePoint &from = found->second;
        // The spreads of two orbits are independent.
        to = {from.x_mm - other.x_mm, from.y_mm - other.y_mm, std::hypot(from.xStd_mm, other.xStd_mm),
              std::hypot(from.yStd_mm, other.yStd_mm), std::min(from.count, other.count)};
    }
    return points;
}

} // namespace cbpm
