// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/alertrehearsal.h"

#include <QDialog>

class QComboBox;

namespace genauth {

class AlertsModel;
class AlertsTable;
class DataTable;
class FormGrid;
class NoticeBanner;
class PoolsModel;
class TextLabel;
class Theme;

/** "What will fire, and when": the coming alerts of one pool or of all, soonest first, and clearly
 *  a rehearsal. Sends and stores nothing. */
class RehearsalDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Collaborators
    {
        const PoolsModel &pools;
        const Theme &theme;
        const Clock &clock;
        Rehearse rehearse;
    };

    /** What is given must outlive the dialog. */
    explicit RehearsalDialog(const Collaborators &with, QWidget *parent = nullptr);

    /** A null id: all pools. */
    void choosePool(const QUuid &accountId);

signals:
    /** A sentence about something that was done. */
    void said(const QString &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void createChoices();
    void createTable();
    void layOut();
    void fillPools();
    void rehearseAll();
    void sayWhatIsUnknown(const QStringList &pools);
    void retranslateUi();

    Collaborators m_with;
    AlertsModel *m_model;
    AlertsTable *m_alerts;
    NoticeBanner *m_banner;
    FormGrid *m_poolField;
    FormGrid *m_daysField;
    QComboBox *m_pool;
    QComboBox *m_days;
    DataTable *m_table;
    TextLabel *m_instead; ///< said in place of rows
    TextLabel *m_unknown; ///< of which pools nobody can tell
};

} // namespace genauth
