// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/connectiontext.h"

#include "core/base/displaytext.h"
#include "tests/app/languages.h"
#include "tests/core/sync/checkbench.h"
#include "tests/support/qtwarnings.h"

#include <QTest>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using CheckStep = ConnectionCheck::Step;

/** All five steps, one a line. */
QString told(const ConnectionCheck &check)
{
    QStringList lines;
    for (const CheckStep step : ConnectionCheck::Steps)
        lines << ConnectionText::stepState(check, step);
    return lines.join(u'\n');
}

/** A package whose end is sent like this. */
Script endsAt(const QJsonValue &end)
{
    QJsonObject package = samplePackage();
    package[u"endTime"_s] = end;
    return goodPackage(package);
}

} // namespace

class TestConnectionText : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnQtWarnings();
        m_language.set(UiLanguage::English);
    }

    void namesWhatIsWrongWithAHost_data() { bothLanguages(); }
    void namesWhatIsWrongWithAHost();
    void namesTheSteps();
    void tellsTheWay();
    void tellsOfThePackage_data();
    void tellsOfThePackage();
    void saysWhereThePoolIsFrom();
    void saysWhyItStopped();
    void keepsHostileTextPlain();
    void offersClocks();

private:
    Language m_language{Language::defaultDirectory()};
};

void TestConnectionText::namesWhatIsWrongWithAHost()
{
    const UiLanguage language = languageOfRow();
    m_language.set(language);
    QStringList all;
    for (const HostProblem problem : {HostProblem::Empty, HostProblem::NotAUrl,
             HostProblem::NotHttp, HostProblem::PlainHttp, HostProblem::HasUserInfo}) {
        const QString sentence = ConnectionText::sentence(problem);
        QVERIFY2(isSaidIn(language, sentence), qPrintable(sentence));
        QVERIFY(!all.contains(sentence));
        all << sentence;
    }
}

void TestConnectionText::namesTheSteps()
{
    const auto names = [] {
        QStringList all;
        for (const CheckStep step : ConnectionCheck::Steps)
            all << ConnectionText::stepName(step);
        return all.join(u'|');
    };
    QCOMPARE(names(), u"Host|Certificate|Access key|User pool|Package"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(names(), u"主机|证书|访问密钥|用户池|套餐"_s);
}

void TestConnectionText::tellsTheWay()
{
    CheckBench bench;
    bench.server.answer(tokenPath(), {silence()});
    bench.server.answer(packagePath(), {silence()});
    const auto check = bench.check(bench.pool());
    QCOMPARE(told(*check), u"\n\n\n\n"_s);
    check->start();
    QCOMPARE(told(*check), u"connecting to 127.0.0.1…\n\n\n\n"_s);
    QTRY_COMPARE(bench.server.hitsOn(tokenPath()), 1);
    QTRY_COMPARE(told(*check), u"127.0.0.1 answers\nnot needed: the server is on this computer\n"
                               "signing in…\n\n"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(told(*check).split(u'\n').value(2), u"正在登录…"_s);
    m_language.set(UiLanguage::English);
    bench.server.answerLate(tokenPath(), goodToken());
    QTRY_COMPARE(bench.server.hitsOn(packagePath()), 1);
    QCOMPARE(told(*check), u"127.0.0.1 answers\nnot needed: the server is on this computer\n"
                           "accepted\npool-of-the-claim\nasking…"_s);
}

void TestConnectionText::tellsOfThePackage_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    QTest::newRow("a date") << endsAt(u"2026-11-11 00:00:00"_s)
                            << u"Enterprise package, ends 11 Nov 2026"_s
                            << u"企业版套餐，到期时间：2026年11月11日"_s;
    QTest::newRow("never") << endsAt(u"permanent"_s) << u"Enterprise package, has no end date"_s
                           << u"企业版套餐，无到期日"_s;
    QTest::newRow("unknown end") << endsAt(QJsonValue()) << u"Enterprise package, end unknown"_s
                                 << u"企业版套餐，到期时间未知"_s;
    QTest::newRow("unknown name") << goodPackage({{u"endTime"_s, u"2026-11-11 00:00:00"_s}})
                                  << u"name unknown, ends 11 Nov 2026"_s
                                  << u"名称未知，到期时间：2026年11月11日"_s;
}

void TestConnectionText::tellsOfThePackage()
{
    QFETCH(const Script, answer);
    CheckBench bench;
    bench.server.answer(packagePath(), {answer});
    const auto check = bench.ended(bench.pool());
    QTEST(ConnectionText::stepState(*check, CheckStep::Package), "english");
    m_language.set(UiLanguage::Chinese);
    QTEST(ConnectionText::stepState(*check, CheckStep::Package), "chinese");
}

void TestConnectionText::saysWhereThePoolIsFrom()
{
    CheckBench bench;
    bench.server.answer(tokenPath(), {goodToken("opaque")});
    PoolAccess pool = bench.pool();
    pool.account.poolId = u"pool-a"_s;
    const auto check = bench.ended(pool);
    QCOMPARE(ConnectionText::stepState(*check, CheckStep::Pool),
        u"pool-a (taken from what you entered)"_s);
    m_language.set(UiLanguage::Chinese);
    const QString chinese = ConnectionText::stepState(*check, CheckStep::Pool);
    QVERIFY2(chinese.startsWith(u"pool-a"_s) && isSaidIn(UiLanguage::Chinese, chinese),
        qPrintable(chinese));
}

void TestConnectionText::saysWhyItStopped()
{
    CheckBench bench;
    bench.server.answer(packagePath(), {refusal(403)});
    const auto check = bench.ended(bench.pool());
    QCOMPARE(
        ConnectionText::stepState(*check, CheckStep::Package), u"This key may not read billing"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(ConnectionText::stepState(*check, CheckStep::Package), u"此密钥无权读取计费信息"_s);
    QCOMPARE(ConnectionText::stepState(*check, CheckStep::Key), u"已接受"_s);
}

void TestConnectionText::keepsHostileTextPlain()
{
    QJsonObject package = samplePackage();
    QJsonObject goods = package[u"goodsPackage"_s].toObject();
    goods[u"nameEn"_s] = u"<b>%2</b>\n\u202E"_s + QString(5000, u'x');
    package[u"goodsPackage"_s] = goods;
    CheckBench bench;
    bench.server.answer(packagePath(), {goodPackage(package)});
    const auto check = bench.ended(bench.pool());
    const QString said = ConnectionText::stepState(*check, CheckStep::Package);
    QVERIFY2(said.startsWith(u"<b>%2</b>\uFFFDxx"_s), qPrintable(said));
    QVERIFY(said.endsWith(u"…, ends 11 Nov 2026"_s));
    QVERIFY(said.size() < MaxDisplayText + 40);
}

void TestConnectionText::offersClocks()
{
    QCOMPARE(ConnectionText::clockChoice(BeijingOffset), u"UTC+8 (Beijing time, assumed)"_s);
    QCOMPARE(ConnectionText::clockChoice(0s), u"UTC"_s);
    QCOMPARE(ConnectionText::clockChoice(-9h - 30min), u"UTC-09:30"_s);
    m_language.set(UiLanguage::Chinese);
    QCOMPARE(ConnectionText::clockChoice(BeijingOffset), u"UTC+8（默认的北京时间）"_s);
}

QTEST_GUILESS_MAIN(TestConnectionText)
#include "tst_connectiontext.moc"
