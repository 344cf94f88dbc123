// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace genauth {

class FormGrid;
class ProxyFields;
class ThresholdFields;
class Theme;

/** What few connections need: pool id, clock, currency, thresholds, certificate authorities, proxy.
 * Everything has a default that works for the public hosts. */
class AdvancedForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedForm(const Theme &theme, QWidget *parent = nullptr);

    void setPool(const PoolAccess &pool);
    /** Puts what the form says into `pool`; an empty proxy password leaves the one it has, for the
     *  same proxy and user only. */
    void writeTo(PoolAccess &pool) const;
    /** Shows what is wrong beside each field. */
    void judge();
    /** Null when nothing is. */
    [[nodiscard]] QWidget *firstProblem() const;
    void clearSecrets();
    [[nodiscard]] FormGrid &grid() { return *m_fields; }

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void createFields();
    void fillClocks();
    void retranslateUi();
    void chooseCaFile();
    [[nodiscard]] QString currencyProblem() const;
    [[nodiscard]] QString caFileProblem() const;

    bool m_caFileIsUsable = false;
    FormGrid *m_fields;
    QLineEdit *m_poolId;
    QComboBox *m_clock;
    QLineEdit *m_currency;
    ThresholdFields *m_thresholds = nullptr;
    ProxyFields *m_proxy = nullptr;
    QWidget *m_caFileField;
    QLineEdit *m_caFile;
    QPushButton *m_caFileButton;
};

} // namespace genauth
