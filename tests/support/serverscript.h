// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace genauth::test {

/** One thing that a FaultyServer does on a connection, in its turn. */
struct Step
{
    enum class Kind { Send, Stream, Dribble, Close, Reset, Tunnel };
    Kind kind = Kind::Send;
    QByteArray bytes = {}; ///< Send, Dribble; Stream: repeated until `total` is reached
    qint64 total = 0;      ///< Stream: bytes in all
    std::chrono::milliseconds every = {}; ///< Dribble: the wait before each byte
    quint16 port = 0;                     ///< Tunnel: where on 127.0.0.1 it leads
};

/** What the server does with one request, in order; then it waits for the next request on the same
 *  connection. Empty: it stays silent. */
using Script = QList<Step>;

/** An HTTP answer in words, to be made into bytes. */
struct HttpText
{
    enum class Framing { ContentLength, Chunked, UntilClose };
    int status = 200;
    QByteArray reason = "OK";
    QByteArray contentType = "application/json; charset=utf-8"; ///< empty: no such header
    QByteArray headers = {};                                    ///< whole lines, each with its CRLF
    QByteArray body = {};
    Framing framing = Framing::ContentLength;
};

[[nodiscard]] QByteArray http(const HttpText &text);
/** The bytes before the body of such an answer, claiming a body of `length` bytes. */
[[nodiscard]] QByteArray httpHead(const HttpText &text, qint64 length);

[[nodiscard]] Script silence();
/** Nothing more after these bytes, but the connection stays open. */
[[nodiscard]] Script send(const QByteArray &bytes);
[[nodiscard]] Script send(const HttpText &text);
[[nodiscard]] Script sendAndClose(const QByteArray &bytes);
[[nodiscard]] Script sendAndReset(const QByteArray &bytes);
[[nodiscard]] Script close();
[[nodiscard]] Script reset();
/** The head at once, the rest byte by byte. */
[[nodiscard]] Script dribble(
    const QByteArray &head, const QByteArray &rest, std::chrono::milliseconds every);
/** A body of `total` blanks, as fast as it is read. */
[[nodiscard]] Script stream(HttpText::Framing framing, qint64 total);
[[nodiscard]] Script redirect(int status, const QByteArray &location);
/** Accepts a proxy's CONNECT and passes everything on to that port of 127.0.0.1. */
[[nodiscard]] Script tunnel(quint16 port);

} // namespace genauth::test
