// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QStringList>

namespace genauth {

/** Short facts on one line of plain text, the most important first. As many as there is room for;
 *  the tooltip has them all. */
class FactsLine final : public QLabel
{
    Q_OBJECT

public:
    explicit FactsLine(QWidget *parent = nullptr);

    /** `details` stands in the tooltip only; may be empty. */
    void setFacts(const QStringList &facts, const QString &details);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QStringList m_facts;
};

} // namespace genauth
