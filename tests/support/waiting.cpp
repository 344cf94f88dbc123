// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/waiting.h"

#include "core/api/apireply.h"

#include <QSignalSpy>

namespace genauth::test {

namespace {

template <class Call>
auto finishedResult(Call *call)
{
    QSignalSpy finished(call, &Call::finished);
    if (!finished.wait(10'000))
        qFatal("an exchange of the test does not end");
    return call->result();
}

} // namespace

Result<HttpAnswer> resultOf(HttpExchange *exchange)
{
    return finishedResult(exchange);
}

Result<Envelope> resultOf(ApiReply *reply)
{
    return finishedResult(reply);
}

} // namespace genauth::test
