// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/annotation.h"
#include "core/references/referenceorbit.h"
#include "core/references/vetofile.h"
#include "core/source/archive/archiveattachments.h"
#include "core/views/view.h"

#include <map>
#include <optional>

namespace cbpm {

/// What makes a saved range an incident that is shown elsewhere as it was here: beside the samples the view, the
/// references, the vetoes and the annotations. It lies in the archive as attachments "view", "reference:ID", "golden",
/// "vetoes" and "annotations".
struct Bundle
{
    std::optional<View> view;
    std::map<QString, ReferenceOrbit> references; ///< by id
    QString golden;                               ///< id; empty: none
    VetoList vetoes;
    AnnotationList annotations;
    QStringList problems; ///< a sentence for each part that cannot be understood and is passed over

    bool isEmpty() const { return !view && references.empty() && vetoes.empty() && annotations.empty(); }
};

std::vector<ArchiveAttachment> attachmentsOf(const Bundle &bundle);

/// Of the archive at `path`, from anywhere; empty where it holds samples alone.
Result<Bundle> readBundle(const QString &path);

} // namespace cbpm
