// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/rehearsaldialog.h"

#include "app/dashboard/alertsdelegate.h"
#include "app/dashboard/alertstable.h"
#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/cardframe.h"
#include "app/dashboard/widgets/datatable.h"
#include "app/dashboard/widgets/flowlayout.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/dashboard/widgets/noticebanner.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/formatting.h"
#include "core/alerts/alertsmodel.h"
#include "core/base/clock.h"
#include "core/base/displaytext.h"
#include "core/models/poolsmodel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr QSize Size{56, 36};
/** How far ahead one may look, in days. */
constexpr std::array Horizons{30, 90, 365};
/** How wide the columns are at first, in digits. */
constexpr std::array Widths{32, 20, 34, 34};
/** How wide the choice of a pool is, in digits. */
constexpr int PoolDigits = 16;
/** So many pools are named of which nobody can tell. */
constexpr qsizetype MostNames = 5;

} // namespace

RehearsalDialog::RehearsalDialog(const Collaborators &with, QWidget *parent)
    : QDialog(parent)
    , m_with(with)
    , m_model(new AlertsModel(this))
    , m_alerts(new AlertsTable(
          {*m_model, with.pools, with.theme, with.clock}, AlertsTable::Kind::Rehearsed, this))
    , m_banner(new NoticeBanner(with.theme, this))
    , m_poolField(new FormGrid(with.theme, this))
    , m_daysField(new FormGrid(with.theme, this))
    , m_pool(new QComboBox(m_poolField))
    , m_days(new QComboBox(m_daysField))
    , m_table(new DataTable(with.theme, *m_alerts, AlertsTable::What))
    , m_instead(new TextLabel(TextLabel::Role::Text, with.theme, this))
    , m_unknown(new TextLabel(TextLabel::Role::Text, with.theme, this))
{
    setObjectName(QStringLiteral("rehearsalDialog"));
    createChoices();
    createTable();
    layOut();
    retranslateUi();
    resize(sizeInLines(*this, Size));
}

void RehearsalDialog::createChoices()
{
    m_banner->setObjectName(QStringLiteral("rehearsalBanner"));
    m_pool->setObjectName(QStringLiteral("rehearsalPoolComboBox"));
    m_days->setObjectName(QStringLiteral("rehearsalDaysComboBox"));
    m_poolField->addField(m_pool);
    m_daysField->addField(m_days);
    for (const int days : Horizons)
        m_days->addItem(QString(), days);
    m_days->setCurrentIndex(1);
    fillPools();
    connect(m_pool, &QComboBox::currentIndexChanged, this, &RehearsalDialog::rehearseAll);
    connect(m_days, &QComboBox::currentIndexChanged, this, &RehearsalDialog::rehearseAll);
}

void RehearsalDialog::createTable()
{
    m_table->setObjectName(QStringLiteral("rehearsalTableView"));
    m_table->setItemDelegate(new AlertsDelegate(m_with.theme, m_table));
    m_table->setColumnWidths(Widths);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSortIndicator(AlertsTable::When, Qt::AscendingOrder);
    m_table->setSortingEnabled(true); // sorts as the header says
    connect(&m_table->manners(), &TableManners::said, this, &RehearsalDialog::said);
}

void RehearsalDialog::layOut()
{
    m_instead->setObjectName(QStringLiteral("nothingRehearsedLabel"));
    m_instead->setDimmed(true);
    m_instead->setAlignment(Qt::AlignCenter);
    m_instead->setWordWrap(true);
    m_unknown->setObjectName(QStringLiteral("rehearsalUnknownLabel"));
    m_unknown->setTone(Tone::Soon);
    m_unknown->setWordWrap(true);
    auto *card = new CardFrame(m_with.theme, this);
    card->add(m_table);
    card->add(m_instead);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("closeButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *choices = new FlowLayout;
    choices->setSpacing(Space::Large);
    choices->addWidget(m_poolField);
    choices->addWidget(m_daysField);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_banner);
    layout->addLayout(choices);
    layout->addWidget(m_unknown);
    layout->addWidget(card, 1);
    layout->addWidget(buttons);
    setTabOrder(m_pool, m_days);
    setTabOrder(m_days, m_table);
}

void RehearsalDialog::fillPools()
{
    m_pool->addItem(QString(), QUuid()); // all of them
    for (int row = 0; row < m_with.pools.rowCount(); ++row) {
        const auto account =
            m_with.pools.index(row, 0).data(PoolsModel::AccountRole).value<Account>();
        m_pool->addItem(displayText(account.name), account.id);
    }
    // A name may be long.
    m_pool->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pool->setMinimumContentsLength(PoolDigits);
}

void RehearsalDialog::choosePool(const QUuid &accountId)
{
    m_pool->setCurrentIndex(std::max(m_pool->findData(accountId), 0));
}

void RehearsalDialog::rehearseAll()
{
    const QDateTime now = m_with.clock.nowUtc();
    const QDateTime until = now.addDays(m_days->currentData().toInt());
    const QUuid chosen = m_pool->currentData().toUuid();
    QList<AlertRecord> records;
    QStringList unknown;
    for (int item = 1; item < m_pool->count(); ++item) {
        const QUuid id = m_pool->itemData(item).toUuid();
        if (!chosen.isNull() && id != chosen)
            continue;
        const auto coming = m_with.rehearse(id, until);
        if (!coming)
            unknown << m_pool->itemText(item);
        for (const RehearsedAlert &alert : coming.value_or(QList<RehearsedAlert>())) {
            AlertRecord record;
            record.alert = alert.alert;
            record.poolName = m_pool->itemText(item);
            record.firedAt = alert.at;
            records << record;
        }
    }
    std::stable_sort(records.begin(), records.end(),
        [](const AlertRecord &a, const AlertRecord &b) { return a.firedAt < b.firedAt; });
    for (qsizetype i = 0; i < records.size(); ++i)
        records[i].id = i + 1;
    m_model->setRecords(records);
    m_table->setVisible(!records.isEmpty());
    m_instead->setVisible(records.isEmpty());
    sayWhatIsUnknown(unknown);
}

void RehearsalDialog::sayWhatIsUnknown(const QStringList &pools)
{
    QStringList names = pools.first(std::min(pools.size(), MostNames));
    if (pools.size() > MostNames)
        names << tr("%Ln more", nullptr, static_cast<int>(pools.size() - MostNames));
    QString list;
    for (const QString &name : std::as_const(names))
        //: two items of a list, the first of which may be such a list itself
        list = list.isEmpty() ? name : tr("%1, %2").arg(list, name);
    m_unknown->setVisible(!pools.isEmpty());
    m_unknown->setText(
        //: %1 names of user pools
        tr("Nobody can tell for pools whose package is not known yet: %1.").arg(list));
    m_instead->setText(
        pools.isEmpty()
            ? tr("From what is known now, nothing new fires within %1. What holds already is not "
                 "listed, and new answers may change this.")
                  .arg(Formatting::days(m_days->currentData().toInt()))
            : tr("Nothing can be listed yet."));
}

void RehearsalDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void RehearsalDialog::retranslateUi()
{
    setWindowTitle(tr("What will fire, and when"));
    m_banner->show({.shape = StateShape::Unknown,
        .headline = tr("This is a rehearsal"),
        .advice = tr("These alerts will fire if no answer changes until then. Nothing is sent or "
                     "stored."),
        .note = tr("What holds already is not among them. Use is taken to stay as it is now.")});
    m_poolField->setWords(m_pool, tr("User &pool"), {});
    m_pool->setItemText(0, tr("All user pools"));
    m_daysField->setWords(m_days, tr("&Look ahead"), {});
    m_pool->setAccessibleDescription(tr("Whose coming alerts are listed"));
    m_days->setAccessibleDescription(tr("How far ahead alerts are listed"));
    for (int item = 0; item < m_days->count(); ++item)
        m_days->setItemText(item, Formatting::days(m_days->itemData(item).toInt()));
    m_table->setAccessibleName(tr("Coming alerts, a rehearsal"));
    m_table->setAccessibleDescription(tr("A row for each alert that will fire, soonest first"));
    m_alerts->retranslate();
    rehearseAll();
}

} // namespace genauth
