// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/annotation.h"
#include "core/references/referenceorbit.h"
#include "core/references/vetofile.h"

#include <functional>

namespace cbpm {

/// A change of what people decide, as it travels to others: that of a key, whole, or that it is taken away.
struct Decision
{
    enum class Kind { Reference, Golden, Veto, Annotation };

    Kind kind = Kind::Reference;
    QString key;                        ///< id of the orbit or annotation, location of the veto, "golden"
    std::optional<QByteArray> document; ///< the JSON of the file formats, of this key alone; nullopt: taken away
    QString author;                     ///< who decided

    bool operator==(const Decision &) const = default;
};

/// "reference", "golden", "veto", "annotation".
QString wordOf(Decision::Kind kind);
std::optional<Decision::Kind> decisionKind(const QString &word);

/// nullptr, and an empty id: taken away, by the user of this program.
Decision referenceDecision(const QString &id, const ReferenceOrbit *orbit);
Decision goldenDecision(const QString &id);
Decision vetoDecision(const std::string &location, const Veto *veto);
Decision annotationDecision(const QString &id, const Annotation *annotation);

/// What the document of a decision says, with the checks of its file; BadData where that is of another key.
Result<ReferenceOrbit> orbitOf(const Decision &decision);
Result<QString> goldenOf(const Decision &decision);
Result<Veto> vetoOf(const Decision &decision);
Result<Annotation> annotationOf(const Decision &decision);

/// Makes a change where it may be made: keeps the decision for others and calls `make`, at most once. An error: nothing
/// is changed, and nothing kept.
using DecisionGate = std::function<Result<void>(const Decision &, const std::function<Result<void>()> &make)>;

/// By way of `gate`, or directly where there is none.
Result<void> makeThrough(const DecisionGate &gate, const Decision &decision, const std::function<Result<void>()> &make);

} // namespace cbpm
