// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/packageheader.h"

#include "app/dashboard/plaintooltip.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/chip.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/packagetext.h"
#include "core/base/displaytext.h"

#include <QVBoxLayout>

namespace genauth {

namespace {

/** Of a chip's text; the whole of a longer one stands in its tooltip. */
constexpr int LongestChip = 40;

} // namespace

PackageHeader::PackageHeader(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextLabel::Role::Title, theme, this))
    , m_otherName(new TextLabel(TextLabel::Role::Headline, theme, this))
    , m_edition(new Chip(theme, this))
    , m_scene(new Chip(theme, this))
    , m_code(new Chip(theme, this))
{
    m_name->setObjectName(QStringLiteral("packageNameLabel"));
    m_otherName->setObjectName(QStringLiteral("otherNameLabel"));
    m_edition->setObjectName(QStringLiteral("editionChip"));
    m_scene->setObjectName(QStringLiteral("sceneChip"));
    m_code->setObjectName(QStringLiteral("packageCodeChip"));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherName->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_otherName->setFont(Theme::font(1.15));
    m_otherName->setDimmed(true);

    auto *chips = new FlowLayout;
    chips->setSpacing(Space::Small);
    for (Chip *chip : {m_edition, m_scene, m_code})
        chips->addWidget(chip);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::Tiny, 0, Space::Tiny);
    layout->setSpacing(Space::Tiny);
    layout->addWidget(m_name);
    layout->addWidget(m_otherName);
    layout->addSpacing(Space::Tiny);
    layout->addLayout(chips);
}

void PackageHeader::show(const PackageText &text, bool stale)
{
    const PackageText::Fact name = text.name();
    m_name->setText(name.known ? name.value : tr("Name unknown"));
    m_name->setDimmed(!name.known || stale);
    m_otherName->setText(text.otherName().value);
    m_otherName->show();
    const auto show = [this](Chip *chip, const QString &label, const PackageText::Fact &fact) {
        showChip(*chip, label, fact.value, fact.known);
    };
    show(m_edition, tr("Edition"), text.edition());
    show(m_scene, tr("Scene"), text.scene());
    show(m_code, tr("Package code"), text.packageCode());
}

void PackageHeader::showChip(Chip &chip, const QString &label, const QString &value, bool known)
{
    const QString shown = displayText(value, LongestChip);
    chip.setText(known ? shown : QStringLiteral("%1: %2").arg(label, shown));
    chip.setToolTip(plainToolTip(QStringLiteral("%1: %2").arg(label, value)));
    chip.setAccessibleName(label);
    chip.setAccessibleDescription(value);
    chip.show();
}

void PackageHeader::showInstead(const QString &why)
{
    m_name->setText(why);
    m_name->setDimmed(true);
    m_otherName->hide();
    for (Chip *chip : {m_edition, m_scene, m_code})
        chip->hide();
}

} // namespace genauth
