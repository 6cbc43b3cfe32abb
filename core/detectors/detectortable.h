// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/types/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cbpm {

/// The ring's detectors in ring order (by s; those without s after them, as given). A row is one location; it may have
/// several sets of constants, each valid from its own time on. Immutable once made.
class DetectorTable
{
public:
    DetectorTable() = default;
    explicit DetectorTable(std::vector<Detector> detectors);

    int size() const noexcept { return static_cast<int>(m_epochs.size()); }
    /// The newest constants of the row.
    const Detector &at(int row) const { return m_epochs[static_cast<std::size_t>(row)].back(); }
    /// All constants of the row, by the time they become valid. The first ones hold before that, too.
    std::span<const Detector> epochs(int row) const { return m_epochs[static_cast<std::size_t>(row)]; }
    /// Every set of constants of every row, in ring order: what a changed table is made of.
    std::vector<Detector> detectors() const;

    /// Row of a detector named as people write it ("12W", "DET_12W", "det_09w", an alias, "12"); unknownDetector if
    /// none.
    int find(std::string_view name) const;
    int findId(int id) const;

    /// Same constants give the same text; part of every cache key. Hex of a 64-bit hash.
    QString version() const;

private:
    std::vector<std::vector<Detector>> m_epochs; ///< by row, never empty
    std::unordered_map<std::string, int> m_rowByName;
    std::unordered_map<int, int> m_rowById;
};

using DetectorTablePtr = std::shared_ptr<const DetectorTable>;

/// The CESR ring of June 2019 (CHESS-U layout), compiled in from resources/cesr_bpms.csv; kx, ky = 25.9, 19.8 mm.
DetectorTablePtr builtinDetectorTable();

/// Reads `path` by its content: the CSV of the command line's contract or the ring's BPM_DET_params.cfg.
/// Errors name line and column of what cannot be read. With `passedOver`, what cannot be read is told there, a sentence
/// each, and the rest of the file makes the table.
Result<DetectorTablePtr> readDetectorTable(const QString &path, QStringList *passedOver = nullptr);

/// The CSV that readDetectorTable() reads back to an equal table.
QByteArray detectorTableCsv(const DetectorTable &table);

/// Parses the CSV form; `origin` names the text in errors.
Result<DetectorTablePtr> parseDetectorTableCsv(const QByteArray &text, const QString &origin,
                                               QStringList *passedOver = nullptr);

} // namespace cbpm
