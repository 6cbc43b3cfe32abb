// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detectors/detectorcolumns.h"

#include "core/detectors/detectorname.h"
#include "core/types/timetext.h"

#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

QByteArray shortest(double value)
{
    if (std::isnan(value))
        return {};
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QByteArray{text, static_cast<qsizetype>(end - text)};
}

bool readNumber(double &value, const QByteArray &text)
{
    bool ok = false;
    value = text.toDouble(&ok);
    return ok && std::isfinite(value);
}

bool readWhole(int &value, const QByteArray &text)
{
    bool ok = false;
    value = text.toInt(&ok);
    return ok;
}

/// A column of a number that `Field` reaches.
template<auto Field>
constexpr DetectorColumn number(const char *name)
{
    return {name, [](const Detector &d) { return shortest(Field(const_cast<Detector &>(d))); },
            [](Detector &d, const QByteArray &text) { return readNumber(Field(d), text); }};
}

template<auto Member>
constexpr DetectorColumn number(const char *name) requires std::is_member_object_pointer_v<decltype(Member)>
{
    return {name, [](const Detector &d) { return shortest(d.*Member); },
            [](Detector &d, const QByteArray &text) { return readNumber(d.*Member, text); }};
}

bool readMethod(Detector &detector, const QByteArray &text)
{
    for (int k = 0; k < 4; ++k) {
        if (text == methodWord(static_cast<PositionMethod>(k))) {
            detector.method = static_cast<PositionMethod>(k);
            return true;
        }
    }
    return false;
}

bool readChamber(Detector &detector, const QByteArray &text)
{
    detector.chamber.shape = text == "round" ? Chamber::Shape::Round : Chamber::Shape::Ellipse;
    return text == "round" || text == "ellipse";
}

bool readEnabled(Detector &detector, const QByteArray &text)
{
    detector.enabled = text == "1" || text == "true";
    return detector.enabled || text == "0" || text == "false";
}

bool readValidFrom(Detector &detector, const QByteArray &text)
{
    const auto time = parseTime(QString::fromUtf8(text), TimePoint{});
    if (time)
        detector.validFrom = *time;
    return time.has_value();
}

QByteArray aliasText(const Detector &detector)
{
    QByteArray text;
    for (const std::string &alias : detector.aliases)
        text.append(text.isEmpty() ? "" : " ").append(alias.c_str());
    return text;
}

bool readAliases(Detector &detector, const QByteArray &text)
{
    detector.aliases.clear();
    for (const QByteArray &alias : text.simplified().split(' ')) {
        if (!alias.isEmpty())
            detector.aliases.push_back(alias.toStdString());
    }
    return true;
}

template<std::size_t K>
double &pedestal(Detector &d)
{
    return d.pedestal[K];
}

template<std::size_t K>
double &gain(Detector &d)
{
    return d.gain[K];
}

template<auto Member>
double &chamber(Detector &d)
{
    return d.chamber.*Member;
}

template<auto Member>
double &threshold(Detector &d)
{
    return d.thresholds.*Member;
}

constexpr DetectorColumn columns[] = {
    {"location", [](const Detector &d) { return QByteArray::fromStdString(d.location); },
     [](Detector &d, const QByteArray &t) { return !(d.location = canonicalLocation(t.toStdString())).empty(); }},
    {"id", [](const Detector &d) { return d.id ? QByteArray::number(d.id) : QByteArray{}; },
     [](Detector &d, const QByteArray &t) { return readWhole(d.id, t) && d.id >= 0; }},
    {"name", [](const Detector &d) { return QByteArray::fromStdString(d.name); },
     [](Detector &d, const QByteArray &t) { return d.name = t.toStdString(), true; }},
    {"aliases", aliasText, readAliases},
    {"valid_from",
     [](const Detector &d) { return d.validFrom == alwaysValid ? QByteArray{} : isoText(d.validFrom).toLatin1(); },
     readValidFrom},
    number<&Detector::s_m>("s_m"),
    number<&Detector::kx_mm>("kx_mm"),
    number<&Detector::ky_mm>("ky_mm"),
    {"x_sign", [](const Detector &d) { return QByteArray::number(d.xSign); },
     [](Detector &d, const QByteArray &t) { return readWhole(d.xSign, t) && (d.xSign == 1 || d.xSign == -1); }},
    number<pedestal<0>>("pedestal_ti"),
    number<pedestal<1>>("pedestal_bi"),
    number<pedestal<2>>("pedestal_bo"),
    number<pedestal<3>>("pedestal_to"),
    number<gain<0>>("gain_ti"),
    number<gain<1>>("gain_bi"),
    number<gain<2>>("gain_bo"),
    number<gain<3>>("gain_to"),
    number<&Detector::xOffset_mm>("x_offset_mm"),
    number<&Detector::yOffset_mm>("y_offset_mm"),
    number<&Detector::roll_mrad>("roll_mrad"),
    {"method", [](const Detector &d) { return QByteArray{methodWord(d.method)}; }, readMethod},
    {"polynomial_order", [](const Detector &d) { return QByteArray::number(d.polynomialOrder); },
     [](Detector &d, const QByteArray &t) { return readWhole(d.polynomialOrder, t); }},
    {"chamber",
     [](const Detector &d) { return QByteArray{d.chamber.shape == Chamber::Shape::Round ? "round" : "ellipse"}; },
     readChamber},
    number<chamber<&Chamber::a_mm>>("a_mm"),
    number<chamber<&Chamber::b_mm>>("b_mm"),
    number<chamber<&Chamber::buttonX1_mm>>("button_x1_mm"),
    number<chamber<&Chamber::buttonX2_mm>>("button_x2_mm"),
    number<threshold<&Thresholds::sumMin>>("sum_min"),
    number<threshold<&Thresholds::noSignal>>("no_signal"),
    number<threshold<&Thresholds::low>>("low"),
    number<threshold<&Thresholds::high>>("high"),
    number<threshold<&Thresholds::saturated>>("saturated"),
    number<threshold<&Thresholds::residual>>("residual_limit"),
    number<threshold<&Thresholds::step_mm>>("step_mm"),
    {"frozen_samples", [](const Detector &d) { return QByteArray::number(d.thresholds.frozenSamples); },
     [](Detector &d, const QByteArray &t) { return readWhole(d.thresholds.frozenSamples, t); }},
    number<&Detector::betaX_m>("beta_x_m"),
    number<&Detector::betaY_m>("beta_y_m"),
    number<&Detector::etaX_m>("eta_x_m"),
    number<&Detector::phiX_rad>("phi_x_rad"),
    number<&Detector::phiY_rad>("phi_y_rad"),
    {"enabled", [](const Detector &d) { return QByteArray{d.enabled ? "1" : "0"}; }, readEnabled},
};

bool isLength(double mm)
{
    return mm >= 0.1 && mm <= 1000.0;
}

} // namespace

std::span<const DetectorColumn> detectorColumns()
{
    return columns;
}

const DetectorColumn *findDetectorColumn(const QByteArray &name)
{
    for (const DetectorColumn &column : columns) {
        if (name == column.name)
            return &column;
    }
    return name == "det_id" ? findDetectorColumn("id") : nullptr;
}

QString unphysicalValue(const Detector &detector)
{
    const auto say = [&detector](const char *column) {
        return QString::fromLatin1(column) + u" = "_s + QString::fromLatin1(findDetectorColumn(column)->text(detector));
    };
    if (!isLength(detector.kx_mm))
        return say("kx_mm");
    if (!isLength(detector.ky_mm))
        return say("ky_mm");
    constexpr const char *gains[] = {"gain_ti", "gain_bi", "gain_bo", "gain_to"};
    for (std::size_t k = 0; k < buttonCount; ++k) {
        if (!(detector.gain[k] > 0.0))
            return say(gains[k]);
    }
    const Chamber &chamber = detector.chamber;
    if (!isLength(chamber.a_mm))
        return say("a_mm");
    if (!isLength(chamber.b_mm))
        return say("b_mm");
    if (!(chamber.buttonX1_mm >= 0.0 && chamber.buttonX1_mm < chamber.buttonX2_mm
          && chamber.buttonX2_mm <= chamber.a_mm))
        return say("button_x1_mm") + u", "_s + say("button_x2_mm");
    if (detector.polynomialOrder < 3 || detector.polynomialOrder > 7 || detector.polynomialOrder % 2 == 0)
        return say("polynomial_order");
    if (detector.thresholds.frozenSamples < 2)
        return say("frozen_samples");
    return {};
}

} // namespace cbpm
