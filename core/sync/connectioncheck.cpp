// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/sync/connectioncheck.h"

#include "core/base/clock.h"

namespace genauth {

namespace {

/** "User pool does not exist", from the vendor's error-code page. */
constexpr int NoSuchPool = 2224;

/** It could not be reached, or what answers there is no GenAuth. */
bool isAboutTheHost(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::InsecureHost:
    case ErrorKind::ForeignOrigin:
    case ErrorKind::NoNetwork:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ProxyFailed:
    case ErrorKind::ProxyAuthenticationRequired:
    case ErrorKind::Redirected:
    case ErrorKind::NotHttp:
    case ErrorKind::TooLarge:
    case ErrorKind::HtmlAnswer:
    case ErrorKind::MalformedAnswer:
    case ErrorKind::NotFound:
        return true;
    default:
        return false;
    }
}

} // namespace

ConnectionCheck::ConnectionCheck(
    const PoolAccess &pool, const RefreshContext &context, QObject *parent)
    : QObject(parent)
    , m_pool(pool)
    , m_context(context)
    , m_tokens(pool.key, *context.clock)
    , m_transport(transportFor(pool, context))
{
    connect(&m_tokens, &TokenProvider::exchangeAdvanced, this, &ConnectionCheck::exchangeAdvanced);
}

ConnectionCheck::~ConnectionCheck() = default;

ConnectionCheck::Outcome ConnectionCheck::outcome(Step step) const
{
    return m_outcomes[static_cast<std::size_t>(step)];
}

void ConnectionCheck::start()
{
    begin(Step::Host);
    m_tokens.request(*m_transport, m_context.language, this,
        [this](const Result<ManagementToken> &token) { tokenCame(token); });
}

void ConnectionCheck::exchangeAdvanced(HttpExchange::Stage stage)
{
    const bool encrypts = m_pool.account.host.scheme() == QLatin1String("https");
    switch (stage) {
    case HttpExchange::Stage::Waiting:
    case HttpExchange::Stage::Connecting:
        break;
    case HttpExchange::Stage::Encrypted:
        pass(Step::Host);
        pass(Step::Certificate);
        begin(Step::Key);
        break;
    case HttpExchange::Stage::Sent:
        pass(Step::Host);
        if (!encrypts)
            m_outcomes[static_cast<std::size_t>(Step::Certificate)] = Outcome::NotNeeded;
        begin(Step::Key);
        break;
    }
}

ConnectionCheck::Step ConnectionCheck::stepOf(const ApiError &tokenError) const
{
    if (tokenError.kind == ErrorKind::TlsFailed || tokenError.kind == ErrorKind::CaFileUnreadable)
        return Step::Certificate;
    if (tokenError.apiCode == NoSuchPool)
        return Step::Pool;
    // Without an answer, the first step that has not passed is the one in the way.
    const bool reached = outcome(Step::Host) == Outcome::Passed;
    return isAboutTheHost(tokenError.kind) || !reached ? Step::Host : Step::Key;
}

void ConnectionCheck::tokenCame(const Result<ManagementToken> &token)
{
    // A token renewed later says nothing new of the way to it.
    m_tokens.disconnect(this);
    if (token) {
        // However the signals came: a token is proof of all that was on the way.
        exchangeAdvanced(HttpExchange::Stage::Sent);
        pass(Step::Key);
        judgePool(token.value());
        return;
    }
    const Step step = stepOf(token.error());
    // With a CA file that cannot be read nobody was asked: nothing is known of the host.
    if (token.error().kind == ErrorKind::CaFileUnreadable)
        m_outcomes[static_cast<std::size_t>(Step::Host)] = Outcome::Waiting;
    else if (step == Step::Certificate)
        pass(Step::Host);
    else if (step == Step::Pool)
        pass(Step::Key);
    stopAt(step, token.error());
}

void ConnectionCheck::judgePool(const ManagementToken &token)
{
    begin(Step::Pool);
    const QString &claimed = token.scopedPoolId;
    const QString &entered = m_pool.account.poolId;
    const bool named = !claimed.isEmpty();
    if (named && !entered.isEmpty() && claimed != entered) {
        stopAt(Step::Pool, {.kind = ErrorKind::OtherPool, .subject = claimed});
        return;
    }
    m_refresh = std::make_unique<PoolRefresh>(
        m_pool, m_tokens, m_context, PoolRefresh::Scope::PackageAlone);
    m_found.poolIsNamedByToken = named;
    m_found.poolId = named ? claimed : entered.isEmpty() ? m_pool.key.id : entered;
    pass(Step::Pool);
    begin(Step::Package);
    connect(m_refresh.get(), &PoolRefresh::finished, this, &ConnectionCheck::packageCame);
    m_refresh->start();
}

void ConnectionCheck::packageCame()
{
    m_found = m_refresh->snapshot();
    if (!m_found.package.error) {
        pass(Step::Package);
        m_ended = true;
        emit finished();
        return;
    }
    const ApiError &error = *m_found.package.error;
    stopAt(error.apiCode == NoSuchPool           ? Step::Pool
           : error.kind == ErrorKind::KeyRefused ? Step::Key
                                                 : Step::Package,
        error);
}

void ConnectionCheck::begin(Step step)
{
    Outcome &outcome = m_outcomes[static_cast<std::size_t>(step)];
    if (outcome == Outcome::Waiting)
        outcome = Outcome::Running;
    emit advanced();
}

void ConnectionCheck::pass(Step step)
{
    m_outcomes[static_cast<std::size_t>(step)] = Outcome::Passed;
    emit advanced();
}

void ConnectionCheck::stopAt(Step step, const ApiError &error)
{
    for (const Step each : Steps) {
        if (each > step)
            m_outcomes[static_cast<std::size_t>(each)] = Outcome::Waiting;
    }
    m_outcomes[static_cast<std::size_t>(step)] = Outcome::Failed;
    m_error = error;
    if (!m_found.package.error) {
        m_found.package.error = error;
        m_found.package.attemptedAt = m_context.clock->nowUtc();
        m_found.package.answer = AnswerFacts::of(error);
    }
    m_ended = true;
    emit advanced();
    emit finished();
}

} // namespace genauth
