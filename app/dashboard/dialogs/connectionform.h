// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace genauth {

class AdvancedForm;
class FormGrid;
class Theme;

/** The fields of a connection, judged as one types. What is empty is only called missing once the
 *  user has moved on. The secret is never shown, and never comes back. */
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(const Theme &theme, QWidget *parent = nullptr);

    /** Fills the form with a connection there is. An empty secret, or proxy password, then means
     *  the one it has, as long as it goes to the same host, or proxy, for the same key id, or user:
     *  nothing is sent where the user has not sent it before. */
    void setPool(const PoolAccess &pool);

    /** What the form says, with blanks around trimmed, and those within a key, which come from
     *  pasting a broken line; usable when problems() has none. */
    [[nodiscard]] PoolAccess pool() const;
    enum class Key { Needed, MayBeMissing };
    /** Judges everything, the missing too, shows what is wrong, and leads to the first of it. False
     *  when something is. */
    [[nodiscard]] bool insist(Key key = Key::Needed);
    /** Forgets the secrets that were typed. */
    void clearSecrets();
    void focusFirstField();
    void focusKey();

signals:
    /** Something was typed or chosen. */
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Missing { Forgiven, Named };
    [[nodiscard]] bool keepsSecret() const;
    void createFields();
    void retranslateUi();
    void alignLabels();
    void judge(Missing missing);
    void showAdvanced(bool visible);
    void tidyHost();

    PoolAccess m_known; ///< what is edited; an account without a host for a new one
    FormGrid *m_fields;
    QLineEdit *m_name;
    QComboBox *m_host;
    QLineEdit *m_keyId;
    QLineEdit *m_secret;
    QToolButton *m_advancedButton;
    AdvancedForm *m_advanced;
    bool m_insisted = false; ///< what is missing has been named once: keep naming it
};

} // namespace genauth
