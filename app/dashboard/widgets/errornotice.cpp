// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/widgets/errornotice.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/detailspanel.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/text/detailstext.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "core/base/keyerrors.h"

#include <QVBoxLayout>

namespace genauth {

namespace {

/** What a person could set right in the connection's own settings. */
bool isMendedByEditing(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::InsecureHost:
    case ErrorKind::CaFileUnreadable:
    case ErrorKind::OtherPool:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyAuthenticationRequired:
    case ErrorKind::Redirected:
    case ErrorKind::NotHttp:
    case ErrorKind::TooLarge:
    case ErrorKind::HtmlAnswer:
    case ErrorKind::MalformedAnswer:
    case ErrorKind::BadRequest:
    case ErrorKind::NotSignedIn:
    case ErrorKind::KeyRefused:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeyMissing:
    case ErrorKind::KeyUnusable:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
        return true;
    default:
        return false;
    }
}

bool isAboutTheKey(ErrorKind kind)
{
    return kind == ErrorKind::KeyRefused || kind == ErrorKind::NotSignedIn ||
           kind == ErrorKind::Forbidden || kind == ErrorKind::KeychainUnavailable ||
           kind == ErrorKind::KeyMissing || kind == ErrorKind::KeyUnusable;
}

/** A network that wants a sign-in answers in GenAuth's place, in one of these ways. */
bool maybeWantsSignIn(const ApiError &error)
{
    if (error.kind == ErrorKind::TlsFailed)
        return error.tlsProblem == TlsProblem::SelfSigned ||
               error.tlsProblem == TlsProblem::UnknownIssuer ||
               error.tlsProblem == TlsProblem::WrongHost;
    return error.kind == ErrorKind::HtmlAnswer || error.kind == ErrorKind::Redirected;
}

} // namespace

ErrorNotice::ErrorNotice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_banner(new NoticeBanner(theme, this))
    , m_retryButton(m_banner->addButton("retryButton"))
    , m_editButton(m_banner->addButton("editConnectionButton"))
    , m_browserButton(m_banner->addButton("openBrowserButton"))
    , m_detailsButton(m_banner->addButton("detailsButton"))
    , m_details(new DetailsPanel(theme, this))
{
    m_banner->setObjectName(QStringLiteral("errorBanner"));
    m_details->setObjectName(QStringLiteral("detailsPanel"));
    m_details->hide();
    m_banner->setExtra(m_details);
    m_detailsButton->setCheckable(true);
    connect(m_detailsButton, &Button::toggled, m_details, &QWidget::setVisible);
    connect(m_retryButton, &Button::clicked, this, &ErrorNotice::retryRequested);
    connect(m_editButton, &Button::clicked, this, &ErrorNotice::editPressed);
    connect(m_browserButton, &Button::clicked, this, &ErrorNotice::browserRequested);
    connect(m_details, &DetailsPanel::copied, this, &ErrorNotice::detailsCopied);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    hide();
}

void ErrorNotice::show(const Situation &situation)
{
    const auto &failure = situation.attempt.error;
    setHidden(!failure);
    if (!failure) {
        m_banner->clear();
        m_detailsButton->setChecked(false);
        return;
    }
    const ApiError &error = *failure;
    const ErrorText::Words words = ErrorText::words(error, situation.account.host.host());
    QString retry;
    if (situation.refreshing)
        retry = tr("It is being tried again now.");
    else if (!isOfTheKeychain(error.kind)) // which is asked again in its own time
        retry = ErrorText::retry(situation.next, situation.now);
    m_details->setDetails(DetailsText::lines(situation.account, situation.snapshot,
                              situation.attempt, situation.operation),
        DetailsText::forSupport(
            situation.account, situation.snapshot, situation.attempt, situation.operation));
    nameButtons(error);
    const bool mayRetry = !situation.heldBack && !situation.refreshing;
    const bool retryHelps = error.kind != ErrorKind::KeyMissing; // only the user has that key
    // A button that is disabled hands the keyboard on: to one that does no harm.
    if (!(mayRetry && retryHelps) && m_retryButton->hasFocus())
        m_detailsButton->setFocus(Qt::OtherFocusReason);
    m_retryButton->setEnabled(mayRetry);
    m_retryButton->setVisible(retryHelps);
    m_editButton->setVisible(situation.ownConnection && isMendedByEditing(error.kind));
    m_browserButton->setVisible(maybeWantsSignIn(error));
    m_banner->show({StateShape::NoConnection, words.headline,
        Formatting::sentences({words.advice, retry}), ErrorText::serverSaid(error)});
}

void ErrorNotice::editPressed()
{
    if (m_isAboutTheKey)
        emit replaceKeyRequested();
    else
        emit editRequested();
}

void ErrorNotice::setDetailsVisible(bool visible)
{
    m_detailsButton->setChecked(visible);
}

void ErrorNotice::nameButtons(const ApiError &error)
{
    m_isAboutTheKey = isAboutTheKey(error.kind);
    m_retryButton->setWords(tr("Re&try"), isOfTheKeychain(error.kind)
                                              ? tr("Asks your keyring again now")
                                              : tr("Asks GenAuth again now"));
    const bool isMissing =
        error.kind == ErrorKind::KeyMissing || error.kind == ErrorKind::KeychainUnavailable;
    m_editButton->setWords(isMissing         ? tr("Enter &key…")
                           : m_isAboutTheKey ? tr("Replace &key…")
                                             : tr("&Edit connection…"),
        tr("Opens the settings of this connection"));
    m_browserButton->setWords(tr("Open a &browser"),
        tr("Opens a web page, so that the network can show its own sign-in"));
    m_detailsButton->setWords(tr("&Details"), tr("Shows or hides what support asks for"));
}

} // namespace genauth
