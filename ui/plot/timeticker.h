// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <qcustomplot.h>

namespace cbpm {

/// Ticks on round times of a zone; labels as fine as the visible span needs, the date where it begins.
class TimeTicker : public QCPAxisTickerDateTime
{
public:
    /// As many labels as `axis` has room for, some eight without one.
    TimeTicker(const QTimeZone &zone, const QCPAxis *axis);

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    double getTickStep(const QCPRange &range) override;

private:
    QTimeZone m_zone;
    QPointer<const QCPAxis> m_axis;
    double m_step = 1.0; ///< s, of the last ticks
};

} // namespace cbpm
