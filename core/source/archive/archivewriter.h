// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/archive/archivefile.h"
#include "core/source/archive/blockcodec.h"
#include "core/types/samplebatch.h"

#include <QSqlQuery>

#include <map>
#include <memory>
#include <unordered_map>

namespace cbpm {

/// Writes an archive. A new one is made under a temporary name beside its place and gets its own only by commit();
/// without it nothing is left. One thread.
class ArchiveWriter
{
public:
    static Result<std::unique_ptr<ArchiveWriter>> create(const QString &path, const Provenance &provenance,
                                                         DetectorTablePtr table);
    /// Goes on with an archive under its own name; what append() and flush() wrote is readable at once.
    static Result<std::unique_ptr<ArchiveWriter>> extend(const QString &path);
    ~ArchiveWriter();

    /// Any slicing; samples may come late.
    Result<void> append(const SampleBatch &batch);

    /// A block made elsewhere, of one detector and one slot, that has none yet: for writers on several threads.
    Result<void> addBlock(const std::string &location, const DetectorSamples &samples,
                          std::span<const std::uint8_t> payload);

    /// Everything appended so far is in the file, also slots that are still growing.
    Result<void> flush();

    /// The file gets its name; of a new one `finish` may first make something with what is in it.
    Result<void> commit(const std::function<Result<void>(const QString &path)> &finish = {});

    std::uint64_t samples() const { return m_samples; }

private:
    ArchiveWriter(QString path, QString temporaryPath, std::unique_ptr<ArchiveFile> file);

    using Place = std::pair<std::int64_t, std::string>; ///< slot, location

    Result<void> writeBefore(std::int64_t slot, bool keep);
    Result<void> write(const Place &place, const DetectorSamples &samples);
    Result<DetectorSamples> stored(const Place &place);
    Result<int> detectorId(const std::string &location);
    Result<void> insert(const Place &place, std::int64_t first, std::int64_t last, std::size_t count,
                        std::span<const std::uint8_t> payload);

    QString m_path;
    QString m_temporaryPath; ///< empty when the archive is extended in place
    std::unique_ptr<ArchiveFile> m_file;
    std::unique_ptr<QSqlQuery> m_insert;
    BlockCodec m_codec;
    std::map<Place, DetectorSamples> m_open;       ///< slots that may still grow
    std::map<std::string, std::int64_t> m_written; ///< last slot in the file, by location
    std::unordered_map<std::string, int> m_ids;
    std::uint64_t m_samples = 0;
};

} // namespace cbpm
