// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QStringList>

class QWidget;

namespace genauth::test {

/** Larger type than usual, for as long as it lives. */
class TypeScale
{
public:
    explicit TypeScale(int percent);
    ~TypeScale();
    Q_DISABLE_COPY_MOVE(TypeScale)

private:
    QFont m_before;
};

/** What is cut in the window, and all within it that is visible, one line each. */
[[nodiscard]] QStringList cutTexts(const QWidget &window);

/** What is wider than the window, or has to be scrolled sideways to, one line each. */
[[nodiscard]] QStringList tooWideParts(const QWidget &window);

} // namespace genauth::test
