// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace cbpm::test {

/// How a call on a file fails.
struct CallFault
{
    int number = 0;      ///< which call, from 1; 0: none
    bool lasts = false;  ///< all calls after it, too: a disk that is full stays full
    bool shorter = true; ///< a write takes half of its bytes first, as a disk does that fills up
};

/// System calls on files below a folder, of every library in the process: open, read, write, sync, rename and their
/// kin. Each is counted; one may fail. One at a time in a process; link it into the executable that uses it.
class FailingCalls
{
public:
    explicit FailingCalls(const std::string &folder);
    ~FailingCalls();

    void arm(const CallFault &fault); ///< counts from here
    int count() const;                ///< calls since arm()
    const char *failed() const;       ///< name of the one that failed first; "": none
};

} // namespace cbpm::test
