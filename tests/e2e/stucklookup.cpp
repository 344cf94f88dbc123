// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A name server that never answers, for a program that is started with this in LD_PRELOAD: names
// that end in ".stuck.invalid" are looked up for ever. When such a lookup has begun, it makes the
// file that STUCK_LOOKUP_MARK names. Other names are looked up as always.

#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace {

constexpr std::string_view StuckNames = ".stuck.invalid";

void leaveMark()
{
    if (const char *name = std::getenv("STUCK_LOOKUP_MARK")) {
        if (const int file = ::open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600); file >= 0)
            ::close(file);
    }
}

} // namespace

extern "C" __attribute__((visibility("default"))) int getaddrinfo(
    const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **result)
{
    const std::string_view name = node ? node : "";
    if (name.ends_with(StuckNames)) {
        leaveMark();
        for (;;)
            ::pause();
    }
    using Lookup = decltype(&::getaddrinfo);
    static const auto real = reinterpret_cast<Lookup>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    return real(node, service, hints, result);
}
