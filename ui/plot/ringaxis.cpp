// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/ringaxis.h"

#include "core/detectors/ringregion.h"
#include "ui/plot/toptext.h"

#include <QCoreApplication>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

constexpr int fewestForName = 4;       ///< detectors: a name needs room
constexpr std::size_t mostRegions = 8; ///< beyond it names tell no regions, and lines would only confuse

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RingAxis)
};

QString nameOf(RingRegion region)
{
    switch (region) {
    case RingRegion::South:
        return Texts::tr("South");
    case RingRegion::West:
        return Texts::tr("West");
    case RingRegion::East:
        return Texts::tr("East");
    case RingRegion::Other:
        break;
    }
    return {};
}

} // namespace

RingAxis::RingAxis(QCustomPlot &plot, std::vector<QCPAxisRect *> rects)
    : m_plot{plot}, m_rects{std::move(rects)}, m_table{std::make_shared<DetectorTable>()}
{
    m_rects[0]->axis(QCPAxis::atTop)->setTickLabels(true);
}

void RingAxis::setTable(DetectorTablePtr table)
{
    m_table = std::move(table);
    rebuild();
}

void RingAxis::setById(bool byId)
{
    m_byId = byId;
    rebuild();
}

double RingAxis::keyOf(int row) const
{
    const Detector &detector = m_table->at(row);
    if (m_byId)
        return detector.id > 0 ? detector.id : std::numeric_limits<double>::quiet_NaN();
    return detector.s_m;
}

int RingAxis::rowNear(double key) const
{
    const auto nearest = std::min_element(m_rows.begin(), m_rows.end(), [&](int a, int b) {
        return std::abs(keyOf(a) - key) < std::abs(keyOf(b) - key);
    });
    return nearest == m_rows.end() ? unknownDetector : *nearest;
}

void RingAxis::showAll()
{
    if (m_rows.empty())
        return;
    const QCPRange range{keyOf(m_rows.front()), keyOf(m_rows.back())};
    const double margin = std::max(1.0, 0.01 * range.size());
    m_rects[1]->axis(QCPAxis::atBottom)->setRange(range.lower - margin, range.upper + margin);
}

void RingAxis::rebuild()
{
    m_rows.clear();
    for (int row = 0; row < m_table->size(); ++row) {
        if (std::isfinite(keyOf(row)))
            m_rows.push_back(row);
    }
    std::stable_sort(m_rows.begin(), m_rows.end(), [this](int a, int b) { return keyOf(a) < keyOf(b); });
    m_rects[1]->axis(QCPAxis::atBottom)->setLabel(m_byId ? Texts::tr("detector id") : Texts::tr("s [m]"));
    nameDetectors();
    nameRegions();
}

/// As many as fit without running into each other.
void RingAxis::nameDetectors()
{
    const auto names = QSharedPointer<QCPAxisTickerText>::create();
    const double width = m_rows.empty() ? 0.0 : keyOf(m_rows.back()) - keyOf(m_rows.front());
    double last = -std::numeric_limits<double>::infinity();
    for (const int row : m_rows) {
        if (keyOf(row) - last < width / 22.0)
            continue;
        last = keyOf(row);
        names->addTick(last, QString::fromStdString(m_table->at(row).location));
    }
    m_rects[0]->axis(QCPAxis::atTop)->setTicker(names);
}

void RingAxis::nameRegions()
{
    for (QCPAbstractItem *const mark : m_marks)
        m_plot.removeItem(mark);
    m_marks.clear();
    struct Run
    {
        RingRegion region;
        double first, last;
        int count = 0;
    };
    std::vector<Run> runs;
    for (const int row : m_rows) {
        const RingRegion region = ringRegion(m_table->at(row).location);
        if (runs.empty() || runs.back().region != region)
            runs.push_back({region, keyOf(row), keyOf(row)});
        runs.back().last = keyOf(row);
        ++runs.back().count;
    }
    if (runs.size() < 2 || runs.size() > mostRegions)
        return;
    for (std::size_t k = 0; k < runs.size(); ++k) {
        if (runs[k].count >= fewestForName)
            addName(m_rects[0], 0.5 * (runs[k].first + runs[k].last), nameOf(runs[k].region), Qt::AlignHCenter);
        if (k == 0)
            continue;
        // The sides meet at the interaction point opposite of the south arc.
        const bool sidesMeet = runs[k - 1].region == RingRegion::West && runs[k].region == RingRegion::East;
        addLine(0.5 * (runs[k - 1].last + runs[k].first), sidesMeet && !m_byId ? u"L3"_s : QString{});
    }
    if (!m_byId && runs.front().region == RingRegion::South)
        addLine(0.0, u"L0"_s); // where s begins
}

void RingAxis::addLine(double key, const QString &name)
{
    for (QCPAxisRect *const rect : m_rects) {
        auto *const line = new QCPItemStraightLine{&m_plot};
        line->setClipAxisRect(rect);
        for (QCPItemPosition *const point : line->positions())
            point->setAxes(rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft));
        line->point1->setCoords(key, 0.0);
        line->point2->setCoords(key, 1.0);
        m_marks.push_back(line);
    }
    if (!name.isEmpty())
        addName(m_rects[1], key, name, Qt::AlignLeft); // beside it; the regions' names stand above
}

void RingAxis::addName(QCPAxisRect *rect, double key, const QString &name, Qt::Alignment side)
{
    QCPItemText *const text = textAtTop(*rect, side);
    text->position->setCoords(key, 0.0);
    text->setPadding({3, 2, 3, 2});
    text->setText(name);
    m_marks.push_back(text);
}

void RingAxis::restyle(const QPalette &palette)
{
    QColor faint = palette.color(QPalette::WindowText);
    faint.setAlphaF(0.45F);
    for (QCPAbstractItem *const mark : m_marks) {
        if (auto *const line = qobject_cast<QCPItemStraightLine *>(mark))
            line->setPen(QPen{faint, 1, Qt::DotLine});
        else if (auto *const text = qobject_cast<QCPItemText *>(mark)) {
            text->setColor(palette.color(QPalette::WindowText));
            text->setBrush(palette.color(QPalette::Base));
        }
    }
}

} // namespace cbpm
