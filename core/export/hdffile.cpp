// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/hdffile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cstdio>
#include <fcntl.h>
#include <hdf5.h>
#include <limits>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

static_assert(sizeof(hid_t) == sizeof(std::int64_t), "handles are kept as std::int64_t");

/// A handle of the library, closed by what fits its kind.
class Handle
{
public:
    Handle(hid_t id, herr_t (*close)(hid_t)) : m_id{id}, m_close{close} {}
    ~Handle()
    {
        if (m_id >= 0)
            m_close(m_id);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    explicit operator bool() const { return m_id >= 0; }
    operator hid_t() const { return m_id; }

private:
    hid_t m_id;
    herr_t (*m_close)(hid_t);
};

/// UTF-8 of `bytes` bytes, padded with zeros; H5T_VARIABLE: of any length.
Handle textType(std::size_t bytes)
{
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, bytes);
    H5Tset_cset(type, H5T_CSET_UTF8);
    H5Tset_strpad(type, bytes == H5T_VARIABLE ? H5T_STR_NULLTERM : H5T_STR_NULLPAD);
    return {type, H5Tclose};
}

/// In memory and in the file: native numbers, so that nothing is converted.
Handle typeOf(HdfFile::Type type)
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

bool writeAttribute(hid_t object, const char *name, hid_t type, const void *value)
{
    const Handle space{H5Screate(H5S_SCALAR), H5Sclose};
    const Handle attribute{H5Acreate2(object, name, type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
    return attribute && H5Awrite(attribute, type, value) >= 0;
}

bool writeText(hid_t object, const char *name, const QString &value)
{
    const QByteArray text = value.toUtf8();
    const char *const start = text.constData();
    return writeAttribute(object, name, textType(H5T_VARIABLE), &start);
}

} // namespace

HdfFile::HdfFile(QString path)
    : m_path{std::move(path)}, m_temporaryPath{u"%1.part-%2"_s.arg(m_path).arg(QCoreApplication::applicationPid())}
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

Result<std::unique_ptr<HdfFile>> HdfFile::create(const QString &path)
{
    H5dont_atexit();                             // it crashes there on a file whose disk was full
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // errors are told by us
    std::unique_ptr<HdfFile> file{new HdfFile{path}};
    const Handle access{H5Pcreate(H5P_FILE_ACCESS), H5Pclose};
    H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_LATEST);
    file->m_file = H5Fcreate(QFile::encodeName(file->m_temporaryPath).constData(), H5F_ACC_TRUNC, H5P_DEFAULT, access);
    if (file->m_file < 0)
        return Error{Error::Kind::Storage, u"%1 cannot be written"_s.arg(path),
                     u"choose a folder that exists and that you may write to"_s};
    return file;
}

Result<void> HdfFile::setAttribute(const char *name, const QString &value)
{
    return writeText(m_file, name, value) ? Result<void>{} : failure();
}

Result<void> HdfFile::setAttribute(const char *name, std::int64_t value)
{
    return writeAttribute(m_file, name, H5T_NATIVE_INT64, &value) ? Result<void>{} : failure();
}

Result<void> HdfFile::addText(const char *name, const QByteArray &text)
{
    const Handle type = textType(H5T_VARIABLE);
    const Handle space{H5Screate(H5S_SCALAR), H5Sclose};
    const Handle dataset{H5Dcreate2(m_file, name, type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT), H5Dclose};
    const char *const start = text.constData();
    const bool written = dataset && H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, &start) >= 0;
    return written ? Result<void>{} : failure();
}

Result<void> HdfFile::addColumn(const Column &column, std::uint64_t width)
{
    const int rank = column.isWide ? 2 : 1;
    const hsize_t size[2] = {0, width};
    const hsize_t most[2] = {H5S_UNLIMITED, H5S_UNLIMITED};
    const hsize_t chunk[2] = {column.chunk[0], column.chunk[1]};
    const Handle space{H5Screate_simple(rank, size, most), H5Sclose};
    const Handle type = typeOf(column.type);
    const Handle layout{H5Pcreate(H5P_DATASET_CREATE), H5Pclose};
    H5Pset_chunk(layout, rank, chunk);
    if (column.type == Type::Double) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        H5Pset_fill_value(layout, H5T_NATIVE_DOUBLE, &none);
    }
    // Chunks are written whole, one after the other: a cache of them would only copy.
    const Handle access{H5Pcreate(H5P_DATASET_ACCESS), H5Pclose};
    H5Pset_chunk_cache(access, 1, 0, 1.0);
    const hid_t id = H5Dcreate2(m_file, column.name, type, space, H5P_DEFAULT, layout, access);
    if (id < 0)
        return failure();
    m_datasets.push_back({id, column.type, column.isWide, 0, width, {column.chunk[0], column.chunk[1]}});
    return column.meaning.isEmpty() || writeText(id, "unit", column.meaning) ? Result<void>{} : failure();
}

Result<void> HdfFile::widen(std::uint64_t width)
{
    for (Dataset &dataset : m_datasets) {
        if (!dataset.isWide)
            continue;
        dataset.width = width;
        const hsize_t size[2] = {dataset.rows, dataset.width};
        if (H5Dset_extent(dataset.id, size) < 0)
            return failure();
    }
    return {};
}

Result<void> HdfFile::append(std::size_t column, const void *values, std::uint64_t rows)
{
    Dataset &dataset = m_datasets[column];
    const hsize_t begin = dataset.rows;
    const hsize_t count = rows;
    dataset.rows += rows;
    const hsize_t size = dataset.rows;
    if (H5Dset_extent(dataset.id, &size) < 0)
        return failure();
    const Handle inMemory{H5Screate_simple(1, &count, nullptr), H5Sclose};
    const Handle inFile{H5Dget_space(dataset.id), H5Sclose};
    H5Sselect_hyperslab(inFile, H5S_SELECT_SET, &begin, nullptr, &count, nullptr);
    const bool written = H5Dwrite(dataset.id, typeOf(dataset.type), inMemory, inFile, H5P_DEFAULT, values) >= 0;
    return written ? Result<void>{} : failure();
}

Result<void> HdfFile::appendChunks(std::size_t column, const void *chunks, std::uint64_t rows)
{
    Dataset &dataset = m_datasets[column];
    hsize_t place[2] = {dataset.rows, 0};
    dataset.rows += rows;
    const hsize_t size[2] = {dataset.rows, dataset.width};
    if (H5Dset_extent(dataset.id, size) < 0)
        return failure();
    const std::size_t bytes = dataset.chunk[0] * dataset.chunk[1] * H5Tget_size(typeOf(dataset.type));
    auto const *from = static_cast<const char *>(chunks);
    for (; place[1] < dataset.width; place[1] += dataset.chunk[1], from += bytes) {
        if (H5Dwrite_chunk(dataset.id, H5P_DEFAULT, 0, place, bytes, from) < 0)
            return failure();
    }
    return {};
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
    if (auto good = closed(); !good)
        return good;
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
                 u"writing %1 failed (%2 bytes free): the file was not made"_s.arg(m_path).arg(free),
                 u"free space there or choose another folder"_s};
}

} // namespace cbpm
