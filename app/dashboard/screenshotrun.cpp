// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/screenshotrun.h"

#include "app/text/errortext.h"
#include "app/text/packagetext.h"
#include "core/base/console.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QFileInfo>
#include <QImageWriter>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <utility>

namespace genauth {

namespace {

using namespace std::chrono_literals;

/** By then layouts have come to rest, and charts are drawn: they do that in turns of their own. */
constexpr auto Settling = 200ms;

} // namespace

ScreenshotRun::ScreenshotRun(
    QWidget &window, const PoolsModel &model, const QString &file, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_model(model)
    , m_file(file)
{
    connect(&m_model, &PoolsModel::dataChanged, this, &ScreenshotRun::finishIfTried);
}

void ScreenshotRun::finishIfTried()
{
    bool tried = m_model.rowCount() > 0;
    for (int row = 0; tried && row < m_model.rowCount(); ++row) {
        const QModelIndex pool = m_model.index(row, 0);
        tried =
            !pool.data(PoolsModel::RefreshingRole).toBool() &&
            pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>().package.attemptedAt.isValid();
    }
    if (tried)
        finish();
}

void ScreenshotRun::finish()
{
    if (std::exchange(m_finished, true))
        return;
    QTimer::singleShot(Settling, this, &ScreenshotRun::takePicture);
}

void ScreenshotRun::takePicture()
{
    // Qt tells the format by the name's ending; where that names none, it is PNG.
    const QByteArray ending = QFileInfo(m_file).suffix().toLower().toLatin1();
    const bool named = QImageWriter::supportedImageFormats().contains(ending);
    const bool saved = m_window.grab().save(m_file, named ? nullptr : "PNG");
    if (!saved)
        printLine(stderr, tr("The picture cannot be written to %1.").arg(m_file));
    const bool answered = printPools();
    QCoreApplication::exit(saved && answered ? 0 : 1);
}

bool ScreenshotRun::printPools() const
{
    bool answered = m_model.rowCount() > 0;
    if (!answered)
        printLine(stderr, tr("No user pool could be shown."));
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex pool = m_model.index(row, 0);
        const auto account = pool.data(PoolsModel::AccountRole).value<Account>();
        const auto snapshot = pool.data(PoolsModel::SnapshotRole).value<PoolSnapshot>();
        const auto assessment =
            pool.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>();
        printLine(stdout, PackageText(account, snapshot, assessment).line());
        if (!snapshot.package.error)
            continue;
        answered = false;
        const ErrorText::Words words =
            ErrorText::words(*snapshot.package.error, account.host.host());
        printLine(
            stderr, tr("%1: %2. %3").arg(displayText(account.name), words.headline, words.advice));
    }
    return answered;
}

} // namespace genauth
