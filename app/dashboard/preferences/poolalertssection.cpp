// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/poolalertssection.h"

#include "app/dashboard/preferences/alertfields.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/alerttext.h"
#include "app/text/formatting.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** The choices for a rule, in the order in which they stand. */
enum Choice { AsForAll, On, Off, ChoiceCount };

int choiceOf(const AlertOverrides &own, AlertRule rule)
{
    const auto chosen = own.on.constFind(rule);
    if (chosen == own.on.cend())
        return AsForAll;
    return *chosen ? On : Off;
}

} // namespace

PoolAlertsSection::PoolAlertsSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_settings(with.settings)
    , m_pools(with.pools)
    , m_none(new TextLabel(TextLabel::Role::Text, with.theme, this))
    , m_fields(new FormGrid(with.theme, this))
    , m_pool(new QComboBox(m_fields))
    , m_days(AlertFields::createDays("poolEndDaysEdit", StepsEdit::Empty::MeansNone, m_fields))
    , m_percents(
          AlertFields::createPercents("poolMauPercentsEdit", StepsEdit::Empty::MeansNone, m_fields))
{
    createFields();
    m_none->setObjectName(QStringLiteral("noPoolsLabel"));
    m_none->setDimmed(true);
    m_none->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_none);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    retranslate();
    showSettings();
    connect(m_pool, &QComboBox::currentIndexChanged, this, [this] {
        commit(); // of the pool that was shown
        showSettings();
    });
    for (QComboBox *rule : m_rules)
        connect(rule, &QComboBox::activated, this, &PoolAlertsSection::choose);
    for (StepsEdit *steps : {m_days, m_percents}) {
        connect(steps, &StepsEdit::stepsChanged, this, &PoolAlertsSection::choose);
        connect(steps, &StepsEdit::judged, this, &PoolAlertsSection::judge);
    }
}

void PoolAlertsSection::createFields()
{
    m_pool->setObjectName(QStringLiteral("overridesPoolComboBox"));
    m_fields->addField(m_pool);
    for (int row = 0; row < m_pools.rowCount(); ++row) {
        const auto account = m_pools.index(row, 0).data(PoolsModel::AccountRole).value<Account>();
        m_pool->addItem(displayText(account.name), account.id);
    }
    for (const AlertRule rule : AlertRules) {
        auto *choice = new QComboBox(m_fields);
        choice->setObjectName(alertRuleCode(rule) + QStringLiteral("ComboBox"));
        for (int item = 0; item < ChoiceCount; ++item)
            choice->addItem(QString());
        m_rules.insert(rule, choice);
        m_fields->addField(choice);
        if (rule == AlertRule::EndsSoon)
            m_fields->addField(m_days);
        if (rule == AlertRule::MauAtPercent)
            m_fields->addField(m_percents);
    }
    m_none->setVisible(m_pool->count() == 0);
    m_fields->setVisible(m_pool->count() > 0);
}

QUuid PoolAlertsSection::pool() const
{
    return m_pool->currentData().toUuid();
}

void PoolAlertsSection::choosePool(const QUuid &accountId)
{
    if (const int item = m_pool->findData(accountId); item >= 0)
        m_pool->setCurrentIndex(item);
}

void PoolAlertsSection::showSettings()
{
    const AlertSettings settings = m_settings.alertSettings();
    m_shown = pool();
    const AlertOverrides own = settings.overrides.value(m_shown);
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule) {
        const bool isOff = settings.thresholds.off.contains(rule.key());
        rule.value()->setItemText(
            AsForAll, isOff ? tr("As for all pools: off") : tr("As for all pools: on"));
        rule.value()->setCurrentIndex(choiceOf(own, rule.key()));
    }
    const auto asForAll = [](const QList<int> &steps) {
        return tr("As for all pools: %1").arg(StepsEdit::textOf(steps));
    };
    m_days->setPlaceholderText(asForAll(settings.thresholds.endDays));
    m_percents->setPlaceholderText(asForAll(settings.thresholds.mauPercents));
    m_days->setSteps(own.endDays);
    m_percents->setSteps(own.mauPercents);
    judge();
}

void PoolAlertsSection::choose()
{
    if (m_shown.isNull())
        return;
    AlertSettings settings = m_settings.alertSettings();
    const AlertSettings before = settings;
    AlertOverrides own;
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule) {
        if (rule.value()->currentIndex() != AsForAll)
            own.on.insert(rule.key(), rule.value()->currentIndex() == On);
    }
    own.endDays = m_days->steps();
    own.mauPercents = m_percents->steps();
    if (own.isEmpty())
        settings.overrides.remove(m_shown);
    else
        settings.overrides.insert(m_shown, own);
    judge();
    if (settings == before)
        return;
    m_settings.setAlertSettings(settings);
    emit alertSettingsChosen(settings);
}

void PoolAlertsSection::commit()
{
    m_days->commit();
    m_percents->commit();
}

void PoolAlertsSection::judge()
{
    m_fields->setProblem(m_days, m_days->problem());
    m_fields->setProblem(m_percents, m_percents->problem());
}

QWidget *PoolAlertsSection::controlOf(AlertRule rule) const
{
    return m_rules.value(rule);
}

QString PoolAlertsSection::title() const
{
    return tr("Alerts of one pool");
}

void PoolAlertsSection::retranslate()
{
    m_none->setText(tr("No user pool is connected yet. Here you will choose what one pool has "
                       "otherwise than all."));
    m_fields->setWords(
        m_pool, tr("User &pool"), tr("What is chosen below holds for this pool alone."));
    for (auto rule = m_rules.cbegin(); rule != m_rules.cend(); ++rule) {
        m_fields->setWords(
            rule.value(), AlertText::ruleName(rule.key()), AlertText::ruleMeaning(rule.key()));
        rule.value()->setItemText(On, tr("On"));
        rule.value()->setItemText(Off, tr("Off"));
    }
    const QString empty = tr("Leave it empty for the same as all pools.");
    m_fields->setWords(
        m_days, tr("&Days"), Formatting::sentences({AlertFields::daysHint(), empty}));
    m_fields->setWords(
        m_percents, tr("P&ercent"), Formatting::sentences({AlertFields::percentsHint(), empty}));
    showSettings();
}

} // namespace genauth
