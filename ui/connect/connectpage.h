// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profiles/profile.h"

#include <QWizardPage>

namespace cbpm {

/// A page of the connect dialog. All pages write into one draft of a profile, and stop what they do when they are left.
class ConnectPage : public QWizardPage
{
    Q_OBJECT

public:
    ConnectPage(Profile &draft, QWidget *parent) : QWizardPage{parent}, m_draft{draft} {}

    /// Ends what runs on the pool for this page.
    virtual void stop() = 0;

    /// QWizard would set fields back here; what was filled in stays.
    void cleanupPage() override { stop(); }

protected:
    Profile &m_draft;
};

} // namespace cbpm
