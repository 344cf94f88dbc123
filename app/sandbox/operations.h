// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace genauth::sandbox {

// The operations of the protocol, by the last part of their paths.
inline constexpr QStringView managementTokenOperation = u"get-management-token"; ///< the one POST
inline constexpr QStringView packageOperation = u"get-current-package-info";
inline constexpr QStringView usageOperation = u"get-usage-info";
inline constexpr QStringView historyOperation = u"get-mau-period-usage-history";
inline constexpr QStringView rightsOperation = u"get-all-rights-items";
inline constexpr QStringView ordersOperation = u"get-orders";
inline constexpr QStringView orderDetailOperation = u"get-order-detail";
inline constexpr QStringView paymentOperation = u"get-order-pay-detail";

inline constexpr std::array operationNames{managementTokenOperation, packageOperation,
    usageOperation, historyOperation, rightsOperation, ordersOperation, orderDetailOperation,
    paymentOperation};

[[nodiscard]] inline bool isOperation(QStringView name)
{
    return std::ranges::find(operationNames, name) != operationNames.end();
}

} // namespace genauth::sandbox
