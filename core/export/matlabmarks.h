// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/hdffile.h"

#include <array>

namespace cbpm {

// What makes an HDF5 file a MAT-file 7.3: a head of its own before the HDF5 data, datasets that name their class, and
// matrices stored column by column, so that the dimensions of HDF5 are those of MATLAB backwards.

constexpr std::size_t matlabHeadBytes = 512; ///< before the HDF5 data

/// The head of the file, in place of the first bytes.
std::array<char, matlabHeadBytes> matlabHead();

/// Marks dataset `dataset` as a matrix of numbers, or of characters for Type::Name.
bool markMatlabClass(std::int64_t dataset, HdfFile::Type type);

/// A row of characters, as variable `name`.
bool addMatlabText(std::int64_t file, const char *name, const QString &text);
/// A single int64, as variable `name`.
bool addMatlabNumber(std::int64_t file, const char *name, std::int64_t value);
/// An empty matrix, as variable `name`: a dataset without elements means nothing there.
bool addMatlabEmpty(std::int64_t file, const char *name, HdfFile::Type type, std::uint64_t rows, std::uint64_t columns);

/// A name as one row of a matrix of characters, filled up with blanks.
std::array<char16_t, HdfFile::nameBytes> matlabName(const std::string &name);

} // namespace cbpm
