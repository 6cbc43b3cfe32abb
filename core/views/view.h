// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detectors/detector.h"
#include "core/types/interval.h"
#include "core/types/result.h"
#include "core/types/timerange.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace cbpm {

/// Where a page is that left its tab.
struct PagePlace
{
    enum class Where { Tab, Dock, Window };
    QString page; ///< as the command line calls it
    Where where = Where::Tab;
    QByteArray geometry; ///< of a window, as Qt writes it; empty in a file that is for everybody

    bool operator==(const PagePlace &) const = default;
};

/// Everything that a window shows, as a value: what a session keeps, and what a view file carries to another machine.
struct View
{
    QString source;                       ///< as it is written in the window; never with a password
    QString from;                         ///< as typed: ISO 8601, now, -2h
    QString to;                           ///< as typed
    std::optional<Interval> interval;     ///< nullopt: by the pixels
    QString page;                         ///< as the command line calls it; empty: the first
    QStringList detectors;                ///< locations
    std::optional<PositionMethod> method; ///< nullopt: the detectors' own
    bool isLive = false;                  ///< else the stored range
    std::optional<Duration> ageLimit;     ///< live: older data are an alarm; nullopt: the program's own
    bool isLocalTime = false;
    bool isMillimetres = false;
    bool isDark = false;
    std::optional<TimePoint> markA;
    std::optional<TimePoint> markB;
    std::optional<TimePoint> cursor;
    std::optional<TimeRange> visible; ///< of the range, what the axes of time show
    QJsonObject pages;                ///< by page: what it keeps of its own choices
    QList<PagePlace> places;          ///< of pages that are not behind their tabs
    QByteArray geometry;              ///< of the window, as Qt writes it; empty in a file that is for everybody
    QByteArray docks;                 ///< of the window, as Qt writes it
    QByteArray pageDocks;             ///< of the pages beside the tabs, as Qt writes it

    bool operator==(const View &) const = default;
};

/// Versioned JSON, the same bytes for the same view. What the source text holds of a password is left out, and the
/// source with it.
QByteArray viewJson(const View &view);

/// Of bytes from anywhere: unknown keys are passed over, values of the wrong kind are as if they were not there.
/// NewerFormat of a later version; BadData where it is no view. `origin` is named in errors.
Result<View> parseView(const QByteArray &json, const QString &origin);

/// What fits any screen: which pages stand where, but no sizes and places of windows.
View withoutScreen(View view);

/// What goes along to another place: nothing of this source and screen; the stored `range`, where there is one, in
/// place of what was typed.
View carried(View view, const TimeRange *range);

Result<View> readViewFile(const QString &path);
Result<void> writeViewFile(const QString &path, const View &view);

} // namespace cbpm
