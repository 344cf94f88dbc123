// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/accounts/poolaccess.h"
#include "core/api/tokenprovider.h"
#include "core/sync/poolrefresh.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace genauth {

/** Tries a connection before anything of it is kept: host, certificate, key, pool, package, one
 * after the other, and stops at the first that fails. Asks for a token and the package once each,
 * as a refresh does, with a network manager of its own. Destroying it ends it. */
class ConnectionCheck final : public QObject
{
    Q_OBJECT

public:
    enum class Step {
        Host,        ///< it is found and takes connections
        Certificate, ///< it is accepted; not needed for plain http to this computer
        Key,         ///< GenAuth gives a token for it
        Pool,        ///< it is known which pool the key opens, and it is the one that was entered
        Package,     ///< its package can be read
    };
    static constexpr std::array Steps{
        Step::Host, Step::Certificate, Step::Key, Step::Pool, Step::Package};
    enum class Outcome { Waiting, Running, Passed, NotNeeded, Failed };

    /** What `context` points to must outlive the check. */
    ConnectionCheck(
        const PoolAccess &pool, const RefreshContext &context, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /** Once. */
    void start();

    [[nodiscard]] Outcome outcome(Step step) const;
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    [[nodiscard]] bool hasPassed() const { return outcome(Step::Package) == Outcome::Passed; }
    /** Why it stopped; empty while it runs, and when it passed. */
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }
    [[nodiscard]] const PoolAccess &pool() const { return m_pool; }
    /** What was found: the pool's id as soon as Step::Pool has passed, at the end the package, or
     *  the error with the codes that came with it. */
    [[nodiscard]] const PoolSnapshot &found() const { return m_found; }

signals:
    /** An outcome() has changed. */
    void advanced();
    /** Once: the check has passed, or stopped. */
    void finished();

private:
    void exchangeAdvanced(HttpExchange::Stage stage);
    void tokenCame(const Result<ManagementToken> &token);
    void judgePool(const ManagementToken &token);
    void packageCame();
    void begin(Step step);
    void pass(Step step);
    void stopAt(Step step, const ApiError &error);
    [[nodiscard]] Step stepOf(const ApiError &tokenError) const;

    PoolAccess m_pool;
    RefreshContext m_context;
    TokenProvider m_tokens;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<PoolRefresh> m_refresh;
    std::array<Outcome, Steps.size()> m_outcomes{};
    PoolSnapshot m_found;
    std::optional<ApiError> m_error;
    bool m_ended = false;
};

} // namespace genauth
