// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redaction.h"

#include <QDebug>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace genauth;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Secret = "f00dCANARY-7_a~9+Q/z=k";

/** As `qDebug() << value` would print it. */
template <class T>
QString printed(const T &value)
{
    QString text;
    QDebug(&text).nospace() << value;
    return text;
}

} // namespace

class TestSecretMark : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void hidesEveryDress_data();
    void hidesEveryDress();
    void hidesOddSecrets_data();
    void hidesOddSecrets();
    void hidesInsideOtherText();
    void hidesWhatWasCut();
    void hidesOnlyWhileMarked();
    void sharesItsRegistration();
    void countsMarksOfOneSecret();
    void keepsBytesOfItsOwn();
    void ignoresShortSecrets_data();
    void ignoresShortSecrets();
    void isQuickWithManySecrets();
    void standsThreads();
};

void TestSecretMark::hidesEveryDress_data()
{
    QTest::addColumn<QString>("dress");
    const auto row = [](const char *name, const QByteArray &dress) {
        QTest::newRow(name) << QString::fromLatin1(dress);
    };
    const auto noPadding = QByteArray::OmitTrailingEquals;
    const auto url = QByteArray::Base64UrlEncoding;
    row("plain", Secret);
    row("percent-encoded", Secret.toPercentEncoding());
    row("in small letters",
        Secret.toPercentEncoding().toLower().replace("canary", "CANARY").replace("q", "Q"));
    row("every character percent-encoded", Secret.toPercentEncoding({}, Secret));
    row("partly percent-encoded", Secret.toPercentEncoding("+=", "f"));
    row("base64", Secret.toBase64());
    row("base64 without padding", Secret.toBase64(noPadding));
    row("base64url", Secret.toBase64(url));
    row("base64url without padding", Secret.toBase64(url | noPadding));
    row("base64, percent-encoded", Secret.toBase64().toPercentEncoding());
    for (const QByteArray before : {"i", "id", "id:", "id: "}) {
        row(("base64 behind " + before).constData(), (before + Secret).toBase64());
        row(("base64 between " + before).constData(), (before + Secret + before).toBase64(url));
    }
    row("hex", Secret.toHex());
    row("HEX", Secret.toHex().toUpper());
}

void TestSecretMark::hidesEveryDress()
{
    QFETCH(const QString, dress);
    const QString text = u"before \""_s + dress + u"\" behind"_s;
    QCOMPARE(redacted(text), text);
    const SecretMark mark(Secret);
    QCOMPARE(redacted(text), u"before \"[hidden]\" behind"_s);
    QCOMPARE(redacted(dress), u"[hidden]"_s);
}

void TestSecretMark::hidesOddSecrets_data()
{
    QTest::addColumn<QString>("secret");
    QTest::newRow("quotes and backslashes") << u"a\"b\\c\\\\\"d"_s;
    QTest::newRow("blanks") << u"a b  c d"_s;
    QTest::newRow("a query") << u"?a=b&c=d#e"_s;
    QTest::newRow("a URL") << u"https://a:b@c/d?e"_s;
    QTest::newRow("Chinese") << u"企业版套餐"_s;
    QTest::newRow("emoji") << u"😀😀x"_s;
    QTest::newRow("four letters") << u"abcd"_s;
    QTest::newRow("not printable") << u"ab\u200fcd\u202e"_s;
    QTest::newRow("percent signs") << u"100%41%%20"_s;
}

void TestSecretMark::hidesOddSecrets()
{
    QFETCH(const QString, secret);
    const QByteArray bytes = secret.toUtf8();
    const SecretMark mark(bytes);
    for (const QString &dress : {secret, printed(secret), printed(bytes),
             QString::fromLatin1(bytes.toPercentEncoding()), QString::fromLatin1(bytes.toBase64()),
             QString::fromLatin1(bytes.toHex()), QString(secret).replace(u' ', u'+')}) {
        const QString line = redacted(u"before "_s + dress + u" behind"_s);
        QVERIFY2(line == u"before [hidden] behind"_s || line == u"before \"[hidden]\" behind"_s,
            qPrintable(line));
    }
}

void TestSecretMark::hidesInsideOtherText()
{
    const SecretMark mark(Secret);
    const QString secret = QString::fromLatin1(Secret);
    QCOMPARE(
        redacted(u"x"_s + secret + u"y"_s + secret + secret + u"z"_s), u"x[hidden]y[hidden]z"_s);
    QCOMPARE(redacted(printed(QUrl(u"https://h/p?key="_s + secret))),
        u"QUrl(\"https://h/p?[hidden]\")"_s);
    // A second secret that overlaps the first, and one within it.
    const SecretMark overlapping(Secret.right(8) + "tail");
    const SecretMark within(Secret.mid(4, 6));
    QCOMPARE(redacted(u"x"_s + secret + u"tail z"_s), u"x[hidden] z"_s);
}

void TestSecretMark::hidesWhatWasCut()
{
    const QByteArray secret = QByteArray("0123456789abcdef").repeated(8);
    const SecretMark mark(secret);
    for (qsizetype kept = 32; kept <= secret.size(); ++kept)
        QCOMPARE(redacted(u"x "_s + QString::fromLatin1(secret.first(kept))), u"x [hidden]"_s);
}

void TestSecretMark::hidesOnlyWhileMarked()
{
    const QString secret = QString::fromLatin1(Secret);
    {
        const SecretMark mark(Secret);
        QCOMPARE(redacted(secret), u"[hidden]"_s);
    }
    QCOMPARE(redacted(secret), secret);
    const SecretMark nothing;
    QCOMPARE(redacted(secret), secret);
}

void TestSecretMark::sharesItsRegistration()
{
    const QString secret = QString::fromLatin1(Secret);
    std::optional<SecretMark> first(Secret);
    std::optional<SecretMark> copy = first;
    SecretMark moved = std::move(*first);
    first.reset();
    copy.reset();
    QCOMPARE(redacted(secret), u"[hidden]"_s);
    moved = SecretMark("another");
    QCOMPARE(redacted(secret), secret);
}

void TestSecretMark::countsMarksOfOneSecret()
{
    const QString secret = QString::fromLatin1(Secret);
    const QString encoded = QString::fromLatin1(Secret.toBase64());
    std::optional<SecretMark> first(Secret);
    std::optional<SecretMark> second(Secret);
    std::optional<SecretMark> itsBase64(Secret.toBase64());
    first.reset();
    QCOMPARE(redacted(secret), u"[hidden]"_s);
    second.reset();
    QCOMPARE(redacted(secret), secret);
    QCOMPARE(redacted(encoded), u"[hidden]"_s);
    itsBase64.reset();
    QCOMPARE(redacted(encoded), encoded);
}

void TestSecretMark::keepsBytesOfItsOwn()
{
    QByteArray buffer = Secret;
    buffer.detach();
    {
        const SecretMark mark(QByteArray::fromRawData(buffer.constData(), buffer.size()));
        buffer.fill('x');
        QCOMPARE(redacted(QString::fromLatin1(Secret)), u"[hidden]"_s);
    }
    QCOMPARE(redacted(QString::fromLatin1(Secret)), QString::fromLatin1(Secret));
}

void TestSecretMark::ignoresShortSecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    for (const char *secret : {"", "e", "GE", "GET", "\xE5\xA5\x97\xE9\xA4\x90"})
        QTest::newRow(secret) << QByteArray(secret);
}

void TestSecretMark::ignoresShortSecrets()
{
    QFETCH(const QByteArray, secret);
    const SecretMark mark(secret);
    const QString text = u"GET 套餐 HTTP 200, "_s + QString::fromLatin1(secret.toHex());
    QCOMPARE(redacted(text), text);
}

void TestSecretMark::isQuickWithManySecrets()
{
    // 500 pools, each with a key and a token; all tokens begin alike.
    std::vector<SecretMark> marks;
    for (int i = 0; i < 500; ++i) {
        const QByteArray number = QByteArray::number(i).rightJustified(32, '0');
        marks.emplace_back(number);
        marks.emplace_back("eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9." + number.repeated(20));
    }
    const QString text = u"GET \"/api/v3/get-current-package-info\" HTTP 200 in 35 ms"_s;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10'000; ++i)
        QCOMPARE(redacted(text), text);
    // Searching for one after the other would take ten times as long.
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
}

void TestSecretMark::standsThreads()
{
    const SecretMark mark(Secret);
    const QString secret = QString::fromLatin1(Secret);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    threads.reserve(8);
    for (int number = 0; number < 8; ++number) {
        threads.emplace_back([&, number] {
            const QByteArray own = "thread-" + QByteArray::number(number) + "-secret";
            for (int i = 0; i < 500; ++i) {
                const SecretMark shared(Secret);
                const SecretMark mine(own);
                const QString line = redacted(secret + u' ' + QString::fromLatin1(own));
                wrong += line == u"[hidden] [hidden]" ? 0 : 1;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(redacted(u"thread-1-secret"_s), u"thread-1-secret"_s);
}

QTEST_APPLESS_MAIN(TestSecretMark)
#include "tst_secretmark.moc"
