// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/api/envelope.h"
#include "core/base/result.h"

#include <QObject>

#include <optional>

namespace genauth {

/** The handle of one call to GenAuth, through token, request, and answer. finished() is queued and
 *  comes exactly once on every path, also when the transport goes away under the call; destroying
 *  the reply aborts the call, and then finished() does not come. */
class ApiReply : public QObject
{
    Q_OBJECT

public:
    /** Ends the call as ErrorKind::Canceled. Does nothing once it has ended. */
    void cancel();

    [[nodiscard]] bool hasEnded() const { return m_result.has_value(); }
    /** Only after finished(). */
    [[nodiscard]] const Result<Envelope> &result() const { return *m_result; }
    /** The pool that was asked about; empty when no token was had. */
    [[nodiscard]] const QString &poolId() const { return m_poolId; }
    /** True when the token's own claim says poolId(), and no setting or key id was taken for it. */
    [[nodiscard]] bool poolIsNamedByToken() const { return m_poolIsNamedByToken; }

signals:
    void finished();

protected:
    explicit ApiReply(QObject *parent);
    void setPoolId(const QString &poolId, bool namedByToken)
    {
        m_poolId = poolId;
        m_poolIsNamedByToken = namedByToken;
    }
    /** The first call counts. */
    void end(Result<Envelope> result);
    /** What is under way must be dropped now. */
    virtual void abortPending() = 0;

private:
    std::optional<Result<Envelope>> m_result;
    QString m_poolId;
    bool m_poolIsNamedByToken = false;
};

} // namespace genauth
