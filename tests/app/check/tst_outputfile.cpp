// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/check/outputfile.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("nothing");
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

unsigned modeOf(const QString &path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777u : 0;
}

void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

} // namespace

class TestOutputFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void writesANewFile();
    void replacesAFile();
    void followsALinkOfOnesOwn();
    void refusesALinkInASharedFolder_data();
    void refusesALinkInASharedFolder();
    void refusesAFolderBehindSomebodysLink();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void keepsTheOldFileOnAFullDisk();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOutputFile::init()
{
    test::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestOutputFile::writesANewFile()
{
    const mode_t before = ::umask(077); // says nothing: the mode is told
    const QString why = OutputFile::write(path(u"a.prom"_s), "new\n", 0644);
    ::umask(before);
    QCOMPARE(why, QString());
    QCOMPARE(contentOf(path(u"a.prom"_s)), "new\n"_ba);
    QCOMPARE(modeOf(path(u"a.prom"_s)), 0644u);
    QCOMPARE(names(), QStringList{u"a.prom"_s});
}

void TestOutputFile::replacesAFile()
{
    put(path(u"a"_s), "old");
    setMode(path(u"a"_s), 0640);
    QCOMPARE(OutputFile::write(path(u"a"_s), "new", 0644), QString());
    QCOMPARE(contentOf(path(u"a"_s)), "new"_ba);
    QCOMPARE(modeOf(path(u"a"_s)), 0640u);
    QCOMPARE(names(), QStringList{u"a"_s});
}

void TestOutputFile::followsALinkOfOnesOwn()
{
    put(path(u"target"_s), "old");
    QVERIFY(QFile::link(path(u"target"_s), path(u"link"_s)));
    QCOMPARE(OutputFile::write(path(u"link"_s), "new", 0644), QString());
    QCOMPARE(contentOf(path(u"target"_s)), "new"_ba);
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QVERIFY(QFile::link(path(u"nowhere"_s), path(u"dangling"_s)));
    QVERIFY(!OutputFile::write(path(u"dangling"_s), "new", 0644).isEmpty());
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
}

void TestOutputFile::refusesALinkInASharedFolder_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("everybody's") << 0777;
    QTest::newRow("everybody's, sticky") << 01777;
    QTest::newRow("a group's") << 0770;
}

void TestOutputFile::refusesALinkInASharedFolder()
{
    QFETCH(int, mode);
    const QString shared = path(u"shared"_s);
    QVERIFY(QDir().mkdir(shared));
    setMode(shared, static_cast<mode_t>(mode));
    put(path(u"victim"_s), "precious");
    QVERIFY(QFile::link(path(u"victim"_s), shared + u"/out"_s));
    const QString why = OutputFile::write(shared + u"/out"_s, "new", 0644);
    QVERIFY2(why.contains(u"symbolic link"_s), qPrintable(why));
    QCOMPARE(contentOf(path(u"victim"_s)), "precious"_ba);
    // A file there is fine.
    QCOMPARE(OutputFile::write(shared + u"/other"_s, "new", 0644), QString());
    QCOMPARE(contentOf(shared + u"/other"_s), "new"_ba);
}

void TestOutputFile::refusesAFolderBehindSomebodysLink()
{
    const QString shared = path(u"shared"_s);
    QVERIFY(QDir().mkdir(shared) && QDir().mkdir(path(u"private"_s)));
    setMode(shared, 01777);
    const QString link = shared + u"/link"_s;
    QVERIFY(QFile::link(path(u"private"_s), link));
    // One's own leads where one wants.
    QCOMPARE(OutputFile::write(link + u"/out"_s, "new", 0644), QString());
    if (::lchown(QFile::encodeName(link).constData(), 12345, 12345) != 0)
        QSKIP("only root can make somebody else's link");
    const QString why = OutputFile::write(link + u"/other"_s, "new", 0644);
    QVERIFY2(why.contains(u"symbolic link"_s), qPrintable(why));
    QVERIFY(!QFile::exists(path(u"private/other"_s)));
}

void TestOutputFile::refusesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("device") << u"/dev/null"_s;
    QTest::newRow("what is open already") << u"/proc/self/fd/1"_s;
    QTest::newRow("folder") << QDir::tempPath();
    QTest::newRow("ends like a folder") << u"/tmp/"_s;
    QTest::newRow("in no folder") << u"/nowhere/at/all"_s;
    QTest::newRow("empty") << QString();
}

void TestOutputFile::refusesWhatIsNoFile()
{
    QFETCH(QString, file);
    QVERIFY(!OutputFile::write(file, "new", 0644).isEmpty());
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

void TestOutputFile::keepsTheOldFileOnAFullDisk()
{
    // A limit of this process stands for a full disk: what is written beyond it fails.
    put(path(u"a"_s), "old");
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 10;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const QString why = OutputFile::write(path(u"a"_s), QByteArray(1000, 'x'), 0644);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!why.isEmpty());
    QCOMPARE(contentOf(path(u"a"_s)), "old"_ba);
    QCOMPARE(names(), QStringList{u"a"_s});
}

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_outputfile.moc"
