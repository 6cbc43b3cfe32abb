// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace cbpm {

/// Ends the program at SIGTERM, SIGINT and SIGHUP as if its windows were closed: what is on screen is kept, and nothing
/// half-written is left. A second signal ends it at once.
class OrderlyEnd : public QObject
{
    Q_OBJECT

public:
    explicit OrderlyEnd(QObject *parent = nullptr);
    ~OrderlyEnd() override;

private:
    int m_pipe[2] = {-1, -1};
};

} // namespace cbpm
