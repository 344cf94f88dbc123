// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/endedexchange.h"

#include "core/api/httpexchange.h"
#include "core/base/logging.h"
#include "core/base/redaction.h"

namespace genauth {

namespace {

void logOutcome(const HttpExchange &exchange, const Result<Envelope> &envelope)
{
    // A requestId is a server's text: QDebug quotes it, and so escapes what it may hold.
    if (envelope) {
        qCInfo(lcApi) << exchange.label().constData() << "HTTP" << envelope.value().httpStatus
                      << "in" << exchange.milliseconds() << "ms, requestId"
                      << envelope.value().requestId;
        return;
    }
    const ApiError &error = envelope.error();
    qCInfo(lcApi) << exchange.label().constData() << errorKindName(error.kind) << "HTTP"
                  << error.httpStatus << "statusCode" << error.statusCode.value_or(0) << "apiCode"
                  << error.apiCode.value_or(0) << "in" << exchange.milliseconds() << "ms, requestId"
                  << error.requestId;
}

} // namespace

Result<Envelope> readEndedExchange(const HttpExchange &exchange)
{
    const Result<HttpAnswer> &answer = exchange.result();
    const Result<Envelope> envelope =
        answer ? readEnvelope(answer.value()) : Result<Envelope>(answer.error());
    logOutcome(exchange, envelope);
    // A server may quote what was sent to it.
    if (envelope) {
        Envelope good = envelope.value();
        good.message = withSecretsHidden(good.message);
        good.requestId = withSecretsHidden(good.requestId);
        return good;
    }
    ApiError error = envelope.error();
    error.serverMessage = withSecretsHidden(error.serverMessage);
    error.requestId = withSecretsHidden(error.requestId);
    error.subject = withSecretsHidden(error.subject);
    error.operation = QString::fromLatin1(exchange.label()).section(QLatin1Char('/'), -1);
    return error;
}

} // namespace genauth
