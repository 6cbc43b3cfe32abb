// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copytuples.h"

#include "core/types/coretexts.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr std::string_view signature{"PGCOPY\n\377\r\n\0", 11};
constexpr std::size_t headerSize = signature.size() + 8; // no flags, no extension

} // namespace

Result<std::span<const std::string_view>> CopyTuples::next(const CancelToken &cancel)
{
    for (;;) {
        const auto length = m_connection.copyData(m_message, cancel);
        if (!length)
            return length.error();
        std::string_view message{m_message.get(), static_cast<std::size_t>(*length)};
        const bool isFirst = m_bytes == 0;
        m_bytes += message.size();
        if (isFirst && message.starts_with(signature) && message.size() >= headerSize)
            message.remove_prefix(headerSize);
        else if (isFirst)
            break;
        if (*length == 0 && m_trailer)
            return std::span<const std::string_view>{};
        if (message == std::string_view{"\377\377", 2})
            m_trailer = true;
        else if (!message.empty())
            return split(message);
        else if (!isFirst)
            break;
    }
    return Error{Error::Kind::BadData, CoreTexts::tr("%1: the COPY stream is damaged").arg(m_connection.where()),
                 CoreTexts::tr("fetch again"), Error::Again::Once};
}

Result<std::span<const std::string_view>> CopyTuples::split(std::string_view message)
{
    const Error damaged{Error::Kind::BadData,
                        CoreTexts::tr("%1: a row of prepared data is damaged").arg(m_connection.where()),
                        CoreTexts::tr("fetch again; where that does not help, with --path rows"), Error::Again::Once};
    m_fields.clear();
    if (message.size() < 2)
        return damaged;
    const auto count = qFromBigEndian<std::int16_t>(message.data());
    message.remove_prefix(2);
    for (int k = 0; k < count; ++k) {
        const auto length = message.size() < 4 ? -1 : qFromBigEndian<std::int32_t>(message.data());
        if (length < 0 || static_cast<std::size_t>(length) > message.size() - 4)
            return damaged;
        m_fields.push_back(message.substr(4, static_cast<std::size_t>(length)));
        message.remove_prefix(4 + static_cast<std::size_t>(length));
    }
    if (m_fields.empty() || !message.empty())
        return damaged;
    return std::span<const std::string_view>{m_fields};
}

} // namespace cbpm
