// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window opens: dialogs, the console, the log folder, the demo.

#include "app/dashboard/dialogs/aboutdialog.h"
#include "app/dashboard/dialogs/helpdialog.h"
#include "app/dashboard/dialogs/shortcutsdialog.h"
#include "app/dashboard/mainwindow.h"
#include "app/dashboard/session.h"
#include "app/demo/demosandbox.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStatusBar>

namespace genauth {

namespace {

constexpr int MessageTime = 5000;

/** Opens a dialog in the window, without a loop of its own, and forgets it when it closes. */
void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void MainWindow::sayDetailsCopied()
{
    say(tr("The details are copied."));
}

void MainWindow::say(const QString &message)
{
    statusBar()->showMessage(message, MessageTime);
}

void MainWindow::startDemo()
{
    m_with.session.startDemo(
        DemoSandbox::defaultProgram(), Language::code(m_with.language.current()));
}

void MainWindow::openConsole()
{
    openPage(consoleOf(shownAccount().host));
}

void MainWindow::openLogFolder()
{
    // The folder is made with the first line that is logged.
    const QString folder = QFileInfo(m_with.logFile).absolutePath();
    QDir().mkpath(folder);
    openPage(QUrl::fromLocalFile(folder));
}

void MainWindow::openPage(const QUrl &url)
{
    if (url.isEmpty())
        return;
    if (!m_with.openUrl(url))
        say(tr("Nothing here opens %1.").arg(url.toDisplayString()));
}

void MainWindow::showHelp()
{
    auto *dialog = new HelpDialog(HelpDialog::defaultDirectory(), m_with.language, this);
    connect(dialog, &HelpDialog::linkChosen, this, &MainWindow::openPage);
    open(dialog);
}

void MainWindow::showShortcuts()
{
    open(new ShortcutsDialog(*this, m_with.theme));
}

void MainWindow::showAbout()
{
    open(new AboutDialog(this));
}

} // namespace genauth
