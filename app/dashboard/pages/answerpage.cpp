// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/pages/answerpage.h"

#include "app/dashboard/pages/attemptsituation.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/operationnotice.h"
#include "app/text/fieldtext.h"
#include "core/base/clock.h"
#include "core/models/poolsmodel.h"
#include "core/sync/refreshscheduler.h"

#include <QEvent>
#include <QVBoxLayout>

namespace genauth {

AnswerPage::AnswerPage(const Collaborators &with, QWidget *parent)
    : QScrollArea(parent)
    , m_with(with)
    , m_notice(new OperationNotice(with.theme))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // what is on it has the keyboard
    auto *content = new QWidget;
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Large);
    m_layout->setSpacing(Space::Medium);
    m_layout->addWidget(m_notice);
    m_notice->setObjectName(QStringLiteral("operationNotice"));
    setWidget(content);
}

void AnswerPage::setBody(QWidget *body)
{
    m_body = body;
    m_layout->addWidget(body, 1);
    m_layout->addStretch(0); // what there is stays at the top while the body is not seen
    setFocusProxy(body);
}

void AnswerPage::setPool(const QModelIndex &index)
{
    const QUuid before = account().id;
    m_pool = index;
    updateContents();
    if (account().id == before)
        return;
    startAnew();
    ensureVisible(0, 0);
}

Account AnswerPage::account() const
{
    return m_pool.data(PoolsModel::AccountRole).value<Account>();
}

WordsTable::Origin AnswerPage::originOf(const OperationAttempt &attempt) const
{
    const Account of = account();
    return {.account = of.id,
        .poolName = of.name,
        .asOf = inClock(attempt.receivedAt, of.clockOffset),
        .complete = attempt.receivedAt.isValid() ? std::optional(true) : std::nullopt};
}

void AnswerPage::setDetailsVisible(bool visible)
{
    m_notice->setDetailsVisible(visible);
    updateContents();
}

void AnswerPage::updateContents()
{
    const auto snapshot = m_pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
    const Answer answer = answerOf(snapshot);
    const bool stale =
        answer.known && isStale(answer.attempt, m_with.clock.nowUtc(), m_with.scheduler.interval());
    const ErrorNotice::Situation situation = situationOf(
        m_pool, answer.attempt, answer.operation, {m_with.clock, m_with.scheduler, m_with.session});
    m_notice->show({.error = situation,
        .unreadableFields = FieldText::unreadable(answer.unreadableFields),
        .stale = stale,
        .emptyWords = answer.emptyWords});
    m_body->setVisible(answer.known);
    showAnswer(snapshot, situation.refreshing, stale);
}

void AnswerPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_body) {
        retranslate();
        updateContents();
    }
    QScrollArea::changeEvent(event);
}

} // namespace genauth
