// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/thresholdfields.h"

#include "app/dashboard/widgets/formgrid.h"

#include <QSpinBox>

namespace genauth {

namespace {

constexpr int MostDays = 3650;
constexpr int MostPercent = 1000;

QSpinBox *addSpinBox(FormGrid &grid, const char *name, int least, int most)
{
    auto *box = new QSpinBox(&grid);
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(least, most);
    grid.addField(box);
    return box;
}

} // namespace

ThresholdFields::ThresholdFields(FormGrid &grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_verySoon(addSpinBox(grid, "endsVerySoonSpinBox", 0, MostDays))
    , m_soon(addSpinBox(grid, "endsSoonSpinBox", 0, MostDays))
    , m_mau(addSpinBox(grid, "mauPercentSpinBox", 1, MostPercent))
{
    setThresholds({});
    for (const QSpinBox *box : {m_verySoon, m_soon, m_mau})
        connect(box, &QSpinBox::valueChanged, this, &ThresholdFields::edited);
}

void ThresholdFields::setThresholds(const Thresholds &thresholds)
{
    m_verySoon->setValue(thresholds.endsVerySoonDays);
    m_soon->setValue(thresholds.endsSoonDays);
    m_mau->setValue(thresholds.mauPercent);
}

Thresholds ThresholdFields::thresholds() const
{
    return {m_verySoon->value(), m_soon->value(), m_mau->value()};
}

void ThresholdFields::judge()
{
    m_grid.setProblem(
        m_verySoon, m_verySoon->value() > m_soon->value()
                        ? tr("“Very soon” cannot begin earlier than “soon”: enter fewer days.")
                        : QString());
}

QList<QWidget *> ThresholdFields::controls() const
{
    return {m_verySoon, m_soon, m_mau};
}

void ThresholdFields::retranslate()
{
    m_grid.setWords(m_verySoon, tr("Ends &very soon"),
        tr("Days before the end from which this pool is shown as urgent."));
    m_grid.setWords(
        m_soon, tr("&Ends soon"), tr("Days before the end from which it is shown as ending soon."));
    m_grid.setWords(m_mau, tr("&MAU warning"),
        tr("Percent of the MAU bought at which too much is used; above 100 % always is."));
    //: After a number in a field; singular and plural in one
    const QString days = tr(" days");
    m_verySoon->setSuffix(days);
    m_soon->setSuffix(days);
    m_mau->setSuffix(tr(" %"));
}

} // namespace genauth
