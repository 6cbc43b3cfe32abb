// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"
#include "core/types/interval.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace cbpm {

/// What a fetch of the window loads: all detectors, the selected ones where all would fill the memory, or nothing where
/// those would, too; and what the operator is told before it begins.
class LoadPlan
{
    Q_DECLARE_TR_FUNCTIONS(LoadPlan)

public:
    /// `memory_bytes`: what this program may still take.
    LoadPlan(const SourceInfo &info, int detectors, const std::vector<int> &selected, const TimeRange &range,
             Interval interval, std::int64_t memory_bytes);

    bool isPossible() const { return m_isPossible; }
    /// Of the source's table; empty: all.
    const std::vector<int> &rows() const { return m_rows; }
    /// Empty: nothing need be said.
    const QString &message() const { return m_message; }

private:
    bool m_isPossible = true;
    std::vector<int> m_rows;
    QString m_message;
};

} // namespace cbpm
