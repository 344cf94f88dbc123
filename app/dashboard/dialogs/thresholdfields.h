// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/account.h"

#include <QList>
#include <QObject>

class QSpinBox;
class QWidget;

namespace genauth {

class FormGrid;

/** The fields of a form that say when a pool deserves a warning. */
class ThresholdFields final : public QObject
{
    Q_OBJECT

public:
    /** Adds them to `grid`, which must outlive them. */
    explicit ThresholdFields(FormGrid &grid, QObject *parent = nullptr);

    void setThresholds(const Thresholds &thresholds);
    [[nodiscard]] Thresholds thresholds() const;
    /** The first of controls() is at fault where anything is. */
    void judge();
    void retranslate();
    /** In the order in which they stand. */
    [[nodiscard]] QList<QWidget *> controls() const;

signals:
    void edited();

private:
    FormGrid &m_grid;
    QSpinBox *m_verySoon;
    QSpinBox *m_soon;
    QSpinBox *m_mau;
};

} // namespace genauth
