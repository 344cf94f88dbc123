// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/text/ordertext.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

namespace genauth {

class Button;
class TextLabel;
class Theme;

/** How loading further orders goes on: buttons for a page more, for all, and for stopping; how far
 *  it has come; and why the last page did not come. Takes no room when there is nothing of these.
 */
class OrderLoadBar final : public QWidget
{
    Q_OBJECT

public:
    explicit OrderLoadBar(const Theme &theme, QWidget *parent = nullptr);

    struct Situation
    {
        OrderText::Loaded loaded = {};
        bool canLoadMore = false;
        bool loading = false;
        QDateTime heldUntil = {}; ///< in the pool's clock; invalid: the server may be asked
        std::optional<ApiError> error = {};
        QString host = {};
    };
    /** In the current language. */
    void show(const Situation &situation);

signals:
    void moreRequested();
    void allRequested();
    void cancelRequested();

private:
    static void moveFocusTo(QWidget *button);

    TextLabel *m_note;
    Button *m_more;
    Button *m_all;
    Button *m_cancel;
};

} // namespace genauth
