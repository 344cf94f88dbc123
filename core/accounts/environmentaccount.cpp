// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/environmentaccount.h"

#include <QFile>
#include <QScopeGuard>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#endif

namespace genauth {

namespace {

const QString HostVariable = QStringLiteral("GENAUTH_HOST");
const QString KeyIdVariable = QStringLiteral("GENAUTH_ACCESS_KEY_ID");
const QString SecretVariable = QStringLiteral("GENAUTH_ACCESS_KEY_SECRET");
const QString SecretFileVariable = QStringLiteral("GENAUTH_ACCESS_KEY_SECRET_FILE");
const QString PoolIdVariable = QStringLiteral("GENAUTH_USERPOOL_ID");

struct SecretReading
{
    QByteArray secret;
    std::optional<EnvironmentProblem> problem;
};

#ifdef Q_OS_UNIX
std::optional<EnvironmentProblem> fileProblem(int descriptor)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return EnvironmentProblem::SecretFileUnreadable;
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return EnvironmentProblem::SecretFileNotOurs;
    // Containers mount their secrets world-readable, but on a mount of their own that is read-only.
    struct statvfs mount = {};
    const bool readOnlyMount = ::fstatvfs(descriptor, &mount) == 0 && (mount.f_flag & ST_RDONLY);
    if ((status.st_mode & (S_IRGRP | S_IROTH)) && !readOnlyMount)
        return EnvironmentProblem::SecretFileTooOpen;
    return std::nullopt;
}
#endif

SecretReading readSecretFile(const QString &path)
{
    QFile file;
#ifdef Q_OS_UNIX
    // Opened first and judged by the descriptor, so that nothing can be exchanged in between;
    // O_NONBLOCK so that a pipe in place of the file does not hang the program.
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return {{}, EnvironmentProblem::SecretFileUnreadable};
    const auto closer = qScopeGuard([descriptor] { ::close(descriptor); });
    if (const auto problem = fileProblem(descriptor))
        return {{}, problem};
    if (!file.open(descriptor, QIODevice::ReadOnly))
        return {{}, EnvironmentProblem::SecretFileUnreadable};
#else
    file.setFileName(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, EnvironmentProblem::SecretFileUnreadable};
#endif
    const QByteArray content = file.read(MaxKeyLength + 2); // room for a line end
    if (!file.atEnd())
        return {{}, EnvironmentProblem::SecretUnusable};
    return {content.trimmed(), std::nullopt};
}

SecretReading readSecret(const QProcessEnvironment &environment, QString *subject)
{
    const QString path = environment.value(SecretFileVariable);
    SecretReading reading;
    if (!path.isEmpty()) {
        *subject = path;
        reading = readSecretFile(path);
    } else if (!environment.value(SecretVariable).isEmpty()) {
        *subject = SecretVariable;
        reading.secret = environment.value(SecretVariable).toUtf8().trimmed();
    } else {
        *subject = SecretFileVariable;
        reading.problem = EnvironmentProblem::SecretMissing;
    }
    if (!reading.problem && !isPlausibleKeyPart(reading.secret))
        reading.problem = EnvironmentProblem::SecretUnusable;
    return reading;
}

EnvironmentReading problem(EnvironmentProblem what, const QString &subject)
{
    return {std::nullopt, what, subject};
}

} // namespace

EnvironmentReading readEnvironmentAccount(const QProcessEnvironment &environment)
{
    const auto isSet = [&](const QString &name) { return !environment.value(name).isEmpty(); };
    const QString keyId = environment.value(KeyIdVariable).trimmed();
    if (keyId.isEmpty()) {
        const bool meant =
            isSet(SecretVariable) || isSet(SecretFileVariable) || isSet(HostVariable);
        return meant ? problem(EnvironmentProblem::KeyIdMissing, KeyIdVariable)
                     : EnvironmentReading{};
    }
    if (!isPlausibleKeyPart(keyId.toUtf8()))
        return problem(EnvironmentProblem::KeyIdUnusable, KeyIdVariable);

    PoolAccess pool;
    pool.account.host = defaultHost();
    if (isSet(HostVariable)) {
        const HostReading host = readHost(environment.value(HostVariable));
        if (host.problem == HostProblem::PlainHttp)
            return problem(EnvironmentProblem::HostIsPlainHttp, HostVariable);
        if (host.problem)
            return problem(EnvironmentProblem::HostUnusable, HostVariable);
        pool.account.host = host.host;
    }
    pool.account.poolId = environment.value(PoolIdVariable).trimmed();
    if (!pool.account.poolId.isEmpty() && !isPlausiblePoolId(pool.account.poolId))
        return problem(EnvironmentProblem::PoolIdUnusable, PoolIdVariable);

    QString subject;
    const SecretReading secret = readSecret(environment, &subject);
    if (secret.problem)
        return problem(*secret.problem, subject);

    pool.key = {keyId, secret.secret};
    pool.account.id = QUuid::createUuid();
    pool.account.name = pool.account.host.host();
    return {pool, std::nullopt, {}};
}

} // namespace genauth
