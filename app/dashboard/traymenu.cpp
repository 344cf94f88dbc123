// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/traymenu.h"

#include "app/dashboard/theme.h"
#include "app/dashboard/traypicture.h"
#include "app/text/language.h"
#include "app/text/statustext.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace genauth {

namespace {

struct Line
{
    SubscriptionAssessment assessment;
    QString name;

    [[nodiscard]] bool isWorseThan(const Line &other) const
    {
        if (assessment.headline != other.assessment.headline)
            return assessment.headline < other.assessment.headline;
        const auto left = assessment.secondsLeft.value_or(0);
        const auto otherLeft = other.assessment.secondsLeft.value_or(0);
        if (left != otherLeft)
            return left < otherLeft;
        return assessment.overdueDays.value_or(0) > other.assessment.overdueDays.value_or(0);
    }
};

/** Names come from people and servers, and a tray may read a tooltip as markup. */
QString plain(QString text)
{
    return text.replace(u'<', u'‹').replace(u'>', u'›').replace(u'&', u'＆');
}

} // namespace

TrayMenu::TrayMenu(const Collaborators &with, QObject *parent)
    : QObject(parent)
    , m_with(with)
{
    createMenu();
    m_looking.setSingleShot(true);
    connect(&m_looking, &QTimer::timeout, this, &TrayMenu::look);
    connect(&m_with.model, &PoolsModel::modelReset, this, &TrayMenu::lookSoon);
    connect(&m_with.model, &PoolsModel::rowsInserted, this, &TrayMenu::lookSoon);
    connect(&m_with.model, &PoolsModel::rowsRemoved, this, &TrayMenu::lookSoon);
    connect(&m_with.model, &PoolsModel::dataChanged, this, &TrayMenu::lookSoon);
    connect(&m_with.alerts, &AlertCenter::changed, this, &TrayMenu::lookSoon);
    connect(&m_with.language, &Language::languageChanged, this, &TrayMenu::retranslate);
    connect(&m_with.theme, &Theme::changed, this, [this] {
        m_paintedAlerts = -1;
        lookSoon();
    });
    retranslate();
}

TrayMenu::~TrayMenu() = default;

QAction *TrayMenu::addAction(const char *name, void (TrayMenu::*asked)())
{
    auto *action = new QAction(m_menu.get());
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, asked);
    m_menu->addAction(action);
    return action;
}

void TrayMenu::createMenu()
{
    m_menu = std::make_unique<QMenu>();
    m_menu->setObjectName(QStringLiteral("trayMenu"));
    m_showAction = addAction("trayShowAction", &TrayMenu::showRequested);
    m_menu->setDefaultAction(m_showAction);
    m_alertsAction = addAction("trayAlertsAction", &TrayMenu::alertsRequested);
    m_refreshAction = addAction("trayRefreshAction", &TrayMenu::refreshRequested);
    m_menu->addSeparator();
    m_snoozeMenu = m_menu->addMenu(QString());
    const auto addSnooze = [this](const char *name, AlertCenter::Snooze how) {
        auto *action = new QAction(m_snoozeMenu);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, [this, how] { emit snoozeRequested(how); });
        m_snoozeMenu->addAction(action);
        return action;
    };
    m_snoozeDayAction = addSnooze("traySnoozeDayAction", AlertCenter::Snooze::ADay);
    m_snoozeWeekAction = addSnooze("traySnoozeWeekAction", AlertCenter::Snooze::AWeek);
    m_snoozeChangeAction = addSnooze("traySnoozeChangeAction", AlertCenter::Snooze::UntilChange);
    m_languageAction = addAction("trayLanguageAction", &TrayMenu::languageRequested);
    m_menu->addSeparator();
    m_quitAction = addAction("trayQuitAction", &TrayMenu::quitRequested);
}

void TrayMenu::lookSoon()
{
    if (!m_looking.isActive())
        m_looking.start(0);
}

void TrayMenu::look()
{
    QList<Line> lines;
    for (int row = 0; row < m_with.model.rowCount(); ++row) {
        const QModelIndex pool = m_with.model.index(row, PoolsModel::NameColumn);
        lines.append({pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>(),
            pool.data().toString()});
    }
    const auto named = std::min<qsizetype>(PoolsNamed, lines.size());
    std::partial_sort(lines.begin(), lines.begin() + named, lines.end(),
        [](const Line &one, const Line &other) { return one.isWorseThan(other); });
    QStringList words;
    for (const Line &line : lines.first(named))
        words << tr("%1: %2").arg(
            displayText(line.name, LongestName), StatusText::listLine(line.assessment));
    if (lines.size() > named)
        words << tr("and %n more pool(s)", nullptr, static_cast<int>(lines.size() - named));
    m_openAlerts = 0;
    const QList<AlertRecord> open = m_with.alerts.openAlerts();
    for (const AlertRecord &record : open)
        m_openAlerts += m_with.model.rowOf(record.alert.key.account) >= 0 ? 1 : 0;
    const QString title = tr("GenAuth Package Dashboard");
    m_toolTip = words.isEmpty() ? title : plain(title + u'\n' + words.join(u'\n'));
    m_snoozeMenu->setEnabled(m_openAlerts > 0);
    m_refreshAction->setEnabled(!lines.isEmpty());
    m_alertsAction->setText(
        m_openAlerts > 0 ? tr("&Alerts (%1)").arg(m_openAlerts) : tr("&Alerts"));
    paint(lines.isEmpty() ? std::nullopt : std::optional(lines.constFirst().assessment.headline));
    emit changed();
}

void TrayMenu::paint(std::optional<SubscriptionState> worst)
{
    if (worst == m_painted && m_openAlerts == m_paintedAlerts)
        return;
    m_painted = worst;
    m_paintedAlerts = m_openAlerts;
    m_icon = trayPicture(worst, m_openAlerts, m_with.theme);
}

void TrayMenu::retranslate()
{
    const bool chinese = m_with.language.current() == UiLanguage::Chinese;
    m_showAction->setText(tr("&Show the window"));
    m_refreshAction->setText(tr("&Refresh all pools"));
    m_languageAction->setText(
        Language::nativeName(chinese ? UiLanguage::English : UiLanguage::Chinese));
    m_snoozeMenu->setTitle(tr("&Snooze open alerts"));
    m_snoozeDayAction->setText(tr("For a &day"));
    m_snoozeWeekAction->setText(tr("For a &week"));
    m_snoozeChangeAction->setText(tr("&Until they change"));
    m_quitAction->setText(tr("&Quit"));
    look();
}

} // namespace genauth
