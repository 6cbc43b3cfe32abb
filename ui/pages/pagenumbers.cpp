// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagenumbers.h"

#include "core/export/textbuffer.h"

#include <array>

namespace cbpm {
namespace {

void addField(TextBuffer &text, double value)
{
    text.character('\t');
    text.number(value);
}

/// Titles of the signals of CurveName.
constexpr std::array<const char *, firstButton + buttonCount> signalNames{"x_mm",   "y_mm",    "top_in",
                                                                          "bot_in", "bot_out", "top_out"};

} // namespace

QString orbitNumbers(const RingOrbit &orbit, const DetectorTable &table)
{
    TextBuffer text;
    text.text("bpm\ts_m\tcount\tx_mm\tx_min_mm\tx_max_mm\ty_mm\ty_min_mm\ty_max_mm\n");
    for (int row = 0; row < table.size() && static_cast<std::size_t>(row) < orbit.rows.size(); ++row) {
        const OrbitReading &reading = orbit.rows[static_cast<std::size_t>(row)];
        if (reading.count == 0)
            continue;
        text.text(table.at(row).location);
        addField(text, table.at(row).s_m);
        text.character('\t');
        text.integer(reading.count);
        for (const Moments &plane : {reading.x, reading.y}) {
            for (const double value : {plane.mean, plane.min, plane.max})
                addField(text, value);
        }
        text.character('\n');
    }
    return QString::fromUtf8(text.view());
}

QString spectraNumbers(const Spectra &spectra)
{
    TextBuffer text;
    text.text("frequency_Hz");
    const Spectrum *finest = nullptr;
    for (const auto &[name, spectrum] : spectra) {
        text.character('\t');
        text.text(name.location);
        text.character(' ');
        text.text(signalNames.at(static_cast<std::size_t>(name.signal)));
        if (!finest || spectrum.density.size() > finest->density.size())
            finest = &spectrum;
    }
    text.character('\n');
    for (std::size_t k = 1; finest && k < finest->density.size(); ++k) { // 0 is the mean, which is no motion
        const double frequency = static_cast<double>(k) * finest->step_Hz;
        text.number(frequency);
        for (const auto &[name, spectrum] : spectra)
            addField(text, densityAt(spectrum, frequency));
        text.character('\n');
    }
    return QString::fromUtf8(text.view());
}

} // namespace cbpm
