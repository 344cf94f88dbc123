// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/sandboxserver.h"
#include "tests/sandbox/sandboxclient.h"

#include <QByteArray>

namespace genauth {

inline const QByteArray packagePath = "/api/v3/get-current-package-info";

/** A sandbox in this process, which listens, and a client for it. */
struct RunningSandbox
{
    explicit RunningSandbox(const SandboxOptions &options = {})
        : server(options)
        , isListening(server.listen())
        , client(server.url())
    {
    }

    [[nodiscard]] SandboxPool pool(int index = 0) const { return server.pools().value(index); }

    SandboxServer server;
    bool isListening;
    SandboxClient client;
};

} // namespace genauth
