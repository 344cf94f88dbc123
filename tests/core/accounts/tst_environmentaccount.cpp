// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/environmentaccount.h"
#include "core/base/childenvironment.h"

#include "tests/support/qtwarnings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace genauth;

namespace {

using Variables = QMap<QString, QString>;

const QString Host = QStringLiteral("GENAUTH_HOST");
const QString KeyId = QStringLiteral("GENAUTH_ACCESS_KEY_ID");
const QString Secret = QStringLiteral("GENAUTH_ACCESS_KEY_SECRET");
const QString SecretFile = QStringLiteral("GENAUTH_ACCESS_KEY_SECRET_FILE");
const QString PoolId = QStringLiteral("GENAUTH_USERPOOL_ID");

EnvironmentReading read(const Variables &variables)
{
    QProcessEnvironment environment;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return readEnvironmentAccount(environment);
}

} // namespace

class TestEnvironmentAccount : public QObject
{
    Q_OBJECT

private slots:
    void init() { test::failOnQtWarnings(); }

    void saysNothingOfAnEmptyEnvironment();
    void readsAPool();
    void trimsAndForgives();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void readsTheSecretFromItsFile();
    void prefersTheFile();
    void refusesFilesOthersMayRead_data();
    void refusesFilesOthersMayRead();
    void refusesFilesOfOthers();
    void trustsReadOnlyMounts();
    void doesNotHangOnAPipe();
    void readsNoEndlessFile();
    void takesNoBeginningForTheWhole();
    void hidesItAllFromChildren();

private:
    QString write(const QByteArray &content, mode_t mode = 0600)
    {
        const QString path = m_folder.filePath(QStringLiteral("secret"));
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.close();
        ::chmod(QFile::encodeName(path).constData(), mode);
        return path;
    }

    QTemporaryDir m_folder;
};

void TestEnvironmentAccount::saysNothingOfAnEmptyEnvironment()
{
    const EnvironmentReading reading = read({{QStringLiteral("PATH"), QStringLiteral("/bin")}});
    QVERIFY(!reading.pool);
    QVERIFY(!reading.problem);
}

void TestEnvironmentAccount::readsAPool()
{
    const EnvironmentReading reading = read({{KeyId, QStringLiteral("ak")},
        {Secret, QStringLiteral("sk")}, {Host, QStringLiteral("https://private.example/prefix")},
        {PoolId, QStringLiteral("pool")}});
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key, (AccessKey{QStringLiteral("ak"), "sk"}));
    QCOMPARE(reading.pool->account.host, QUrl(QStringLiteral("https://private.example/prefix")));
    QCOMPARE(reading.pool->account.poolId, QStringLiteral("pool"));
    QVERIFY(!reading.pool->account.id.isNull());
    QCOMPARE(reading.pool->account.clockOffset, BeijingOffset);
    QVERIFY(reading.pool->account.currency.isEmpty());
}

void TestEnvironmentAccount::trimsAndForgives()
{
    const EnvironmentReading reading =
        read({{KeyId, QStringLiteral("  ak\n")}, {Secret, QStringLiteral(" sk ")}});
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key, (AccessKey{QStringLiteral("ak"), "sk"}));
    QCOMPARE(reading.pool->account.host, QUrl(QStringLiteral("https://api.genauth.ai")));
}

void TestEnvironmentAccount::namesWhatIsWrong_data()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<EnvironmentProblem>("problem");
    QTest::addColumn<QString>("subject");
    using P = EnvironmentProblem;
    const QString x = QStringLiteral("x");
    QTest::newRow("secret alone") << Variables{{Secret, x}} << P::KeyIdMissing << KeyId;
    QTest::newRow("file alone") << Variables{{SecretFile, x}} << P::KeyIdMissing << KeyId;
    QTest::newRow("host alone") << Variables{{Host, x}} << P::KeyIdMissing << KeyId;
    QTest::newRow("key id alone") << Variables{{KeyId, x}} << P::SecretMissing << SecretFile;
    QTest::newRow("empty secret") << Variables{{KeyId, x}, {Secret, {}}} << P::SecretMissing
                                  << SecretFile;
    QTest::newRow("blank secret") << Variables{{KeyId, x}, {Secret, QStringLiteral("  ")}}
                                  << P::SecretUnusable << Secret;
    QTest::newRow("two lines") << Variables{{KeyId, x}, {Secret, QStringLiteral("a\nb")}}
                               << P::SecretUnusable << Secret;
    QTest::newRow("control in the id")
        << Variables{{KeyId, QStringLiteral("a\x1b[2J")}, {Secret, x}} << P::KeyIdUnusable << KeyId;
    QTest::newRow("plain http") << Variables{{KeyId, x}, {Secret, x},
                                       {Host, QStringLiteral("http://api.genauth.ai")}}
                                << P::HostIsPlainHttp << Host;
    QTest::newRow("no host") << Variables{{KeyId, x}, {Secret, x},
                                    {Host, QStringLiteral("https://")}}
                             << P::HostUnusable << Host;
    QTest::newRow("password in the host")
        << Variables{{KeyId, x}, {Secret, x}, {Host, QStringLiteral("https://u:p@h")}}
        << P::HostUnusable << Host;
    QTest::newRow("blank in the pool id")
        << Variables{{KeyId, x}, {Secret, x}, {PoolId, QStringLiteral("a b")}} << P::PoolIdUnusable
        << PoolId;
    QTest::newRow("endless pool id")
        << Variables{{KeyId, x}, {Secret, x}, {PoolId, QString(257, u'p')}} << P::PoolIdUnusable
        << PoolId;
    QTest::newRow("line end in the pool id")
        << Variables{{KeyId, x}, {Secret, x}, {PoolId, QStringLiteral("a\r\nX: y")}}
        << P::PoolIdUnusable << PoolId;
    QTest::newRow("no such file") << Variables{{KeyId, x},
                                         {SecretFile, QStringLiteral("/no/such/file")}}
                                  << P::SecretFileUnreadable << QStringLiteral("/no/such/file");
    QTest::newRow("a folder") << Variables{{KeyId, x}, {SecretFile, QStringLiteral("/tmp")}}
                              << P::SecretFileUnreadable << QStringLiteral("/tmp");
    QTest::newRow("a device") << Variables{{KeyId, x}, {SecretFile, QStringLiteral("/dev/zero")}}
                              << P::SecretFileUnreadable << QStringLiteral("/dev/zero");
}

void TestEnvironmentAccount::namesWhatIsWrong()
{
    QFETCH(Variables, variables);
    const EnvironmentReading reading = read(variables);
    QVERIFY(!reading.pool);
    QVERIFY(reading.problem);
    QTEST(*reading.problem, "problem");
    QTEST(reading.subject, "subject");
}

void TestEnvironmentAccount::readsTheSecretFromItsFile()
{
    const QString path = write("s3cret\n");
    const EnvironmentReading reading = read({{KeyId, QStringLiteral("ak")}, {SecretFile, path}});
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key.secret, QByteArray("s3cret"));

    // Through a link as well: that is how orchestrators mount secrets.
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(path, link));
    QVERIFY(read({{KeyId, QStringLiteral("ak")}, {SecretFile, link}}).pool);
}

void TestEnvironmentAccount::prefersTheFile()
{
    const EnvironmentReading reading = read({{KeyId, QStringLiteral("ak")},
        {SecretFile, write("from the file")}, {Secret, QStringLiteral("from the variable")}});
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key.secret, QByteArray("from the file"));
    // A file that cannot be used is not silently passed over.
    QVERIFY(read({{KeyId, QStringLiteral("ak")}, {SecretFile, QStringLiteral("/no/file")},
                     {Secret, QStringLiteral("x")}})
                .problem);
}

void TestEnvironmentAccount::refusesFilesOthersMayRead_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("0600") << 0600 << true;
    QTest::newRow("0400") << 0400 << true;
    QTest::newRow("0640") << 0640 << false;
    QTest::newRow("0604") << 0604 << false;
    QTest::newRow("0644") << 0644 << false;
}

void TestEnvironmentAccount::refusesFilesOthersMayRead()
{
    QFETCH(int, mode);
    const EnvironmentReading reading =
        read({{KeyId, QStringLiteral("ak")}, {SecretFile, write("s", static_cast<mode_t>(mode))}});
    QTEST(reading.pool.has_value(), "accepted");
    if (!reading.pool)
        QCOMPARE(*reading.problem, EnvironmentProblem::SecretFileTooOpen);
}

void TestEnvironmentAccount::refusesFilesOfOthers()
{
    const QString path = write("s");
    if (::chown(QFile::encodeName(path).constData(), ::geteuid() + 1, ::getegid()) != 0)
        QSKIP("only root can give a file away");
    const EnvironmentReading reading = read({{KeyId, QStringLiteral("ak")}, {SecretFile, path}});
    QCOMPARE(reading.problem, std::optional(EnvironmentProblem::SecretFileNotOurs));
    QCOMPARE(reading.subject, path);
}

void TestEnvironmentAccount::trustsReadOnlyMounts()
{
    // As containers have them: readable by all, but on a mount of its own. This one is seen by this
    // thread alone, and goes with it.
    QTemporaryDir folder;
    const QByteArray mount = QFile::encodeName(folder.path());
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("secrets", mount.constData(), "tmpfs", 0, nullptr) != 0)
        QSKIP("only root can mount");
    const QString path = folder.filePath(QStringLiteral("secret"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("s3cret");
    file.close();
    ::chmod(QFile::encodeName(path).constData(), 0644);
    const Variables variables{{KeyId, QStringLiteral("ak")}, {SecretFile, path}};
    QCOMPARE(read(variables).problem, std::optional(EnvironmentProblem::SecretFileTooOpen));
    QCOMPARE(::mount(nullptr, mount.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr), 0);
    const EnvironmentReading reading = read(variables);
    ::umount2(mount.constData(), MNT_DETACH);
    QVERIFY(reading.pool);
    QCOMPARE(reading.pool->key.secret, QByteArray("s3cret"));
}

void TestEnvironmentAccount::doesNotHangOnAPipe()
{
    const QString path = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const EnvironmentReading reading = read({{KeyId, QStringLiteral("ak")}, {SecretFile, path}});
    QCOMPARE(reading.problem, std::optional(EnvironmentProblem::SecretFileUnreadable));
}

void TestEnvironmentAccount::readsNoEndlessFile()
{
    const EnvironmentReading reading =
        read({{KeyId, QStringLiteral("ak")}, {SecretFile, write(QByteArray(10'000'000, 'x'))}});
    QCOMPARE(reading.problem, std::optional(EnvironmentProblem::SecretUnusable));
}

void TestEnvironmentAccount::takesNoBeginningForTheWhole()
{
    const QByteArray longest(MaxKeyLength, 'x');
    const auto secretOf = [this](const QByteArray &content) {
        const auto reading = read({{KeyId, QStringLiteral("ak")}, {SecretFile, write(content)}});
        return reading.pool ? reading.pool->key.secret : QByteArray();
    };
    QCOMPARE(secretOf(longest), longest);
    QCOMPARE(secretOf(longest + "\r\n"), longest);
    QCOMPARE(secretOf(longest + 'x'), QByteArray());
    QCOMPARE(secretOf("s" + QByteArray(MaxKeyLength + 100, ' ') + "ecret"), QByteArray());
}

void TestEnvironmentAccount::hidesItAllFromChildren()
{
    QProcessEnvironment environment;
    for (const QString &name :
        {Host, KeyId, Secret, SecretFile, PoolId, QStringLiteral("GENAUTH_ANYTHING"),
            QStringLiteral("CREDENTIALS_DIRECTORY"), QStringLiteral("PATH")})
        environment.insert(name, QStringLiteral("value"));
    QCOMPARE(withoutSecrets(environment).keys(), QStringList{QStringLiteral("PATH")});
}

QTEST_APPLESS_MAIN(TestEnvironmentAccount)
#include "tst_environmentaccount.moc"
