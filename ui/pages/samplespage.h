// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/stretchsamples.h"
#include "ui/pages/page.h"

namespace cbpm {

/// A page of what the samples of the stretch say one by one: asks for them while it is in sight, waits for them, and
/// makes its picture of those that came last.
class SamplesPage : public Page
{
    Q_OBJECT

public:
    SamplesPage(QString name, History &history, ViewState &view, StretchSamples &samples, QWidget *parent);

    void refresh() final;
    bool isSettled() const override { return !m_samples.isLoading() && !isWorking(); }

protected:
    /// Brings the controls up to date before anything is asked.
    virtual void updateControls() {}
    /// Of which detectors samples are wanted; none: of nobody.
    virtual std::vector<int> rows() const = 0;
    virtual bool wantsButtons() const { return false; }
    /// Samples are there, or others are wanted of them.
    virtual void work() = 0;
    virtual bool isWorking() const = 0;
    virtual void updateTexts() = 0;
    /// Tells who waits for it that all is there.
    void tellWhenSettled();

    StretchSamples &m_samples;

private:
    void onSamples();
};

} // namespace cbpm
