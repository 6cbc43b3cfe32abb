// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/references/referenceorbit.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;

namespace cbpm {

class ViewState;

/// Asks what an orbit that is kept for good is to be called.
class SaveReferenceDialog : public QDialog
{
    Q_OBJECT

public:
    SaveReferenceDialog(const ReferenceOrbit &orbit, const ViewState &view, QWidget *parent = nullptr);

    /// With the name, author and comment that were entered.
    ReferenceOrbit orbit() const;
    bool isGolden() const;

private:
    ReferenceOrbit m_orbit;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_author = nullptr;
    QPlainTextEdit *m_comment = nullptr;
    QCheckBox *m_golden = nullptr;
};

} // namespace cbpm
