// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spectrumaxes.h"

#include <qcustomplot.h>

namespace cbpm {

void fitSpectrumAxes(QCustomPlot &plot, const Spectra &spectra)
{
    QCPRange keys{0.01, 0.5 * rate_Hz};
    bool found = false;
    for (const auto &[name, spectrum] : spectra) {
        if (!spectrum.density.empty())
            keys.lower = found ? std::min(keys.lower, spectrum.step_Hz) : spectrum.step_Hz;
        found = found || !spectrum.density.empty();
    }
    plot.axisRect(1)->axis(QCPAxis::atBottom)->setRange(keys);
    for (int k = 0; k < 2; ++k) {
        QCPAxisRect *const rect = plot.axisRect(k);
        for (const auto side : {QCPAxis::atLeft, QCPAxis::atRight}) {
            QCPRange range;
            bool has = false;
            for (const QCPGraph *const graph : rect->graphs()) {
                bool known = false;
                const QCPRange one =
                    graph->valueAxis() == rect->axis(side) ? graph->getValueRange(known, QCP::sdPositive) : QCPRange{};
                if (known)
                    range = has ? range.expanded(one) : one;
                has = has || known;
            }
            if (side == QCPAxis::atRight)
                rect->axis(side)->setRange(0.0, has ? 1.08 * range.upper : 1.0);
            else
                rect->axis(side)->setRange(has ? range.lower / 1.5 : 0.01, has ? range.upper * 1.5 : 100.0);
        }
    }
}

} // namespace cbpm
