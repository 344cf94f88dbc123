// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files are written whatever becomes of who asked for them, and nobody waits for a disk that hangs.

#include "app/dashboard/fileexport.h"

#include "tests/support/qtwarnings.h"

#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWidget>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestFileExport : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysHowItWent();
    void saysWhatIsNotInIt();
    void writesWhenWhoAskedIsGone();
    void saysThatItFailedWhenWhoAskedIsGone();
    void saysWhatIsNotInItToAHiddenWindow();
    void endsWhenAllIsWritten();
    void endsWhenTheFailureWasRead();
    void endsWithADiskThatHangs();
    void writesNothingOfWhatCouldNotBeMade();
    void waitsNoLongerThanItsLimit();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] static QMessageBox *box()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *found = qobject_cast<QMessageBox *>(widget))
                return found;
        }
        return nullptr;
    }
    void askFor(const QString &path, const FileJob::Bytes &bytes, const QString &note = {});
    /** Bytes that come when `m_disk` is released. */
    [[nodiscard]] FileJob::Bytes heldBack()
    {
        return [disk = m_disk] {
            disk->acquire();
            return "late"_ba;
        };
    }
    [[nodiscard]] static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
    std::shared_ptr<QSemaphore> m_disk;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<FileExport> m_files;
};

void TestFileExport::init()
{
    failOnQtWarnings();
    m_disk = std::make_shared<QSemaphore>();
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_files = std::make_unique<FileExport>(m_window.get());
}

void TestFileExport::cleanup()
{
    m_disk->release();
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<FileJob *>().isEmpty());
    m_files.reset();
    m_window.reset();
}

void TestFileExport::askFor(const QString &path, const FileJob::Bytes &bytes, const QString &note)
{
    m_files->ask({.title = u"Export"_s,
        .baseName = u"name"_s,
        .suffix = u"csv"_s,
        .note = note,
        .bytes = bytes});
    auto *dialog = m_window->findChild<QFileDialog *>(u"fileExportDialog"_s);
    QVERIFY(dialog);
    emit dialog->fileSelected(path);
    delete dialog;
}

void TestFileExport::saysHowItWent()
{
    QSignalSpy said(m_files.get(), &FileExport::said);
    askFor(path("a.csv"), [] { return "whole"_ba; });
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.constLast().constFirst().toString(), u"a.csv is written."_s);
    QCOMPARE(contentsOf(path("a.csv")), "whole");
    askFor(m_folder.path(), [] { return "whole"_ba; });
    QTRY_COMPARE(said.size(), 2);
    QVERIFY(said.constLast().constFirst().toString().endsWith(
        u"could not be written: This is not an ordinary file."_s));
}

void TestFileExport::saysWhatIsNotInIt()
{
    QSignalSpy said(m_files.get(), &FileExport::said);
    askFor(
        path("b.csv"), [] { return "half"_ba; }, u"The rest is not loaded."_s);
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(
        said.constFirst().constFirst().toString(), u"b.csv is written. The rest is not loaded."_s);
}

void TestFileExport::writesWhenWhoAskedIsGone()
{
    askFor(path("c.csv"), heldBack());
    m_files.reset();
    m_window.reset();
    QVERIFY(!QFileInfo::exists(path("c.csv")));
    m_disk->release();
    QTRY_COMPARE(contentsOf(path("c.csv")), "late");
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<FileJob *>().isEmpty());
    QVERIFY(QApplication::topLevelWidgets().isEmpty());
}

void TestFileExport::saysThatItFailedWhenWhoAskedIsGone()
{
    askFor(path("no/such/<b>folder.csv"), heldBack());
    m_files.reset();
    m_window.reset();
    m_disk->release();
    QTRY_VERIFY(box() && box()->isVisible());
    QVERIFY2(box()->text().startsWith(u"<b>folder.csv could not be written: "_s),
        qPrintable(box()->text()));
    QCOMPARE(box()->textFormat(), Qt::PlainText);
    delete box();
}

void TestFileExport::saysWhatIsNotInItToAHiddenWindow()
{
    const QSignalSpy said(m_files.get(), &FileExport::said);
    m_window->hide();
    askFor(
        path("f.csv"), [] { return "half"_ba; }, u"The rest is not loaded."_s);
    QTRY_VERIFY(box());
    QCOMPARE(box()->text(), u"f.csv is written. The rest is not loaded."_s);
    delete box();
    askFor(path("g.csv"), [] { return "whole"_ba; });
    QTRY_VERIFY(QCoreApplication::instance()->findChildren<FileJob *>().isEmpty());
    QVERIFY(!box()); // where there is nothing to be known
    QCOMPARE(said.size(), 0);
}

void TestFileExport::endsWhenAllIsWritten()
{
    askFor(path("h.csv"), heldBack());
    m_window->hide();
    QTimer::singleShot(0, this, [this] {
        FileExport::quitWhenWritten();
        m_disk->release();
    });
    QApplication::exec(); // forever, if it were not ended
    QCOMPARE(contentsOf(path("h.csv")), "late");
}

void TestFileExport::endsWhenTheFailureWasRead()
{
    askFor(m_folder.path(), heldBack());
    m_window->hide();
    bool wasRead = false;
    QTimer reader;
    connect(&reader, &QTimer::timeout, this, [&wasRead] {
        if (!box())
            return;
        wasRead = true;
        box()->close();
    });
    QTimer::singleShot(0, this, [this, &reader] {
        FileExport::quitWhenWritten();
        m_disk->release();
        reader.start(0);
    });
    QApplication::exec();
    QVERIFY(wasRead);
    QVERIFY(!box());
}

void TestFileExport::endsWithADiskThatHangs()
{
    FileJob::start(path("i.csv"), heldBack(), std::chrono::milliseconds(1));
    QTimer::singleShot(
        0, this, [] { FileExport::quitWhenWritten(QDeadlineTimer(std::chrono::milliseconds(1))); });
    QApplication::exec();
    QVERIFY(!QFileInfo::exists(path("i.csv")));
}

void TestFileExport::writesNothingOfWhatCouldNotBeMade()
{
    QSignalSpy said(m_files.get(), &FileExport::said);
    askFor(path("d.csv"), [] { return "before"_ba; });
    QTRY_COMPARE(said.size(), 1);
    askFor(path("d.csv"), [] { return QByteArray(); });
    QTRY_COMPARE(said.size(), 2);
    QCOMPARE(said.constLast().constFirst().toString(),
        u"d.csv could not be written: It could not be made."_s);
    QCOMPARE(contentsOf(path("d.csv")), "before");
}

void TestFileExport::waitsNoLongerThanItsLimit()
{
    const FileJob *job = FileJob::start(path("e.csv"), heldBack(), std::chrono::milliseconds(1));
    delete job; // as the end of the program does; forever, if it waited for the disk
    QVERIFY(!QFileInfo::exists(path("e.csv")));
    // The thread that was left goes on, and touches nothing that is gone.
    m_disk->release();
    QTRY_COMPARE(contentsOf(path("e.csv")), "late");
    QTRY_COMPARE(m_disk.use_count(), 1L); // and is deleted in the end
}

QTEST_MAIN(TestFileExport)
#include "tst_fileexport.moc"
