// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/ordergoods.h"

#include "app/sandbox/demofile.h"

#include <QJsonArray>

namespace genauth::sandbox {

namespace {

using namespace Qt::StringLiterals;

QJsonValue picked(const QJsonValue &list, quint64 chance)
{
    const QJsonArray items = list.toArray();
    return items[qsizetype(chance % quint64(items.size()))];
}

Goods readGoods(const QJsonObject &source, qint64 quantity)
{
    return {source["name"_L1].toString(), source["nameEn"_L1].toString(),
        source["unitPrice"_L1].toString(), quantity};
}

} // namespace

OrderGoods::OrderGoods()
    : m_source(demoFile(u"orders.json"_s))
{
}

Goods OrderGoods::goods(const QJsonObject &package, QStringView orderType, quint64 chance) const
{
    if (orderType == u"New")
        return extra(chance);
    if (orderType == u"Overflowed_Correct")
        return overflow(chance);
    return this->package(package, chance);
}

Goods OrderGoods::package(const QJsonObject &package, quint64 chance) const
{
    return readGoods(package, picked(m_source["packageQuantities"_L1], chance).toInteger());
}

Goods OrderGoods::extra(quint64 chance) const
{
    const QJsonObject extra = picked(m_source["extras"_L1], chance).toObject();
    return readGoods(extra, picked(extra["quantities"_L1], chance / 64).toInteger());
}

Goods OrderGoods::overflow(quint64 chance) const
{
    return readGoods(m_source["overflow"_L1].toObject(), qint64(37 + chance % 4000));
}

QString actualAmount(const Goods &goods, int discountPercent)
{
    if (goods.unitPrice.isEmpty())
        return {};
    Q_ASSERT(goods.unitPrice.sliced(goods.unitPrice.size() - 3).startsWith(u'.'));
    const qint64 full = QString(goods.unitPrice).remove(u'.').toLongLong() * goods.quantity;
    const qint64 cents = full - full * discountPercent / 10'000 * 100;
    return QString::number(cents / 100) + u'.' +
           QString::number(cents % 100).rightJustified(2, u'0');
}

} // namespace genauth::sandbox
