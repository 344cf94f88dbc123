// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/theme.h"

#include <QWidget>

namespace genauth {

/** A thin line under the toolbar that fills while a refresh runs. Keeps its place when idle, so
 *  that nothing on the page moves; does not move by itself. */
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(const Theme &theme, QWidget *parent = nullptr);

    void setProgress(int done, int total);
    void clear();
    [[nodiscard]] bool isActive() const { return m_total > 0; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_done = 0;
    int m_total = 0;
};

} // namespace genauth
