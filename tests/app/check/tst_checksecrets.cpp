// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/checksecrets.h"
#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace genauth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCheckSecrets : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theNearestSecretCounts();
    void listedPoolsHaveCredentialsOfTheirOwn();
    void otherPoolsSecretsAreLeftAlone();
    void readsStandardInput_data();
    void readsStandardInput();
    void doesNotWaitForEver();

private:
    QString secretFile(const QString &name, const QByteArray &secret);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCheckSecrets::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestCheckSecrets::secretFile(const QString &name, const QByteArray &secret)
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(secret) != secret.size() ||
        !file.setPermissions(QFile::ReadOwner))
        qFatal("the folder of the test cannot be written to");
    return file.fileName();
}

void TestCheckSecrets::theNearestSecretCounts()
{
    QProcessEnvironment environment;
    environment.insert(u"GENAUTH_ACCESS_KEY_ID"_s, u"key-id"_s);
    CheckOptions options;
    const auto secret = [&] {
        const auto pool = CheckSecrets(options, environment, "of-the-input"_ba).environmentPool();
        return pool.pool ? pool.pool->key.secret : QByteArray("none");
    };
    QCOMPARE(secret(), "none"_ba);
    environment.insert(u"GENAUTH_ACCESS_KEY_SECRET"_s, u"of-the-variable"_s);
    QCOMPARE(secret(), "of-the-variable"_ba);
    environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder->path());
    QCOMPARE(secret(), "of-the-variable"_ba);
    secretFile(u"genauth-secret"_s, "of-the-service\n");
    QCOMPARE(secret(), "of-the-service"_ba);
    environment.insert(
        u"GENAUTH_ACCESS_KEY_SECRET_FILE"_s, secretFile(u"a"_s, "of-the-named-file"));
    QCOMPARE(secret(), "of-the-named-file"_ba);
    options.secret = CheckOptions::Secret::StandardInput;
    QCOMPARE(secret(), "of-the-input"_ba);
    options.secret = CheckOptions::Secret::File;
    options.secretFile = secretFile(u"b"_s, "of-the-option");
    QCOMPARE(secret(), "of-the-option"_ba);
    QVERIFY(QFile::setPermissions(options.secretFile, QFile::ReadOwner | QFile::ReadOther));
    QCOMPARE(CheckSecrets(options, environment, {}).environmentPool().problem,
        std::optional(EnvironmentProblem::SecretFileTooOpen));
}

void TestCheckSecrets::listedPoolsHaveCredentialsOfTheirOwn()
{
    secretFile(u"genauth-secret-pool-1"_s, "of-pool-1");
    secretFile(u"genauth-secret"_s, "of-the-only-one");
    QProcessEnvironment environment;
    environment.insert(u"CREDENTIALS_DIRECTORY"_s, m_folder->path());
    const CheckSecrets secrets(CheckOptions(), environment, {});
    Account account;
    account.name = u"One"_s;
    account.poolId = u"pool-1"_s;
    account.host = authingHost();
    const EnvironmentReading first = secrets.listedPool(account, false);
    QVERIFY(first.pool);
    QCOMPARE(first.pool->account, account);
    QCOMPARE(first.pool->key, (AccessKey{u"pool-1"_s, "of-pool-1"}));
    account.poolId = u"pool-2"_s;
    QVERIFY(!secrets.listedPool(account, false).pool);
    QVERIFY(!secrets.listedPool(account, false).problem); // the keychain is asked
    QCOMPARE(secrets.listedPool(account, true).pool->key.secret, "of-the-only-one"_ba);
    account.poolId = u"../genauth-secret-pool-1"_s;
    QVERIFY(!secrets.listedPool(account, false).pool);
    // An administrator's key has an id of its own, which is no secret.
    environment.insert(u"GENAUTH_ACCESS_KEY_ID"_s, u"admin-key"_s);
    QCOMPARE(CheckSecrets(CheckOptions(), environment, {}).listedPool(account, true).pool->key.id,
        u"admin-key"_s);
}

void TestCheckSecrets::otherPoolsSecretsAreLeftAlone()
{
    QProcessEnvironment environment;
    environment.insert(u"GENAUTH_HOST"_s, u"https://elsewhere.example"_s);
    environment.insert(u"GENAUTH_ACCESS_KEY_ID"_s, u"key-id"_s);
    environment.insert(u"GENAUTH_ACCESS_KEY_SECRET"_s, u"for elsewhere"_s);
    Account account;
    account.host = defaultHost();
    const EnvironmentReading reading =
        CheckSecrets(CheckOptions(), environment, {}).listedPool(account, true);
    QVERIFY(!reading.pool && !reading.problem);
}

void TestCheckSecrets::readsStandardInput_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("line") << "secret\n"_ba
                          << "secret"_ba << true;
    QTest::newRow("no line end") << "secret"_ba
                                 << "secret"_ba << true;
    QTest::newRow("Windows line end") << "secret\r\n"_ba
                                      << "secret"_ba << true;
    QTest::newRow("more lines") << "secret\nother\n"_ba
                                << "secret"_ba << true;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba << false;
    QTest::newRow("blank") << "\n"_ba
                           << ""_ba << false;
    QTest::newRow("control") << "a\x01z\n"_ba
                             << "a\x01z"_ba << false;
    QTest::newRow("too long") << QByteArray(MaxKeyLength + 1, 'x')
                              << QByteArray(MaxKeyLength + 1, 'x') << false;
}

namespace {

/** Standard input is this pipe for as long as it lives. */
class InputPipe
{
public:
    InputPipe()
    {
        if (::pipe(m_ends) != 0)
            qFatal("no pipe");
        m_before = ::dup(STDIN_FILENO);
        ::dup2(m_ends[0], STDIN_FILENO);
    }
    ~InputPipe()
    {
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
        ::close(m_ends[0]);
        end();
    }
    Q_DISABLE_COPY_MOVE(InputPipe)

    void write(const QByteArray &bytes)
    {
        QCOMPARE(::write(m_ends[1], bytes.constData(), size_t(bytes.size())), bytes.size());
    }
    void end()
    {
        if (m_ends[1] >= 0)
            ::close(std::exchange(m_ends[1], -1));
    }

private:
    int m_ends[2] = {};
    int m_before = -1;
};

} // namespace

void TestCheckSecrets::readsStandardInput()
{
    QFETCH(QByteArray, input);
    InputPipe pipe;
    pipe.write(input);
    pipe.end();
    QString problem;
    QTEST(CheckSecrets::readStandardInput(10s, &problem), "secret");
    QTEST(problem.isEmpty(), "isGood");
}

void TestCheckSecrets::doesNotWaitForEver()
{
    InputPipe pipe;
    QString problem;
    QCOMPARE(CheckSecrets::readStandardInput(20ms, &problem), QByteArray());
    QVERIFY(!problem.isEmpty());
}

QTEST_GUILESS_MAIN(TestCheckSecrets)
#include "tst_checksecrets.moc"
