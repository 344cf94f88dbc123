// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace genauth {

class TextLabel;
class Theme;

/** Fields one under the other: what each is called, the control, and below it what is wrong with
 *  what was entered, or else a hint. A screen reader hears all three with the control. */
class FormGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(const Theme &theme, QWidget *parent = nullptr);

    /** `focus` is what the label's mnemonic leads to, where that is not the control itself. */
    void addField(QWidget *control, QWidget *focus = nullptr);

    /** `label` may have a mnemonic; `hint` may be empty. */
    void setWords(QWidget *control, const QString &label, const QString &hint);
    /** Empty: nothing is wrong. */
    void setProblem(QWidget *control, const QString &problem);
    [[nodiscard]] QString problem(QWidget *control) const;
    void setFieldVisible(QWidget *control, bool visible);

    /** How wide the widest label is, and room for at least so wide ones: so that grids one above
     *  the other line up. */
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

protected:
    /** The wheel moves the form, and not the value of a control that merely lies under it. */
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QLabel *label = nullptr;
        TextLabel *note = nullptr;
        QWidget *focus = nullptr;
        QString hint = {};
        QString problem = {};
    };
    static void showNote(const Field &field);

    const Theme &m_theme;
    QGridLayout *m_grid;
    QHash<QWidget *, Field> m_fields;
};

} // namespace genauth
