// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/demopayments.h"

#include "app/sandbox/demodates.h"

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

QString payType(const DemoOrder &order, const MadeUp &own)
{
    if (order.source != "SelfHelp"_L1 && order.source != "Cdkey"_L1)
        return u"BankTransfer"_s;
    return own.below(2, 1) == 0 ? u"Alipay"_s : u"WechatPay"_s;
}

/** Each channel has its own way to number what went through it. */
QString channelOrderNo(const QString &payType, const QString &day, const MadeUp &own)
{
    if (payType == "Alipay"_L1)
        return day + u"22001"_s + own.decimal(15, 2);
    if (payType == "WechatPay"_L1)
        return u"4200"_s + own.decimal(6, 2) + day + own.decimal(10, 3);
    return u"BT"_s + day + own.decimal(8, 2);
}

} // namespace

std::optional<QJsonObject> payment(const DemoOrder &order, const DemoPool &pool)
{
    constexpr int paid = 2;
    constexpr int completed = 3;
    if (order.status != paid && order.status != completed)
        return {};
    const MadeUp own = MadeUp(pool.userPoolId).about(6).about(quint64(order.place));
    const QString type = payType(order, own);
    const QDateTime created = order.createTime.addSecs(1 + own.below(5, 4));
    const QDateTime paidTime =
        created.addSecs(20 + own.below(type == "BankTransfer"_L1 ? 5400 : 300, 5));
    QJsonObject fields{{u"orderNo"_s, order.orderNo},
        {u"channelOrderNo"_s, channelOrderNo(type, order.orderNo.first(8), own)},
        {u"paidAmount"_s, order.actualAmount}, {u"paidTime"_s, serviceTime(paidTime)},
        {u"paidAccountNo"_s, own.hex(12, 6) + own.hex(12, 7)},
        // No list of these is published; the vendor's example has 3.
        {u"payStatus"_s, order.status == completed ? u"3"_s : u"2"_s},
        {u"createTime"_s, serviceTime(created)}, {u"payType"_s, type}};
    if (pool.use.isUncertain) {
        fields["paidTime"_L1] = u""_s;
        fields["payStatus"_L1] = QJsonValue::Null;
        fields.remove("paidAccountNo"_L1);
    }
    return fields;
}

} // namespace genauth::sandbox
