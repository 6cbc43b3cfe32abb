// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectortable.h"

#include "core/detectors/detectorname.h"
#include "core/detectors/parameterfile.h"
#include "core/types/coretexts.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

// A resource in a static library is dropped by the linker unless something names it.
static void initDetectorResources()
{
    Q_INIT_RESOURCE(detectors);
}

namespace cbpm {
namespace {

bool earlierInRing(const Detector &a, const Detector &b)
{
    const bool aPlaced = !std::isnan(a.s_m);
    const bool bPlaced = !std::isnan(b.s_m);
    return aPlaced && bPlaced ? a.s_m < b.s_m : aPlaced && !bPlaced;
}

} // namespace

DetectorTable::DetectorTable(std::vector<Detector> detectors)
{
    std::unordered_map<std::string, std::size_t> known;
    for (Detector &detector : detectors) {
        const auto [place, isNew] = known.try_emplace(detector.location, m_epochs.size());
        if (isNew)
            m_epochs.emplace_back();
        m_epochs[place->second].push_back(std::move(detector));
    }
    for (auto &epochs : m_epochs)
        std::stable_sort(epochs.begin(), epochs.end(),
                         [](const Detector &a, const Detector &b) { return a.validFrom < b.validFrom; });
    std::stable_sort(m_epochs.begin(), m_epochs.end(),
                     [](const auto &a, const auto &b) { return earlierInRing(a.back(), b.back()); });
    for (int row = 0; row < size(); ++row) {
        m_rowByName.emplace(at(row).location, row);
        if (at(row).id > 0)
            m_rowById.emplace(at(row).id, row);
    }
    for (int row = 0; row < size(); ++row) { // never over a location
        m_rowByName.emplace(canonicalLocation(at(row).name), row);
        for (const std::string &alias : at(row).aliases)
            m_rowByName.emplace(canonicalLocation(alias), row);
    }
}

std::vector<Detector> DetectorTable::detectors() const
{
    std::vector<Detector> all;
    for (const auto &epochs : m_epochs)
        all.insert(all.end(), epochs.begin(), epochs.end());
    return all;
}

int DetectorTable::find(std::string_view name) const
{
    const std::string key = canonicalLocation(name);
    if (const auto found = m_rowByName.find(key); found != m_rowByName.end())
        return found->second;
    int id = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), id);
    return error == std::errc{} && end == key.data() + key.size() ? findId(id) : unknownDetector;
}

int DetectorTable::findId(int id) const
{
    const auto found = m_rowById.find(id);
    return found == m_rowById.end() ? unknownDetector : found->second;
}

QString DetectorTable::version() const
{
    return QString::fromLatin1(
        QCryptographicHash::hash(detectorTableCsv(*this), QCryptographicHash::Sha256).toHex().left(16));
}

DetectorTablePtr builtinDetectorTable()
{
    static const DetectorTablePtr table = [] {
        initDetectorResources();
        QFile file{u":/cesr_bpms.csv"_s};
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        auto parsed = parseDetectorTableCsv(opened ? file.readAll() : QByteArray{}, u"built-in CESR table,"_s);
        return parsed.value();
    }();
    return table;
}

Result<DetectorTablePtr> readDetectorTable(const QString &path, QStringList *passedOver)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::NotFound,
                     CoreTexts::tr("detector table %1 cannot be read: %2").arg(path, file.errorString()),
                     CoreTexts::tr("check the path and its rights")};
    const QByteArray text = file.readAll();
    return isParameterFile(text) ? parseParameterFile(text, path, passedOver)
                                 : parseDetectorTableCsv(text, path, passedOver);
}

} // namespace cbpm
