// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QNetworkReply;

namespace genauth {

/** How long and how large an answer may be. Injected, so that no test waits for the real ones. */
struct TransportLimits
{
    std::chrono::milliseconds inactivity{15'000}; ///< without one byte from the host
    std::chrono::milliseconds deadline{30'000};   ///< for the whole exchange, from send() on
    qint64 maxBody = 8 * 1024 * 1024;             ///< bytes
};

/** An answer as HTTP delivered it, whatever its status (redirects never get this far). */
struct HttpAnswer
{
    int status = 0; ///< 200 to 299 or 400 to 599
    QByteArray contentType;
    QByteArray body; ///< at most TransportLimits::maxBody
    QDateTime date;  ///< the Date header in UTC; invalid when there was none
    std::optional<std::chrono::seconds> retryAfter; ///< where it can be told without our own clock

    friend bool operator==(const HttpAnswer &, const HttpAnswer &) = default;
};

/** One HTTP exchange under way. advanced() tells how far it has come, finished() is queued and
 * comes exactly once, on every path; destroying the exchange aborts it, and then finished() does
 * not come. */
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    /** How far an exchange has come; plain http is never Encrypted. */
    enum class Stage { Waiting, Connecting, Encrypted, Sent };

    /** Tells whether this computer has any network at all. */
    using NetworkProbe = bool (*)();

    HttpExchange(TransportLimits limits, QByteArray label, QObject *parent);
    ~HttpExchange() override;

    /** Ends the exchange as ErrorKind::Canceled. Does nothing once it has ended. */
    void cancel();

    /** Only after finished(). */
    [[nodiscard]] const Result<HttpAnswer> &result() const { return *m_result; }
    /** Since the exchange was made; of one that has ended, how long it took. */
    [[nodiscard]] qint64 milliseconds() const { return m_took.value_or(m_age.elapsed()); }
    /** Verb and path without the query, for the log. */
    [[nodiscard]] const QByteArray &label() const { return m_label; }

    // For Transport.
    /** Takes the reply over; an exchange that has ended by then aborts it. */
    void attach(QNetworkReply *reply, bool proxyInUse);
    void fail(ApiError error);
    void setNetworkProbe(NetworkProbe probe) { m_hasNetwork = probe; }
    /** By the clock on the wall, which goes on while the computer sleeps and timers stand still. */
    void setBegun(const QDateTime &begunAt) { m_begunAt = begunAt; }
    /** Ends it as TimedOut when its deadline is over by the wall clock. */
    void giveUpIfOverdue(const QDateTime &now);
    [[nodiscard]] bool hasEnded() const { return m_result.has_value(); }

signals:
    void advanced(genauth::HttpExchange::Stage stage);
    void finished();

private:
    void readBody();
    void replyFinished();
    void collectAnswer(int status);
    void end(Result<HttpAnswer> result);
    void abortReply();
    [[nodiscard]] ApiError redirectError(int status) const;
    [[nodiscard]] ApiError networkError(int status) const;
    [[nodiscard]] bool isWithoutNetwork(ErrorKind kind) const;

    TransportLimits m_limits;
    QByteArray m_label; ///< verb and path, for the log
    QElapsedTimer m_age;
    QDateTime m_begunAt; ///< invalid: not known
    std::optional<qint64> m_took;
    QTimer m_deadline;
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    QList<QSslError> m_sslErrors;
    std::optional<Result<HttpAnswer>> m_result;
    NetworkProbe m_hasNetwork = nullptr;
    bool m_proxyInUse = false;
};

} // namespace genauth
