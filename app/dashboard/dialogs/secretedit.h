// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLineEdit;
class QWidget;

namespace genauth {

/** A field for a secret: shows bullets only, has nothing to reveal, copy or drag them by, and tells
 *  input methods to neither see nor learn it. */
[[nodiscard]] QLineEdit *createSecretEdit(QWidget *parent);

} // namespace genauth
