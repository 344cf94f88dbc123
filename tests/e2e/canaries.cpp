// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/e2e/canaries.h"

#include "tests/e2e/drivenprogram.h"
#include "tests/e2e/testhome.h"
#include "tests/support/genauthanswers.h"

namespace genauth::test {

using namespace Qt::StringLiterals;

namespace {

/** Of the secret behind so many other bytes, the letters that are about nothing but it. */
QByteArray base64Behind(int others, const QByteArray &secret)
{
    const QByteArray whole = QByteArray(others, '.') + secret;
    QByteArray letters = whole.toBase64(QByteArray::OmitTrailingEquals);
    if (whole.size() % 3 != 0)
        letters.chop(1);
    return letters.sliced(others == 0 ? 0 : others + 1);
}

} // namespace

QList<QByteArray> dressesOf(const QByteArray &secret)
{
    QList<QByteArray> dresses{secret, secret.toHex(), secret.toHex().toUpper()};
    for (const int others : {0, 1, 2}) {
        const QByteArray letters = base64Behind(others, secret);
        dresses << letters;
        if (letters.contains('+') || letters.contains('/'))
            dresses << QByteArray(letters).replace('+', '-').replace('/', '_');
    }
    return dresses;
}

QList<QByteArray> dressesOfToken()
{
    return {canaryToken(), canaryToken().split('.').at(1)};
}

Script refusalQuoting(int statusCode, int apiCode, const QByteArray &secret)
{
    const QString words = u"You sent %1, that is %2 or %3."_s.arg(QString::fromUtf8(secret),
        QString::fromLatin1(secret.toBase64()), QString::fromLatin1(secret.toHex()));
    return send(HttpText{.reason = "Bearer " + secret,
        .body = envelope(
            {.statusCode = statusCode, .message = words, .apiCode = apiCode, .requestId = words})});
}

QStringList placesWith(
    const QList<QByteArray> &canaries, DrivenProgram &program, const TestHome &home)
{
    QMap<QString, QByteArray> seen;
    const QMap<QString, QString> texts = program.texts();
    for (auto text = texts.cbegin(); text != texts.cend(); ++text)
        seen.insert(text.key(), text->toUtf8());
    seen.insert(u"the clipboard"_s, program.clipboard().toUtf8());
    seen.insert(u"standard error"_s, program.process().errorsSoFar());
    for (const qint64 pid : home.processes()) {
        seen.insert(u"the arguments of %1"_s.arg(pid), commandLineOf(pid).join(' '));
        seen.insert(u"the environment of %1"_s.arg(pid), environmentOf(pid).join(' '));
    }
    QStringList places;
    for (const QByteArray &canary : canaries) {
        for (auto place = seen.cbegin(); place != seen.cend(); ++place) {
            if (place->contains(canary))
                places << place.key();
        }
        places << home.filesWith(canary);
    }
    return places;
}

} // namespace genauth::test
