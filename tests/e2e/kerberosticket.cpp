// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/kerberosticket.h"

#include "tests/e2e/testhome.h"

#include <QByteArray>
#include <QDataStream>
#include <QDateTime>
#include <QIODevice>
#include <QList>

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

const QByteArray Realm = "TEST.INVALID";
const QList<QByteArray> User{"HTTPS", "localhost"};
const QList<QByteArray> WebServer{"HTTPS", "localhost"};
constexpr quint16 Aes256 = 18;
constexpr int Aes256KeySize = 32;

// The ticket itself, in the DER of RFC 4120, section 5.3.

QByteArray der(int tag, const QByteArray &content)
{
    QByteArray length(1, static_cast<char>(content.size()));
    if (content.size() > 0x7f) // in a byte of its own; nothing here is longer than 255
        length.prepend('\x81');
    return static_cast<char>(tag) + length + content;
}

QByteArray member(int number, const QByteArray &content)
{
    return der(0xa0 + number, content);
}

QByteArray integer(int small)
{
    return der(0x02, QByteArray(1, static_cast<char>(small)));
}

QByteArray generalString(const QByteArray &text)
{
    return der(0x1b, text);
}

QByteArray ticketForWebServer()
{
    QByteArray names;
    for (const QByteArray &name : WebServer)
        names += generalString(name);
    const QByteArray server = der(0x30, member(0, integer(1)) + member(1, der(0x30, names)));
    // Only the web server itself could tell that this is no ciphertext.
    const QByteArray sealed =
        der(0x30, member(0, integer(Aes256)) + member(2, der(0x04, QByteArray(64, 'x'))));
    return der(0x61, der(0x30, member(0, integer(5)) + member(1, generalString(Realm)) +
                                   member(2, server) + member(3, sealed)));
}

// The file it is kept in, by MIT Kerberos's description of its version 4. What a QDataStream writes
// of a number or a QByteArray is what belongs there.

void writePrincipal(QDataStream &out, const QList<QByteArray> &names)
{
    constexpr quint32 nameType = 1;
    out << nameType << static_cast<quint32>(names.size()) << Realm;
    for (const QByteArray &name : names)
        out << name;
}

QByteArray credentialCache()
{
    QByteArray file;
    QDataStream out(&file, QIODevice::WriteOnly);
    constexpr quint16 version = 0x0504;
    constexpr quint16 headerLength = 0;
    out << version << headerLength;
    writePrincipal(out, User);

    writePrincipal(out, User);
    writePrincipal(out, WebServer);
    out << Aes256 << QByteArray(Aes256KeySize, 'k');
    const auto hour = [](int fromNow) {
        return static_cast<quint32>(QDateTime::currentSecsSinceEpoch() + fromNow * 3600);
    };
    out << hour(-1) << hour(-1) << hour(8) << hour(8); // authenticated, begins, ends, renewable
    constexpr quint8 isSessionKey = 0;
    constexpr quint32 flags = 0;
    constexpr quint32 none = 0; // addresses, then authorization data
    out << isSessionKey << flags << none << none << ticketForWebServer() << QByteArray("");
    return file;
}

} // namespace

KerberosTicket signInToKerberos(TestHome &home)
{
    const KerberosTicket ticket{home.path(u"krb5/cc"_s), home.path(u"krb5/trace"_s)};
    home.write(u"krb5/cc"_s, credentialCache());
    // Asks no name server for anything.
    const QString settings =
        home.write(u"krb5/krb5.conf"_s, "[libdefaults]\n"
                                        "default_realm = " +
                                            Realm +
                                            "\n"
                                            "dns_canonicalize_hostname = false\n"
                                            "dns_lookup_kdc = false\n"
                                            "dns_lookup_realm = false\n"
                                            "[domain_realm]\n"
                                            "localhost = " +
                                            Realm + "\n");
    home.set(u"KRB5_CONFIG"_s, settings);
    home.set(u"KRB5CCNAME"_s, u"FILE:"_s + ticket.cache);
    home.set(u"KRB5_TRACE"_s, ticket.trace);
    return ticket;
}

} // namespace genauth::test
