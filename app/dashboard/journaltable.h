// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/wordstable.h"
#include "app/text/journaltext.h"
#include "core/billing/journalentry.h"

namespace genauth {

class JournalModel;

/** The changes of a JournalModel as a table for people. */
class JournalTable final : public WordsTable
{
    Q_OBJECT

public:
    enum Column {
        Seen,
        What, ///< the package, or which order
        Field,
        Before,
        After,
        ColumnCount,
    };

    /** What is given must outlive the table. */
    JournalTable(JournalModel &changes, const Theme &theme, QObject *parent = nullptr);

    void setContext(const JournalText::Context &context);

    [[nodiscard]] QString tableCode() const override;
    [[nodiscard]] QStringList columnCodes() const override;
    /** What became empty is told from what is gone. */
    [[nodiscard]] QVariant rawValue(const QModelIndex &sourceRow, int column) const override;

protected:
    [[nodiscard]] Cell cell(const QModelIndex &index) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant sortValue(const QModelIndex &sourceIndex) const override;
    [[nodiscard]] QStringList searched(const QModelIndex &sourceIndex) const override;

private:
    /** Of a row of the table's, or of the model's. */
    [[nodiscard]] static JournalEntry entryOf(const QModelIndex &index);

    JournalText::Context m_context;
};

} // namespace genauth
