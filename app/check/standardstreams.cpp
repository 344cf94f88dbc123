// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/standardstreams.h"

#include <fcntl.h>
#include <unistd.h>

namespace genauth {

void occupyStandardStreams()
{
    // Read-only: what is written there fails, and is known to have failed.
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDONLY);
    if (descriptor > STDERR_FILENO)
        ::close(descriptor);
}

} // namespace genauth
