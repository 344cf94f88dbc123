// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/operationnotice.h"

#include "app/dashboard/widgets/detailspanel.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/detailstext.h"
#include "app/text/formatting.h"
#include "app/text/freshnesstext.h"

#include <QVBoxLayout>

namespace genauth {

OperationNotice::OperationNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_error(new ErrorNotice(theme, this))
    , m_fields(new NoticeBanner(theme, this))
    , m_age(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_empty(new TextLabel(TextLabel::Role::Text, theme, this))
    , m_details(new DetailsPanel(theme, this))
{
    m_error->setObjectName(QStringLiteral("operationErrorNotice"));
    m_fields->setObjectName(QStringLiteral("operationFieldsBanner"));
    m_age->setObjectName(QStringLiteral("operationAgeLabel"));
    m_empty->setObjectName(QStringLiteral("operationEmptyLabel"));
    m_empty->setDimmed(true);
    m_details->setObjectName(QStringLiteral("operationDetailsPanel"));
    m_details->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    for (QWidget *part : std::initializer_list<QWidget *>{m_error, m_fields, m_age, m_empty})
        layout->addWidget(part);
    layout->addWidget(m_details);
    connect(m_error, &ErrorNotice::retryRequested, this, &OperationNotice::retryRequested);
    connect(m_error, &ErrorNotice::editRequested, this, &OperationNotice::editRequested);
    connect(
        m_error, &ErrorNotice::replaceKeyRequested, this, &OperationNotice::replaceKeyRequested);
    connect(m_error, &ErrorNotice::browserRequested, this, &OperationNotice::browserRequested);
    connect(m_error, &ErrorNotice::detailsCopied, this, &OperationNotice::detailsCopied);
    connect(m_details, &DetailsPanel::copied, this, &OperationNotice::detailsCopied);
}

void OperationNotice::show(const Situation &given)
{
    Situation situation = given;
    OperationAttempt &attempt = situation.error.attempt;
    if (!attempt.attemptedAt.isValid())
        attempt.error = situation.error.snapshot.package.error;
    m_failed = attempt.error.has_value();
    m_error->show(situation.error);
    showUnreadable(situation.unreadableFields);
    showAge(situation);
    const bool known = attempt.receivedAt.isValid();
    m_empty->setVisible(!known && !m_failed);
    m_empty->setText(situation.error.refreshing
                         ? tr("Asking %1…").arg(situation.error.account.host.host())
                         : situation.emptyWords);
    m_details->setDetails(DetailsText::lines(situation.error.account, situation.error.snapshot,
                              attempt, situation.error.operation),
        DetailsText::forSupport(
            situation.error.account, situation.error.snapshot, attempt, situation.error.operation));
    setDetailsVisible(m_detailsWanted);
    const bool saysSomething =
        m_failed || !situation.unreadableFields.isEmpty() || situation.stale || !known;
    setVisible(saysSomething || m_detailsWanted);
}

void OperationNotice::setDetailsVisible(bool visible)
{
    if (m_detailsWanted != visible)
        m_error->setDetailsVisible(visible);
    m_detailsWanted = visible;
    m_details->setVisible(visible && !m_failed); // an error has them in its own place
    if (visible)
        setVisible(true);
}

void OperationNotice::showAge(const Situation &situation)
{
    const ErrorNotice::Situation &error = situation.error;
    const QDateTime received = error.attempt.receivedAt;
    m_age->setVisible(situation.stale && received.isValid());
    if (m_age->isHidden())
        return;
    m_age->setText(FreshnessText::stale(error.account, error.attempt, error.now));
    m_age->setPlainToolTip(Formatting::exactMoment(received));
}

void OperationNotice::showUnreadable(const QStringList &sentences)
{
    if (sentences.isEmpty())
        m_fields->clear();
    else
        m_fields->show({StateShape::Unknown, tr("Part of the answer cannot be read"),
            sentences.join(QLatin1Char('\n')), {}});
}

} // namespace genauth
