// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demopools.h"

#include <QJsonObject>
#include <QString>
#include <QStringView>

namespace genauth::sandbox {

/** What one order is for, and for how much. */
struct Goods
{
    QString name;
    QString nameEn;
    QString unitPrice; ///< with two decimals; empty: not known
    qint64 quantity = 1;
};

/** What there is to be ordered: the pool's own package, and what orders.json adds to it. */
class OrderGoods final
{
public:
    OrderGoods();

    /** What a pool orders in an order of this type; `chance` is any number. */
    [[nodiscard]] Goods goods(
        const QJsonObject &package, QStringView orderType, quint64 chance) const;
    /** The package itself. */
    [[nodiscard]] Goods package(const QJsonObject &package, quint64 chance) const;

private:
    [[nodiscard]] Goods extra(quint64 chance) const;
    [[nodiscard]] Goods overflow(quint64 chance) const;

    QJsonObject m_source;
};

/** unitPrice × quantity, less a discount of so many per cent, cut to whole units: "8910.00".
 *  Empty when the price is not known. */
[[nodiscard]] QString actualAmount(const Goods &goods, int discountPercent);

} // namespace genauth::sandbox
