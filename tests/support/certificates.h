// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QString>
#include <QTemporaryDir>

namespace genauth::test {

/** What a TLS server shows and proves. */
struct TlsIdentity
{
    QList<QSslCertificate> chain; ///< its own certificate first
    QSslKey key;
};

/** A certificate authority of its own, made when it is constructed, in a temporary directory, by
 * the `openssl` program. No key of it outlives the test. Every failure ends the test program. */
class CertificateAuthority
{
public:
    CertificateAuthority();

    /** The authority's certificate, as a PEM file. */
    [[nodiscard]] QString certificateFile() const;

    // Certificates for a name as openssl writes it: "IP:127.0.0.1", "DNS:pool.example".
    [[nodiscard]] TlsIdentity issue(const QByteArray &name = "IP:127.0.0.1");
    [[nodiscard]] TlsIdentity issueExpired();
    [[nodiscard]] TlsIdentity issueNotYetValid();
    /** Signed by nobody but itself; the authority is not asked. */
    [[nodiscard]] TlsIdentity selfSigned();

private:
    [[nodiscard]] QString path(const QString &name) const;
    [[nodiscard]] TlsIdentity issueFor(
        const QByteArray &name, const QString &notBefore, const QString &notAfter);
    [[nodiscard]] TlsIdentity load(const QString &stem) const;

    QTemporaryDir m_directory;
    int m_issued = 0;
};

} // namespace genauth::test
