// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detectortable.h"

namespace cbpm {

/// True for text in the form of the ring's BPM_DET_params.cfg: sections in brackets, keys that begin with a dot.
bool isParameterFile(const QByteArray &text);

/// Reads it: location, id, CESRV name and the two coefficients (metres there) of every [BPM_…] section; arrays over
/// many rows, text after values and unknown keys are passed over. RING_POSITION is a placeholder there: s and optics
/// come from the built-in table where it knows the location. Errors name line and column.
/// With `passedOver` a section that cannot be read is told there and left out.
Result<DetectorTablePtr> parseParameterFile(const QByteArray &text, const QString &origin,
                                            QStringList *passedOver = nullptr);

} // namespace cbpm
