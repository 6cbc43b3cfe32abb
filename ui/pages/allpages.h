// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

class QWidget;

namespace cbpm {

class History;
class Page;
class ReferenceStore;
class ViewState;

/// Names of all pages, as on the command line, in the order of their tabs.
QStringList pageNames();

/// One of each.
std::vector<Page *> createPages(History &history, ViewState &view, ReferenceStore &references, QWidget *parent);

} // namespace cbpm
