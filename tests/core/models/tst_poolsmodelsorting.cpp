// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A table that is sorted by any column: by value, and what is unknown comes last.

#include "core/models/poolsmodel.h"
#include "tests/support/fakeclock.h"
#include "tests/support/genauthanswers.h"
#include "tests/support/qtwarnings.h"

#include <QSortFilterProxyModel>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace genauth;
using namespace genauth::test;

namespace {

using Values = QList<QString>;

} // namespace

class TestPoolsModelSorting : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnQtWarnings(); }

    void sortsByValue_data();
    void sortsByValue();
    void sortsTextsAsTheProxyIsTold_data();
    void sortsTextsAsTheProxyIsTold();
    void sortsWhatIsNoPackageField();

private:
    /** Adds a pool whose package has this value under this key; null: a package without the key. */
    void addPool(const QString &key, const QString &value);
    /** The raw values of a column from first to last, "?" where there is none. */
    [[nodiscard]] static Values valuesOf(const QAbstractItemModel &model, int column);

    FakeClock m_clock;
    QList<Account> m_accounts;
    std::unique_ptr<PoolsModel> m_model;
};

void TestPoolsModelSorting::addPool(const QString &key, const QString &value)
{
    QJsonObject data = samplePackage();
    const QString goodsKey = QStringLiteral("goodsPackage");
    QJsonObject goods = data.value(goodsKey).toObject();
    QJsonObject &owner = goods.contains(key) && key != QLatin1String("code") ? goods : data;
    if (value.isNull())
        owner.remove(key);
    else
        owner.insert(key, value);
    if (key == QLatin1String("code"))
        goods.remove(key); // which would stand in for it
    data.insert(goodsKey, goods);

    m_accounts.append(accountOn(defaultHost()));
    m_model->setAccounts(m_accounts);
    PoolSnapshot learned;
    learned.package.value = Package::fromJson(data, BeijingOffset).value();
    learned.package.receivedAt = m_clock.nowUtc();
    learned.package.attemptedAt = m_clock.nowUtc();
    m_model->absorb(m_accounts.constLast().id, learned);
}

Values TestPoolsModelSorting::valuesOf(const QAbstractItemModel &model, int column)
{
    Values values;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant value = model.index(row, column).data(PoolsModel::RawRole);
        values.append(value.isValid() ? value.toString() : QStringLiteral("?"));
    }
    return values;
}

void TestPoolsModelSorting::sortsByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("key");
    QTest::addColumn<Values>("ascending"); // as sent
    using M = PoolsModel;
    const auto row = [](const char *name, int column, const char *key, const Values &ascending) {
        QTest::newRow(name) << column << QString::fromLatin1(key) << ascending;
    };
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    row("MAU quantity", M::MauQuantityColumn, "amount",
        {s("0"), s("9"), s("10"), s("1000"), s("9223372036854775807")});
    row("unit price", M::UnitPriceColumn, "unitPrice",
        {s("-5.00"), s("0.10"), s("9.99"), s("99.00"), s("1000"), s("123456789012345.999999")});
    row("overdue days", M::OverdueDaysColumn, "overdueDays", {s("0"), s("2"), s("12"), s("100")});
    row("end", M::EndTimeColumn, "endTime",
        {s("2025-12-31 23:59:59"), s("2026-01-01 00:00:00"), s("2030-02-28 00:00:00")});
    row("time left", M::TimeLeftColumn, "endTime",
        {s("2026-07-02 00:00:00"), s("2026-07-12 00:00:00"), s("2030-02-28 00:00:00")});
    // Full-width letters and the replacement character stand high in Unicode's order.
    row("name in Chinese", M::NameZhColumn, "name",
        {s("a"), s("企业"), s("Ｖ４套餐"), s("\uFFFD")});
    row("name in English", M::NameEnColumn, "nameEn", {s("A"), s("B"), s("\uFF21")});
    row("edition", M::EditionColumn, "group", {s("Enterprise"), s("Free")});
    row("scene", M::SceneColumn, "sceneCode", {s("B2B"), s("B2C"), s("B2E")});
    row("code", M::PackageCodeColumn, "code", {s("V4_A"), s("V4_B")});
}

void TestPoolsModelSorting::sortsByValue()
{
    QFETCH(const int, column);
    QFETCH(const QString, key);
    QFETCH(const Values, ascending);
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_accounts.clear();
    addPool(key, {}); // the unknown one first
    for (auto value = ascending.crbegin(); value != ascending.crend(); ++value)
        addPool(key, *value);

    Values expected = valuesOf(*m_model, column);
    QVERIFY2(expected.count(QStringLiteral("?")) == 1, "only one of them is unknown");
    std::ranges::reverse(expected); // as it was meant, and the unknown one last
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(PoolsModel::SortRole);
    sorted.sort(column, Qt::AscendingOrder);
    QCOMPARE(valuesOf(sorted, column), expected);
    std::ranges::reverse(expected);
    sorted.sort(column, Qt::DescendingOrder);
    QCOMPARE(valuesOf(sorted, column), expected);
}

void TestPoolsModelSorting::sortsTextsAsTheProxyIsTold_data()
{
    QTest::addColumn<Qt::CaseSensitivity>("sensitivity");
    QTest::addColumn<bool>("localeAware");
    QTest::newRow("by code, with case") << Qt::CaseSensitive << false;
    QTest::newRow("by code, without case") << Qt::CaseInsensitive << false;
    QTest::newRow("by locale") << Qt::CaseInsensitive << true;
}

void TestPoolsModelSorting::sortsTextsAsTheProxyIsTold()
{
    QFETCH(const Qt::CaseSensitivity, sensitivity);
    QFETCH(const bool, localeAware);
    const QString key = QStringLiteral("name");
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_accounts.clear();
    addPool(key, {});
    for (const QString &name : {QStringLiteral("套餐"), QStringLiteral("😀"), QStringLiteral("Ｚ"),
             QStringLiteral("\uFFFF"), QStringLiteral("\U0010FFFF"), QStringLiteral("z")})
        addPool(key, name);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(PoolsModel::SortRole);
    sorted.setSortCaseSensitivity(sensitivity);
    sorted.setSortLocaleAware(localeAware);
    sorted.sort(PoolsModel::NameZhColumn);
    QCOMPARE(valuesOf(sorted, PoolsModel::NameZhColumn).constLast(), QStringLiteral("?"));
}

void TestPoolsModelSorting::sortsWhatIsNoPackageField()
{
    m_model = std::make_unique<PoolsModel>(m_clock);
    m_accounts.clear();
    const QString none; // neither updated, nor asked about, nor given a currency
    for (const QString &name : {none, QStringLiteral("b"), QStringLiteral("a")}) {
        Account account = accountOn(defaultHost());
        account.name = name;
        account.currency = name.toUpper();
        m_accounts.append(account);
    }
    m_model->setAccounts(m_accounts);
    for (const int i : {1, 2}) {
        PoolSnapshot learned;
        learned.poolId = m_accounts.at(i).name;
        learned.server = m_accounts.at(i).name;
        learned.package.value = Package::fromJson(samplePackage(), BeijingOffset).value();
        learned.package.receivedAt = m_clock.nowUtc().addSecs(-i);
        learned.package.attemptedAt = m_clock.nowUtc();
        m_model->absorb(m_accounts.at(i).id, learned);
    }
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(m_model.get());
    sorted.setSortRole(PoolsModel::SortRole);
    for (const int column :
        {PoolsModel::CurrencyColumn, PoolsModel::PoolIdColumn, PoolsModel::UpdatedColumn}) {
        sorted.sort(column);
        QCOMPARE(valuesOf(sorted, PoolsModel::NameColumn),
            (Values{QStringLiteral("a"), QStringLiteral("b"), none}));
    }
    // Worst first.
    sorted.sort(PoolsModel::StateColumn);
    QCOMPARE(sorted.index(2, PoolsModel::StateColumn).data().toInt(),
        static_cast<int>(SubscriptionState::Active));
}

QTEST_GUILESS_MAIN(TestPoolsModelSorting)
#include "tst_poolsmodelsorting.moc"
