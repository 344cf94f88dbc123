// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/tablemanners.h"

#include <QTableView>

#include <span>

namespace genauth {

/** A table of data with everyone's look and manners: see TableManners. Its cells are drawn by a
 *  TableDelegate, unless another delegate is set. */
class DataTable final : public QTableView
{
    Q_OBJECT

public:
    /** `fixedColumn` is always shown. What is given must outlive the table. Sorting is the owner's
     *  to enable, when the header says by what. */
    DataTable(
        const Theme &theme, QAbstractItemModel &model, int fixedColumn, QWidget *parent = nullptr);

    [[nodiscard]] TableManners &manners() const { return *m_manners; }

    /** From the first column on, in digits of the table's font. */
    void setColumnWidths(std::span<const int> digits);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitRows();

    TableManners *m_manners;
};

} // namespace genauth
