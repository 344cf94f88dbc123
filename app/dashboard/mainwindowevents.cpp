// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the main window comes, goes and changes.

#include "app/dashboard/mainwindow.h"
#include "app/dashboard/settings.h"
#include "core/sync/poolsrefresher.h"

#include <QCloseEvent>
#include <QGuiApplication>

namespace genauth {

void MainWindow::noteWhetherSeen()
{
    m_clock.setSeen(isVisible() && !isMinimized());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    if (event->type() == QEvent::WindowStateChange)
        noteWhetherSeen();
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    noteWhetherSeen();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    noteWhetherSeen();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitToWidth();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_with.settings.setWindowGeometry(saveGeometry());
    // At the end of the desktop's session nobody is to be kept waiting by a window that stays.
    const bool stays = !m_quits && !qGuiApp->isSavingSession() && m_with.staysWhenClosed &&
                       m_with.staysWhenClosed();
    if (stays) {
        event->ignore();
        hide();
        return;
    }
    m_with.refresher.cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::quit()
{
    m_quits = true;
    if (isVisible()) {
        close();
        return;
    }
    m_with.refresher.cancel();
    emit quitFromHiding();
}

} // namespace genauth
