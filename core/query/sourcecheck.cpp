// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/sourcecheck.h"

#include "core/types/coretexts.h"
#include "core/types/timetext.h"

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

using State = Finding::State;

Result<std::vector<Finding>> failure(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return error;
    return std::vector{Finding{u"archive"_s, State::Fail, error.what, error.hint}};
}

Result<std::vector<Finding>> checkFile(const SourceOptions &options, const CancelToken &cancel)
{
    const auto source = openSource(
        options, [](double) {}, cancel);
    if (!source)
        return failure(source.error());
    const auto info = source.value()->info(cancel);
    if (!info)
        return failure(info.error());
    const QString detectors =
        CoreTexts::tr("%1 of the table's %2").arg(info->detectors.size()).arg(source.value()->table()->size());
    std::vector<Finding> findings{{u"archive"_s, State::Ok, info->name + u", "_s + info->server},
                                  {u"detectors"_s, State::Ok, detectors}};
    if (info->extent)
        findings.push_back(
            {u"samples"_s, State::Ok,
             CoreTexts::tr("%1 to %2").arg(isoText(info->extent->begin()), isoText(info->extent->end()))});
    else
        findings.push_back({u"samples"_s, State::Warn, u"none"_s});
    return findings;
}

} // namespace

Result<std::vector<Finding>> checkSource(const SourceOptions &options, const CancelToken &cancel)
{
    if (options.address.kind != SourceAddress::Kind::Postgres)
        return checkFile(options, cancel);
    DetectorTablePtr table = builtinDetectorTable();
    if (!options.detectorTablePath.isEmpty()) {
        const auto read = readDetectorTable(options.detectorTablePath);
        if (!read)
            return read.error();
        table = *read;
    }
    return checkSite(options.address.target, options.mapping, table, limitsOf(options), cancel);
}

} // namespace cbpm
