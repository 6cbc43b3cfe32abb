// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectorcolumns.h"
#include "core/detectors/detectortable.h"
#include "core/types/coretexts.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Column of what is no text: bytes that are not UTF-8, control characters. -1: all is.
qsizetype strangeAt(const QByteArray &line)
{
    const QString text = QString::fromUtf8(line);
    if (text.toUtf8() != line)
        return std::max<qsizetype>(text.indexOf(QChar::ReplacementCharacter), 0);
    const auto isStrange = [](QChar c) { return c.category() == QChar::Other_Control && c != u'\t' && c != u'\r'; };
    const auto found = std::find_if(text.begin(), text.end(), isStrange);
    return found == text.end() ? -1 : found - text.begin();
}

class CsvReader
{
public:
    CsvReader(const QByteArray &text, const QString &origin, QStringList *passedOver)
        : m_lines{text.split('\n')}, m_origin{origin}, m_passedOver{passedOver}
    {
    }

    Result<DetectorTablePtr> read()
    {
        for (int line = 0; line < m_lines.size(); ++line) {
            if (const qsizetype column = strangeAt(m_lines[line]); column >= 0)
                return bad(line, static_cast<int>(column) + 1, CoreTexts::tr("no text in UTF-8"));
        }
        const QByteArrayList header = cells(0);
        if (!header.contains("location"))
            return bad(0, 1, CoreTexts::tr("the header has no column location"));
        std::vector<Detector> detectors;
        for (int line = 1; line < m_lines.size(); ++line) {
            if (m_lines[line].trimmed().isEmpty())
                continue;
            auto detector = readLine(line, header);
            if (detector)
                detectors.push_back(std::move(*detector));
            else if (m_passedOver)
                *m_passedOver << detector.error().what;
            else
                return detector.error();
        }
        if (detectors.empty())
            return Error{Error::Kind::BadData, CoreTexts::tr("%1 names no detector").arg(m_origin),
                         CoreTexts::tr("give one line per detector")};
        return DetectorTablePtr{std::make_shared<DetectorTable>(std::move(detectors))};
    }

private:
    QByteArrayList cells(int line) const
    {
        QByteArrayList parts = m_lines.value(line).split(',');
        for (QByteArray &part : parts)
            part = part.trimmed();
        return parts;
    }

    Result<Detector> readLine(int line, const QByteArrayList &header)
    {
        const QByteArrayList row = cells(line);
        if (row.size() != header.size())
            return bad(line, 1, CoreTexts::tr("%1 fields where the header has %2").arg(row.size()).arg(header.size()));
        Detector detector;
        const std::string origin = CoreTexts::tr("%1 line %2").arg(m_origin).arg(line + 1).toStdString();
        for (int k = 0; k < header.size(); ++k) {
            const DetectorColumn *const column = findDetectorColumn(header[k]);
            if (row[k].isEmpty() || !column)
                continue;
            if (!column->assign(detector, row[k]))
                return bad(line, k + 1,
                           CoreTexts::tr("%1 cannot be \"%2\"")
                               .arg(QString::fromLatin1(header[k]), QString::fromUtf8(row[k])));
            detector.origins[column->name] = origin;
        }
        if (const QString wrong = unphysicalValue(detector); !wrong.isEmpty())
            return bad(line, columnOf(header, wrong), CoreTexts::tr("%1 is out of any physical range").arg(wrong));
        const auto key = std::pair{QByteArray::fromStdString(detector.location), detector.validFrom};
        if (detector.location.empty() || !m_seen.insert(key).second)
            return bad(line, static_cast<int>(header.indexOf("location")) + 1,
                       detector.location.empty()
                           ? CoreTexts::tr("location is empty")
                           : CoreTexts::tr("location %1 stands twice for the same time of validity")
                                 .arg(QString::fromUtf8(key.first)));
        return detector;
    }

    /// Of the value that `wrong` begins with; a default that the line does not give has none.
    static int columnOf(const QByteArrayList &header, const QString &wrong)
    {
        return static_cast<int>(header.indexOf(wrong.section(u' ', 0, 0).toLatin1())) + 1;
    }

    Error bad(int line, int column, const QString &what) const
    {
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1 line %2, column %3: %4").arg(m_origin).arg(line + 1).arg(column).arg(what),
                     CoreTexts::tr("see the column list of --detector-table")};
    }

    QByteArrayList m_lines;
    QString m_origin;
    QStringList *m_passedOver;
    std::set<std::pair<QByteArray, TimePoint>> m_seen;
};

} // namespace

Result<DetectorTablePtr> parseDetectorTableCsv(const QByteArray &text, const QString &origin, QStringList *passedOver)
{
    return CsvReader{text, origin, passedOver}.read();
}

QByteArray detectorTableCsv(const DetectorTable &table)
{
    QByteArray csv;
    for (const DetectorColumn &column : detectorColumns())
        csv.append(csv.isEmpty() ? "" : ",").append(column.name);
    csv.append('\n');
    for (int row = 0; row < table.size(); ++row) {
        for (const Detector &detector : table.epochs(row)) {
            bool first = true;
            for (const DetectorColumn &column : detectorColumns()) {
                csv.append(first ? "" : ",").append(column.text(detector));
                first = false;
            }
            csv.append('\n');
        }
    }
    return csv;
}

} // namespace cbpm
