// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"
#include "core/billing/poolsnapshot.h"
#include "core/billing/subscriptionstate.h"

#include <QList>
#include <QPersistentModelIndex>
#include <QScrollArea>

class QGridLayout;

namespace genauth {

class Chip;
class Clock;
class FactCard;
class NoticeBanner;
class PackageText;
class TextLabel;
class Theme;

/** The package of one pool, in the order in which it matters: what is wrong and what to do, what
 * the package is called, four facts. Follows the model's row, the language and the theme. */
class PackagePage final : public QScrollArea
{
    Q_OBJECT

public:
    /** What is given must outlive the page. */
    PackagePage(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    /** A row of a PoolsModel, or of a proxy on one; an invalid index shows nothing. */
    void setPool(const QModelIndex &index);
    /** Reads the row anew and says it in the current language. */
    void updateContents();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QLayout *createHeader();
    [[nodiscard]] QLayout *createFacts();
    void arrangeFacts();
    void showStatus(const SubscriptionAssessment &assessment, const PoolSnapshot &snapshot);
    void showError(const PoolSnapshot &snapshot, const Account &account);
    void showUnreadable(const PackageText &text);
    void showNames(const PackageText &text, const PoolSnapshot &snapshot, const Account &account);
    void showFacts(const PackageText &text, const SubscriptionAssessment &assessment, bool stale);

    const Theme &m_theme;
    const Clock &m_clock;
    QPersistentModelIndex m_pool;
    NoticeBanner *m_statusBanner;
    NoticeBanner *m_errorBanner;
    NoticeBanner *m_fieldsBanner;
    TextLabel *m_name;
    TextLabel *m_otherName;
    Chip *m_edition;
    Chip *m_scene;
    Chip *m_code;
    QGridLayout *m_factsGrid = nullptr;
    FactCard *m_mau;
    FactCard *m_price;
    FactCard *m_end;
    FactCard *m_overdue;
    int m_factColumns = 0;
};

} // namespace genauth
