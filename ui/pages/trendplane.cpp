// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/trendplane.h"

#include "ui/models/viewstate.h"
#include "ui/plot/toptext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(TrendPlane)
};

void fitAxis(const EnvelopePlottable &drawn, QCPAxis &axis, const TrendQuantity &shown, const ViewState &view)
{
    QCPRange extremes;
    if (!drawn.visibleExtremes(extremes))
        return;
    const double least =
        isLength(shown.quantity) ? 1e-3 * view.lengthFactor() : 1e-6 * std::max(1.0, std::abs(extremes.upper));
    const double margin = std::max(0.06 * extremes.size(), least);
    if (axis.scaleType() == QCPAxis::stLogarithmic && extremes.lower > 0.0)
        axis.setRange(extremes.lower / 1.1, extremes.upper * 1.1);
    else
        axis.setRange(extremes.lower - margin, extremes.upper + margin);
}

/// In the corner of its plane: many strips are too low for a label along their axis.
QCPItemText *createTitle(QCPAxisRect &rect)
{
    QCPItemText *const title = textAtTop(rect, Qt::AlignLeft);
    title->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    title->position->setCoords(0.0, 0.0);
    title->setPadding({4, 1, 4, 1});
    return title;
}

void write(QCPItemText &title, const QString &text, const QPalette &palette)
{
    QColor ground = palette.color(QPalette::Base);
    ground.setAlphaF(0.5F); // what runs below is seen
    title.setText(text);
    title.setColor(palette.color(QPalette::WindowText));
    title.setBrush(ground);
    title.setPen(Qt::NoPen);
}

} // namespace

void TrendPlane::create(QCPAxisRect &rect, const std::optional<TrendQuantity> &onRight)
{
    QCPAxis *const time = rect.axis(QCPAxis::atBottom);
    QCPAxis *const left = rect.axis(QCPAxis::atLeft);
    QCPAxis *const other = rect.axis(QCPAxis::atRight);
    envelope = new EnvelopePlottable{time, left};
    if (only)
        title = createTitle(rect);
    if (!onRight)
        return;
    shownRight = *onRight;
    QObject::disconnect(left, nullptr, other, nullptr); // it goes its own way
    other->setTickLabels(true);
    other->setNumberFormat(u"gb"_s);
    right = new EnvelopePlottable{time, other};
    right->setStyle(EnvelopePlottable::Style::DashedMean);
}

void TrendPlane::fit(const ViewState &view) const
{
    if (isAutomatic)
        fitAxis(*envelope, *envelope->valueAxis(), shown, view);
    if (right)
        fitAxis(*right, *right->valueAxis(), shownRight, view);
}

void TrendPlane::restyle(const ViewState &view, bool isLogarithmic, const QString &detector,
                         const QPalette &palette) const
{
    QCPAxisRect &rect = *envelope->keyAxis()->axisRect();
    const QString label = axisLabel(shown, view);
    rect.axis(QCPAxis::atLeft)->setLabel(detector.isEmpty() ? label : QString{});
    if (title)
        write(*title, detector.isEmpty() ? QString{} : detector + u' ' + label, palette);
    for (const auto side : {QCPAxis::atLeft, QCPAxis::atRight}) {
        rect.axis(side)->setScaleType(isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        rect.axis(side)->setTicker(isLogarithmic ? QSharedPointer<QCPAxisTicker>{new QCPAxisTickerLog}
                                                 : QSharedPointer<QCPAxisTicker>{new QCPAxisTicker});
    }
    if (!right)
        return;
    rect.axis(QCPAxis::atRight)->grid()->setVisible(false);
    rect.axis(QCPAxis::atRight)->setLabel(Texts::tr("%1, dashed").arg(axisLabel(shownRight, view)));
}

const std::vector<TrendQuantity> &rightQuantities()
{
    static const std::vector<TrendQuantity> all{
        {Quantity::Sum},          {Quantity::Intensity},     {Quantity::X},
        {Quantity::Y},            {Quantity::Q},             {Quantity::Residual},
        {Quantity::TopInner},     {Quantity::TopOuter},      {Quantity::BottomInner},
        {Quantity::BottomOuter},  {Quantity::X, BinValue::Spread}, {Quantity::Y, BinValue::Spread},
    };
    return all;
}

QString nameOf(const TrendQuantity &quantity)
{
    return quantity.value == BinValue::Spread ? Texts::tr("rms of %1").arg(symbol(quantity.quantity))
                                              : symbol(quantity.quantity);
}

QString wordOf(const TrendQuantity &quantity)
{
    static const std::map<Quantity, QString> words{
        {Quantity::X, u"x"_s},
        {Quantity::Y, u"y"_s},
        {Quantity::Sum, u"sum"_s},
        {Quantity::Intensity, u"intensity"_s},
        {Quantity::Q, u"q"_s},
        {Quantity::Residual, u"residual"_s},
        {Quantity::TopInner, u"top-in"_s},
        {Quantity::TopOuter, u"top-out"_s},
        {Quantity::BottomInner, u"bottom-in"_s},
        {Quantity::BottomOuter, u"bottom-out"_s},
    };
    return words.at(quantity.quantity) + (quantity.value == BinValue::Spread ? u"-rms"_s : QString{});
}

} // namespace cbpm
