// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timebar/durationbox.h"

#include "ui/text/texts.h"

#include <QComboBox>

namespace cbpm {

QComboBox *durationBox(const std::vector<Duration> &choices, QWidget *parent)
{
    auto *const box = new QComboBox{parent};
    for (const Duration choice : choices)
        box->addItem(text::duration(choice), static_cast<qint64>(choice.count()));
    return box;
}

Duration durationOf(const QComboBox &box)
{
    return Duration{box.currentData().toLongLong()};
}

void showDuration(QComboBox &box, Duration duration)
{
    const auto value = static_cast<qint64>(duration.count());
    if (box.findData(value) < 0)
        box.addItem(text::duration(duration), value);
    box.setCurrentIndex(box.findData(value));
}

} // namespace cbpm
