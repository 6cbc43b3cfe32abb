// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/texts.h"

#include "core/types/flags.h"
#include "core/types/timetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace cbpm::text {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

} // namespace

QString time(TimePoint time, const QTimeZone &zone, bool precise)
{
    const QDateTime at = toQDateTime(time, zone);
    QString text = QLocale{}.toString(at, u"d MMM yyyy HH:mm:ss"_s);
    if (precise)
        text += u".%1"_s.arg(at.time().msec() / 100);
    return text;
}

QString zone(const QTimeZone &zone, TimePoint at)
{
    const QDateTime instant = toQDateTime(at, zone);
    const int offset = zone.offsetFromUtc(instant);
    if (offset == 0)
        return u"UTC"_s;
    const QString sign = offset < 0 ? u"\u2212"_s : u"+"_s;
    const int minutes = std::abs(offset) / 60;
    QString text = u"UTC"_s + sign + QString::number(minutes / 60);
    if (minutes % 60 != 0)
        text += u":%1"_s.arg(minutes % 60, 2, 10, QChar{u'0'});
    return zone.abbreviation(instant) + u" ("_s + text + u")"_s;
}

QString range(const TimeRange &range, const QTimeZone &zone)
{
    return u"%1 \u2013 %2 %3 (%4)"_s.arg(time(range.begin(), zone), time(range.end(), zone),
                                         text::zone(zone, range.begin()), duration(range.duration()));
}

QString duration(Duration duration)
{
    const double seconds = static_cast<double>(duration.count()) * 1e-6;
    if (seconds < 60.0)
        return Texts::tr("%1 s").arg(QLocale{}.toString(seconds, 'g', 4));
    const qint64 whole = static_cast<qint64>(seconds + 0.5);
    const qint64 days = whole / 86'400;
    const qint64 hours = whole / 3'600 % 24;
    const qint64 minutes = whole / 60 % 60;
    QStringList parts;
    if (days > 0)
        parts << Texts::tr("%1 d").arg(days);
    if (hours > 0)
        parts << Texts::tr("%1 h").arg(hours);
    if (minutes > 0)
        parts << Texts::tr("%1 min").arg(minutes);
    if (days == 0 && hours == 0 && whole % 60 > 0)
        parts << Texts::tr("%1 s").arg(whole % 60);
    return parts.join(u' ');
}

QString interval(Interval interval)
{
    return duration(interval.width());
}

QString count(std::uint64_t count)
{
    if (count >= 10'000'000)
        return Texts::tr("%1 M").arg(QLocale{}.toString(static_cast<double>(count) * 1e-6, 'f', 1));
    return QLocale{}.toString(static_cast<qulonglong>(count));
}

QString flag(std::size_t bit)
{
    const char *const words[flagCount] = {QT_TRANSLATE_NOOP("Texts", "no signal"),
                                          QT_TRANSLATE_NOOP("Texts", "saturated"),
                                          QT_TRANSLATE_NOOP("Texts", "sum too small"),
                                          QT_TRANSLATE_NOOP("Texts", "not a number"),
                                          QT_TRANSLATE_NOOP("Texts", "map found none"),
                                          QT_TRANSLATE_NOOP("Texts", "unknown detector"),
                                          QT_TRANSLATE_NOOP("Texts", "low"),
                                          QT_TRANSLATE_NOOP("Texts", "high"),
                                          QT_TRANSLATE_NOOP("Texts", "residual"),
                                          QT_TRANSLATE_NOOP("Texts", "step"),
                                          QT_TRANSLATE_NOOP("Texts", "frozen"),
                                          QT_TRANSLATE_NOOP("Texts", "from three buttons"),
                                          QT_TRANSLATE_NOOP("Texts", "duplicate"),
                                          QT_TRANSLATE_NOOP("Texts", "late")};
    return Texts::tr(words[bit]);
}

QString flags(std::span<const std::uint64_t> byFlag, std::uint16_t mask)
{
    QStringList parts;
    for (std::size_t bit = 0; bit < byFlag.size(); ++bit) {
        if (byFlag[bit] > 0 && mask >> bit & 1)
            parts << count(byFlag[bit]) + u' ' + flag(bit);
    }
    return parts.join(u", "_s);
}

QString button(Button button)
{
    const char *const names[buttonCount] = {
        QT_TRANSLATE_NOOP("Texts", "top inner"), QT_TRANSLATE_NOOP("Texts", "bottom inner"),
        QT_TRANSLATE_NOOP("Texts", "bottom outer"), QT_TRANSLATE_NOOP("Texts", "top outer")};
    return Texts::tr(names[static_cast<std::size_t>(button)]);
}

QString evidence(const Evidence &evidence, const QTimeZone &zone)
{
    const QLocale locale;
    const QString percent = locale.toString(100.0 * evidence.value, 'f', evidence.value < 0.1 ? 1 : 0);
    const QString since =
        evidence.since ? time(*evidence.since, zone) + u' ' + text::zone(zone, *evidence.since) : QString{};
    switch (evidence.suspicion) {
    case Suspicion::Missing:
        if (evidence.since)
            return Texts::tr("missing: nothing since %1").arg(since);
        return evidence.value > 0.0 ? Texts::tr("missing: only %1 % of samples due").arg(percent)
                                    : Texts::tr("missing: no sample");
    case Suspicion::Dead:
        if (!evidence.button)
            return Texts::tr("dead: no signal in %1 % of samples").arg(percent);
        return Texts::tr("dead button %1, %2 % of positions from three").arg(button(*evidence.button), percent);
    case Suspicion::Saturated:
        return Texts::tr("saturated: %1 % of samples").arg(percent);
    case Suspicion::Frozen:
        return Texts::tr("frozen: same reading in %1 % of samples").arg(percent);
    case Suspicion::GainStep:
        return Texts::tr("gain step of one button by %1 % at %2 (r by %3)")
            .arg(locale.toString(400.0 * std::abs(evidence.value), 'f', 1), since,
                 locale.toString(evidence.value, 'f', 4));
    case Suspicion::Noisy:
        return Texts::tr("noisy: %1 times the ring's median").arg(locale.toString(evidence.value, 'f', 1));
    case Suspicion::Unbalanced:
        return Texts::tr("unbalanced: mean r %1, gains or a cable").arg(locale.toString(evidence.value, 'f', 4));
    }
    return {};
}

QString annotationTime(const Annotation &annotation, const QTimeZone &zone)
{
    const auto stretch = annotation.until ? TimeRange::between(annotation.at, *annotation.until) : std::nullopt;
    return stretch ? range(*stretch, zone) : time(annotation.at, zone) + u' ' + text::zone(zone, annotation.at);
}

QString annotationTip(const Annotation &annotation, const QTimeZone &zone)
{
    const QString when = annotationTime(annotation, zone);
    const QString made = time(annotation.made, zone) + u' ' + text::zone(zone, annotation.made);
    const QString location = oneLine(QString::fromStdString(annotation.location));
    QStringList lines{location.isEmpty() ? when : when + u" · "_s + location};
    for (const QString &line : annotation.text.split(u'\n'))
        lines << oneLine(line);
    lines << Texts::tr("written by %1, %2").arg(oneLine(annotation.author), made);
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    return u"<p>"_s + lines.join(u"<br>"_s) + u"</p>"_s;
}

QString oneLine(const QString &text)
{
    QString line = text;
    for (QChar &c : line) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph)
            c = u' ';
    }
    return line.simplified();
}

QString veto(const Veto &veto, const QTimeZone &zone)
{
    return Texts::tr("vetoed by %1, %2: %3")
        .arg(oneLine(veto.author), time(veto.time, zone) + u' ' + text::zone(zone, veto.time), oneLine(veto.reason));
}

QString error(const Error &error)
{
    return error.sentence();
}

} // namespace cbpm::text
