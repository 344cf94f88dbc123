// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checksecrets.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace genauth {

using namespace Qt::StringLiterals;

namespace {

const QString KeyIdVariable = u"GENAUTH_ACCESS_KEY_ID"_s;
const QString SecretVariable = u"GENAUTH_ACCESS_KEY_SECRET"_s;
const QString SecretFileVariable = u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s;
const QString OnlyCredential = u"genauth-secret"_s;

} // namespace

CheckSecrets::CheckSecrets(const CheckOptions &options, const QProcessEnvironment &environment,
    const QByteArray &fromInput)
    : m_from(options.secret)
    , m_file(options.secretFile)
    , m_fromInput(fromInput)
    , m_environment(environment)
{
}

QString CheckSecrets::credentialFile(const QString &name) const
{
    const QString directory = m_environment.value(u"CREDENTIALS_DIRECTORY"_s);
    // An id is somebody else's text: it names a file of this directory, or none.
    if (directory.isEmpty() || name.contains(u'/'))
        return {};
    const QString path = directory + u'/' + name;
    return QFileInfo::exists(path) ? path : QString();
}

QProcessEnvironment CheckSecrets::withSecret(
    QProcessEnvironment environment, const QString &credential) const
{
    switch (m_from) {
    case CheckOptions::Secret::File:
        environment.insert(SecretFileVariable, m_file);
        break;
    case CheckOptions::Secret::StandardInput:
        environment.remove(SecretFileVariable);
        environment.insert(SecretVariable, QString::fromUtf8(m_fromInput));
        break;
    case CheckOptions::Secret::Usual:
        if (environment.value(SecretFileVariable).isEmpty() && !credential.isEmpty())
            environment.insert(SecretFileVariable, credential);
        break;
    }
    return environment;
}

EnvironmentReading CheckSecrets::environmentPool() const
{
    return readEnvironmentAccount(withSecret(m_environment, credentialFile(OnlyCredential)));
}

EnvironmentReading CheckSecrets::listedPool(const Account &account, bool isOnly) const
{
    QString credential;
    if (!account.poolId.isEmpty())
        credential = credentialFile(OnlyCredential + u'-' + account.poolId);
    if (credential.isEmpty() && isOnly)
        credential = credentialFile(OnlyCredential);
    if (m_from == CheckOptions::Secret::Usual && credential.isEmpty())
        return {};
    // Of the environment nothing but the key's id: its host and its secret are another pool's.
    QString keyId = isOnly ? m_environment.value(KeyIdVariable) : QString();
    if (keyId.isEmpty())
        keyId = account.poolId;
    QProcessEnvironment environment;
    environment.insert(KeyIdVariable, keyId);
    EnvironmentReading reading = readEnvironmentAccount(withSecret(environment, credential));
    if (reading.pool)
        reading.pool->account = account;
    return reading;
}

QByteArray CheckSecrets::readStandardInput(std::chrono::milliseconds patience, QString *problem)
{
    if (::isatty(STDIN_FILENO)) {
        *problem = tr("--secret-stdin reads a pipe or a file: what is typed here could be seen.");
        return {};
    }
    const QDeadlineTimer deadline(patience);
    QByteArray line;
    while (line.size() <= MaxKeyLength && !line.contains('\n')) {
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&input, 1, static_cast<int>(deadline.remainingTime()));
        if (ready < 0 && errno == EINTR)
            continue;
        char byte = 0;
        const ssize_t count = ready > 0 ? ::read(STDIN_FILENO, &byte, 1) : -1;
        if (count < 0) {
            *problem = tr("Standard input gave no secret in time.");
            return {};
        }
        if (count == 0)
            break;
        line += byte;
    }
    line = line.trimmed();
    if (!isPlausibleKeyPart(line))
        *problem = tr("Standard input is empty or holds something that is no access key.");
    return line;
}

} // namespace genauth
