// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandboxfault.h"

#include "app/sandbox/operations.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

using namespace Qt::StringLiterals;
using Kind = SandboxFault::Kind;

struct FaultName
{
    Kind kind;
    QStringView name;
    QStringView help;
};

constexpr std::array faultNames{
    FaultName{Kind::WrongSecret, u"wrong-secret", u"the access key is refused, however good"},
    FaultName{
        Kind::ExpiredToken, u"expired-token", u"the first token is refused, the next one works"},
    FaultName{Kind::Always401, u"always-401", u"no token and no signature is accepted"},
    FaultName{Kind::PaymentRequired, u"payment-required", u"statusCode 402 inside HTTP 200"},
    FaultName{Kind::Forbidden, u"forbidden", u"statusCode 403 inside HTTP 200"},
    FaultName{Kind::Throttled, u"throttled", u"statusCode 429 inside HTTP 200"},
    FaultName{Kind::ServerError, u"server-error", u"statusCode 500 inside HTTP 200"},
    FaultName{Kind::BadOverdue, u"bad-overdue", u"overdueDays is \"n/a\""},
    FaultName{Kind::Markup, u"markup", u"the package's names hold HTML"},
    FaultName{Kind::PlainGoodsPackage, u"plain-goods-package", u"goodsPackage is a plain string"},
    FaultName{Kind::ThrottledHttp, u"throttled-http", u"HTTP 429 with Retry-After: 7"},
    FaultName{Kind::Maintenance, u"maintenance", u"HTTP 503 with Retry-After: 120"},
    FaultName{Kind::BadGateway, u"bad-gateway", u"HTTP 502 with a web page"},
    FaultName{Kind::Html, u"html", u"HTTP 200 with a web page, as a captive portal answers"},
    FaultName{Kind::Redirect, u"redirect", u"HTTP 302 to another host; redirect=URL chooses where"},
    FaultName{Kind::CutJson, u"cut-json", u"only the first half of the JSON"},
    FaultName{Kind::Empty, u"empty", u"HTTP 200 with an empty body"},
    FaultName{Kind::Huge, u"huge", u"a body of 100 MB"},
    FaultName{Kind::Slow, u"slow", u"each answer takes 3 seconds; slow=SECONDS chooses how many"},
    FaultName{Kind::Silent, u"silent", u"the request is taken and never answered"},
    FaultName{Kind::NoDate, u"no-date", u"the Date header is missing"},
};

bool isGoodArgument(Kind kind, const QString &argument)
{
    if (kind == Kind::Slow) {
        bool isNumber = false;
        const double seconds = argument.toDouble(&isNumber);
        return isNumber && seconds > 0 && seconds <= 600;
    }
    if (kind == Kind::Redirect) {
        const QUrl url(argument, QUrl::StrictMode);
        return url.isValid() && !url.scheme().isEmpty();
    }
    return false;
}

/** "kind" or "kind=argument". */
std::optional<SandboxFault> kindAndArgument(QStringView text)
{
    const qsizetype equals = text.indexOf(u'=');
    const QStringView name = equals < 0 ? text : text.first(equals);
    const auto found = std::ranges::find(faultNames, name, &FaultName::name);
    if (found == faultNames.end())
        return {};
    if (equals < 0)
        return SandboxFault{found->kind, {}};
    const QString argument = text.sliced(equals + 1).toString();
    if (!isGoodArgument(found->kind, argument))
        return {};
    return SandboxFault{found->kind, argument};
}

} // namespace

std::optional<SandboxFault> SandboxFault::fromText(QStringView text)
{
    // What follows another "@" belongs to an address to redirect to, or is no fault at all.
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 0 || !sandbox::isOperation(text.sliced(at + 1)))
        return kindAndArgument(text);
    std::optional<SandboxFault> fault = kindAndArgument(text.first(at));
    if (fault)
        fault->operation = text.sliced(at + 1).toString();
    return fault;
}

QString SandboxFault::help()
{
    QString lines;
    for (const FaultName &fault : faultNames)
        lines += u"  %1%2\n"_s.arg(fault.name.toString().leftJustified(21), fault.help);
    return lines;
}

} // namespace genauth
