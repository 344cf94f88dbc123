// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

class QWidget;

namespace genauth::test {

/** The texts on or in a widget that Qt would read as markup: labels', and tooltips with anything
 *  in them but our own paragraphs and line breaks. */
[[nodiscard]] QStringList markupIn(const QWidget &widget);

} // namespace genauth::test
