// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/matlabmarks.h"

#include "core/export/hdfhandle.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

const char *className(HdfFile::Type type)
{
    switch (type) {
    case HdfFile::Type::Double:
        return "double";
    case HdfFile::Type::Int64:
        return "int64";
    case HdfFile::Type::UInt32:
        return "uint32";
    case HdfFile::Type::UInt16:
        return "uint16";
    case HdfFile::Type::Name:
        break;
    }
    return "char";
}

/// A dataset of fixed size: columns x rows, backwards as everything.
bool addMatrix(hid_t file, const char *name, HdfFile::Type type, hid_t stored, hsize_t rows, hsize_t columns,
               const void *values)
{
    const hsize_t size[2] = {columns, rows};
    const HdfHandle space{H5Screate_simple(2, size, nullptr), H5Sclose};
    const HdfHandle dataset{H5Dcreate2(file, name, stored, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Dclose};
    return dataset && H5Dwrite(dataset, stored, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0
           && markMatlabClass(dataset, type);
}

} // namespace

std::array<char, matlabHeadBytes> matlabHead()
{
    constexpr std::size_t words = 116;
    std::array<char, matlabHeadBytes> head{};
    const QByteArray text = "MATLAB 7.3 MAT-file, Created by: cbpm3 " CBPM_VERSION " HDF5 schema 1.00 .";
    std::fill_n(head.begin(), words, ' ');
    std::copy(text.begin(), text.end(), head.begin());
    const std::uint16_t marks[] = {0x0200, 0x4d49}; // the version, and "MI" where bytes are in their natural order
    std::memcpy(head.data() + 124, marks, sizeof marks);
    return head;
}

bool markMatlabClass(std::int64_t dataset, HdfFile::Type type)
{
    const char *const name = className(type);
    const HdfHandle text{H5Tcopy(H5T_C_S1), H5Tclose};
    H5Tset_size(text, std::strlen(name));
    if (!writeAttribute(dataset, "MATLAB_class", text, name))
        return false;
    constexpr std::int32_t asUtf16 = 2;
    return type != HdfFile::Type::Name || writeAttribute(dataset, "MATLAB_int_decode", H5T_NATIVE_INT32, &asUtf16);
}

bool addMatlabText(std::int64_t file, const char *name, const QString &text)
{
    if (text.isEmpty())
        return addMatlabEmpty(file, name, HdfFile::Type::Name, 0, 0);
    return addMatrix(file, name, HdfFile::Type::Name, H5T_NATIVE_UINT16, 1, static_cast<hsize_t>(text.size()),
                     text.utf16());
}

bool addMatlabNumber(std::int64_t file, const char *name, std::int64_t value)
{
    return addMatrix(file, name, HdfFile::Type::Int64, H5T_NATIVE_INT64, 1, 1, &value);
}

bool addMatlabEmpty(std::int64_t file, const char *name, HdfFile::Type type, std::uint64_t rows, std::uint64_t columns)
{
    const std::uint64_t extent[] = {rows, columns};
    const hsize_t size = 2;
    const HdfHandle space{H5Screate_simple(1, &size, nullptr), H5Sclose};
    const HdfHandle dataset{H5Dcreate2(file, name, H5T_NATIVE_UINT64, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
                            H5Dclose};
    constexpr std::uint8_t yes = 1;
    return dataset && H5Dwrite(dataset, H5T_NATIVE_UINT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, extent) >= 0
           && markMatlabClass(dataset, type) && writeAttribute(dataset, "MATLAB_empty", H5T_NATIVE_UINT8, &yes);
}

std::array<char16_t, HdfFile::nameBytes> matlabName(const std::string &name)
{
    const QString text = QString::fromStdString(name);
    std::array<char16_t, HdfFile::nameBytes> row;
    row.fill(u' ');
    std::copy_n(text.utf16(), std::min(static_cast<std::size_t>(text.size()), row.size()), row.begin());
    return row;
}

} // namespace cbpm
