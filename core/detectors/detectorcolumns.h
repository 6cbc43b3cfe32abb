// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"

#include <QByteArray>
#include <QString>

#include <span>

namespace cbpm {

/// One column of a detector table: the same in CSV files and on screen.
struct DetectorColumn
{
    const char *name;                               ///< as in the CSV header, with its unit: "kx_mm"
    QByteArray (*text)(const Detector &);           ///< C locale, shortest form; empty: not known
    bool (*assign)(Detector &, const QByteArray &); ///< false where the text is no value of the column
};

/// Every column, in the order they are written.
std::span<const DetectorColumn> detectorColumns();

/// nullptr for a column that the program does not know.
const DetectorColumn *findDetectorColumn(const QByteArray &name);

/// The column whose value no beam pipe can have, as "kx_mm = 0"; empty where all can be.
QString unphysicalValue(const Detector &detector);

} // namespace cbpm
