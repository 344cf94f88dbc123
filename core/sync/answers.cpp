// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/answers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace genauth {

namespace {

/** Given HTTP 2xx, an envelope is only made of this one. */
constexpr int GoodStatusCode = 200;

} // namespace

AnswerFacts answerFactsOf(const Result<Envelope> &answer)
{
    if (!answer)
        return AnswerFacts::of(answer.error());
    const Envelope &envelope = answer.value();
    return {envelope.httpStatus, GoodStatusCode, envelope.apiCode, envelope.requestId,
        envelope.serverDate};
}

ApiError unreadableAnswer(
    const ApiError &decoding, const ApiRequest &request, const Envelope &envelope)
{
    ApiError error = decoding;
    error.operation = request.name();
    error.httpStatus = envelope.httpStatus;
    error.statusCode = GoodStatusCode;
    error.apiCode = envelope.apiCode;
    error.requestId = envelope.requestId;
    return error;
}

QByteArray compactData(const Envelope &envelope)
{
    return QJsonDocument(envelope.data.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace genauth
