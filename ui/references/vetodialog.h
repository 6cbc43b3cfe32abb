// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/vetofile.h"

#include <QDialog>

class QLineEdit;

namespace cbpm {

/// Asks why detectors are to be taken out of orbits and statistics.
class VetoDialog : public QDialog
{
    Q_OBJECT

public:
    /// `reason` is proposed. `isShared`: others will see it, too.
    VetoDialog(const QStringList &locations, const QString &reason, bool isShared, QWidget *parent = nullptr);

    /// As entered, at the present time.
    Veto veto() const;

private:
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_author = nullptr;
};

} // namespace cbpm
