// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/alerts/alertcenter.h"

#include <QList>
#include <QTimer>
#include <QUuid>
#include <QWidget>

class QCheckBox;

namespace genauth {

class AlertButtons;
class AlertsModel;
class AlertsTable;
class Button;
class Clock;
class DataTable;
class FilterPanel;
class PoolsModel;
class TextLabel;
class Theme;

/** What fired, when, on which numbers, and how it stands: of all pools, newest first. Under the
 *  table all that is to be said of the selected alert, and what can be done about it. Selection,
 *  scrolling, sorting and filter stay while alerts come and languages change. */
class AlertsPage final : public QWidget
{
    Q_OBJECT

public:
    struct Collaborators
    {
        AlertsModel &alerts;
        const PoolsModel &pools;
        const Theme &theme;
        const Clock &clock;
    };

    /** What is given must outlive the page. */
    explicit AlertsPage(const Collaborators &with, QWidget *parent = nullptr);

    /** Time has gone on: what was snoozed may stand otherwise now. */
    void updateContents();
    /** Brings this alert into sight and selects it; one that is filtered out is looked for among
     *  all. */
    void showAlert(qint64 id);

signals:
    void snoozeRequested(const QList<qint64> &ids, genauth::AlertCenter::Snooze how);
    void acknowledgeRequested(const QList<qint64> &ids);
    void poolRequested(const QUuid &accountId);
    /** A null id: of all pools. */
    void thresholdsRequested(genauth::AlertRule rule, const QUuid &accountId);
    /** "What will fire, and when": a null id: of all pools. */
    void rehearsalRequested(const QUuid &accountId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createTable();
    void connectButtons();
    void followModels();
    [[nodiscard]] QWidget *createTop();
    [[nodiscard]] QList<AlertRecord> selected() const;
    void openMenu(const QPoint &globalPosition);
    void applyFilter();
    void updateRows();
    void updateSelected();
    void retranslate();

    Collaborators m_with;
    AlertsTable *m_alerts;
    DataTable *m_table;
    FilterPanel *m_panel;
    QCheckBox *m_openOnly;
    Button *m_rehearsal;
    TextLabel *m_sentence;
    AlertButtons *m_buttons;
    QTimer m_rowsTimer; ///< many changes in a turn of the event loop make one look
};

} // namespace genauth
