// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/background.h"

#include <pthread.h>
#include <sched.h>

namespace cbpm {

void workInBackground()
{
    constexpr sched_param unused{}; // only real-time threads have a priority
    pthread_setschedparam(pthread_self(), SCHED_BATCH, &unused);
}

} // namespace cbpm
