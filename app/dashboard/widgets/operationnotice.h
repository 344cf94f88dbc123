// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/widgets/errornotice.h"

#include <QWidget>

namespace genauth {

class DetailsPanel;
class TextLabel;

/** What a page says above the answer of its operation: why the last attempt failed, which fields
 *  cannot be read, how old the answer is when it is stale; and, when there is no answer, what would
 *  be here. Hidden parts take no room. */
class OperationNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit OperationNotice(const Theme &theme, QWidget *parent = nullptr);

    struct Situation
    {
        /** With the attempt at the page's operation. One that was never tried has failed as the
         *  package did: without a key, say, nothing is asked. */
        ErrorNotice::Situation error;
        QStringList unreadableFields; ///< sentences, one a field
        bool stale = false;
        QString emptyWords; ///< what would be here; said while there is no answer and no error
    };
    void show(const Situation &situation);
    void setDetailsVisible(bool visible);

signals:
    void retryRequested();
    void editRequested();
    void replaceKeyRequested();
    void browserRequested();
    void detailsCopied();

private:
    void showAge(const Situation &situation);
    void showUnreadable(const QStringList &sentences);

    ErrorNotice *m_error;
    NoticeBanner *m_fields;
    TextLabel *m_age;
    TextLabel *m_empty;
    DetailsPanel *m_details;
    bool m_detailsWanted = false;
    bool m_failed = false;
};

} // namespace genauth
