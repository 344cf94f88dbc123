// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace genauth {

class Theme;

/** The billing cycles of a HistoryModel as a table for people: its columns in words, in the
 *  language of the window, made when a view asks for them. Sorts by value; what is unknown stands
 *  last in either direction. */
class HistoryTable final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit HistoryTable(const Theme &theme, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /** Old data is one step dimmer. */
    void setStale(bool stale);
    void retranslate();

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void retell();

    const Theme &m_theme;
    bool m_stale = false;
};

} // namespace genauth
