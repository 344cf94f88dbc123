// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <algorithm>

namespace genauth {

/** How a model tells its views of the changes that becomeRows() makes: `about…` before, the others
 *  after. Row numbers are those of QAbstractItemModel's functions of the like names. */
template <class T>
concept RowChangeTeller = requires(T teller, int row)
{
    teller.aboutToRemove(row, row);
    teller.removed();
    teller.aboutToMove(row, row);
    teller.moved();
    teller.aboutToInsert(row, row);
    teller.inserted();
    teller.changed(row);
};

/** Tells the views of a model, which has it for a friend, of the rows under `parent`. */
template <class Model>
struct RowTeller
{
    Model &model;
    QModelIndex parent = {};

    void aboutToRemove(int first, int last) { model.beginRemoveRows(parent, first, last); }
    void removed() { model.endRemoveRows(); }
    void aboutToMove(int from, int before)
    {
        model.beginMoveRows(parent, from, from, parent, before);
    }
    void moved() { model.endMoveRows(); }
    void aboutToInsert(int first, int last) { model.beginInsertRows(parent, first, last); }
    void inserted() { model.endInsertRows(); }
    void changed(int row)
    {
        emit model.dataChanged(
            model.index(row, 0, parent), model.index(row, Model::ColumnCount - 1, parent));
    }
};

/** Keys for things of which several may share a code: the code, and a number from the second on. */
class RepeatedKeys
{
public:
    [[nodiscard]] QString next(const QString &code)
    {
        const int times = m_seen[code]++;
        return times == 0 ? code : code + QLatin1Char('\n') + QString::number(times);
    }

private:
    QHash<QString, int> m_seen;
};

/** Makes `rows` what `wanted` is, in its order, with as little as can be told: rows go, move, come
 *  and change, so what views remember of a row stays with it. Neighbours that come, or go, do so
 *  at one stroke: views work at each telling. Each row has a `key`, which no other
 *  row of its list has, and is comparable with ==. */
template <class Row, RowChangeTeller Teller>
void becomeRows(QList<Row> &rows, const QList<Row> &wanted, Teller teller)
{
    QSet<QString> kept;
    for (const Row &row : wanted)
        kept.insert(row.key);
    for (int last = static_cast<int>(rows.size()) - 1; last >= 0; --last) {
        if (kept.contains(rows.at(last).key))
            continue;
        int first = last;
        while (first > 0 && !kept.contains(rows.at(first - 1).key))
            --first;
        teller.aboutToRemove(first, last);
        rows.remove(first, last - first + 1);
        teller.removed();
        last = first;
    }
    QSet<QString> known;
    for (const Row &row : rows)
        known.insert(row.key);
    for (int place = 0; place < static_cast<int>(wanted.size()); ++place) {
        const Row &row = wanted.at(place);
        if (!known.contains(row.key)) {
            int last = place;
            while (last + 1 < wanted.size() && !known.contains(wanted.at(last + 1).key))
                ++last;
            teller.aboutToInsert(place, last);
            rows.insert(place, last - place + 1, row);
            std::copy(wanted.cbegin() + place, wanted.cbegin() + last + 1, rows.begin() + place);
            teller.inserted();
            place = last;
            continue;
        }
        const auto at = std::find_if(rows.cbegin() + place, rows.cend(),
            [&](const Row &other) { return other.key == row.key; });
        if (const int from = static_cast<int>(at - rows.cbegin()); from != place) {
            teller.aboutToMove(from, place);
            rows.move(from, place);
            teller.moved();
        }
        if (!(rows.at(place) == row)) {
            rows[place] = row;
            teller.changed(place);
        }
    }
}

} // namespace genauth
