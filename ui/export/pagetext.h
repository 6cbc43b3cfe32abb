// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cbpm {

class History;
class Page;
class ViewState;

/// The numbers of the page as lines of fields with tabs between: what its plot shows, its table, else the bins of the
/// selected detectors that are in view. Times in UTC, numbers in C locale.
QString pageText(Page &page, const History &history, const ViewState &view);

} // namespace cbpm
