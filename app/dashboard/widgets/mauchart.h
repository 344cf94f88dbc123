// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/cyclefacts.h"

#include <QList>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QCustomPlot;
class QHelpEvent;
class QWheelEvent;

namespace genauth {

class Button;
class MauPlot;
class TextLabel;
class Theme;
struct ChartMarker;

/** The billing cycles of a HistoryModel as bars; the model's numbers are its only ones. Says in
 *  words what a bar stands for: of the one under the pointer, and of the one that Left and Right
 *  walk to. To look closer: the wheel with Ctrl, or once the chart has the keyboard, plus and
 *  minus; to move along, drag. Escape, Home, a double click and the button bring all back. Follows
 *  the model, the theme and the language. */
class MauChart final : public QWidget
{
    Q_OBJECT

public:
    enum class Use {
        Exploring, ///< with a line of words below, and zooming
        Glance,    ///< on a card: tooltips alone
    };

    /** What is given must outlive the chart. */
    MauChart(
        const QAbstractItemModel &model, const Theme &theme, Use use, QWidget *parent = nullptr);

    void setMarkers(const QList<ChartMarker> &markers);
    /** Of the model; -1: none. */
    [[nodiscard]] int currentRow() const { return m_current.row(); }
    void setCurrentRow(int row);
    void showAll();
    /** Where things are drawn, and what: for tests. */
    [[nodiscard]] const MauPlot &plot() const { return *m_plot; }
    [[nodiscard]] QPoint placeOfRow(int row) const;

    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /** By the pointer or the keyboard; not by setCurrentRow(). */
    void currentRowChosen(int row);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createControls();
    void followModel();
    void update();
    void applyTheme();
    void retranslate();
    void choose(int row);
    void walk(int steps);
    void showReadout();
    [[nodiscard]] QString wordsOf(int row) const;
    [[nodiscard]] bool handleWheel(const QWheelEvent &event);
    void showToolTip(const QHelpEvent &event) const;

    const QAbstractItemModel &m_model;
    const Theme &m_theme;
    Use m_use;
    QCustomPlot *m_canvas;
    MauPlot *m_plot;
    TextLabel *m_readout = nullptr;
    Button *m_reset = nullptr;
    QList<CycleFacts> m_cycles;
    QPersistentModelIndex m_current;
    QTimer m_updateTimer; ///< many changes at once make one new picture
};

} // namespace genauth
