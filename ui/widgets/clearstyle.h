// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace cbpm {

/// Fusion, with check boxes and radio buttons that are seen in the dark: its own outline is darker than the window.
class ClearStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ClearStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace cbpm
