// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/references/referencecsv.h"

#include "core/detectors/detectorname.h"
#include "core/export/textbuffer.h"
#include "core/types/coretexts.h"
#include "core/types/timetext.h"

#include <array>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct Column
{
    const char *name;
    double ReferencePoint::*value; ///< nullptr: not a length
};

constexpr std::array<Column, 6> columns{{{"location", nullptr},
                                         {"x_mm", &ReferencePoint::x_mm},
                                         {"y_mm", &ReferencePoint::y_mm},
                                         {"x_std_mm", &ReferencePoint::xStd_mm},
                                         {"y_std_mm", &ReferencePoint::yStd_mm},
                                         {"count", nullptr}}};

/// One line, whatever the text holds.
QByteArray escaped(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return text.toUtf8();
}

QString unescaped(const QString &text)
{
    QString plain;
    for (qsizetype k = 0; k < text.size(); ++k) {
        if (text[k] != u'\\' || k + 1 == text.size()) {
            plain += text[k];
            continue;
        }
        ++k;
        plain += text[k] == u'n' ? QChar{u'\n'} : text[k] == u'r' ? QChar{u'\r'} : text[k];
    }
    return plain;
}

class CsvReader
{
public:
    CsvReader(const QByteArray &text, QString origin) : m_lines{text.split('\n')}, m_origin{std::move(origin)} {}

    Result<ReferenceOrbit> read(const QString &name)
    {
        m_orbit.name = name;
        for (; m_line < m_lines.size(); ++m_line) {
            QByteArray line = m_lines[m_line];
            if (line.endsWith('\r'))
                line.chop(1);
            if (line.trimmed().isEmpty())
                continue;
            const auto done = line.startsWith('#') ? readComment(line)
                              : m_header.isEmpty() ? readHeader(line)
                                                   : readPoint(line);
            if (!done)
                return done.error();
        }
        if (m_header.isEmpty())
            return Error{Error::Kind::BadData, m_origin + CoreTexts::tr(": there is no line of columns"),
                         columnsHint()};
        if (m_begin && m_end)
            m_orbit.stretch = TimeRange::between(*m_begin, *m_end);
        if (const auto checked = checkReference(m_orbit); !checked)
            return Error{Error::Kind::BadData, m_origin + u": "_s + checked.error().what, checked.error().hint};
        return std::move(m_orbit);
    }

private:
    Result<void> readComment(const QByteArray &line)
    {
        const qsizetype colon = line.indexOf(':');
        const QByteArray key = line.mid(1, std::max<qsizetype>(0, colon - 1)).trimmed();
        QString value = unescaped(QString::fromUtf8(line.mid(colon + 1)));
        if (value.startsWith(u' '))
            value.remove(0, 1);
        const std::pair<const char *, QString *> texts[] = {{"name", &m_orbit.name},
                                                            {"table_version", &m_orbit.tableVersion},
                                                            {"method", &m_orbit.method},
                                                            {"author", &m_orbit.author},
                                                            {"comment", &m_orbit.comment}};
        for (const auto &[name, field] : texts) {
            if (key == name && !value.isEmpty())
                *field = value;
        }
        const std::pair<const char *, std::optional<TimePoint> *> times[] = {
            {"time", &m_orbit.time}, {"stretch_begin", &m_begin}, {"stretch_end", &m_end}};
        for (const auto &[name, field] : times) {
            if (key != name || value.isEmpty())
                continue;
            const auto read = parseTime(value, TimePoint{});
            if (!read)
                return bad(1, read.error().what);
            *field = *read;
        }
        return {}; // any other comment is somebody's own
    }

    Result<void> readHeader(const QByteArray &line)
    {
        for (const QByteArray &cell : line.split(','))
            m_header << cell.trimmed();
        if (!m_header.contains("location"))
            return bad(1, CoreTexts::tr("the header has no column location"));
        for (const Column &column : columns) {
            if (m_header.count(column.name) > 1)
                return bad(1, CoreTexts::tr("column %1 stands twice").arg(QLatin1StringView{column.name}));
        }
        return {};
    }

    Result<void> readPoint(const QByteArray &line)
    {
        const QByteArrayList cells = line.split(',');
        if (cells.size() != m_header.size())
            return bad(1, CoreTexts::tr("%1 fields where the header has %2").arg(cells.size()).arg(m_header.size()));
        if (m_orbit.points.size() == referencelimits::points)
            return bad(1, CoreTexts::tr("more than %1 detectors").arg(referencelimits::points));
        const int at = static_cast<int>(m_header.indexOf("location"));
        const std::string location = canonicalLocation(cells[at].toStdString());
        const auto [place, isNew] = m_orbit.points.try_emplace(location);
        if (location.empty() || !isNew)
            return bad(at + 1, location.empty()
                                   ? CoreTexts::tr("location is empty")
                                   : CoreTexts::tr("location %1 stands twice").arg(QString::fromStdString(location)));
        for (int k = 0; k < m_header.size(); ++k) {
            if (!readCell(m_header[k], cells[k].trimmed(), place->second))
                return bad(k + 1,
                           CoreTexts::tr("%1 cannot be \"%2\"")
                               .arg(QString::fromUtf8(m_header[k]), QString::fromUtf8(cells[k].trimmed().left(80))));
        }
        return {};
    }

    static bool readCell(const QByteArray &name, const QByteArray &cell, ReferencePoint &point)
    {
        if (cell.isEmpty())
            return true;
        const char *const end = cell.data() + cell.size();
        if (name == "count") {
            const auto [stop, error] = std::from_chars(cell.data(), end, point.count);
            return error == std::errc{} && stop == end;
        }
        for (const Column &column : columns) {
            if (!column.value || name != column.name)
                continue;
            double &value = point.*column.value;
            const auto [stop, error] = std::from_chars(cell.data(), end, value);
            return error == std::errc{} && stop == end && std::isfinite(value);
        }
        return true;
    }

    Error bad(int column, const QString &what) const
    {
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1 line %2, column %3: %4").arg(m_origin).arg(m_line + 1).arg(column).arg(what),
                     columnsHint()};
    }

    static QString columnsHint() { return CoreTexts::tr("the columns are location,x_mm,y_mm,x_std_mm,y_std_mm,count"); }

    QByteArrayList m_lines;
    QString m_origin;
    qsizetype m_line = 0;
    QByteArrayList m_header;
    ReferenceOrbit m_orbit;
    std::optional<TimePoint> m_begin;
    std::optional<TimePoint> m_end;
};

} // namespace

QByteArray referenceCsv(const ReferenceOrbit &orbit)
{
    TextBuffer text;
    const auto comment = [&](std::string_view key, const QByteArray &value) {
        text.text("# ");
        text.text(key);
        text.text(": ");
        text.text({value.data(), static_cast<std::size_t>(value.size())});
        text.character('\n');
    };
    const auto time = [&](std::string_view key, std::optional<TimePoint> at) {
        comment(key, at ? isoText(*at).toLatin1() : QByteArray{});
    };
    text.text("# CBPM3 reference orbit, version 1\n");
    comment("name", escaped(orbit.name));
    time("time", orbit.time);
    time("stretch_begin", orbit.stretch ? std::optional{orbit.stretch->begin()} : std::nullopt);
    time("stretch_end", orbit.stretch ? std::optional{orbit.stretch->end()} : std::nullopt);
    comment("table_version", escaped(orbit.tableVersion));
    comment("method", escaped(orbit.method));
    comment("author", escaped(orbit.author));
    comment("comment", escaped(orbit.comment));
    for (const Column &column : columns) {
        text.text(column.name);
        text.character(&column == &columns.back() ? '\n' : ',');
    }
    for (const auto &[location, point] : orbit.points) {
        text.text(location);
        for (const Column &column : columns) {
            if (!column.value)
                continue;
            text.character(',');
            text.number(point.*column.value);
        }
        text.character(',');
        text.integer(point.count);
        text.character('\n');
    }
    return QByteArray{text.view().data(), static_cast<qsizetype>(text.size())};
}

Result<ReferenceOrbit> parseReferenceCsv(const QByteArray &text, const QString &origin, const QString &name)
{
    if (text.size() > referencelimits::fileBytes)
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1 is larger than %2 bytes").arg(origin).arg(referencelimits::fileBytes),
                     CoreTexts::tr("a reference orbit has a line per detector")};
    return CsvReader{text, origin}.read(name);
}

} // namespace cbpm
