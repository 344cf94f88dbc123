// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/faultyanswer.h"

#include <QUrl>

#include <chrono>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;
using Kind = SandboxFault::Kind;

HttpAnswer webPage(int status, const QByteArray &title)
{
    return {.status = status,
        .contentType = "text/html; charset=utf-8",
        .body = "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head><body><h1>" +
                title + "</h1></body></html>\n"};
}

HttpAnswer gatewayRefusal(int status, const QByteArray &retryAfterSeconds)
{
    return {.status = status,
        .contentType = "text/plain",
        .headers = {{"Retry-After", retryAfterSeconds}},
        .body = "Please try again later.\n"};
}

HttpAnswer redirection(const QString &target)
{
    // 127.0.0.2 is another host, and still this computer. Port 9 is the discard service.
    const QByteArray location =
        target.isEmpty() ? QByteArrayLiteral("http://127.0.0.2:9/") : QUrl(target).toEncoded();
    return {.status = 302, .contentType = "text/plain", .headers = {{"Location", location}}};
}

std::chrono::milliseconds delay(const QString &seconds)
{
    using namespace std::chrono_literals;
    return seconds.isEmpty() ? 3s : std::chrono::milliseconds(qRound(seconds.toDouble() * 1000));
}

} // namespace

std::optional<Refusal> refusalUnder(Kind kind)
{
    switch (kind) {
    case Kind::Always401:
        return Refusal::NotSignedIn;
    case Kind::PaymentRequired:
        return Refusal::HigherPackageNeeded;
    case Kind::Forbidden:
        return Refusal::Forbidden;
    case Kind::Throttled:
        return Refusal::Throttled;
    case Kind::ServerError:
        return Refusal::BillingError;
    default:
        return {};
    }
}

QJsonObject packageUnder(Kind kind, QJsonObject package)
{
    if (kind == Kind::BadOverdue) {
        package["overdueDays"_L1] = u"n/a"_s;
    } else if (kind == Kind::PlainGoodsPackage) {
        package["goodsPackage"_L1] = u"套餐包信息"_s; // as the vendor's published example has it
    } else if (kind == Kind::Markup) {
        const QString markup = u"<b>Bold</b><img src=/dev/zero>"_s;
        QJsonObject goods = package["goodsPackage"_L1].toObject();
        goods["name"_L1] = markup;
        goods["nameEn"_L1] = markup;
        package["goodsPackage"_L1] = goods;
    }
    return package;
}

HttpAnswer answerUnder(const SandboxFault &fault, HttpAnswer good)
{
    switch (fault.kind) {
    case Kind::ThrottledHttp:
        return gatewayRefusal(429, "7");
    case Kind::Maintenance:
        return gatewayRefusal(503, "120");
    case Kind::BadGateway:
        return webPage(502, "502 Bad Gateway");
    case Kind::Html:
        return webPage(200, "Sign in to this network");
    case Kind::Redirect:
        return redirection(fault.argument);
    case Kind::CutJson:
        good.body.truncate(good.body.size() / 2);
        return good;
    case Kind::Empty:
        good.body.clear();
        return good;
    case Kind::Huge:
        good.blanks = 100'000'000 - good.body.size();
        return good;
    case Kind::Slow:
        good.delay = delay(fault.argument);
        return good;
    case Kind::Silent:
        good.isGiven = false;
        return good;
    default:
        return good;
    }
}

} // namespace genauth::sandbox
