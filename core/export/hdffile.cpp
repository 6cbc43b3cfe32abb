// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hdffile.h"

#include "core/export/hdfhandle.h"
#include "core/export/matlabmarks.h"
#include "core/types/coretexts.h"
#include "core/types/devicefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

static_assert(sizeof(hid_t) == sizeof(std::int64_t), "handles are kept as std::int64_t");

constexpr std::size_t indexBytes = std::size_t{256}
                                   << 10; ///< of chunks, as in the file; in memory they take the sevenfold

/// UTF-8 of `bytes` bytes, padded with zeros; H5T_VARIABLE: of any length.
HdfHandle textType(std::size_t bytes)
{
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, bytes);
    H5Tset_cset(type, H5T_CSET_UTF8);
    H5Tset_strpad(type, bytes == H5T_VARIABLE ? H5T_STR_NULLTERM : H5T_STR_NULLPAD);
    return {type, H5Tclose};
}

/// In memory and in the file: native numbers, so that nothing is converted.
HdfHandle typeOf(HdfFile::Type type)
{
    switch (type) {
    case HdfFile::Type::Double:
        return {H5Tcopy(H5T_NATIVE_DOUBLE), H5Tclose};
    case HdfFile::Type::Int64:
        return {H5Tcopy(H5T_NATIVE_INT64), H5Tclose};
    case HdfFile::Type::UInt32:
        return {H5Tcopy(H5T_NATIVE_UINT32), H5Tclose};
    case HdfFile::Type::UInt16:
        return {H5Tcopy(H5T_NATIVE_UINT16), H5Tclose};
    case HdfFile::Type::Name:
        break;
    }
    return textType(HdfFile::nameBytes);
}

bool writeText(hid_t object, const char *name, const QString &value)
{
    const QByteArray text = value.toUtf8();
    const char *const start = text.constData();
    return writeAttribute(object, name, textType(H5T_VARIABLE), &start);
}

} // namespace

HdfFile::HdfFile(QString path, Dialect dialect)
    : m_path{std::move(path)},
      m_temporaryPath{u"%1.part-%2"_s.arg(m_path).arg(QCoreApplication::applicationPid())}, m_dialect{dialect}
{
}

HdfFile::~HdfFile()
{
    std::ignore = closed();
    if (m_temporaryPath.isEmpty())
        return;
    QFile::resize(m_temporaryPath, 0); // a broken one stays open: at least it takes no room
    QFile::remove(m_temporaryPath);
}

Result<std::unique_ptr<HdfFile>> HdfFile::create(const QString &path, Dialect dialect)
{
    if (const auto place = mustBeNoDevice(path); !place)
        return place.error();
    H5dont_atexit();                             // it crashes there on a file whose disk was full
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // errors are told by us
    std::unique_ptr<HdfFile> file{new HdfFile{path, dialect}};
    const HdfHandle access{H5Pcreate(H5P_FILE_ACCESS), H5Pclose};
    // What the library keeps of indexes grows with the file, to 32 MB, unless it is told to write them out.
    H5AC_cache_config_t cache{};
    cache.version = H5AC__CURR_CACHE_CONFIG_VERSION;
    H5Pget_mdc_config(access, &cache);
    cache.set_initial_size = true;
    cache.initial_size = cache.min_size = cache.max_size = indexBytes;
    cache.flash_incr_mode = H5C_flash_incr__off;
    cache.incr_mode = H5C_incr__off;
    cache.decr_mode = H5C_decr__off;
    H5Pset_mdc_config(access, &cache);
    const HdfHandle creation{H5Pcreate(H5P_FILE_CREATE), H5Pclose};
    if (dialect == Dialect::Matlab)
        H5Pset_userblock(creation, matlabHeadBytes); // and the oldest format, which is what MATLAB itself writes
    else
        H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_LATEST);
    file->m_file = H5Fcreate(QFile::encodeName(file->m_temporaryPath).constData(), H5F_ACC_TRUNC, creation, access);
    if (file->m_file < 0)
        return Error{Error::Kind::Storage, CoreTexts::tr("%1 cannot be written").arg(path),
                     CoreTexts::tr("choose a folder that exists and that you may write to")};
    return file;
}

Result<void> HdfFile::setAttribute(const char *name, const QString &value)
{
    const bool isSet =
        m_dialect == Dialect::Matlab ? addMatlabText(m_file, name, value) : writeText(m_file, name, value);
    return isSet ? Result<void>{} : failure();
}

Result<void> HdfFile::setAttribute(const char *name, std::int64_t value)
{
    const bool isSet = m_dialect == Dialect::Matlab ? addMatlabNumber(m_file, name, value)
                                                    : writeAttribute(m_file, name, H5T_NATIVE_INT64, &value);
    return isSet ? Result<void>{} : failure();
}

Result<void> HdfFile::addText(const char *name, const QByteArray &text)
{
    if (m_dialect == Dialect::Matlab)
        return setAttribute(name, QString::fromUtf8(text));
    const HdfHandle type = textType(H5T_VARIABLE);
    const HdfHandle space{H5Screate(H5S_SCALAR), H5Sclose};
    const HdfHandle dataset{H5Dcreate2(m_file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Dclose};
    const char *const start = text.constData();
    const bool written = dataset && H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &start) >= 0;
    return written ? Result<void>{} : failure();
}

HdfFile::Extent HdfFile::extentOf(const Dataset &dataset, std::uint64_t rows, std::uint64_t columns) const
{
    if (m_dialect == Dialect::Matlab)
        return {2, {columns, rows}};
    return {dataset.isWide ? 2 : 1, {rows, columns}};
}

bool HdfFile::resize(const Dataset &dataset)
{
    return H5Dset_extent(dataset.id, extentOf(dataset, dataset.rows, dataset.width).size) >= 0;
}

Result<void> HdfFile::addColumn(const Column &column, std::uint64_t width)
{
    const bool isMatlab = m_dialect == Dialect::Matlab;
    Dataset dataset{column.name, -1, column.type, column.isWide, 0, width, {column.chunk[0], column.chunk[1]}};
    if (!column.isWide) // MATLAB has no lists, but columns, and a name is a row of characters
        dataset.width = dataset.chunk[1] = isMatlab && column.type == Type::Name ? nameBytes : 1;
    const Extent size = extentOf(dataset, 0, dataset.width);
    const Extent chunk = extentOf(dataset, dataset.chunk[0], dataset.chunk[1]);
    const Extent most = extentOf(dataset, H5S_UNLIMITED, column.isWide ? H5S_UNLIMITED : dataset.width);
    const HdfHandle space{H5Screate_simple(size.rank, size.size, most.size), H5Sclose};
    const HdfHandle type = isMatlab && column.type == Type::Name ? typeOf(Type::UInt16) : typeOf(column.type);
    const HdfHandle layout{H5Pcreate(H5P_DATASET_CREATE), H5Pclose};
    H5Pset_chunk(layout, chunk.rank, chunk.size);
    if (column.type == Type::Double) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        H5Pset_fill_value(layout, H5T_NATIVE_DOUBLE, &none);
    }
    // Chunks are written whole, one after the other: a cache of them would only copy.
    const HdfHandle access{H5Pcreate(H5P_DATASET_ACCESS), H5Pclose};
    H5Pset_chunk_cache(access, 1, 0, 1.0);
    dataset.id = H5Dcreate2(m_file, column.name, type, space, H5P_DEFAULT, layout, access);
    if (dataset.id < 0)
        return failure();
    m_datasets.push_back(dataset);
    const bool isMarked = !isMatlab || markMatlabClass(dataset.id, column.type);
    return isMarked && (column.meaning.isEmpty() || writeText(dataset.id, "unit", column.meaning)) ? Result<void>{}
                                                                                                   : failure();
}

Result<void> HdfFile::widen(std::uint64_t width)
{
    for (Dataset &dataset : m_datasets) {
        if (!dataset.isWide)
            continue;
        dataset.width = width;
        if (!resize(dataset))
            return failure();
    }
    return {};
}

Result<void> HdfFile::append(std::size_t column, const void *values, std::uint64_t rows)
{
    Dataset &dataset = m_datasets[column];
    const Extent begin = extentOf(dataset, dataset.rows, 0);
    const Extent count = extentOf(dataset, rows, dataset.width);
    dataset.rows += rows;
    if (!resize(dataset))
        return failure();
    const HdfHandle inMemory{H5Screate_simple(count.rank, count.size, nullptr), H5Sclose};
    const HdfHandle inFile{H5Dget_space(dataset.id), H5Sclose};
    H5Sselect_hyperslab(inFile, H5S_SELECT_SET, begin.size, nullptr, count.size, nullptr);
    const HdfHandle type{H5Dget_type(dataset.id), H5Tclose};
    return H5Dwrite(dataset.id, type, inMemory, inFile, H5P_DEFAULT, values) >= 0 ? Result<void>{} : failure();
}

Result<void> HdfFile::appendName(std::size_t column, const std::string &name)
{
    std::array<char, nameBytes> bytes{};
    std::copy_n(name.data(), std::min(name.size(), bytes.size()), bytes.begin());
    if (m_dialect == Dialect::Plain)
        return append(column, bytes.data(), 1);
    return append(column, matlabName(name).data(), 1);
}

Result<void> HdfFile::appendChunks(std::size_t column, const void *chunks, std::uint64_t rows)
{
    Dataset &dataset = m_datasets[column];
    const std::uint64_t firstRow = dataset.rows;
    dataset.rows += rows;
    if (!resize(dataset))
        return failure();
    const std::size_t bytes = dataset.chunk[0] * dataset.chunk[1] * H5Tget_size(typeOf(dataset.type));
    auto const *from = static_cast<const char *>(chunks);
    for (std::uint64_t left = 0; left < dataset.width; left += dataset.chunk[1], from += bytes) {
        if (H5Dwrite_chunk(dataset.id, H5P_DEFAULT, 0, extentOf(dataset, firstRow, left).size, bytes, from) < 0)
            return failure();
    }
    return {};
}

bool HdfFile::replaceEmpty(const Dataset &dataset)
{
    if (dataset.rows > 0 && dataset.width > 0)
        return true;
    return H5Ldelete(m_file, dataset.name, H5P_DEFAULT) >= 0
           && addMatlabEmpty(m_file, dataset.name, dataset.type, dataset.rows, dataset.width);
}

bool HdfFile::writeHead() const
{
    QFile file{m_temporaryPath};
    const auto head = matlabHead();
    return file.open(QIODevice::ReadWrite) && file.write(head.data(), head.size()) == qint64{head.size()}
           && file.flush();
}

Result<void> HdfFile::closed()
{
    // What could not be written once would be tried again, and the library ends in the middle of that.
    bool good = !m_isBroken;
    for (const Dataset &dataset : m_datasets)
        good = good && H5Dclose(dataset.id) >= 0;
    m_datasets.clear();
    good = good && (m_file < 0 || H5Fclose(m_file) >= 0);
    m_file = -1;
    return good ? Result<void>{} : failure();
}

Result<void> HdfFile::commit()
{
    const bool isMatlab = m_dialect == Dialect::Matlab;
    for (const Dataset &dataset : m_datasets) {
        if (isMatlab && !replaceEmpty(dataset))
            return failure();
    }
    if (auto good = closed(); !good)
        return good;
    if (isMatlab && !writeHead())
        return failure();
    const QByteArray temporary = QFile::encodeName(m_temporaryPath);
    const int file = ::open(temporary.constData(), O_RDONLY | O_CLOEXEC);
    const bool onDisk = file >= 0 && ::fsync(file) == 0; // a full disk may show only there
    if (file >= 0)
        ::close(file);
    if (!onDisk || std::rename(temporary.constData(), QFile::encodeName(m_path).constData()) != 0)
        return failure();
    m_temporaryPath.clear();
    return {};
}

Error HdfFile::failure()
{
    m_isBroken = true;
    const qint64 free = QStorageInfo{QFileInfo{m_path}.absolutePath()}.bytesAvailable();
    return Error{Error::Kind::Storage,
                 CoreTexts::tr("writing %1 failed (%2 bytes free): the file was not made").arg(m_path).arg(free),
                 CoreTexts::tr("free space there or choose another folder")};
}

} // namespace cbpm
