// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/sharedfile.h"
#include "core/types/result.h"
#include "core/types/time.h"

#include <QString>

#include <map>
#include <string>

namespace cbpm {

/// Why a detector is taken out of orbits and statistics.
struct Veto
{
    QString reason;
    QString author;
    TimePoint time; ///< when it was taken out

    bool operator==(const Veto &) const = default;
};

/// By canonical location.
using VetoList = std::map<std::string, Veto>;

/// As JSON, the same bytes for the same vetoes.
QByteArray vetoJson(const VetoList &vetoes);
/// NewerFormat or BadData where it cannot be understood; `origin` is named in errors.
Result<VetoList> parseVetoes(const QByteArray &json, const QString &origin);

/// The vetoes kept at `path`; none where there is no such file. NewerFormat or BadData where it cannot be understood.
Result<VetoList> readVetoes(const QString &path);

/// Changes what is kept at `path` and tells the result: sets the veto of `location`, or lifts it (nullptr). Programs
/// that do so at the same time wait for each other. A file that cannot be understood is put aside, not overwritten;
/// one that would be too large is left as it is (Usage).
Result<VetoList> changeVeto(const QString &path, const std::string &location, const Veto *veto);
/// The same of many at once, all or none.
Result<VetoList> changeVetoes(const QString &path, const ListChanges<VetoList> &changes);

} // namespace cbpm
