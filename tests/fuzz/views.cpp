// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/view.h"
#include "tests/fuzz/target.h"

using namespace cbpm;
using namespace Qt::StringLiterals;

/// View and session files from anywhere.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto view = parseView(json, u"fuzz"_s);
    if (!view) {
        fuzz::require(!view.error().what.isEmpty() && !view.error().hint.isEmpty());
        return 0;
    }
    const QByteArray written = viewJson(*view);
    const auto again = parseView(written, u"fuzz"_s); // what is written can be read, and stays as it is
    fuzz::require(again.has_value() && viewJson(*again) == written);
    fuzz::require(!written.contains("password="));
    return 0;
}
