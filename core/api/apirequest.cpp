// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/apirequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace genauth {

namespace {

QByteArray day(QDate date)
{
    return date.toString(QStringLiteral("yyyyMMdd")).toLatin1();
}

bool fitsEightDigits(QDate date)
{
    return date.isValid() && date.year() >= 1 && date.year() <= 9999;
}

} // namespace

ApiRequest::ApiRequest(Operation operation, bool valid)
    : m_operation(operation)
    , m_valid(valid)
{
}

ApiRequest ApiRequest::managementToken(const AccessKey &key)
{
    ApiRequest request(Operation::ManagementToken, key.isValid());
    request.m_body =
        QJsonDocument(QJsonObject{
                          {QStringLiteral("accessKeyId"), key.id},
                          {QStringLiteral("accessKeySecret"), QString::fromUtf8(key.secret)},
                      })
            .toJson(QJsonDocument::Compact);
    return request;
}

ApiRequest ApiRequest::currentPackage()
{
    return ApiRequest(Operation::CurrentPackage);
}

ApiRequest ApiRequest::usage()
{
    return ApiRequest(Operation::Usage);
}

ApiRequest ApiRequest::mauHistory(QDate from, QDate to)
{
    ApiRequest request(
        Operation::MauHistory, fitsEightDigits(from) && fitsEightDigits(to) && from <= to);
    request.m_query = "startTime=" + day(from) + "&endTime=" + day(to);
    return request;
}

ApiRequest ApiRequest::allRights()
{
    return ApiRequest(Operation::AllRights);
}

ApiRequest ApiRequest::orders(int page, int limit)
{
    ApiRequest request(Operation::Orders, page >= 1 && limit >= 1 && limit <= MaxOrdersPerPage);
    request.m_query = "page=" + QByteArray::number(page) + "&limit=" + QByteArray::number(limit);
    return request;
}

ApiRequest ApiRequest::orderDetail(const QString &orderNo)
{
    ApiRequest request(Operation::OrderDetail, !orderNo.isEmpty());
    request.m_query = "orderNo=" + QUrl::toPercentEncoding(orderNo);
    return request;
}

ApiRequest ApiRequest::orderPayDetail(const QString &orderNo)
{
    ApiRequest request(Operation::OrderPayDetail, !orderNo.isEmpty());
    request.m_query = "orderNo=" + QUrl::toPercentEncoding(orderNo);
    return request;
}

ApiRequest::Verb ApiRequest::verb() const
{
    return m_operation == Operation::ManagementToken ? Verb::Post : Verb::Get;
}

QString ApiRequest::name() const
{
    switch (m_operation) {
    case Operation::ManagementToken:
        return QStringLiteral("get-management-token");
    case Operation::CurrentPackage:
        return QStringLiteral("get-current-package-info");
    case Operation::Usage:
        return QStringLiteral("get-usage-info");
    case Operation::MauHistory:
        return QStringLiteral("get-mau-period-usage-history");
    case Operation::AllRights:
        return QStringLiteral("get-all-rights-items");
    case Operation::Orders:
        return QStringLiteral("get-orders");
    case Operation::OrderDetail:
        return QStringLiteral("get-order-detail");
    case Operation::OrderPayDetail:
        return QStringLiteral("get-order-pay-detail");
    }
    Q_UNREACHABLE();
}

QString ApiRequest::path() const
{
    return QStringLiteral("/api/v3/") + name();
}

} // namespace genauth
