// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/envelope.h"

#include "core/api/jsonduplicates.h"
#include "core/api/jsonfields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace genauth {

namespace {

constexpr int SuccessCode = 200;
/** apiCode "not signed in", from the vendor's error-code page. */
constexpr int NotSignedInCode = 2020;

ErrorKind kindOfStatus(int status)
{
    switch (status) {
    case 401:
        return ErrorKind::NotSignedIn;
    case 402:
        return ErrorKind::HigherPackageNeeded;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 429:
        return ErrorKind::Throttled;
    case 503:
        return ErrorKind::Maintenance;
    default:
        return status >= 400 && status < 500 ? ErrorKind::BadRequest : ErrorKind::ServerError;
    }
}

/** What the envelope says besides its data. */
struct EnvelopeWords
{
    std::optional<int> statusCode;
    std::optional<int> apiCode;
    QString message;
    QString requestId;
};

EnvelopeWords readWords(const QJsonObject &object)
{
    JsonFields fields(object);
    const auto code = [&](const QString &key) -> std::optional<int> {
        const auto reading = fields.count(key, std::numeric_limits<int>::max());
        return reading.value ? std::optional(static_cast<int>(*reading.value)) : std::nullopt;
    };
    return {
        code(QStringLiteral("statusCode")),
        code(QStringLiteral("apiCode")),
        fields.text(QStringLiteral("message")).asSent,
        fields.text(QStringLiteral("requestId")).asSent,
    };
}

ApiError errorOf(ErrorKind kind, const HttpAnswer &answer, const EnvelopeWords &words)
{
    return {
        .kind = kind,
        .httpStatus = answer.status,
        .statusCode = words.statusCode,
        .apiCode = words.apiCode,
        .requestId = words.requestId,
        .serverMessage = words.message,
        .retryAfter = answer.retryAfter,
        .serverDate = answer.date,
    };
}

ApiError unreadable(const QString &field, const HttpAnswer &answer, const EnvelopeWords &words)
{
    ApiError error = errorOf(ErrorKind::UnreadableField, answer, words);
    error.subject = field;
    return error;
}

/** A page of fifty orders has about 600 values. For each byte of a list of digits Qt needs eight
 *  bytes of memory, and time that a window would be seen to miss. */
constexpr qsizetype MostValues = 100'000;

bool hasTooManyValues(const QByteArray &json)
{
    if (json.size() <= MostValues) // each of them takes a comma
        return false;
    qsizetype commas = 0;
    bool inText = false;
    for (qsizetype i = 0; i < json.size() && commas < MostValues; ++i) {
        const char c = json.at(i);
        if (c == '"')
            inText = !inText;
        else if (c == '\\' && inText)
            ++i; // an escaped quote ends nothing
        else if (c == ',' && !inText)
            ++commas;
    }
    return commas >= MostValues;
}

bool looksLikeHtml(const HttpAnswer &answer)
{
    return answer.contentType.toLower().contains("html") || answer.body.trimmed().startsWith('<');
}

} // namespace

Result<Envelope> readEnvelope(const HttpAnswer &answer)
{
    const bool jsonType = answer.contentType.toLower().contains("json");
    const bool tooMany = jsonType && hasTooManyValues(answer.body);
    const QJsonDocument document =
        jsonType && !tooMany ? QJsonDocument::fromJson(answer.body) : QJsonDocument();
    const EnvelopeWords words = readWords(document.object());

    if (answer.status < 200 || answer.status > 299)
        return errorOf(kindOfStatus(answer.status), answer, words);
    if (!jsonType)
        return errorOf(looksLikeHtml(answer) ? ErrorKind::HtmlAnswer : ErrorKind::MalformedAnswer,
            answer, words);
    if (tooMany)
        return errorOf(ErrorKind::TooLarge, answer, words);
    if (!document.isObject() || !words.statusCode)
        return errorOf(ErrorKind::MalformedAnswer, answer, words);
    if (const QString key = contradictoryKey(answer.body); !key.isEmpty())
        return unreadable(key, answer, words);

    const QJsonValue data = document.object().value(QLatin1String("data"));
    const bool hasData = !data.isUndefined() && !data.isNull();
    if (words.apiCode == NotSignedInCode && (words.statusCode != SuccessCode || !hasData))
        return errorOf(ErrorKind::NotSignedIn, answer, words);
    if (words.statusCode != SuccessCode)
        return errorOf(kindOfStatus(*words.statusCode), answer, words);
    if (!hasData)
        return unreadable(QStringLiteral("data"), answer, words);
    return Envelope{
        data, words.message, words.apiCode, words.requestId, answer.status, answer.date};
}

} // namespace genauth
