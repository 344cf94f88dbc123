// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/recordedrequest.h"

#include <QList>

namespace genauth::test {

namespace {

const QByteArray HeadEnd = "\r\n\r\n";

QList<QByteArray> valuesOf(const QByteArray &raw, const QByteArray &name)
{
    QList<QByteArray> values;
    const QByteArray head = raw.first(raw.indexOf(HeadEnd));
    QList<QByteArray> lines = head.split('\n');
    lines.removeFirst();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            values.append(line.sliced(colon + 1).trimmed());
    }
    return values;
}

} // namespace

bool RecordedRequest::hasHeader(const QByteArray &name) const
{
    return !valuesOf(raw, name).isEmpty();
}

QByteArray RecordedRequest::header(const QByteArray &name) const
{
    return valuesOf(raw, name).join(", ");
}

std::optional<RecordedRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype headEnd = buffer.indexOf(HeadEnd);
    if (headEnd < 0)
        return std::nullopt;
    const qsizetype bodyStart = headEnd + HeadEnd.size();
    const qsizetype bodySize =
        valuesOf(buffer.first(bodyStart), "Content-Length").value(0).toLongLong();
    if (buffer.size() < bodyStart + bodySize)
        return std::nullopt;

    RecordedRequest request;
    request.raw = buffer.first(bodyStart + bodySize);
    request.body = request.raw.sliced(bodyStart);
    const QList<QByteArray> requestLine = request.raw.first(request.raw.indexOf('\r')).split(' ');
    request.verb = requestLine.value(0);
    const QByteArray target = requestLine.value(1);
    const qsizetype mark = target.indexOf('?');
    request.path = QString::fromLatin1(mark < 0 ? target : target.first(mark));
    request.query = mark < 0 ? QByteArray() : target.sliced(mark + 1);
    buffer.remove(0, bodyStart + bodySize);
    return request;
}

} // namespace genauth::test
