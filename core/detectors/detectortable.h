// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/types/result.h"

#include <QString>

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cbpm {

/// The ring's detectors in ring order (by s; those without s after them, as given). Immutable once made.
class DetectorTable
{
public:
    DetectorTable() = default;
    explicit DetectorTable(std::vector<Detector> detectors);

    int size() const noexcept { return static_cast<int>(m_detectors.size()); }
    const Detector &at(int row) const { return m_detectors[static_cast<std::size_t>(row)]; }
    std::span<const Detector> detectors() const noexcept { return m_detectors; }

    /// Row of a detector named as people write it ("12W", "DET_12W", "det_09w", an alias, "12"); unknownDetector if
    /// none.
    int find(std::string_view name) const;
    int findId(int id) const;

    /// Same constants give the same text; part of every cache key. Hex of a 64-bit hash.
    QString version() const;

private:
    std::vector<Detector> m_detectors;
    std::unordered_map<std::string, int> m_rowByName;
    std::unordered_map<int, int> m_rowById;
};

using DetectorTablePtr = std::shared_ptr<const DetectorTable>;

/// The CESR ring of June 2019 (CHESS-U layout), compiled in from resources/cesr_bpms.csv; kx, ky = 25.9, 19.8 mm.
DetectorTablePtr builtinDetectorTable();

/// Reads `path` by its content: the CSV of the command line's contract or the ring's BPM_DET_params.cfg.
/// Errors name line and column of what cannot be read.
Result<DetectorTablePtr> readDetectorTable(const QString &path);

/// The CSV that readDetectorTable() reads back to an equal table.
QByteArray detectorTableCsv(const DetectorTable &table);

/// Parses the CSV form; `origin` names the text in errors.
Result<DetectorTablePtr> parseDetectorTableCsv(const QByteArray &text, const QString &origin);

} // namespace cbpm
