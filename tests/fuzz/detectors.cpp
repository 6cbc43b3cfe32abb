// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectortable.h"
#include "core/detectors/parameterfile.h"
#include "tests/fuzz/target.h"

using namespace cbpm;
using namespace Qt::StringLiterals;

/// Detector files: CSV, or the ring's own parameter file.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input{data, size};
    const bool isCsv = (input.byte() & 1) == 0;
    const auto rest = input.rest();
    const QByteArray text{reinterpret_cast<const char *>(rest.data()), static_cast<qsizetype>(rest.size())};
    QStringList passedOver;
    const auto table = isCsv ? parseDetectorTableCsv(text, u"fuzzed"_s, &passedOver)
                             : parseParameterFile(text, u"fuzzed"_s, &passedOver);
    if (!table) {
        fuzz::require(!table.error().what.isEmpty() && !table.error().sentence().contains(u'\n'));
        return 0;
    }
    // What was taken can be written and read again.
    const QByteArray written = detectorTableCsv(**table);
    const auto again = parseDetectorTableCsv(written, u"written"_s, nullptr);
    fuzz::require(again.has_value());
    fuzz::require((*again)->size() == (*table)->size() && (*again)->version() == (*table)->version());
    return 0;
}
