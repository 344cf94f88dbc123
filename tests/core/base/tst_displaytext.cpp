// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/displaytext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace genauth;

class TestDisplayText : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void makesTextSafe_data();
    void makesTextSafe();
    void clips_data();
    void clips();
    void isSafeAndIdempotentForAnyText();
    void isQuickForHugeText();
};

void TestDisplayText::makesTextSafe_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("shown");

    const auto row = [](const char *name, const QString &raw, const QString &shown) {
        QTest::newRow(name) << raw << shown;
    };
    row("empty", {}, {});
    row("plain", QStringLiteral("test package"), QStringLiteral("test package"));
    row("Chinese", QStringLiteral("测试套餐包"), QStringLiteral("测试套餐包"));
    row("markup stays as it is", QStringLiteral("<b>x</b><img src=/dev/zero> R&D"),
        QStringLiteral("<b>x</b><img src=/dev/zero> R&D"));
    row("blanks stay", QStringLiteral(" a  b "), QStringLiteral(" a  b "));
    row("line ends", QStringLiteral("a\r\nb\u2028c\u2029d\u0085e"),
        QStringLiteral("a\uFFFD\uFFFDb\uFFFDc\uFFFDd\uFFFDe"));
    row("zero byte", QStringLiteral("a").append(QChar(0)).append(u'b'), QStringLiteral("a\uFFFDb"));
    row("tab, escape and DEL", QStringLiteral("\t\x1b[2J\x7f"),
        QStringLiteral("\uFFFD\uFFFD[2J\uFFFD"));
    row("C1", QStringLiteral("\u0080\u009B\u009F\u00A0"),
        QStringLiteral("\uFFFD\uFFFD\uFFFD\u00A0"));
    row("overrides", QStringLiteral("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee"),
        QStringLiteral("abcde"));
    row("isolates", QStringLiteral("\u2066a\u2067b\u2068c\u2069d"), QStringLiteral("abcd"));
    row("right to left text stays", QStringLiteral("مرحبا\u200F"), QStringLiteral("مرحبا\u200F"));
    row("surrogate pair", QStringLiteral("😀"), QStringLiteral("😀"));
    row("lone high surrogate", QString(QChar(0xD83D)) + u'x', QStringLiteral("\uFFFDx"));
    row("lone high surrogate at the end", QString(QChar(0xD83D)), QStringLiteral("\uFFFD"));
    row("lone low surrogate", QString(QChar(0xDE00)), QStringLiteral("\uFFFD"));
    row("halves that an override keeps apart",
        QString(QChar(0xD83D)) + QChar(0x202E) + QChar(0xDE00), QStringLiteral("\uFFFD\uFFFD"));
}

void TestDisplayText::makesTextSafe()
{
    QFETCH(QString, raw);
    QTEST(displayText(raw), "shown");
}

void TestDisplayText::clips_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fits exactly") << "abcde" << 5 << "abcde";
    QTest::newRow("one too long") << "abcdef" << 5 << QStringLiteral("abcd…");
    QTest::newRow("no room for half a pair")
        << QStringLiteral("abc😀e") << 5 << QStringLiteral("abc…");
    QTest::newRow("a whole pair fits") << QStringLiteral("ab😀ef") << 5 << QStringLiteral("ab😀…");
    QTest::newRow("a pair as the last") << QStringLiteral("abc😀") << 5 << QStringLiteral("abc😀");
    QTest::newRow("removed characters take no room")
        << QStringLiteral("abc\u202E\u202E\u202Ede") << 5 << "abcde";
    QTest::newRow("only the ellipsis") << "ab" << 1 << QStringLiteral("…");
    QTest::newRow("a pair has no room at all") << QStringLiteral("😀") << 1 << QStringLiteral("…");
    QTest::newRow("nothing") << "ab" << 0 << QString();
    QTest::newRow("less than nothing") << "ab" << -1 << QString();
    QTest::newRow("200 by default")
        << QString(201, u'x') << int(MaxDisplayText) << QString(199, u'x') + QStringLiteral("…");
}

void TestDisplayText::clips()
{
    QFETCH(QString, raw);
    QFETCH(int, limit);
    QTEST(displayText(raw, limit), "shown");
    if (limit == MaxDisplayText)
        QCOMPARE(displayText(raw), displayText(raw, limit));
}

void TestDisplayText::isSafeAndIdempotentForAnyText()
{
    // The kinds of character that matter, in every neighbourhood that chance brings together.
    const QList<char16_t> alphabet{u'a', u'<', 0, u'\n', 0x1b, 0x7f, 0x85, 0x9f, 0x2028, 0x2029,
        0x202a, 0x202e, 0x2066, 0x2069, 0xd800, 0xd83d, 0xdbff, 0xdc00, 0xde00, 0xdfff, 0x5957,
        0xfffd, 0xffff};
    QRandomGenerator random(20220909);
    for (int round = 0; round < 20'000; ++round) {
        QString raw;
        for (int i = random.bounded(14); i > 0; --i)
            raw += QChar(alphabet.at(random.bounded(alphabet.size())));
        const int limit = random.bounded(12);
        const QString shown = displayText(raw, limit);
        QVERIFY(shown.size() <= limit);
        QVERIFY(shown.isValidUtf16());
        QVERIFY(std::ranges::none_of(shown, [](QChar c) {
            return c.category() == QChar::Other_Control || c == u'\u2028' || c == u'\u2029' ||
                   (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        }));
        QCOMPARE(displayText(shown, limit), shown);
    }
}

void TestDisplayText::isQuickForHugeText()
{
    const QString huge(5'000'000, u'x');
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(displayText(huge).size(), MaxDisplayText);
    // Reading all of it once would take longer than this.
    QVERIFY(timer.elapsed() < 1000);
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
