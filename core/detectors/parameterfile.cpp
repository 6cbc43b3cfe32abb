// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/parameterfile.h"

#include "core/detectors/detectorname.h"
#include "core/types/coretexts.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// A name that a detector table in CSV can hold, too; an archive keeps it so.
bool isWritable(const QByteArray &name)
{
    const QString text = QString::fromUtf8(name);
    const auto isPlain = [](QChar c) { return c.isPrint() && c != u',' && c != u'"' && c != u'#'; };
    return name.size() <= 63 && text.toUtf8() == name && std::all_of(text.begin(), text.end(), isPlain);
}

/// Any coefficient of a beam pipe lies between these: 0.1 mm and 1 m.
constexpr double smallest_m = 1e-4;
constexpr double largest_m = 1.0;

/// One word of a line and where it begins.
struct Word
{
    QByteArray text;
    qsizetype column = 0; ///< from 1
};

std::vector<Word> wordsOf(const QByteArray &line)
{
    std::vector<Word> words;
    const QByteArray plain = QByteArray{line}.replace('\t', ' ').replace('\r', ' ');
    for (qsizetype at = 0; at < plain.size();) {
        if (plain[at] == ' ') {
            ++at;
            continue;
        }
        qsizetype end = plain.indexOf(' ', at);
        end = end < 0 ? plain.size() : end;
        words.push_back({plain.mid(at, end - at), at + 1});
        at = end;
    }
    return words;
}

class ParameterReader
{
public:
    ParameterReader(const QByteArray &text, const QString &origin, QStringList *passedOver)
        : m_lines{text.split('\n')}, m_origin{origin}, m_passedOver{passedOver}
    {
    }

    Result<DetectorTablePtr> read()
    {
        for (m_line = 0; m_line < m_lines.size(); ++m_line) {
            const auto words = wordsOf(m_lines[m_line]);
            if (words.empty() || words[0].text.startsWith('#'))
                continue;
            const auto done = words[0].text.startsWith('[')   ? startSection(words[0])
                              : words[0].text.startsWith('.') ? readKey(words)
                                                              : Result<void>{}; // a further row of an array
            if (!done && !passOver(done.error()))
                return done.error();
        }
        if (const auto done = finishSection(); !done && !passOver(done.error()))
            return done.error();
        if (m_detectors.empty())
            return Error{Error::Kind::BadData, CoreTexts::tr("%1 has no [BPM_…] section").arg(m_origin),
                         CoreTexts::tr("give the ring's detector file, or a CSV")};
        return DetectorTablePtr{std::make_shared<DetectorTable>(std::move(m_detectors))};
    }

private:
    Error bad(qsizetype line, qsizetype column, const QString &what) const
    {
        return Error{Error::Kind::BadData,
                     CoreTexts::tr("%1 line %2, column %3: %4").arg(m_origin).arg(line + 1).arg(column).arg(what),
                     CoreTexts::tr("correct it there")};
    }

    /// Whether reading goes on without the section that is being read.
    bool passOver(const Error &error)
    {
        m_inDetector = false;
        if (m_passedOver)
            *m_passedOver << error.what;
        return m_passedOver != nullptr;
    }

    void note(const char *column)
    {
        m_detector.origins[column] = CoreTexts::tr("%1 line %2").arg(m_origin).arg(m_line + 1).toStdString();
    }

    Result<void> startSection(const Word &word)
    {
        if (auto finished = finishSection(); !finished && !passOver(finished.error()))
            return finished;
        if (!word.text.endsWith(']'))
            return bad(m_line, word.column, CoreTexts::tr("a section without its closing bracket"));
        m_inDetector = word.text.startsWith("[BPM_");
        m_section = m_line;
        m_detector = Detector{};
        return {};
    }

    Result<void> readKey(const std::vector<Word> &words)
    {
        if (!m_inDetector)
            return {};
        const QByteArray &key = words[0].text;
        const Word value = words.size() > 1 ? words[1] : Word{{}, words[0].column + key.size()};
        bool ok = true;
        if ((key == ".DETECTOR_LOCATION" || key == ".CESRV_NAME") && !isWritable(value.text))
            return bad(
                m_line, value.column,
                CoreTexts::tr("%1 is no name: up to 63 printable characters, no comma").arg(QString::fromLatin1(key)));
        if (key == ".DETECTOR_LOCATION")
            m_detector.location = canonicalLocation(value.text.toStdString()), note("location");
        else if (key == ".CESRV_NAME")
            m_detector.name = value.text.toStdString(), note("name");
        else if (key == ".DETEC_ID_ELE")
            m_detector.id = value.text.toInt(&ok), note("id");
        else if (key == ".HORZ_POS_COEFF" || key == ".VERT_POS_COEFF")
            return readCoefficient(key, value);
        if (!ok)
            return bad(m_line, value.column, CoreTexts::tr("%1 is no whole number").arg(QString::fromLatin1(key)));
        return {};
    }

    Result<void> readCoefficient(const QByteArray &key, const Word &value)
    {
        bool ok = false;
        const double metres = value.text.toDouble(&ok);
        if (!ok || !(metres >= smallest_m && metres <= largest_m))
            return bad(m_line, value.column,
                       CoreTexts::tr("%1 is \"%2\", no length between 0.1 mm and 1 m")
                           .arg(QString::fromLatin1(key), QString::fromUtf8(value.text)));
        (key == ".HORZ_POS_COEFF" ? m_detector.kx_mm : m_detector.ky_mm) = metres * 1e3;
        note(key == ".HORZ_POS_COEFF" ? "kx_mm" : "ky_mm");
        return {};
    }

    Result<void> finishSection()
    {
        if (!m_inDetector)
            return {};
        m_inDetector = false;
        const QByteArray key = QByteArray::fromStdString(m_detector.location);
        if (key.isEmpty() || m_locations.contains(key))
            return bad(m_section, 1,
                       key.isEmpty() ? CoreTexts::tr("a section without .DETECTOR_LOCATION")
                                     : CoreTexts::tr("location %1 stands twice").arg(QString::fromUtf8(key)));
        m_locations.insert(key);
        placeInRing();
        m_detectors.push_back(std::move(m_detector));
        return {};
    }

    /// The lattice knows where it stands; the file does not.
    void placeInRing()
    {
        const DetectorTable &ring = *builtinDetectorTable();
        const int row = ring.find(m_detector.location);
        if (row == unknownDetector || ring.at(row).location != m_detector.location)
            return;
        const Detector &place = ring.at(row);
        m_detector.s_m = place.s_m;
        m_detector.betaX_m = place.betaX_m;
        m_detector.betaY_m = place.betaY_m;
        m_detector.etaX_m = place.etaX_m;
        m_detector.phiX_rad = place.phiX_rad;
        m_detector.phiY_rad = place.phiY_rad;
        for (const char *const column : {"s_m", "beta_x_m", "beta_y_m", "eta_x_m", "phi_x_rad", "phi_y_rad"}) {
            if (const auto found = place.origins.find(column); found != place.origins.end())
                m_detector.origins[column] = found->second;
        }
    }

    const QByteArrayList m_lines;
    const QString m_origin;
    QStringList *const m_passedOver;
    qsizetype m_line = 0;
    qsizetype m_section = 0;
    bool m_inDetector = false;
    Detector m_detector;
    QSet<QByteArray> m_locations;
    std::vector<Detector> m_detectors;
};

} // namespace

bool isParameterFile(const QByteArray &text)
{
    for (const QByteArray &line : text.split('\n')) {
        const QByteArray word = line.trimmed();
        if (!word.isEmpty() && !word.startsWith('#'))
            return word.startsWith('[');
    }
    return false;
}

Result<DetectorTablePtr> parseParameterFile(const QByteArray &text, const QString &origin, QStringList *passedOver)
{
    return ParameterReader{text, origin, passedOver}.read();
}

} // namespace cbpm
