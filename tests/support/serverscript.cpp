// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverscript.h"

namespace genauth::test {

namespace {

constexpr qsizetype ChunkSize = 64 * 1024;

QByteArray chunked(const QByteArray &body)
{
    return QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n";
}

} // namespace

QByteArray httpHead(const HttpText &text, qint64 length)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(text.status) + ' ' + text.reason + "\r\n";
    if (!text.contentType.isEmpty())
        head += "Content-Type: " + text.contentType + "\r\n";
    if (text.framing == HttpText::Framing::ContentLength)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    else if (text.framing == HttpText::Framing::Chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else
        head += "Connection: close\r\n";
    return head + text.headers + "\r\n";
}

QByteArray http(const HttpText &text)
{
    const QByteArray head = httpHead(text, text.body.size());
    if (text.framing != HttpText::Framing::Chunked)
        return head + text.body;
    return head + (text.body.isEmpty() ? QByteArray() : chunked(text.body)) + "0\r\n\r\n";
}

Script silence()
{
    return {};
}

Script send(const QByteArray &bytes)
{
    return {{.bytes = bytes}};
}

Script send(const HttpText &text)
{
    if (text.framing == HttpText::Framing::UntilClose)
        return sendAndClose(http(text));
    return send(http(text));
}

Script sendAndClose(const QByteArray &bytes)
{
    return {{.bytes = bytes}, {.kind = Step::Kind::Close}};
}

Script sendAndReset(const QByteArray &bytes)
{
    return {{.bytes = bytes}, {.kind = Step::Kind::Reset}};
}

Script close()
{
    return {{.kind = Step::Kind::Close}};
}

Script reset()
{
    return {{.kind = Step::Kind::Reset}};
}

Script dribble(const QByteArray &head, const QByteArray &rest, std::chrono::milliseconds every)
{
    return {{.bytes = head}, {.kind = Step::Kind::Dribble, .bytes = rest, .every = every}};
}

Script stream(HttpText::Framing framing, qint64 total)
{
    const QByteArray blanks(ChunkSize, ' ');
    const bool inChunks = framing == HttpText::Framing::Chunked;
    Script script{{.bytes = httpHead({.framing = framing}, total)},
        {.kind = Step::Kind::Stream, .bytes = inChunks ? chunked(blanks) : blanks, .total = total}};
    if (framing == HttpText::Framing::UntilClose)
        script.append({.kind = Step::Kind::Close});
    return script;
}

Script redirect(int status, const QByteArray &location)
{
    const QByteArray header = location.isNull() ? QByteArray() : "Location: " + location + "\r\n";
    return send(HttpText{.status = status, .reason = "Elsewhere", .headers = header});
}

Script tunnel(quint16 port)
{
    return {{.bytes = "HTTP/1.1 200 Connection established\r\n\r\n"},
        {.kind = Step::Kind::Tunnel, .port = port}};
}

} // namespace genauth::test
