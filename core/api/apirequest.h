// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/accesskey.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace genauth {

/** One question to GenAuth, as a value: what to ask, never whom, and no credentials in the URL.
 *  Operations and parameters: the vendor's OpenAPI description. */
class ApiRequest
{
public:
    enum class Operation {
        ManagementToken,
        CurrentPackage,
        Usage,
        MauHistory,
        AllRights,
        Orders,
        OrderDetail,
        OrderPayDetail,
    };
    enum class Verb { Get, Post };

    /** The service's own limit for one page of orders. */
    static constexpr int MaxOrdersPerPage = 50;

    [[nodiscard]] static ApiRequest managementToken(const AccessKey &key);
    [[nodiscard]] static ApiRequest currentPackage();
    [[nodiscard]] static ApiRequest usage();
    /** Both days included, in GenAuth's own clock; valid when `from` is not after `to`. */
    [[nodiscard]] static ApiRequest mauHistory(QDate from, QDate to);
    [[nodiscard]] static ApiRequest allRights();
    /** `page` from 1; `limit` from 1 to MaxOrdersPerPage. */
    [[nodiscard]] static ApiRequest orders(int page, int limit);
    [[nodiscard]] static ApiRequest orderDetail(const QString &orderNo);
    [[nodiscard]] static ApiRequest orderPayDetail(const QString &orderNo);

    [[nodiscard]] Operation operation() const { return m_operation; }
    [[nodiscard]] Verb verb() const;
    /** The vendor's name of the operation: "get-current-package-info". */
    [[nodiscard]] QString name() const;
    /** "/api/v3/get-current-package-info" */
    [[nodiscard]] QString path() const;
    /** Percent-encoded, without the question mark; may be empty. */
    [[nodiscard]] const QByteArray &query() const { return m_query; }
    /** JSON; empty for Get. Holds the secret in a ManagementToken request. */
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    /** False when a parameter is missing or out of its range: such a request is never sent. */
    [[nodiscard]] bool isValid() const { return m_valid; }

private:
    explicit ApiRequest(Operation operation, bool valid = true);

    Operation m_operation;
    QByteArray m_query;
    QByteArray m_body;
    bool m_valid;
};

} // namespace genauth
