// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/pixelcolumns.h"

#include <qcustomplot.h>

#include <memory>
#include <optional>

namespace cbpm {

class ValueScale;

/// Draws bins as what their samples did: per pixel column a bar from the true min to the true max, and the mean as a
/// line that breaks at gaps. Many detectors in one plottable; where none of them has data the ground is hatched.
class EnvelopePlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    struct Trace
    {
        std::shared_ptr<const BinSeries> series; ///< drawn whenever the plot is, also before the next setTraces()
        QColor colour;
    };

    /// All that a plane shows, or a second quantity over it, which leaves envelopes and gaps to the first.
    enum class Style { Envelope, DashedMean };

    EnvelopePlottable(QCPAxis *timeAxis, QCPAxis *valueAxis);

    void setStyle(Style style) { m_style = style; }

    /// Shown values are the bins' times `factor`.
    void setTraces(std::vector<Trace> traces, Quantity quantity, Interval interval, double factor,
                   BinValue value = BinValue::Samples);
    /// Where data are due: holes in it are hatched.
    void setLoaded(std::optional<TimeRange> loaded) { m_loaded = loaded; }

    /// Extremes of what is visible, in axis units; false where nothing is.
    bool visibleExtremes(QCPRange &extremes) const;

    double selectTest(const QPointF &, bool, QVariant * = nullptr) const override { return -1.0; }
    QCPRange getKeyRange(bool &found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool &found, QCP::SignDomain domain = QCP::sdBoth, const QCPRange &keys = {}) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *, const QRectF &) const override {}

private:
    std::optional<TimeRange> visibleTime() const;
    std::vector<PixelColumn> columnsOf(const Trace &trace, const TimeRange &visible, int width) const;
    /// Hatches the columns of `visible` without data that are due; `covered` [width]: whether any trace has some.
    void drawGaps(QCPPainter *painter, const std::vector<char> &covered, const TimeRange &visible) const;
    /// The envelope's: lighter than the mean's.
    QColor barColour(const Trace &trace) const;
    static void dash(std::vector<PixelColumn> &columns);
    void drawPixels(QCPPainter *painter, const TimeRange &visible) const;
    void drawLines(QCPPainter *painter, const TimeRange &visible) const;
    void drawMean(QCPPainter *painter, const std::vector<PixelColumn> &columns, const ValueScale &scale,
                  const QColor &colour) const;

    Style m_style = Style::Envelope;
    std::vector<Trace> m_traces;
    Quantity m_quantity = Quantity::X;
    std::optional<Interval> m_interval;
    double m_factor = 1.0;
    BinValue m_value = BinValue::Samples;
    std::optional<TimeRange> m_loaded;
};

} // namespace cbpm
