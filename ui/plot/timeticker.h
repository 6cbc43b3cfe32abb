// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

#include <qcustomplot.h>

namespace cbpm {

/// Ticks on round times of a zone; labels as fine as the visible span needs, the date where it begins.
class TimeTicker : public QCPAxisTickerDateTime
{
public:
    explicit TimeTicker(const QTimeZone &zone);

protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar formatChar, int precision) override;
    double getTickStep(const QCPRange &range) override;

private:
    QTimeZone m_zone;
    double m_step = 1.0; ///< s, of the last ticks
};

} // namespace cbpm
