// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/controlstate.h"

#include <QCheckBox>
#include <QComboBox>

namespace cbpm {

QJsonObject controlState(const QWidget &root)
{
    QJsonObject state;
    for (const QComboBox *const choice : root.findChildren<QComboBox *>()) {
        const QVariant data = choice->currentData();
        const QString word = data.typeId() == QMetaType::QString ? data.toString() : QString{};
        if (!choice->objectName().isEmpty() && !choice->isEditable() && choice->currentIndex() >= 0)
            state[choice->objectName()] = word.isEmpty() ? QJsonValue{choice->currentIndex()} : QJsonValue{word};
    }
    for (const QCheckBox *const box : root.findChildren<QCheckBox *>()) {
        if (!box->objectName().isEmpty())
            state[box->objectName()] = box->isChecked();
    }
    return state;
}

void setControlState(QWidget &root, const QJsonObject &state)
{
    for (QComboBox *const choice : root.findChildren<QComboBox *>()) {
        const QJsonValue value = state.value(choice->objectName());
        const int index = value.isString() ? choice->findData(value.toString()) : value.toInt(-1);
        if (choice->isEditable() || index < 0 || index >= choice->count() || index == choice->currentIndex())
            continue;
        choice->setCurrentIndex(index);
        emit choice->activated(index);
    }
    for (QCheckBox *const box : root.findChildren<QCheckBox *>())
        box->setChecked(state.value(box->objectName()).toBool(box->isChecked()));
}

} // namespace cbpm
