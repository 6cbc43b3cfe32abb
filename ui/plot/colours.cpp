// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/colours.h"

#include <qcustomplot.h>

#include <array>

namespace cbpm::colours {
namespace {

constexpr std::array<QRgb, 6> okabeIto{0x0072B2, 0xD55E00, 0x009E73, 0xE69F00, 0xCC79A7, 0x56B4E9};

QColor readable(QRgb colour, bool dark)
{
    const QColor plain{colour};
    return dark && plain.lightness() < 110 ? plain.lighter(165) : plain;
}

} // namespace

QColor trace(int index, bool dark)
{
    return readable(okabeIto[static_cast<std::size_t>(index) % okabeIto.size()], dark);
}

QColor horizontal(bool dark)
{
    return trace(0, dark);
}

QColor vertical(bool dark)
{
    return trace(1, dark);
}

QColor abnormal(bool dark)
{
    return dark ? QColor{0xFF, 0x9D, 0x3B} : QColor{0xC2, 0x3B, 0x00};
}

QCPColorGradient sequential()
{
    constexpr std::array<QRgb, 9> viridis{0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C,
                                          0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725};
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (std::size_t k = 0; k < viridis.size(); ++k)
        gradient.setColorStopAt(static_cast<double>(k) / (viridis.size() - 1), QColor{viridis[k]});
    return gradient;
}

QCPColorGradient diverging(bool dark)
{
    QCPColorGradient gradient;
    gradient.clearColorStops();
    gradient.setColorStopAt(0.0, dark ? QColor{0x7F, 0xC4, 0xFF} : QColor{0x00, 0x2F, 0x6C});
    gradient.setColorStopAt(0.25, QColor{0x00, 0x72, 0xB2});
    gradient.setColorStopAt(0.5, dark ? QColor{0x20, 0x20, 0x20} : QColor{0xFA, 0xFA, 0xFA});
    gradient.setColorStopAt(0.75, QColor{0xD5, 0x5E, 0x00});
    gradient.setColorStopAt(1.0, dark ? QColor{0xFF, 0xD0, 0x80} : QColor{0x6B, 0x24, 0x00});
    return gradient;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

QCPColorGradient density(bool dark)
{
    // Cividis (Nunez, Anderton, Renslow 2018) at eleven places.
    constexpr std::array<QRgb, 11> cividis{0x00224E, 0x083370, 0x35456C, 0x4F576C, 0x666970, 0x7D7C78,
                                           0x958F78, 0xAEA371, 0xC8B866, 0xE5CF52, 0xFDE737};
    QCPColorGradient gradient;
    gradient.clearColorStops();
    const std::size_t first = dark ? 3 : 0; // the darkest would vanish on a dark ground
    for (std::size_t k = first; k < cividis.size(); ++k)
        gradient.setColorStopAt(static_cast<double>(k - first) / static_cast<double>(cividis.size() - 1 - first),
                                QColor{cividis[k]});
    gradient.setNanHandling(QCPColorGradient::nhTransparent);
    return gradient;
}

void apply(QCustomPlot &plot, const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor base = palette.color(QPalette::Base);
    QColor grid = text;
    grid.setAlphaF(0.14F);
    plot.setBackground(base);
    for (QCPAxisRect *const rect : plot.axisRects()) {
        for (QCPAxis *const axis : rect->axes()) {
            axis->setBasePen(QPen{text});
            axis->setTickPen(QPen{text});
            axis->setSubTickPen(QPen{grid});
            axis->setTickLabelColor(text);
            axis->setLabelColor(text);
            axis->grid()->setPen(QPen{grid, 1});
            axis->grid()->setZeroLinePen(QPen{grid, 1});
        }
    }
}

QPalette themePalette(bool dark)
{
    QPalette palette;
    const QColor window = dark ? QColor{0x2B, 0x2D, 0x30} : QColor{0xE9, 0xEA, 0xEC};
    const QColor base = dark ? QColor{0x1C, 0x1E, 0x20} : QColor{0xFF, 0xFF, 0xFF};
    const QColor text = dark ? QColor{0xE4, 0xE6, 0xE8} : QColor{0x1A, 0x1C, 0x1E};
    const QColor muted = dark ? QColor{0x8E, 0x93, 0x98} : QColor{0x6A, 0x70, 0x76};
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, dark ? base.lighter(125) : QColor{0xF5, 0xF6, 0xF7});
    palette.setColor(QPalette::Button, dark ? window.lighter(120) : window.lighter(104));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::PlaceholderText, muted);
    // Fusion draws frames from these; without them boxes vanish on a dark ground.
    palette.setColor(QPalette::Light, window.lighter(dark ? 180 : 110));
    palette.setColor(QPalette::Mid, dark ? window.lighter(150) : window.darker(130));
    palette.setColor(QPalette::Dark, dark ? window.lighter(130) : window.darker(150));
    palette.setColor(QPalette::Highlight, QColor{0x00, 0x72, 0xB2});
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, dark ? QColor{0x56, 0xB4, 0xE9} : QColor{0x00, 0x72, 0xB2});
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, muted);
    return palette;
}

} // namespace cbpm::colours
