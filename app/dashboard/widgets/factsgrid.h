// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/mauuse.h"
#include "core/billing/subscriptionstate.h"

#include <QString>
#include <QWidget>

#include <optional>

class QGridLayout;

namespace genauth {

class FactCard;
class PackageText;
class Theme;

/** The four facts of a package, as many side by side as leave room for each. */
class FactsGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FactsGrid(const Theme &theme, QWidget *parent = nullptr);

    struct Facts
    {
        const PackageText &text;
        const SubscriptionAssessment &assessment;
        bool stale = false;
        std::optional<CurrentMau> mau = {}; ///< without it: how many were bought
        bool mauStale = false;
        QString mauNote = {}; ///< said under it
    };
    /** In the current language; stale facts are one step dimmer. */
    void show(const Facts &facts);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void showMau(const Facts &facts);

    QGridLayout *m_grid;
    FactCard *m_mau;
    FactCard *m_price;
    FactCard *m_end;
    FactCard *m_overdue;
    int m_columns = 0;
};

} // namespace genauth
