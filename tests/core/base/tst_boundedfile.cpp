// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/boundedfile.h"
#include "tests/core/base/logwatch.h"
#include "tests/support/qtwarnings.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <vector>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Limit = BoundedFile::LeastBytes;

void fill(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/** A line of `size` bytes, its end included. */
QByteArray lineOf(qsizetype size, char letter = 'x')
{
    return QByteArray(size - 1, letter) + '\n';
}

mode_t modeOf(const QString &path)
{
    struct stat status = {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 07777;
}

/** What this program does when it is started as the child of a test. */
int appendMany(const QString &path, const QString &name, int count, qint64 limit)
{
    BoundedFile file(path, limit);
    for (int i = 0; i < count; ++i) {
        const QByteArray line = name.toUtf8() + ' ' + QByteArray::number(i).rightJustified(80, '.');
        // On a busy machine the others may take longer than it waits.
        int attempts = 0;
        while (!file.append(line + '\n').isEmpty())
            if (++attempts == 100)
                return 1;
    }
    return 0;
}

} // namespace

class TestBoundedFile : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void turnsAtTheLimit_data();
    void turnsAtTheLimit();
    void keepsOneOlderFile();
    void neverExceedsItsBound();
    void takesNoSmallerLimit();
    void cutsWhatIsTooLongAlready();
    void goesOnWithExistingFile();
    void tightensExistingFile();
    void refusesOddThings_data();
    void refusesOddThings();
    void replacesLinkInPlaceOfTheOlderFile();
    void reportsWhenItCannotTurn();
    void followsRemovedAndMovedFiles();
    void noticesLinkPutInPlace();
    void sharesWithAnotherDescriptor();
    void waitsForOthersButNotLong();
    void sharesWithOtherPrograms_data();
    void sharesWithOtherPrograms();

private:
    [[nodiscard]] QByteArray content() const { return contentOf(m_path); }
    [[nodiscard]] QByteArray olderContent() const { return contentOf(m_path + u".1"_s); }

    std::optional<QTemporaryDir> m_folder;
    QString m_path;
};

void TestBoundedFile::init()
{
    failOnQtWarnings();
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"x.log"_s);
}

void TestBoundedFile::turnsAtTheLimit_data()
{
    QTest::addColumn<qsizetype>("size");
    QTest::addColumn<bool>("turns");
    QTest::newRow("a byte to spare") << qsizetype(99) << false;
    QTest::newRow("full to the byte") << qsizetype(100) << false;
    QTest::newRow("a byte too much") << qsizetype(101) << true;
}

void TestBoundedFile::turnsAtTheLimit()
{
    QFETCH(const qsizetype, size);
    QFETCH(const bool, turns);
    BoundedFile file(m_path, Limit);
    const QByteArray first = lineOf(Limit - 100, 'a');
    const QByteArray second = lineOf(size, 'b');
    QCOMPARE(file.append(first), QString());
    QCOMPARE(file.append(second), QString());
    QCOMPARE(content(), turns ? second : first + second);
    QCOMPARE(olderContent(), turns ? first : QByteArray());
    QCOMPARE(QFile::exists(m_path + u".1"_s), turns);
}

void TestBoundedFile::keepsOneOlderFile()
{
    BoundedFile file(m_path, Limit);
    for (const char letter : {'a', 'b', 'c'})
        QCOMPARE(file.append(lineOf(Limit, letter)), QString());
    QCOMPARE(content(), lineOf(Limit, 'c'));
    QCOMPARE(olderContent(), lineOf(Limit, 'b'));
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(m_path + u".1"_s), 0600U);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

void TestBoundedFile::neverExceedsItsBound()
{
    BoundedFile file(m_path, Limit + 7);
    for (int i = 0; i < 3000; ++i) {
        QCOMPARE(file.append(lineOf(1 + i % 611)), QString());
        QVERIFY(QFileInfo(m_path).size() <= Limit + 7);
        QVERIFY(QFileInfo(m_path + u".1"_s).size() <= Limit + 7);
    }
}

void TestBoundedFile::takesNoSmallerLimit()
{
    BoundedFile file(m_path, 0);
    QCOMPARE(file.append(lineOf(Limit)), QString());
    QVERIFY(!QFile::exists(m_path + u".1"_s));
}

void TestBoundedFile::cutsWhatIsTooLongAlready()
{
    fill(m_path, lineOf(3 * Limit));
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("new\n"), QString());
    QCOMPARE(content(), "new\n");
    QCOMPARE(olderContent().size(), Limit);
}

void TestBoundedFile::goesOnWithExistingFile()
{
    fill(m_path, "old\n");
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("new\n"), QString());
    QCOMPARE(content(), "old\nnew\n");
}

void TestBoundedFile::tightensExistingFile()
{
    fill(m_path, "old\n");
    QVERIFY(::chmod(QFile::encodeName(m_path).constData(), 0666) == 0);
    QVERIFY(::chmod(QFile::encodeName(m_folder->path()).constData(), 0755) == 0);
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("new\n"), QString());
    QCOMPARE(modeOf(m_path), 0600U);
    QCOMPARE(modeOf(m_folder->path()), 0755U);
}

void TestBoundedFile::refusesOddThings_data()
{
    QTest::addColumn<std::function<bool(const char *)>>("put");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *name, const QString &why,
                         const std::function<bool(const char *)> &put) {
        QTest::newRow(name) << put << why;
    };
    row("a pipe that nobody reads", u"No such device or address"_s,
        [](const char *path) { return ::mkfifo(path, 0600) == 0; });
    row("a link to a file", u"Too many levels of symbolic links"_s, [](const char *path) {
        fill(QFile::decodeName(QByteArray(path) + ".target"), "untouched");
        return ::symlink((QByteArray(path) + ".target").constData(), path) == 0;
    });
    row("a link to nowhere", u"Too many levels of symbolic links"_s, [](const char *path) {
        return ::symlink((QByteArray(path) + ".nowhere").constData(), path) == 0;
    });
    row("a folder", u"Is a directory"_s, [](const char *path) { return ::mkdir(path, 0700) == 0; });
}

void TestBoundedFile::refusesOddThings()
{
    QFETCH(const std::function<bool(const char *)>, put);
    QVERIFY(put(QFile::encodeName(m_path).constData()));
    BoundedFile file(m_path, Limit);
    QTEST(file.append("secret\n"), "why");
    QVERIFY(!QFile::exists(m_path + u".nowhere"_s));
    if (QFile::exists(m_path + u".target"_s))
        QCOMPARE(contentOf(m_path + u".target"_s), "untouched");

    // A pipe that somebody does read is none the better.
    if (QTest::currentDataTag() == "a pipe that nobody reads"_ba) {
        const int reader = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_NONBLOCK);
        QCOMPARE(file.append("secret\n"), u"Not a regular file"_s);
        char byte = 0;
        QCOMPARE(::read(reader, &byte, 1), 0);
        ::close(reader);
    }
}

void TestBoundedFile::replacesLinkInPlaceOfTheOlderFile()
{
    const QString target = m_folder->filePath(u"target"_s);
    fill(target, "untouched");
    QVERIFY(QFile::link(target, m_path + u".1"_s));
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append(lineOf(Limit, 'a')), QString());
    QCOMPARE(file.append("b\n"), QString());
    QCOMPARE(contentOf(target), "untouched");
    QVERIFY(!QFileInfo(m_path + u".1"_s).isSymLink());
    QCOMPARE(olderContent(), lineOf(Limit, 'a'));
}

void TestBoundedFile::reportsWhenItCannotTurn()
{
    QVERIFY(QDir().mkdir(m_path + u".1"_s));
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append(lineOf(Limit, 'a')), QString());
    QVERIFY(!file.append("b\n").isEmpty());
    QVERIFY(!file.append("b\n").isEmpty());
    QCOMPARE(content(), lineOf(Limit, 'a'));
    QVERIFY(QDir().rmdir(m_path + u".1"_s));
    QCOMPARE(file.append("c\n"), QString());
    QCOMPARE(content(), "c\n");
}

void TestBoundedFile::followsRemovedAndMovedFiles()
{
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("a\n"), QString());
    QVERIFY(QFile::remove(m_path));
    QCOMPARE(file.append("b\n"), QString());
    QCOMPARE(content(), "b\n");
    QVERIFY(QFile::rename(m_path, m_path + u".moved"_s));
    QCOMPARE(file.append("c\n"), QString());
    QCOMPARE(content(), "c\n");
    QCOMPARE(contentOf(m_path + u".moved"_s), "b\n");
    QVERIFY(QDir(m_folder->path()).removeRecursively());
    QCOMPARE(file.append("d\n"), QString());
    QCOMPARE(content(), "d\n");
}

void TestBoundedFile::noticesLinkPutInPlace()
{
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("a\n"), QString());
    QVERIFY(QFile::rename(m_path, m_path + u".moved"_s));
    QVERIFY(QFile::link(m_path + u".moved"_s, m_path));
    QVERIFY(!file.append("b\n").isEmpty());
    QCOMPARE(contentOf(m_path + u".moved"_s), "a\n");
}

void TestBoundedFile::sharesWithAnotherDescriptor()
{
    BoundedFile one(m_path, Limit);
    BoundedFile other(m_path, Limit);
    QCOMPARE(one.append(lineOf(Limit - 2, 'a')), QString());
    QCOMPARE(other.append("b\n"), QString());
    QCOMPARE(content(), lineOf(Limit - 2, 'a') + "b\n");
    // One turns; the other follows, and does not turn again.
    QCOMPARE(one.append("c\n"), QString());
    QCOMPARE(other.append("d\n"), QString());
    QCOMPARE(content(), "c\nd\n");
    QCOMPARE(olderContent(), lineOf(Limit - 2, 'a') + "b\n");
}

void TestBoundedFile::waitsForOthersButNotLong()
{
    BoundedFile file(m_path, Limit);
    QCOMPARE(file.append("a\n"), QString());
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY);
    QCOMPARE(::flock(descriptor, LOCK_EX), 0);
    // Another program that was stopped just there.
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(file.append("b\n"), u"Another program holds it"_s);
    QVERIFY(timer.elapsed() >= 50);
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(content(), "a\n");
    ::close(descriptor);
    QCOMPARE(file.append("c\n"), QString());
    QCOMPARE(content(), "a\nc\n");
}

void TestBoundedFile::sharesWithOtherPrograms_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::newRow("one file") << qint64(1024 * 1024);
    QTest::newRow("many turns") << Limit;
}

void TestBoundedFile::sharesWithOtherPrograms()
{
    QFETCH(const qint64, limit);
    constexpr int Each = 4000;
    constexpr qint64 LineSize = 83;
    const QStringList names{u"A"_s, u"B"_s, u"C"_s};
    std::vector<std::unique_ptr<QProcess>> programs;
    for (const QString &name : names) {
        programs.push_back(std::make_unique<QProcess>());
        programs.back()->setProcessChannelMode(QProcess::ForwardedChannels);
        programs.back()->start(QCoreApplication::applicationFilePath(),
            {u"append"_s, m_path, name, QString::number(Each), QString::number(limit)});
    }
    for (const auto &program : programs) {
        while (!program->waitForFinished(1)) {
            // Only a full file is put aside.
            const QFileInfo older(m_path + u".1"_s);
            QVERIFY(!older.exists() || (older.size() <= limit && older.size() > limit - LineSize));
        }
        QCOMPARE(program->exitStatus(), QProcess::NormalExit);
        QCOMPARE(program->exitCode(), 0);
    }
    QVERIFY(QFileInfo(m_path).size() <= limit);
    // Every line is whole, and each program's are in their order.
    QHash<QByteArray, int> last;
    QList<QByteArray> lines = (olderContent() + content()).split('\n');
    QCOMPARE(lines.takeLast(), QByteArray());
    for (const QByteArray &line : lines) {
        QCOMPARE(line.size(), LineSize - 1);
        const int number = line.mid(2).replace('.', "").toInt();
        QVERIFY2(number > last.value(line.first(1), -1), line.constData());
        last[line.first(1)] = number;
    }
    if (limit > Limit)
        QCOMPARE(lines.size(), names.size() * Each);
    else
        QVERIFY2(lines.size() >= Limit / LineSize, QByteArray::number(lines.size()).constData());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"append")
        return appendMany(arguments.value(2), arguments.value(3), arguments.value(4).toInt(),
            arguments.value(5).toLongLong());
    TestBoundedFile test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_boundedfile.moc"
