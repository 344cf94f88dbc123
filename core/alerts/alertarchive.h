// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace genauth {

class BillingStore;

/** Keeps alerts in a BillingStore, as JSON that only this knows. */
class AlertArchive final : public AlertKeeper
{
public:
    /** Of which accounts anything is kept: of the demo's nothing is. */
    using IsKept = std::function<bool(const QUuid &account)>;

    /** `store` must outlive it. An empty `isKept`: of all. */
    explicit AlertArchive(BillingStore &store, IsKept isKept = {});

    /** Blocking, at the start only, after BillingStore::readAll(). What was damaged is passed over.
     */
    [[nodiscard]] AlertHistory read();

    void keepAlert(const AlertRecord &record) override;
    void keepAlertMemory(const QUuid &account, const AlertMemory &memory) override;
    void forgetEndedAlerts() override;

private:
    BillingStore &m_store;
    IsKept m_isKept;
};

/** Compact; without the id and the account, which lie beside it. */
[[nodiscard]] QByteArray alertRecordToJson(const AlertRecord &record);
/** Nothing: it was damaged, or is of a rule this program does not know. */
[[nodiscard]] std::optional<AlertRecord> alertRecordFromJson(const QByteArray &json);

} // namespace genauth
