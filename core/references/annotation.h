// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/sharedfile.h"
#include "core/types/result.h"
#include "core/types/time.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <optional>
#include <string>

namespace cbpm {

/// What somebody noted about a moment or a stretch of time.
struct Annotation
{
    TimePoint at;
    std::optional<TimePoint> until; ///< end of a stretch, after `at`; nullopt: a moment
    std::string location;           ///< canonical, of the detector it is about; empty: the whole ring
    QString text;                   ///< plain, may have several lines
    QString author;
    TimePoint made; ///< when it was written

    bool operator==(const Annotation &) const = default;
};

/// By id, which tells two of the same time apart.
using AnnotationList = std::map<QString, Annotation>;

/// Limits on what a file may hold.
namespace annotationlimits {
inline constexpr qint64 fileBytes = 4 << 20;
inline constexpr qsizetype count = 10'000;
inline constexpr qsizetype textLength = 2'000;
inline constexpr qsizetype authorLength = 200;
} // namespace annotationlimits

/// Usage says what is missing or too long.
Result<void> checkAnnotation(const Annotation &annotation);

/// As JSON, the same bytes for the same annotations.
QByteArray annotationJson(const AnnotationList &annotations);
/// NewerFormat or BadData where it cannot be understood; `origin` is named in errors.
Result<AnnotationList> parseAnnotations(const QByteArray &json, const QString &origin);

/// Those kept at `path`; none where there is no such file. NewerFormat or BadData where it cannot be understood.
Result<AnnotationList> readAnnotations(const QString &path);

/// Changes what is kept at `path` and tells the result: puts the annotation `id` there, in place of the one that was,
/// or takes it away (nullptr). Programs that do so at the same time wait for each other. A file that cannot be
/// understood is put aside, not overwritten; one that would be too large is left as it is (Usage).
Result<AnnotationList> changeAnnotation(const QString &path, const QString &id, const Annotation *annotation);
/// The same of many at once, all or none.
Result<AnnotationList> changeAnnotations(const QString &path, const ListChanges<AnnotationList> &changes);

} // namespace cbpm
