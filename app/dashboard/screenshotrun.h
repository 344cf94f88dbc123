// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>

class QWidget;

namespace genauth {

class PoolsModel;

/** One run of --screenshot: when every pool has been tried, saves a picture of the
 *  window, prints one plain line per pool, and ends the program. */
class ScreenshotRun final : public QObject
{
    Q_OBJECT

public:
    /** Finishes by itself when every pool has been tried. `window` and `model` must outlive the
     *  run. */
    ScreenshotRun(
        QWidget &window, const PoolsModel &model, const QString &file, QObject *parent = nullptr);

    /** Takes the picture once the window has painted what it knows now. The program then ends with
     * 0 when every pool has answered, with 1 when one has not, there is none, or the file cannot be
     *  written. */
    void finish();

private:
    void finishIfTried();
    void takePicture();
    [[nodiscard]] bool printPools() const;

    QWidget &m_window;
    const PoolsModel &m_model;
    QString m_file;
    bool m_finished = false;
};

} // namespace genauth
