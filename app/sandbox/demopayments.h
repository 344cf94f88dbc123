// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sandbox/demoorders.h"

#include <QJsonObject>

#include <optional>

namespace genauth::sandbox {

/** What get-order-pay-detail answers; nothing for an order that was not paid. */
[[nodiscard]] std::optional<QJsonObject> payment(const DemoOrder &order, const DemoPool &pool);

} // namespace genauth::sandbox
