// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectorname.h"
#include "core/detectors/detectortable.h"

#include <QHash>
#include <QSet>

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// One numeric column of the contract and where it goes.
struct NumberColumn
{
    const char *name;
    double &(*field)(Detector &);
};

const NumberColumn numberColumns[] = {
    {"s_m", [](Detector &d) -> double & { return d.s_m; }},
    {"kx_mm", [](Detector &d) -> double & { return d.kx_mm; }},
    {"ky_mm", [](Detector &d) -> double & { return d.ky_mm; }},
    {"pedestal_ti", [](Detector &d) -> double & { return d.pedestal[0]; }},
    {"pedestal_bi", [](Detector &d) -> double & { return d.pedestal[1]; }},
    {"pedestal_bo", [](Detector &d) -> double & { return d.pedestal[2]; }},
    {"pedestal_to", [](Detector &d) -> double & { return d.pedestal[3]; }},
    {"gain_ti", [](Detector &d) -> double & { return d.gain[0]; }},
    {"gain_bi", [](Detector &d) -> double & { return d.gain[1]; }},
    {"gain_bo", [](Detector &d) -> double & { return d.gain[2]; }},
    {"gain_to", [](Detector &d) -> double & { return d.gain[3]; }},
    {"x_offset_mm", [](Detector &d) -> double & { return d.xOffset_mm; }},
    {"y_offset_mm", [](Detector &d) -> double & { return d.yOffset_mm; }},
    {"roll_mrad", [](Detector &d) -> double & { return d.roll_mrad; }},
    {"a_mm", [](Detector &d) -> double & { return d.chamber.a_mm; }},
    {"b_mm", [](Detector &d) -> double & { return d.chamber.b_mm; }},
    {"button_x1_mm", [](Detector &d) -> double & { return d.chamber.buttonX1_mm; }},
    {"button_x2_mm", [](Detector &d) -> double & { return d.chamber.buttonX2_mm; }},
    {"sum_min", [](Detector &d) -> double & { return d.thresholds.sumMin; }},
    {"beta_x_m", [](Detector &d) -> double & { return d.betaX_m; }},
    {"beta_y_m", [](Detector &d) -> double & { return d.betaY_m; }},
    {"eta_x_m", [](Detector &d) -> double & { return d.etaX_m; }},
    {"phi_x_rad", [](Detector &d) -> double & { return d.phiX_rad; }},
    {"phi_y_rad", [](Detector &d) -> double & { return d.phiY_rad; }},
};

const QByteArrayList methodWords{"linear", "log", "polynomial", "map"};

QByteArray shortest(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QByteArray{text, static_cast<qsizetype>(end - text)};
}

class CsvReader
{
public:
    CsvReader(const QByteArray &text, const QString &origin) : m_lines{text.split('\n')}, m_origin{origin} {}

    Result<DetectorTablePtr> read()
    {
        const QByteArrayList header = cells(0);
        if (!header.contains("location"))
            return bad(0, u"location"_s, u"has no such column"_s);
        std::vector<Detector> detectors;
        QSet<QByteArray> seen;
        for (int line = 1; line < m_lines.size(); ++line) {
            const QByteArrayList row = cells(line);
            if (row.size() == 1 && row.front().isEmpty())
                continue;
            if (row.size() != header.size())
                return bad(line, QString::number(row.size()), u"fields where the header has %1"_s.arg(header.size()));
            Detector detector;
            for (int column = 0; column < header.size(); ++column) {
                if (!row[column].isEmpty() && !assign(detector, header[column], row[column]))
                    return bad(line, QString::fromLatin1(header[column]),
                               u"cannot be \"%1\""_s.arg(QString::fromUtf8(row[column])));
            }
            const QByteArray key = QByteArray::fromStdString(detector.location);
            if (const QString wrong = unphysical(detector); !wrong.isEmpty())
                return bad(line, wrong, u"is out of any physical range"_s);
            if (key.isEmpty() || seen.contains(key))
                return bad(line, u"location"_s, u"is empty or stands twice"_s);
            seen.insert(key);
            detectors.push_back(std::move(detector));
        }
        if (detectors.empty())
            return Error{Error::Kind::BadData, u"%1 names no detector"_s.arg(m_origin),
                         u"give one line per detector"_s};
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

    /// False when `text` is not a value of that column. Unknown columns are left alone.
    static bool assign(Detector &detector, const QByteArray &column, const QByteArray &text)
    {
        bool ok = true;
        if (column == "location")
            detector.location = canonicalLocation(text.toStdString());
        else if (column == "name")
            detector.name = text.toStdString();
        else if (column == "id" || column == "det_id")
            detector.id = text.toInt(&ok);
        else if (column == "x_sign")
            ok = (detector.xSign = text.toInt()) == 1 || detector.xSign == -1;
        else if (column == "enabled")
            ok = (detector.enabled = text == "1" || text == "true") || text == "0" || text == "false";
        else if (column == "chamber")
            ok = (detector.chamber.shape = text == "round" ? Chamber::Shape::Round : Chamber::Shape::Ellipse,
                  text == "round" || text == "ellipse");
        else if (column == "method")
            ok = methodWords.contains(text)
                 && (detector.method = static_cast<PositionMethod>(methodWords.indexOf(text)), true);
        for (const NumberColumn &number : numberColumns) {
            if (column == number.name)
                ok = std::isfinite(number.field(detector) = text.toDouble(&ok)) && ok;
        }
        return ok;
    }

    /// The column whose value no beam pipe can have; empty where all can be.
    static QString unphysical(const Detector &detector)
    {
        const auto length = [](double mm) { return mm >= 0.1 && mm <= 1000.0; };
        if (!length(detector.kx_mm))
            return u"kx_mm"_s;
        if (!length(detector.ky_mm))
            return u"ky_mm"_s;
        for (const double gain : detector.gain) {
            if (!(gain > 0.0))
                return u"gain"_s;
        }
        const Chamber &chamber = detector.chamber;
        if (!length(chamber.a_mm) || !length(chamber.b_mm))
            return u"a_mm, b_mm"_s;
        const bool buttons = chamber.buttonX1_mm >= 0.0 && chamber.buttonX1_mm < chamber.buttonX2_mm
                             && chamber.buttonX2_mm <= chamber.a_mm;
        return buttons ? QString{} : u"button_x1_mm, button_x2_mm"_s;
    }

    Error bad(int line, const QString &column, const QString &what) const
    {
        return Error{Error::Kind::BadData, u"%1 line %2: %3 %4"_s.arg(m_origin).arg(line + 1).arg(column, what),
                     u"see the column list of --detector-table"_s};
    }

    QByteArrayList m_lines;
    QString m_origin;
};

} // namespace

Result<DetectorTablePtr> parseDetectorTableCsv(const QByteArray &text, const QString &origin)
{
    return CsvReader{text, origin}.read();
}

QByteArray detectorTableCsv(const DetectorTable &table)
{
    QByteArray csv{"location,id,name,x_sign,method,chamber,enabled"};
    for (const NumberColumn &number : numberColumns)
        csv.append(',').append(number.name);
    csv.append('\n');
    for (Detector detector : table.detectors()) {
        csv.append(detector.location.c_str()).append(',').append(QByteArray::number(detector.id)).append(',');
        csv.append(detector.name.c_str()).append(',').append(QByteArray::number(detector.xSign)).append(',');
        csv.append(methodWords[static_cast<int>(detector.method)]).append(',');
        csv.append(detector.chamber.shape == Chamber::Shape::Round ? "round" : "ellipse").append(',');
        csv.append(detector.enabled ? "1" : "0");
        for (const NumberColumn &number : numberColumns) {
            const double value = number.field(detector);
            csv.append(',').append(std::isnan(value) ? QByteArray{} : shortest(value));
        }
        csv.append('\n');
    }
    return csv;
}

} // namespace cbpm
