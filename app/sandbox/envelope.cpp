// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/envelope.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

struct RefusalWords
{
    Refusal refusal;
    int statusCode;
    int apiCode; ///< 0: none is sent
    QStringView english;
    QStringView chinese;
};

// The numbers are the vendor's. Which statusCode goes with apiCode 2333 and 1300 to 1306, and
// whether a wrong secret at the token exchange is 2333 at all, is not documented: 401 is what a
// refused key means everywhere else in the service.
constexpr std::array refusals{
    RefusalWords{Refusal::BadArgument, 400, 0, u"Invalid argument", u"请求参数错误"},
    RefusalWords{Refusal::WrongKey, 401, 2333, u"Wrong account or password", u"账号或密码错误"},
    RefusalWords{Refusal::NotSignedIn, 401, 2020, u"Not signed in", u"尚未登录，无访问权限"},
    RefusalWords{Refusal::HigherPackageNeeded, 402, 0, u"This operation needs a higher package",
        u"当前套餐不支持此操作，请升级套餐"},
    RefusalWords{
        Refusal::Forbidden, 403, 0, u"No permission for this operation", u"无权限执行此操作"},
    RefusalWords{Refusal::ForeignPool, 403, 0, u"This token belongs to another user pool",
        u"此凭证属于其他用户池"},
    RefusalWords{Refusal::NoSuchOperation, 404, 0, u"No such operation", u"接口不存在"},
    RefusalWords{Refusal::NotFound, 404, 0, u"Not found", u"资源不存在"},
    RefusalWords{Refusal::Throttled, 429, 0, u"Too many requests", u"请求过于频繁，请稍后再试"},
    RefusalWords{
        Refusal::BillingError, 500, 4021, u"Metering and billing error", u"计量计费服务异常"},
    RefusalWords{Refusal::BadSignature, 401, 1300, u"Bad signature", u"签名错误"},
    RefusalWords{
        Refusal::SignatureMethod, 401, 1301, u"Signature method mismatch", u"签名方法不匹配"},
    RefusalWords{
        Refusal::SignatureVersion, 401, 1302, u"Signature version mismatch", u"签名版本不匹配"},
    RefusalWords{Refusal::TimestampMalformed, 401, 1303, u"Malformed timestamp", u"时间戳格式错误"},
    RefusalWords{Refusal::TimestampMissing, 401, 1304, u"Missing timestamp", u"缺少时间戳"},
    RefusalWords{Refusal::TimestampTooFar, 401, 1305,
        u"The timestamp is too far from the server's clock", u"时间戳与服务器时间相差过大"},
    RefusalWords{
        Refusal::SignatureReplayed, 401, 1306, u"The signature was used before", u"签名已被使用"},
};

HttpAnswer envelope(QJsonObject fields, const QJsonValue &data)
{
    fields.insert("requestId"_L1, QUuid::createUuid().toString(QUuid::WithoutBraces));
    fields.insert("data"_L1, data);
    return {.body = QJsonDocument(fields).toJson(QJsonDocument::Compact)};
}

} // namespace

SandboxLanguage messageLanguage(const HttpRequest &request)
{
    QByteArray language = request.headers.value("x-authing-lang");
    if (language.isEmpty())
        language = request.headers.value("x-genauth-lang");
    return language.isEmpty() || language == "zh-CN" ? SandboxLanguage::Chinese
                                                     : SandboxLanguage::English;
}

HttpAnswer successEnvelope(const QJsonValue &data, SandboxLanguage language)
{
    const auto message = language == SandboxLanguage::Chinese ? u"操作成功"_s : u"Success"_s;
    return envelope({{u"statusCode"_s, 200}, {u"message"_s, message}}, data);
}

HttpAnswer refusalEnvelope(Refusal refusal, SandboxLanguage language)
{
    const auto words = std::ranges::find(refusals, refusal, &RefusalWords::refusal);
    Q_ASSERT(words != refusals.end());
    const QStringView message =
        language == SandboxLanguage::Chinese ? words->chinese : words->english;
    QJsonObject fields{{u"statusCode"_s, words->statusCode}, {u"message"_s, message.toString()}};
    if (words->apiCode != 0)
        fields.insert("apiCode"_L1, words->apiCode);
    return envelope(std::move(fields), QJsonValue::Null);
}

} // namespace genauth::sandbox
