// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/matreader.h"

#include <matio.h>

#include <QFile>

#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace cbpm::test {
namespace {

template<class T>
std::vector<double> numbers(const matvar_t &variable)
{
    auto const *const values = static_cast<const T *>(variable.data);
    return {values, values + variable.nbytes / sizeof(T)};
}

MatVariable taken(const matvar_t &variable)
{
    const auto rows = variable.dims[0];
    const auto columns = variable.dims[1];
    if (rows * columns == 0)
        return {variable.class_type == MAT_C_CHAR ? u"char"_s : u"number"_s, rows, columns, {}};
    switch (variable.class_type) {
    case MAT_C_DOUBLE:
        return {u"double"_s, rows, columns, numbers<double>(variable)};
    case MAT_C_INT64:
        return {u"int64"_s, rows, columns, numbers<mat_int64_t>(variable)};
    case MAT_C_UINT32:
        return {u"uint32"_s, rows, columns, numbers<mat_uint32_t>(variable)};
    case MAT_C_UINT16:
        return {u"uint16"_s, rows, columns, numbers<mat_uint16_t>(variable)};
    case MAT_C_CHAR:
        return {u"char"_s, rows, columns,
                variable.data_size == 1 ? numbers<mat_uint8_t>(variable) : numbers<mat_uint16_t>(variable)};
    default:
        return {};
    }
}

} // namespace

QString MatVariable::text(std::size_t row) const
{
    QString text;
    for (std::size_t column = 0; column < columns; ++column)
        text.append(QChar{static_cast<char16_t>(at(row, column))});
    while (text.endsWith(u' '))
        text.chop(1);
    return text;
}

std::optional<std::map<QString, MatVariable>> readMat(const QString &path)
{
    const std::unique_ptr<mat_t, int (*)(mat_t *)> file{Mat_Open(QFile::encodeName(path).constData(), MAT_ACC_RDONLY),
                                                        Mat_Close};
    if (!file || Mat_GetVersion(file.get()) != MAT_FT_MAT73)
        return std::nullopt;
    std::map<QString, MatVariable> variables;
    while (auto *const next = Mat_VarReadNext(file.get())) {
        const std::unique_ptr<matvar_t, void (*)(matvar_t *)> variable{next, Mat_VarFree};
        variables[QString::fromUtf8(next->name)] = taken(*next);
    }
    return variables;
}

} // namespace cbpm::test
