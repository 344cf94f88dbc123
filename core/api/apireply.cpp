// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/api/apireply.h"

namespace genauth {

ApiReply::ApiReply(QObject *parent)
    : QObject(parent)
{
}

void ApiReply::cancel()
{
    end(ApiError{.kind = ErrorKind::Canceled});
}

void ApiReply::end(Result<Envelope> result)
{
    if (hasEnded())
        return;
    m_result = std::move(result);
    abortPending();
    QMetaObject::invokeMethod(this, &ApiReply::finished, Qt::QueuedConnection);
}

} // namespace genauth
