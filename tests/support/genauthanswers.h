// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/environmentaccount.h"
#include "tests/support/serverscript.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

namespace genauth::test {

class FaultyServer;

// GenAuth's own paths.
[[nodiscard]] QString tokenPath();
[[nodiscard]] QString packagePath();
[[nodiscard]] QString usagePath();
[[nodiscard]] QString rightsPath();
[[nodiscard]] QString historyPath();
[[nodiscard]] QString ordersPath();

/** A key whose secret can be searched for wherever it must not be. */
[[nodiscard]] AccessKey canaryKey();
/** An account on this server with no proxy, and its key. */
[[nodiscard]] Account accountOn(const QUrl &host);

/** A JSON Web Token with this payload; its signature is none. */
[[nodiscard]] QByteArray jwt(const QJsonObject &payload);
/** The token that goodToken() answers: its claim names ClaimedPool. */
[[nodiscard]] QByteArray canaryToken();
[[nodiscard]] QString claimedPool();

/** The members of an envelope, `data` left out when it is undefined. */
struct EnvelopeText
{
    QJsonValue statusCode = 200;
    QJsonValue data = QJsonValue(QJsonValue::Undefined);
    QString message = {};
    QJsonValue apiCode = QJsonValue(QJsonValue::Undefined);
    QString requestId = {};
};
[[nodiscard]] QByteArray envelope(const EnvelopeText &text);

/** The `data` of the published schema's kind: every number a string, all fields there. */
[[nodiscard]] QJsonObject samplePackage();

[[nodiscard]] Script goodToken(
    const QByteArray &token = canaryToken(), const QJsonValue &expiresIn = 7200);
[[nodiscard]] Script goodPackage(const QJsonObject &data = samplePackage());
/** An answer that went well, with this data. */
[[nodiscard]] Script goodAnswer(const QJsonObject &data);
/** An error inside HTTP 200, as the service sends it. */
[[nodiscard]] Script refusal(
    int statusCode, std::optional<int> apiCode = {}, const QString &message = {});

/** All that a refresh asks for is answered well: the package in full, and of the others what an
 *  empty pool has. */
void speakGenAuth(FaultyServer &server);

} // namespace genauth::test
