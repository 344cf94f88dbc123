// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString context = {};
    QString source = {};
    QString comment = {};
    QStringList translations = {}; ///< more than one where a number decides
    bool isPlural = false;
    bool isFinished = true;

    [[nodiscard]] QString key() const { return context + u" | "_s + source + u" | "_s + comment; }
};

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message{.context = context};
    message.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            message.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            message.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            // "unfinished", "vanished" or "obsolete"; nothing when all is well.
            message.isFinished = !xml.attributes().hasAttribute("type"_L1);
            if (!message.isPlural) {
                message.translations << xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                message.translations << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

/** %1, %2, %n, %L1 and %Ln, each as often as it stands there, sorted. */
QStringList placeholders(const QString &text)
{
    static const QRegularExpression form(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (auto matches = form.globalMatch(text); matches.hasNext();)
        found << matches.next().captured();
    found.sort();
    return found;
}

bool hasMnemonic(const QString &text)
{
    static const QRegularExpression form(u"&[^&\\s]"_s);
    return text.contains(form);
}

/** Spaces and line ends around it, which a layout may count on. */
QString edges(const QString &text)
{
    const auto isSpace = [](QChar c) { return c.isSpace(); };
    const auto first = std::find_if_not(text.cbegin(), text.cend(), isSpace);
    const auto last = std::find_if_not(text.crbegin(), text.crend(), isSpace);
    return text.left(first - text.cbegin()) + u'|' + text.right(last - text.crbegin());
}

} // namespace

/** The sentences in the sources, and what the translations make of them. */
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void areUpToDate_data();
    void areUpToDate();
    void areWhole_data() { areUpToDate_data(); }
    void areWhole();

private:
    [[nodiscard]] static QString translationFile(const QString &name)
    {
        return QStringLiteral(GENAUTH_SOURCE_DIR "/translations/") + name;
    }
};

void TestTranslations::areUpToDate_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("forms"); // of a plural
    QTest::newRow("English") << u"genauth_en.ts"_s << QStringList{u"-pluralonly"_s} << 2;
    QTest::newRow("Chinese") << u"genauth_zh_CN.ts"_s
                             << QStringList{u"-source-language"_s, u"en"_s, u"-target-language"_s,
                                    u"zh_CN"_s}
                             << 1;
}

void TestTranslations::areUpToDate()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    const QTemporaryDir directory;
    const QString copy = directory.filePath(file);
    QVERIFY(QFile::copy(translationFile(file), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(GENAUTH_SOURCE_DIR));
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(
        QStringLiteral(GENAUTH_LUPDATE), QStringList{u"-I"_s, u"."_s, u"app"_s, u"core"_s,
                                             u"-no-obsolete"_s, u"-locations"_s, u"none"_s} +
                                             options + QStringList{u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished());
    QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll().constData());

    const auto keysOf = [](const QString &path) {
        QStringList keys;
        for (const Message &message : readMessages(path))
            keys << message.key();
        keys.sort();
        return keys;
    };
    const QStringList before = keysOf(translationFile(file));
    const QStringList after = keysOf(copy);
    QVERIFY(!after.isEmpty());
    for (const QString &key : after)
        QVERIFY2(before.contains(key), qPrintable(u"new, see ./dev translate: "_s + key));
    for (const QString &key : before)
        QVERIFY2(after.contains(key), qPrintable(u"vanished, see ./dev translate: "_s + key));
    QCOMPARE(after, before);
}

void TestTranslations::areWhole()
{
    QFETCH(QString, file);
    QFETCH(int, forms);
    for (const Message &message : readMessages(translationFile(file))) {
        const QByteArray key = message.key().toUtf8();
        QVERIFY2(message.isFinished, "unfinished: " + key);
        QVERIFY2(message.translations.size() == (message.isPlural ? forms : 1), "forms: " + key);
        for (const QString &translation : message.translations) {
            QVERIFY2(!translation.trimmed().isEmpty(), "empty: " + key);
            QVERIFY2(
                placeholders(translation) == placeholders(message.source), "placeholders: " + key);
            QVERIFY2(hasMnemonic(translation) == hasMnemonic(message.source), "mnemonic: " + key);
            QVERIFY2(edges(translation) == edges(message.source), "spaces around: " + key);
            QVERIFY2(translation.count(u'\n') == message.source.count(u'\n'), "lines: " + key);
        }
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
