// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/recordedrequest.h"
#include "tests/support/serverscript.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace genauth::test {

/** One connection of a FaultyServer: reads requests, plays the scripts that answer them. */
class ServerConnection final : public QObject
{
    Q_OBJECT

public:
    using Answerer = std::function<Script(const RecordedRequest &)>;

    /** Takes the socket over. */
    ServerConnection(QTcpSocket *socket, Answerer answerer, QObject *parent);

    [[nodiscard]] bool isOpen() const;
    /** The path of the last request, while silence is all the answer it had; else empty. */
    [[nodiscard]] const QString &unansweredPath() const { return m_unansweredPath; }
    void play(const Script &script);

signals:
    void received(qint64 bytes);
    void closed();

private:
    void readSocket();
    void answerNext();
    void advance();
    [[nodiscard]] bool streamOn(Step &step);
    void dribbleOn();
    void reset();
    void openTunnel(quint16 port);

    QTcpSocket *m_socket;
    Answerer m_answerer;
    QByteArray m_buffer;
    QString m_unansweredPath;
    Script m_script;
    QTimer m_dribble;
    QPointer<QTcpSocket> m_tunnel;
};

} // namespace genauth::test
