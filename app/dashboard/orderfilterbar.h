// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/order.h"

#include <QWidget>

#include <optional>

class QComboBox;

namespace genauth {

class FilterEdit;
class Theme;

/** Which of the loaded orders are seen: of what status and type, and which words their number or
 *  names hold. */
class OrderFilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderFilterBar(const Theme &theme, QWidget *parent = nullptr);

    /** Nothing: every one. Unlisted: those that are not listed. */
    [[nodiscard]] std::optional<Order::Status> status() const;
    [[nodiscard]] std::optional<Order::Type> type() const;
    [[nodiscard]] QString words() const;
    /** Something is left out. */
    [[nodiscard]] bool isSet() const;

    /** Tab leads from there to here: a page whose rows have its keyboard would else never lead to
     *  what stands before them. */
    void setTabOrderAfter(QWidget *rows);

signals:
    void filterChanged();
    /** The keyboard is to go to the rows. */
    void leaveRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QComboBox *m_status;
    QComboBox *m_type;
    FilterEdit *m_words;
};

} // namespace genauth
