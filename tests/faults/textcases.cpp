// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// X1 to X7 and X10: what a server may write into every text, in good answers and in refusals.

#include "core/base/displaytext.h"
#include "tests/faults/faultstage.h"
#include "tests/faults/packagetext.h"
#include "tests/support/genauthanswers.h"

namespace genauth::test {

namespace {

const QList<QByteArray> Texts{"code", "name", "nameEn", "group", "sceneCode"};
const QList<QByteArray> Others{"endTime", "overdueDays", "unitPrice", "amount"};

/** All that a view shows of it: the text itself, with what is dangerous taken out. */
QList<Check> shownAs(const QString &text, const QString &shown)
{
    QList<Check> checks;
    for (const QByteArray &field : Texts)
        checks << shows(field, shown, shown);
    for (const QByteArray &field : Others)
        checks << shows(field, QVariant(), shown);
    checks << [text, shown](const Aftermath &) {
        return displayText(text) == shown ? QString() : QStringLiteral("the case itself is wrong");
    };
    return checks;
}

QString keptRawInTheError(const Aftermath &it)
{
    // Made fit to show where it is shown; until then no more than a page of it is kept.
    return it.after.package.error->serverMessage.size() <= 1000
               ? QString()
               : QStringLiteral("X4: the server's words are kept without a bound");
}

/** Whatever a server says, each line of the log is one that this program, or Qt, began. */
QString forgesNoLine(const Aftermath &it)
{
    if (it.log.contains('\x1b'))
        return QStringLiteral("X7: an escape sequence is in the log");
    for (const QByteArray &line : it.log.split('\n')) {
        if (line.startsWith("2026-07-01 ERROR") || line.startsWith("forged"))
            return QStringLiteral("X7: the log holds a forged line");
    }
    return {};
}

/** In every field of a package. */
void addToFields(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name,
    const QByteArray &raw, const QString &text, const QString &shown)
{
    RawFields fields;
    for (const QByteArray &field : Texts + Others)
        fields.insert(field, raw);
    cases << freshPackage(row, name, packageOf(fields),
        shownAs(text, shown) << forgesNoLine << hasState(SubscriptionState::Unknown));
}

/** In the words and the requestId of a refusal, of the package and of the token. */
void addToRefusal(
    QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name, const QString &text)
{
    const Script script = send(HttpText{.status = 500,
        .reason = "Internal Server Error",
        .body = envelope({.statusCode = 500, .message = text, .requestId = text})});
    const Outcome outcome{.error = ErrorKind::ServerError,
        .next = NextTry::Kind::BackOff,
        .requestId = text.left(1000),
        .checks = {keptRawInTheError, forgesNoLine}};
    cases << ofPackage(row, name + ", in a refusal", script, outcome)
          << ofToken(row, name + ", in a refusal", script, outcome);
}

void add(QList<FaultCase> &cases, const QByteArray &row, const QByteArray &name,
    const QString &text, const QString &shown)
{
    addToFields(cases, row, name, quoted(text), text, shown);
    addToRefusal(cases, row, name, text);
}

void addUnchanged(QList<FaultCase> &cases, const QByteArray &row, const char *text)
{
    add(cases, row, text, QString::fromUtf8(text), QString::fromUtf8(text));
}

void addLong(QList<FaultCase> &cases)
{
    const QString ellipsis(QChar(u'…'));
    const auto inOneField = [&](const QByteArray &name, const QByteArray &field,
                                const QString &text) {
        const QString shown = text.left(199) + ellipsis;
        const QVariant value = Texts.contains(field) ? QVariant(shown) : QVariant();
        cases << freshPackage("X4", name + " in " + field, packageOf({{field, quoted(text)}}),
            {shows(field, value, shown)});
    };
    for (const QByteArray &field : Texts + Others)
        inOneField("1 M characters", field, QString(1'000'000, u'企'));
    for (const char *field : {"name", "endTime", "amount"})
        inOneField("5 M characters", field, QString(5'000'000, u'x'));
    addToRefusal(cases, "X4", "1 M characters", QString(1'000'000, u'企'));
    addToRefusal(cases, "X4", "3 M characters", QString(3'000'000, u'x'));
    const QString pairs = QString::fromUtf8("𠮷").repeated(150);
    add(cases, "X4", "pairs at the limit", pairs, pairs.left(198) + ellipsis);
    const QString exact(200, u'x');
    add(cases, "X4", "exactly as long as may be", exact, exact);
}

void addInvisible(QList<FaultCase> &cases)
{
    add(cases, "X5", "right-to-left override", QStringLiteral("a\u202Egpj.exe"),
        QStringLiteral("agpj.exe"));
    add(cases, "X5", "every override and isolate",
        QStringLiteral("\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee\u2066f\u2067g\u2068h\u2069"),
        QStringLiteral("abcdefgh"));
    // Drawn as they are: they move nothing around.
    add(cases, "X5", "zero width", QStringLiteral("a\u200Bb\u200Dc\uFEFFd"),
        QStringLiteral("a\u200Bb\u200Dc\uFEFFd"));
    add(cases, "X5", "look-alikes", QStringLiteral("Еntеrprіsе"), QStringLiteral("Еntеrprіsе"));
    const QChar no(QChar::ReplacementCharacter);
    add(cases, "X6", "line breaks", QStringLiteral("a\nb\r\nc\u2028d\u2029e"),
        QStringLiteral("a%1b%1%1c%1d%1e").arg(no));
    add(cases, "X6", "C0 and C1", QStringLiteral("\x01\t\x1f\x7f\u0085\u009f!"),
        QString(6, no) + u'!');
    add(cases, "X6", "escape sequence", QStringLiteral("\x1b[2J\x1b]0;owned\x07"),
        QStringLiteral("%1[2J%1]0;owned%1").arg(no));
    addToFields(cases, "X6", "NUL, escaped", R"("a\u0000b")",
        QString(QStringLiteral("a")) + QChar(0) + u'b', QStringLiteral("a%1b").arg(no));
    const QString lone = QStringLiteral("a") + QChar(0xD800) + u'b';
    addToFields(
        cases, "X6", "lone surrogate", R"("a\ud800b")", lone, QStringLiteral("a%1b").arg(no));
    // Qt's reader takes raw control characters in a text, which JSON forbids.
    addToFields(cases, "X6", "raw line break", "\"a\nb\"", QStringLiteral("a\nb"),
        QStringLiteral("a%1b").arg(no));
    addToFields(cases, "X6", "raw escape", "\"a\x1b[2Jb\"", QStringLiteral("a\x1b[2Jb"),
        QStringLiteral("a%1[2Jb").arg(no));
    addToFields(cases, "X6", "raw NUL", QByteArray("\"a\0b\"", 5),
        QString(QStringLiteral("a")) + QChar(0) + u'b', QStringLiteral("a%1b").arg(no));
    const QString forged = QStringLiteral("evil\n2026-07-01 ERROR forged\x1b[2J\r\nforged");
    add(cases, "X7", "a line of the log", forged,
        QStringLiteral("evil\uFFFD2026-07-01 ERROR forged\uFFFD[2J\uFFFD\uFFFDforged"));
    addUnchanged(cases, "X7", "%s %n %1 {0} $(id) `id`");
}

} // namespace

QList<FaultCase> textCases()
{
    QList<FaultCase> cases;
    for (const char *text : {"<b>x</b>", "<img src=/dev/zero>", "<img src='/tmp/fifo'>",
             "<a href=file:///etc/passwd>x</a>", "<script>alert(1)</script>", "<table><tr><td>"})
        addUnchanged(cases, "X1", text);
    add(cases, "X2", "markup on the second line", QStringLiteral("one\n<img src=/dev/zero>"),
        QStringLiteral("one\uFFFD<img src=/dev/zero>"));
    addUnchanged(cases, "X3", "R&D");
    addUnchanged(cases, "X3", "&amp;&lt;b&gt; && &");
    addLong(cases);
    addInvisible(cases);
    for (const char *text : {"https://evil.example/login", "[x](http://evil.example)",
             "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.example"})
        addUnchanged(cases, "X10", text);
    return cases;
}

} // namespace genauth::test
