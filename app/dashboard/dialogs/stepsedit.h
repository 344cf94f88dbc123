// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>
#include <QList>
#include <QString>

#include <optional>

namespace genauth {

/** A line for a list of whole numbers, "30, 14, 7, 3, 1": the steps at which an alert fires. What
 * is typed counts when Return is pressed or the keyboard goes elsewhere, not before: half a list
 * must not fire anything. */
class StepsEdit final : public QLineEdit
{
    Q_OBJECT

public:
    enum class Order { Ascending, Descending };
    struct Range
    {
        int least;
        int most;
        Order order;
    };

    /** What an empty line is. */
    enum class Empty { IsWrong, MeansNone };

    StepsEdit(const char *objectName, const Range &range, Empty empty, QWidget *parent = nullptr);

    void setSteps(const std::optional<QList<int>> &steps);
    /** As chosen last; nothing: the line is empty. */
    [[nodiscard]] std::optional<QList<int>> steps() const { return m_steps; }
    /** What is wrong with what is typed, in a sentence; empty: nothing. */
    [[nodiscard]] QString problem() const;
    /** As if the keyboard went elsewhere. */
    void commit();

    /** "30, 14, 7" */
    [[nodiscard]] static QString textOf(const QList<int> &steps);

signals:
    /** Of steps(). */
    void stepsChanged();
    /** Of problem(), maybe. */
    void judged();

private:
    struct Reading
    {
        QList<int> steps;
        QString wrong; ///< the first word that is no such number
    };
    [[nodiscard]] Reading read() const;

    Range m_range;
    Empty m_empty;
    std::optional<QList<int>> m_steps;
};

} // namespace genauth
