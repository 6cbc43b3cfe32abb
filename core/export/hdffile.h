// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cbpm {

/// An HDF5 file of growing datasets, which appears under its name only when it is whole. One thread.
class HdfFile
{
public:
    /// Matlab: a MAT-file 7.3, which is HDF5 with marks of its own. Datasets are variables, [rows, 1] or [rows, width]
    /// and stored column by column; what the file says of itself is variables, too, as MATLAB loads no attributes.
    enum class Dialect { Plain, Matlab };

    static Result<std::unique_ptr<HdfFile>> create(const QString &path, Dialect dialect = Dialect::Plain);
    ~HdfFile(); ///< without commit() nothing is left behind
    HdfFile(const HdfFile &) = delete;
    HdfFile &operator=(const HdfFile &) = delete;

    enum class Type { Double, Int64, UInt32, UInt16, Name };
    static constexpr std::size_t nameBytes = 32; ///< of a Type::Name, padded with zeros

    Dialect dialect() const { return m_dialect; }

    /// An attribute of the whole file.
    Result<void> setAttribute(const char *name, const QString &value);
    Result<void> setAttribute(const char *name, std::int64_t value);

    /// A text that is a dataset of its own.
    Result<void> addText(const char *name, const QByteArray &text);

    struct Column
    {
        const char *name;
        Type type;
        QString meaning = {};     ///< kept as attribute "unit" or what else says how to read it
        bool isWide = false;      ///< [rows, width]; else [rows]
        std::uint64_t chunk[2]{}; ///< rows and columns of a stored piece
    };
    /// Adds an empty dataset; its number counts from 0. A wide one has `width` columns.
    Result<void> addColumn(const Column &column, std::uint64_t width = 0);
    /// More columns for all wide datasets; what they lack is NaN or 0.
    Result<void> widen(std::uint64_t width);
    /// Appends `rows` values to dataset `column`, which is not wide.
    Result<void> append(std::size_t column, const void *values, std::uint64_t rows);
    /// Appends a name to a dataset of Type::Name; what is beyond its size is cut.
    Result<void> appendName(std::size_t column, const std::string &name);
    /// Appends `rows` rows to wide dataset `column`: at most those of one chunk, and fewer only at the end. `chunks`
    /// are the pieces as they are stored, beside each other, each filled up to its whole size: row by row, for MATLAB
    /// column by column.
    Result<void> appendChunks(std::size_t column, const void *chunks, std::uint64_t rows);

    /// On disk, under its name.
    Result<void> commit();

private:
    HdfFile(QString path, Dialect dialect);

    struct Dataset
    {
        const char *name;
        std::int64_t id;
        Type type;
        bool isWide;
        std::uint64_t rows = 0;
        std::uint64_t width = 0;
        std::uint64_t chunk[2]{};
    };

    /// Two numbers for rows and columns in the order in which the file has them; `rank`: how many of them count.
    struct Extent
    {
        int rank;
        unsigned long long size[2]; ///< hsize_t
    };
    Extent extentOf(const Dataset &dataset, std::uint64_t rows, std::uint64_t columns) const;
    bool resize(const Dataset &dataset);
    bool replaceEmpty(const Dataset &dataset);
    bool writeHead() const;

    /// The error of the last call; the library may not touch the file any more.
    Error failure();
    Result<void> closed();

    QString m_path;
    QString m_temporaryPath;
    Dialect m_dialect;
    std::int64_t m_file = -1;
    bool m_isBroken = false;
    std::vector<Dataset> m_datasets;
};

} // namespace cbpm
