// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace genauth {

class Chip;
class PackageText;
class TextLabel;
class Theme;

/** What a package is called, in both languages, and what sort it is of. */
class PackageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PackageHeader(const Theme &theme, QWidget *parent = nullptr);

    /** In the current language; a stale name is one step dimmer. */
    void show(const PackageText &text, bool stale);
    /** There is no package: says why, in place of its name. */
    void showInstead(const QString &why);

private:
    void showChip(Chip &chip, const QString &label, const QString &value, bool known);

    TextLabel *m_name;
    TextLabel *m_otherName;
    Chip *m_edition;
    Chip *m_scene;
    Chip *m_code;
};

} // namespace genauth
