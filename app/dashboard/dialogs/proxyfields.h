// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"

#include <QObject>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QWidget;

namespace genauth {

class FormGrid;

/** The fields of a form that say how requests leave this computer. */
class ProxyFields final : public QObject
{
    Q_OBJECT

public:
    /** Adds them to `grid`, which must outlive them. */
    explicit ProxyFields(FormGrid &grid, QObject *parent = nullptr);

    void setPool(const PoolAccess &pool);
    /** An empty password leaves the one that `pool` has, for the same proxy and user only. */
    void writeTo(PoolAccess &pool) const;
    void judge();
    [[nodiscard]] QWidget *firstProblem() const;
    void clearPassword();
    void retranslate();
    /** In the order in which they stand. */
    [[nodiscard]] QList<QWidget *> controls() const;

signals:
    void edited();

private:
    [[nodiscard]] bool isGiven() const;
    [[nodiscard]] ProxyChoice choice() const;
    [[nodiscard]] bool keepsPassword() const;

    FormGrid &m_grid;
    ProxyChoice m_known;
    bool m_hasPassword = false;
    QComboBox *m_mode;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
};

} // namespace genauth
