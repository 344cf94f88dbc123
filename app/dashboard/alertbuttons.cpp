// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/alertbuttons.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/flowlayout.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

namespace genauth {

AlertButtons::AlertButtons(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_snooze(new Button("snoozeButton", theme, Button::Weight::Usual, this))
    , m_acknowledge(new Button("acknowledgeButton", theme, Button::Weight::Usual, this))
    , m_openPool(new Button("openPoolButton", theme, Button::Weight::Usual, this))
    , m_thresholds(new Button("thresholdsButton", theme, Button::Weight::Usual, this))
    , m_snoozeMenu(new QMenu(this))
    , m_thresholdsMenu(new QMenu(this))
    , m_aDay(addTo(m_snoozeMenu, "snoozeDayAction"))
    , m_aWeek(addTo(m_snoozeMenu, "snoozeWeekAction"))
    , m_untilChange(addTo(m_snoozeMenu, "snoozeUntilChangeAction"))
    , m_acknowledgeAction(addTo(nullptr, "acknowledgeAction"))
    , m_openPoolAction(addTo(nullptr, "openAlertPoolAction"))
    , m_poolThresholds(addTo(m_thresholdsMenu, "poolThresholdsAction"))
    , m_allThresholds(addTo(m_thresholdsMenu, "allThresholdsAction"))
{
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Small);
    for (QWidget *button : buttons())
        layout->addWidget(button);
    m_snooze->setMenu(m_snoozeMenu);
    m_thresholds->setMenu(m_thresholdsMenu);
    connect(m_acknowledge, &Button::clicked, m_acknowledgeAction, &QAction::trigger);
    connect(m_openPool, &Button::clicked, m_openPoolAction, &QAction::trigger);
    createMenus();
    setPossible({});
    retranslate();
}

QAction *AlertButtons::addTo(QMenu *menu, const char *name)
{
    auto *action = new QAction(this);
    action->setObjectName(QLatin1String(name));
    if (menu)
        menu->addAction(action);
    return action;
}

void AlertButtons::createMenus()
{
    using Snooze = AlertCenter::Snooze;
    m_snoozeMenu->setObjectName(QStringLiteral("snoozeMenu"));
    m_thresholdsMenu->setObjectName(QStringLiteral("thresholdsMenu"));
    connect(m_aDay, &QAction::triggered, this, [this] { emit snoozeRequested(Snooze::ADay); });
    connect(m_aWeek, &QAction::triggered, this, [this] { emit snoozeRequested(Snooze::AWeek); });
    connect(m_untilChange, &QAction::triggered, this,
        [this] { emit snoozeRequested(Snooze::UntilChange); });
    connect(m_acknowledgeAction, &QAction::triggered, this, &AlertButtons::acknowledgeRequested);
    connect(m_openPoolAction, &QAction::triggered, this, &AlertButtons::poolRequested);
    connect(m_poolThresholds, &QAction::triggered, this, &AlertButtons::poolThresholdsRequested);
    connect(m_allThresholds, &QAction::triggered, this, &AlertButtons::allThresholdsRequested);
}

QList<QWidget *> AlertButtons::buttons() const
{
    return {m_snooze, m_acknowledge, m_openPool, m_thresholds};
}

QList<QAction *> AlertButtons::actionsForMenu() const
{
    return {m_snoozeMenu->menuAction(), m_acknowledgeAction, m_openPoolAction,
        m_thresholdsMenu->menuAction()};
}

void AlertButtons::setPossible(const Possible &possible)
{
    m_snooze->setEnabled(possible.hush);
    m_snoozeMenu->menuAction()->setEnabled(possible.hush);
    m_acknowledge->setEnabled(possible.hush);
    m_acknowledgeAction->setEnabled(possible.hush);
    m_openPool->setEnabled(possible.openPool);
    m_openPoolAction->setEnabled(possible.openPool);
    m_thresholds->setEnabled(possible.thresholds);
    m_thresholdsMenu->menuAction()->setEnabled(possible.thresholds);
    m_poolThresholds->setEnabled(possible.ofThisPool);
}

void AlertButtons::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AlertButtons::retranslate()
{
    m_snooze->setWords(
        tr("S&nooze"), tr("Says nothing more about the selected alerts for a while"));
    m_acknowledge->setWords(tr("Ac&knowledge"),
        tr("Takes note of the selected alerts: they are open no longer, and not said again"));
    m_openPool->setWords(tr("&Open pool"), tr("Shows the pool of the selected alert"));
    m_thresholds->setWords(
        tr("&Thresholds of this alert"), tr("When this alert fires, and whether at all"));
    m_snoozeMenu->setTitle(tr("Snooze"));
    m_aDay->setText(tr("For a &day"));
    m_aWeek->setText(tr("For a &week"));
    m_untilChange->setText(tr("&Until it changes"));
    m_acknowledgeAction->setText(tr("Acknowledge"));
    m_openPoolAction->setText(tr("Open pool"));
    m_thresholdsMenu->setTitle(tr("Thresholds of this alert"));
    m_poolThresholds->setText(tr("For this &pool…"));
    m_allThresholds->setText(tr("For &all pools…"));
}

} // namespace genauth
