// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/language.h"
#include "core/sync/orderdetails.h"

#include <QScrollArea>

#include <optional>

namespace genauth {

class Button;
class OrderSheet;
class TextLabel;
class Theme;

/** One order as a sheet: all its fields, then its payment, or why that is not here; and buttons
 *  that copy all of it in either language. */
class OrderDetailPane final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OrderDetailPane(const Theme &theme, QWidget *parent = nullptr);

    struct Situation
    {
        std::optional<Order> listed = {}; ///< nothing: no order is selected
        OrderDetails::Details details = {};
        QString currency = {}; ///< ISO 4217, or empty
        QString host = {};
    };
    /** In the current language. */
    void show(const Situation &situation);

signals:
    void retryRequested();
    void copied();

private:
    void copy(UiLanguage language);
    void showOrder();
    void showPayment();
    void retranslate();
    [[nodiscard]] const Order &order() const;
    [[nodiscard]] QString problemOf(const std::optional<ApiError> &error) const;

    Situation m_situation;
    TextLabel *m_nothing;
    QWidget *m_content;
    TextLabel *m_title;
    TextLabel *m_note;
    OrderSheet *m_orderSheet;
    TextLabel *m_orderProblem;
    TextLabel *m_paymentTitle;
    TextLabel *m_paymentNote;
    OrderSheet *m_paymentSheet;
    Button *m_retry;
    Button *m_copyEnglish;
    Button *m_copyChinese;
};

} // namespace genauth
