// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>
#include <QTranslator>

namespace cbpm::test {

/// Every text a third longer, and with letters that stand high and low.
class LongTexts : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        return text + QString{text.size() / 3, QChar{0x122}};
    }
    bool isEmpty() const override { return false; }
};

/// What a control cannot show of its text for lack of room; empty: all of it fits.
inline QString clippedText(const QWidget &widget)
{
    const auto *const label = qobject_cast<const QLabel *>(&widget);
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    if (button && !button->icon().isNull() && qobject_cast<const QLineEdit *>(widget.parentWidget()))
        return {}; // a picture at the end of a line: its text is a name only
    const QString text = label ? label->text() : button ? button->text() : QString{};
    const bool mayBeCut = label && (label->wordWrap() || label->minimumSizeHint().width() == 0);
    if (text.isEmpty() || mayBeCut || widget.width() >= widget.minimumSizeHint().width())
        return {};
    return QStringLiteral("%1 “%2” has %3 of %4 pixels")
        .arg(widget.objectName(), text)
        .arg(widget.width())
        .arg(widget.minimumSizeHint().width());
}

/// All of what is seen of `parent` that does not fit.
inline QStringList clippedTexts(const QWidget &parent)
{
    QStringList clipped;
    for (const QWidget *const widget : parent.findChildren<QWidget *>()) {
        if (widget->isVisible())
            clipped << clippedText(*widget);
    }
    clipped.removeAll(QString{});
    return clipped;
}

/// Controls in sight that keys reach and that a screen reader has no name for.
inline QStringList namelessControls(const QWidget &parent)
{
    QStringList nameless;
    for (QWidget *const widget : parent.findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        QAccessibleInterface *const control = QAccessible::queryAccessibleInterface(widget);
        if (!control || control->text(QAccessible::Name).isEmpty())
            nameless << QString::fromLatin1(widget->metaObject()->className()) + QChar{u' '} + widget->objectName();
    }
    return nameless;
}

} // namespace cbpm::test
