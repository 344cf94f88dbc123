// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/billing/historyrange.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;

namespace genauth {

/** The choice of a HistoryRange: some months, or from one day to another. */
class RangeChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit RangeChooser(QWidget *parent = nullptr);

    [[nodiscard]] HistoryRange range() const;
    void setRange(const HistoryRange &range, QDate today);
    /** No day after this one can be chosen, unless it was already. */
    void setToday(QDate today);
    /** Of each part: as high as what stands beside them. */
    void setLeastHeight(int height);

signals:
    /** By the user: of a day that is being changed step by step, when it has come to rest. */
    void rangeChosen(const genauth::HistoryRange &range);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createDay(QDateEdit &edit, const char *name);
    void chosen();
    void showDays();
    void retranslate();

    QComboBox *m_months;
    QDateEdit *m_from;
    QLabel *m_dash;
    QDateEdit *m_to;
    const QDateEdit *m_edited = nullptr; ///< the day that was changed last
    QTimer m_rest;
};

} // namespace genauth
