// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page for those who approve a renewal, read back by pdftotext.

#include "app/dashboard/pdfreport.h"

#include "core/billing/mauuse.h"
#include "tests/app/dashboard/historysamples.h"
#include "tests/app/languages.h"
#include "tests/support/qtwarnings.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 11, 23), QTime(4, 0), Qt::UTC);

ReportedPool pool(const QString &name = u"Production"_s, const QString &package = u"Enterprise"_s)
{
    ReportedPool pool;
    pool.account.name = name;
    pool.account.host = QUrl(u"https://api.genauth.ai"_s);
    pool.account.currency = u"CNY"_s;
    pool.snapshot.poolId = u"65f0c0ffee"_s;
    pool.snapshot.package.value = Package::fromJson(
        QJsonObject{{u"endTime"_s, u"2026-11-11 00:00:00"_s}, {u"overdueDays"_s, u"12"_s},
            {u"goodsPackage"_s, QJsonObject{{u"name"_s, u"企业版"_s}, {u"nameEn"_s, package},
                                    {u"unitPrice"_s, u"12900.00"_s}, {u"amount"_s, u"10000"_s}}}},
        BeijingOffset)
                                      .value();
    pool.snapshot.package.receivedAt = Now.addSecs(-60);
    pool.snapshot.mauHistory.value = MauHistory{sampleYear(), {}};
    pool.snapshot.mauHistory.receivedAt = Now.addSecs(-60);
    pool.assessment =
        assess(factsOf(pool.snapshot, Now, pool.account.clockOffset), Now, pool.account.thresholds);
    pool.now = Now;
    return pool;
}

/** What a tool says of the bytes on its standard output. */
QString said(const QString &tool, const QStringList &arguments, const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"report.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(tool, QStringList{file.fileName()} + arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

/** Without blanks, which stand where a layout puts them. Signs that share a glyph with a radical
 *  are read back as that. */
QString textOf(const QByteArray &pdf)
{
    return said(u"pdftotext"_s, {u"-layout"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s}, pdf)
        .normalized(QString::NormalizationForm_KC)
        .remove(QRegularExpression(u"\\s"_s));
}

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void saysAllInEnglish();
    void saysAllInChinese();
    void saysAllInBothOnOnePage();
    void leavesTheWindowsLanguageAlone();
    void saysUnknownOfWhatIsUnknown_data() { bothLanguages(); }
    void saysUnknownOfWhatIsUnknown();
    void saysHowOldTheUseIs();
    void writesLongNamesOut();
    void keepsHostileNamesOnThePage();

private:
    [[nodiscard]] QByteArray render(
        const ReportedPool &pool, const QList<UiLanguage> &languages) const
    {
        return PdfReport::render(pool, languages, m_language);
    }

    Language m_language{Language::defaultDirectory()};
};

void TestPdfReport::saysAllInEnglish()
{
    const QByteArray pdf = render(pool(), {UiLanguage::English});
    const QString text = textOf(pdf);
    for (const QString &words : {u"Production"_s, u"Overdueby12days"_s, u"Enterprise"_s,
             u"企业版"_s, u"11Nov2026,00:00Beijingtime"_s, u"10,000"_s, u"8,210"_s, u"12,900.00"_s,
             u"65f0c0ffee"_s, u"api.genauth.ai"_s, u"Asof23Nov2026,11:59Beijingtime"_s,
             u"23Nov2026,12:00Beijingtime"_s, u"Aug"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u" is not in "_s + text));
}

void TestPdfReport::saysAllInChinese()
{
    const QString text = textOf(render(pool(u"生产环境"_s), {UiLanguage::Chinese}));
    for (const QString &words : {u"生产环境"_s, u"已逾期12天"_s, u"企业版"_s, u"2026年11月11日"_s,
             u"10,000"_s, u"8,210"_s, u"12,900.00"_s, u"北京时间"_s, u"8月"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u" is not in "_s + text));
}

void TestPdfReport::saysAllInBothOnOnePage()
{
    const QByteArray pdf = render(pool(), {UiLanguage::English, UiLanguage::Chinese});
    const QString text = textOf(pdf);
    for (const QString &words : {u"10k"_s, u"Overdueby12days"_s, u"已逾期12天"_s, u"11Nov2026"_s,
             u"2026年11月11日"_s, u"Aug"_s, u"8月"_s})
        QVERIFY2(text.contains(words), qPrintable(words + u" is not in "_s + text));
    QVERIFY(said(u"pdfinfo"_s, {}, pdf).contains(QRegularExpression(u"Pages: +1\\n"_s)));
    QVERIFY(said(u"pdfinfo"_s, {}, pdf).contains(u"A4"_s));
}

void TestPdfReport::leavesTheWindowsLanguageAlone()
{
    QVERIFY(!render(pool(), {UiLanguage::Chinese}).isEmpty());
    QCOMPARE(QLocale().language(), QLocale::English);
    QCOMPARE(StatusReportText(pool()).state, u"Overdue by 12 days"_s);
}

void TestPdfReport::saysUnknownOfWhatIsUnknown()
{
    ReportedPool nothing;
    nothing.account.name = u"Empty"_s;
    nothing.assessment = assess({}, Now, {});
    nothing.now = Now;
    const QString text = textOf(render(nothing, {languageOfRow()}));
    const bool isChinese = languageOfRow() == UiLanguage::Chinese;
    // The end, the days, what was bought, what is used and the price at least.
    QVERIFY2(text.count(isChinese ? u"未知"_s : u"unknown"_s) >= 5, qPrintable(text));
    QVERIFY2(!text.contains(QRegularExpression(u"(?<![\\d:])0(?![\\d:])"_s)), qPrintable(text));
}

void TestPdfReport::saysHowOldTheUseIs()
{
    ReportedPool older = pool();
    older.snapshot.mauHistory.receivedAt = Now.addDays(-9);
    for (const QList<UiLanguage> &languages :
        {QList{UiLanguage::English}, QList{UiLanguage::English, UiLanguage::Chinese}}) {
        // With the number, and above the chart.
        const QString text = textOf(render(older, languages));
        QVERIFY2(text.count(u"Asof14Nov2026,12:00"_s) == 2, qPrintable(text));
        QCOMPARE(text.count(u"2026年11月14日"_s), languages.size() == 1 ? 0 : 2);
    }
}

void TestPdfReport::writesLongNamesOut()
{
    const QString name = u"Enterprise Plus for regulated industries 2026"_s; // 45 signs
    ReportedPool wordy = pool(u"Production"_s, name);
    wordy.snapshot.poolId = u"0123456789abcdef"_s.repeated(4);
    wordy.account.host = QUrl(u"https://identity.subsidiary.of-a-large-company.example"_s);
    const QString text = said(u"pdftotext"_s, {u"-raw"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s},
        render(wordy, {UiLanguage::English, UiLanguage::Chinese}))
                             .remove(QRegularExpression(u"\\s"_s));
    for (const QString &words : {QString(name).remove(u' '), wordy.snapshot.poolId,
             u"identity.subsidiary.of-a-large-company.example"_s})
        QVERIFY2(text.count(words) == 2, qPrintable(words + u" is not in "_s + text));
}

void TestPdfReport::keepsHostileNamesOnThePage()
{
    const ReportedPool hostile =
        pool(u"<b>x</b>\n%1 %n \u202Eevil"_s, u"<img src=x>"_s + u"长"_s.repeated(2'000'000));
    const QByteArray pdf = render(hostile, {UiLanguage::English, UiLanguage::Chinese});
    QVERIFY(said(u"pdfinfo"_s, {}, pdf).contains(QRegularExpression(u"Pages: +1\\n"_s)));
    const QString text = textOf(pdf);
    QVERIFY2(text.contains(u"<b>x</b>"_s), qPrintable(text));
    QVERIFY2(text.contains(u"%1%nevil"_s), qPrintable(text));
    QVERIFY2(text.contains(u"12,900.00"_s), qPrintable(text)); // which stands after them
}

QTEST_MAIN(TestPdfReport)
#include "tst_pdfreport.moc"
