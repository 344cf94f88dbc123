// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/rehearsaldialog.h"

#include "app/dashboard/alertstable.h"
#include "app/dashboard/theme.h"
#include "core/models/poolsmodel.h"
#include "tests/app/languages.h"
#include "tests/app/text/alertsamples.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <memory>

using namespace genauth;
using namespace genauth::test;
using namespace Qt::StringLiterals;

class TestRehearsalDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_dialog.reset(); }

    void isClearlyARehearsal_data() { bothLanguages(); }
    void isClearlyARehearsal();
    void listsAllPoolsSoonestFirst();
    void listsOnePool();
    void looksAsFarAheadAsAsked();
    void doesNotReassureAboutWhatNobodyKnows();
    void followsTheLanguage();

private:
    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QString said(const char *name) const
    {
        const auto *label = find<QLabel>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList cells;
        const QAbstractItemModel *rows = find<QTableView>("rehearsalTableView")->model();
        for (int row = 0; row < rows->rowCount(); ++row)
            cells << rows->index(row, column).data().toString();
        return cells;
    }
    [[nodiscard]] Account account(const QString &name)
    {
        Account account;
        account.id = QUuid::createUuid();
        account.name = name;
        return account;
    }

    FakeClock m_clock{QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC)};
    Language m_language{Language::defaultDirectory()};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PoolsModel> m_pools;
    std::unique_ptr<RehearsalDialog> m_dialog;
    Account m_first = account(u"First"_s);
    Account m_second = account(u"Second"_s);
    /** Days from now on which alerts fire; nothing: nobody can tell. */
    QHash<QUuid, std::optional<QList<int>>> m_coming;
    QList<QDateTime> m_askedUntil;
};

void TestRehearsalDialog::init()
{
    failOnQtWarnings();
    m_language.set(UiLanguage::English);
    m_theme = std::make_unique<Theme>();
    m_theme->apply(ThemeChoice::Light);
    m_pools = std::make_unique<PoolsModel>(m_clock);
    m_pools->setAccounts({m_first, m_second});
    m_coming = {{m_first.id, QList<int>{20, 60}}, {m_second.id, QList<int>{10}}};
    m_askedUntil.clear();
    const auto rehearse = [this](const QUuid &id,
                              const QDateTime &until) -> std::optional<QList<RehearsedAlert>> {
        m_askedUntil << until;
        const std::optional<QList<int>> days = m_coming.value(id);
        if (!days)
            return std::nullopt;
        QList<RehearsedAlert> alerts;
        for (const int day : *days) {
            Alert alert = sampleAlert(AlertRule::EndsSoon);
            alert.key.account = id;
            if (const QDateTime at = m_clock.nowUtc().addDays(day); at <= until)
                alerts << RehearsedAlert{at, alert};
        }
        return alerts;
    };
    m_dialog = std::make_unique<RehearsalDialog>(
        RehearsalDialog::Collaborators{*m_pools, *m_theme, m_clock, rehearse});
    m_dialog->open();
}

void TestRehearsalDialog::isClearlyARehearsal()
{
    m_language.set(languageOfRow());
    const auto *banner = find<QWidget>("rehearsalBanner");
    QVERIFY(banner->isVisible());
    for (const char *part : {"headlineLabel", "adviceLabel"}) {
        const auto *label = banner->findChild<QLabel *>(QLatin1String(part));
        QTRY_VERIFY2(isSaidIn(languageOfRow(), label->text()), qPrintable(label->text()));
    }
    QTRY_VERIFY(isSaidIn(languageOfRow(), m_dialog->windowTitle()));
}

void TestRehearsalDialog::listsAllPoolsSoonestFirst()
{
    QCOMPARE(column(AlertsTable::Pool), QStringList({u"Second"_s, u"First"_s, u"First"_s}));
    QCOMPARE(column(AlertsTable::When).constFirst(), u"3 Dec 2026, 20:00 Beijing time"_s);
    QCOMPARE(column(AlertsTable::What).constFirst(), u"Ends in 7 days"_s);
    const QAbstractItemModel *rows = find<QTableView>("rehearsalTableView")->model();
    QCOMPARE(rows->columnCount(), int(AlertsTable::Standing)); // which nobody can know
    QCOMPARE(rows->headerData(AlertsTable::When, Qt::Horizontal).toString(), u"Will fire"_s);
}

void TestRehearsalDialog::listsOnePool()
{
    m_dialog->choosePool(m_first.id);
    QCOMPARE(column(AlertsTable::Pool), QStringList({u"First"_s, u"First"_s}));
    m_dialog->choosePool({});
    QCOMPARE(column(AlertsTable::Pool).size(), 3);
}

void TestRehearsalDialog::looksAsFarAheadAsAsked()
{
    auto *days = find<QComboBox>("rehearsalDaysComboBox");
    QCOMPARE(days->currentText(), u"90 days"_s);
    QCOMPARE(m_askedUntil.constLast(), m_clock.nowUtc().addDays(90));
    days->setCurrentIndex(0);
    QCOMPARE(column(AlertsTable::Pool), QStringList({u"Second"_s, u"First"_s}));
    days->setCurrentIndex(2);
    QCOMPARE(m_askedUntil.constLast(), m_clock.nowUtc().addDays(365));
}

void TestRehearsalDialog::doesNotReassureAboutWhatNobodyKnows()
{
    m_coming[m_first.id] = std::nullopt;
    m_dialog->choosePool(m_first.id);
    QVERIFY(!find<QTableView>("rehearsalTableView")->isVisible());
    QVERIFY(said("rehearsalUnknownLabel").contains(u"First"_s));
    QCOMPARE(said("nothingRehearsedLabel"), u"Nothing can be listed yet."_s);
    m_coming[m_second.id] = QList<int>();
    m_dialog->choosePool(m_second.id);
    QCOMPARE(said("rehearsalUnknownLabel"), QString());
    QVERIFY(said("nothingRehearsedLabel").contains(u"within 90 days"_s));
}

void TestRehearsalDialog::followsTheLanguage()
{
    m_language.set(UiLanguage::Chinese);
    QTRY_VERIFY(hasHan(column(AlertsTable::What).constFirst()));
    QTRY_VERIFY(hasHan(find<QComboBox>("rehearsalDaysComboBox")->currentText()));
    QVERIFY(hasHan(find<QComboBox>("rehearsalPoolComboBox")->currentText()));
    QTRY_VERIFY(hasHan(find<QPushButton>("closeButton")->text()));
    m_language.set(UiLanguage::English);
    QTRY_COMPARE(column(AlertsTable::What).constFirst(), u"Ends in 7 days"_s);
}

QTEST_MAIN(TestRehearsalDialog)
#include "tst_rehearsaldialog.moc"
