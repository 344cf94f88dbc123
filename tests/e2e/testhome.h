// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace genauth::test {

/** Somebody's home: a directory that is empty at first, and an environment that knows nothing but
 *  it. What the tests themselves run in does not shine through: no display, no proxy, no account.
 */
class TestHome
{
public:
    TestHome();
    /** Ends what still runs in it. */
    ~TestHome();
    Q_DISABLE_COPY_MOVE(TestHome)

    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    void set(const QString &variable, const QString &value);
    /** Names an account on this host, its secret in the environment. */
    void connectAccount(const QUrl &host, const QString &keyId, const QByteArray &secret);

    [[nodiscard]] QString path(const QString &relative) const;
    /** Makes the file, readable by its owner alone, and the directories on its way. */
    QString write(const QString &relative, const QByteArray &bytes);

    /** Every file below the home, by its path in it, with its content; what lies in `pictures/` and
     *  in `.cache/` (fontconfig's) is left out. */
    [[nodiscard]] QMap<QString, QByteArray> files() const;
    /** Files of any kind, caches and pictures as well, that hold these bytes. */
    [[nodiscard]] QStringList filesWith(const QByteArray &bytes) const;
    /** Processes that run in this home. */
    [[nodiscard]] QList<qint64> processes() const;

private:
    QTemporaryDir m_directory;
    QProcessEnvironment m_environment;
};

} // namespace genauth::test
