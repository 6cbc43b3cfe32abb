// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/samplesource.h"

#include <QPushButton>

namespace cbpm {

/// The next step after something went wrong.
enum class Fix {
    None,
    Retry,     ///< the same may go well now
    Server,    ///< the connect dialog, at the server
    Table,     ///< the connect dialog, at table and columns
    Profiles,  ///< the profiles
    Detectors, ///< the constants of the detectors
};

/// What helps against an error in opening the source written as `text`; None: the sentence says it all.
Fix fixOf(const Error &error, const QString &text);

/// What helps against an error in reading a source that was open.
Fix fixOf(const Error &error, const SourceInfo &source);

/// A button beside a sentence that leads to its fix; not there where there is none.
class FixButton : public QPushButton
{
    Q_OBJECT

public:
    explicit FixButton(const QString &name, QWidget *parent = nullptr);

    void offer(Fix fix);

signals:
    void wanted(cbpm::Fix fix);

private:
    Fix m_fix = Fix::None;
};

} // namespace cbpm
