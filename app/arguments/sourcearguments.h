// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/opensource.h"
#include "core/tiles/tilestore.h"

class QCommandLineParser;

namespace cbpm {

/// Adds --source, --profile, --table, --columns, --server-timezone and --detector-table, the same in both programs.
void addSourceOptions(QCommandLineParser &parser);

/// What they say, the profile first and then each option; Error::Usage names the option, BadData the file of a profile
/// that cannot be read and its line. Without a source: the demo.
Result<SourceOptions> sourceOptions(const QCommandLineParser &parser);

/// Where what can be made again is kept for this user; ends with a slash.
QString cacheFolder();

/// Where the demo archive lives: the user's cache folder.
QString defaultDemoPath();

/// The tiles that both programs share: a file in the user's cache folder.
TileStorePtr openTiles();

} // namespace cbpm
