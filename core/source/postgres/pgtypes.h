// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libpq-fe.h>

namespace cbpm::pgtype {

// Object ids of the built-in types (pg_type.dat of PostgreSQL); they never change.
inline constexpr Oid int8 = 20, int2 = 21, int4 = 23, text = 25, name = 19, float4 = 700, float8 = 701, bpchar = 1042,
                     varchar = 1043, timestamp = 1114, timestamptz = 1184, numeric = 1700;

constexpr bool isInteger(Oid type)
{
    return type == int2 || type == int4 || type == int8;
}

constexpr bool isNumber(Oid type)
{
    return isInteger(type) || type == float4 || type == float8 || type == numeric;
}

constexpr bool isText(Oid type)
{
    return type == text || type == varchar || type == bpchar || type == name;
}

} // namespace cbpm::pgtype
