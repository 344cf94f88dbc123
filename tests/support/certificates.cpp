// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/certificates.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QStringList>

namespace genauth::test {

namespace {

constexpr char Configuration[] = R"(
[ca]
default_ca = authority
[authority]
new_certs_dir = .
database = index.txt
rand_serial = yes
unique_subject = no
certificate = authority.pem
private_key = authority.key
default_md = sha256
policy = anything
copy_extensions = copy
[anything]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority_extensions]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
)";

const QStringList NewKey{QStringLiteral("-newkey"), QStringLiteral("ec"),
    QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:prime256v1"),
    QStringLiteral("-nodes")};

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write a file of the test's certificate authority");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a file of the test's certificate authority");
    return file.readAll();
}

void openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(QStringLiteral("openssl"), arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl failed: %s", process.readAllStandardError().constData());
}

/** As `openssl ca` takes it. */
QString opensslTime(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMddHHmmss'Z'"));
}

QString daysFromNow(int days)
{
    return opensslTime(QDateTime::currentDateTimeUtc().addDays(days));
}

} // namespace

CertificateAuthority::CertificateAuthority()
{
    write(path(QStringLiteral("openssl.cnf")), Configuration);
    write(path(QStringLiteral("index.txt")), {});
    openssl(m_directory.path(),
        QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-config"),
            QStringLiteral("openssl.cnf"), QStringLiteral("-extensions"),
            QStringLiteral("authority_extensions"), QStringLiteral("-subj"),
            QStringLiteral("/CN=Authority of one test"), QStringLiteral("-days"),
            QStringLiteral("3650"), QStringLiteral("-keyout"), QStringLiteral("authority.key"),
            QStringLiteral("-out"), QStringLiteral("authority.pem")} +
            NewKey);
}

QString CertificateAuthority::certificateFile() const
{
    return path(QStringLiteral("authority.pem"));
}

TlsIdentity CertificateAuthority::issue(const QByteArray &name)
{
    return issueFor(name, daysFromNow(-1), daysFromNow(30));
}

TlsIdentity CertificateAuthority::issueExpired()
{
    return issueFor("IP:127.0.0.1", daysFromNow(-60), daysFromNow(-30));
}

TlsIdentity CertificateAuthority::issueNotYetValid()
{
    return issueFor("IP:127.0.0.1", daysFromNow(30), daysFromNow(60));
}

TlsIdentity CertificateAuthority::selfSigned()
{
    const QString stem = QStringLiteral("self%1").arg(++m_issued);
    openssl(m_directory.path(),
        QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-config"),
            QStringLiteral("openssl.cnf"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
            QStringLiteral("-addext"), QStringLiteral("subjectAltName=IP:127.0.0.1"),
            QStringLiteral("-days"), QStringLiteral("30"), QStringLiteral("-keyout"),
            stem + QStringLiteral(".key"), QStringLiteral("-out"), stem + QStringLiteral(".pem")} +
            NewKey);
    return load(stem);
}

QString CertificateAuthority::path(const QString &name) const
{
    return m_directory.filePath(name);
}

TlsIdentity CertificateAuthority::issueFor(
    const QByteArray &name, const QString &notBefore, const QString &notAfter)
{
    const QString stem = QStringLiteral("issued%1").arg(++m_issued);
    openssl(m_directory.path(),
        QStringList{QStringLiteral("req"), QStringLiteral("-config"), QStringLiteral("openssl.cnf"),
            QStringLiteral("-subj"), QStringLiteral("/CN=") + stem, QStringLiteral("-addext"),
            QStringLiteral("subjectAltName=") + QString::fromLatin1(name),
            QStringLiteral("-keyout"), stem + QStringLiteral(".key"), QStringLiteral("-out"),
            stem + QStringLiteral(".csr")} +
            NewKey);
    openssl(m_directory.path(),
        {QStringLiteral("ca"), QStringLiteral("-batch"), QStringLiteral("-notext"),
            QStringLiteral("-config"), QStringLiteral("openssl.cnf"), QStringLiteral("-startdate"),
            notBefore, QStringLiteral("-enddate"), notAfter, QStringLiteral("-in"),
            stem + QStringLiteral(".csr"), QStringLiteral("-out"), stem + QStringLiteral(".pem")});
    return load(stem);
}

TlsIdentity CertificateAuthority::load(const QString &stem) const
{
    TlsIdentity identity;
    identity.chain =
        QSslCertificate::fromData(read(path(stem + QStringLiteral(".pem"))), QSsl::Pem);
    identity.key = QSslKey(read(path(stem + QStringLiteral(".key"))), QSsl::Ec, QSsl::Pem);
    if (identity.chain.isEmpty() || identity.key.isNull())
        qFatal("openssl made no certificate that Qt can read");
    return identity;
}

} // namespace genauth::test
