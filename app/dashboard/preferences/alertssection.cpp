// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/alertssection.h"

#include "app/dashboard/dialogs/stepsedit.h"
#include "app/dashboard/preferences/alertfields.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/text/alerttext.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** A box with words beside it is higher, and its field's label is set beside that. */
const QString AnyWords = QStringLiteral(" ");

} // namespace

AlertsSection::AlertsSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_settings(with.settings)
    , m_fields(new FormGrid(with.theme, this))
    , m_days(AlertFields::createDays("endDaysEdit", StepsEdit::Empty::IsWrong, m_fields))
    , m_percents(
          AlertFields::createPercents("mauPercentsEdit", StepsEdit::Empty::IsWrong, m_fields))
    , m_quiet(new QCheckBox(AnyWords, m_fields))
    , m_quietFrom(new QTimeEdit(m_fields))
    , m_quietTo(new QTimeEdit(m_fields))
{
    createFields(*m_fields);
    createQuietHours(*m_fields);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    showSettings();
    retranslate();
    for (QCheckBox *rule : m_rules)
        connect(rule, &QCheckBox::clicked, this, &AlertsSection::choose);
    for (StepsEdit *steps : {m_days, m_percents}) {
        connect(steps, &StepsEdit::stepsChanged, this, &AlertsSection::choose);
        connect(steps, &StepsEdit::judged, this, &AlertsSection::judge);
    }
    connect(m_quiet, &QCheckBox::clicked, this, &AlertsSection::choose);
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        connect(time, &QTimeEdit::editingFinished, this, &AlertsSection::choose);
}

void AlertsSection::createFields(FormGrid &fields)
{
    for (const AlertRule rule : AlertRules) {
        auto *on = new QCheckBox(AnyWords, &fields);
        on->setObjectName(alertRuleCode(rule) + QStringLiteral("CheckBox"));
        m_rules.insert(rule, on);
        fields.addField(on);
        if (rule == AlertRule::EndsSoon)
            fields.addField(m_days);
        if (rule == AlertRule::MauAtPercent)
            fields.addField(m_percents);
    }
}

void AlertsSection::createQuietHours(FormGrid &fields)
{
    m_quiet->setObjectName(QStringLiteral("quietHoursCheckBox"));
    m_quietFrom->setObjectName(QStringLiteral("quietFromTimeEdit"));
    m_quietTo->setObjectName(QStringLiteral("quietToTimeEdit"));
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        time->setDisplayFormat(QStringLiteral("HH:mm"));
    for (QWidget *field : QList<QWidget *>{m_quiet, m_quietFrom, m_quietTo})
        fields.addField(field);
}

void AlertsSection::showSettings()
{
    const AlertSettings settings = m_settings.alertSettings();
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule)
        rule.value()->setChecked(!settings.thresholds.off.contains(rule.key()));
    m_days->setSteps(settings.thresholds.endDays);
    m_percents->setSteps(settings.thresholds.mauPercents);
    m_quiet->setChecked(settings.quietHours.isOn);
    m_quietFrom->setTime(settings.quietHours.from);
    m_quietTo->setTime(settings.quietHours.to);
    judge();
}

void AlertsSection::choose()
{
    AlertSettings settings = m_settings.alertSettings();
    const AlertSettings before = settings;
    settings.thresholds.off.clear();
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule) {
        if (!rule.value()->isChecked())
            settings.thresholds.off.insert(rule.key());
    }
    settings.thresholds.endDays = m_days->steps().value_or(settings.thresholds.endDays);
    settings.thresholds.mauPercents = m_percents->steps().value_or(settings.thresholds.mauPercents);
    settings.quietHours = {m_quiet->isChecked(), m_quietFrom->time(), m_quietTo->time()};
    judge();
    if (settings == before)
        return;
    m_settings.setAlertSettings(settings);
    emit alertSettingsChosen(settings);
}

void AlertsSection::commit()
{
    m_days->commit();
    m_percents->commit();
    choose();
}

void AlertsSection::judge()
{
    m_fields->setProblem(m_days, m_days->problem());
    m_fields->setProblem(m_percents, m_percents->problem());
    for (QTimeEdit *time : {m_quietFrom, m_quietTo})
        time->setEnabled(m_quiet->isChecked());
    const bool isNever = m_quiet->isChecked() && m_quietFrom->time() == m_quietTo->time();
    m_fields->setProblem(
        m_quietTo, isNever ? tr("Both times are the same: nothing is held back.") : QString());
}

QWidget *AlertsSection::controlOf(AlertRule rule) const
{
    return m_rules.value(rule);
}

QString AlertsSection::title() const
{
    return tr("Alerts");
}

void AlertsSection::retranslate()
{
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule) {
        // The meaning may need more than a line, which a box's own words cannot have.
        m_fields->setWords(
            rule.value(), AlertText::ruleName(rule.key()), AlertText::ruleMeaning(rule.key()));
        rule.value()->setText(tr("On"));
    }
    m_fields->setWords(m_days, tr("&Days"), AlertFields::daysHint());
    m_fields->setWords(m_percents, tr("&Percent"), AlertFields::percentsHint());
    m_fields->setWords(
        m_quiet, tr("Quiet hours"), tr("Announce nothing between these times of day"));
    m_quiet->setText(tr("On"));
    m_fields->setWords(m_quietFrom, tr("&From"), tr("By this computer's clock."));
    m_fields->setWords(
        m_quietTo, tr("&Until"), tr("What fires in between is announced then, all together."));
    judge();
}

} // namespace genauth
