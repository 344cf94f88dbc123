// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/connectionform.h"

#include "app/dashboard/dialogs/advancedform.h"
#include "app/dashboard/dialogs/pastedtext.h"
#include "app/dashboard/dialogs/secretedit.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/text/connectiontext.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace genauth {

namespace {

constexpr int LongestName = 100;

HostReading hostOf(const QComboBox &box)
{
    return readHost(withoutInvisible(box.currentText()));
}

/** Anything there that differs from what a new connection has. */
bool hasAdvanced(const Account &account)
{
    const Account fresh;
    return account.poolId != fresh.poolId || account.clockOffset != fresh.clockOffset ||
           account.currency != fresh.currency || account.thresholds != fresh.thresholds ||
           account.proxy != fresh.proxy || account.caFile != fresh.caFile;
}

} // namespace

ConnectionForm::ConnectionForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_fields(new FormGrid(theme, this))
    , m_name(new QLineEdit(this))
    , m_host(new QComboBox(this))
    , m_keyId(new QLineEdit(this))
    , m_secret(createSecretEdit(this))
    , m_advancedButton(new QToolButton(this))
    , m_advanced(new AdvancedForm(theme, this))
{
    m_known.account.id = QUuid::createUuid();
    createFields();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_fields);
    layout->addWidget(m_advancedButton, 0, Qt::AlignLeft);
    layout->addWidget(m_advanced);
    showAdvanced(false);
    retranslateUi();
}

void ConnectionForm::createFields()
{
    m_name->setObjectName(QStringLiteral("nameEdit"));
    m_name->setMaxLength(LongestName);
    m_host->setObjectName(QStringLiteral("hostComboBox"));
    m_host->setEditable(true);
    m_host->setInsertPolicy(QComboBox::NoInsert);
    m_host->setCompleter(nullptr); // it would turn the beginning of an own host into a public one
    m_host->addItems({defaultHost().toString(), authingHost().toString()});
    m_host->lineEdit()->setObjectName(QStringLiteral("hostEdit"));
    m_keyId->setObjectName(QStringLiteral("keyIdEdit"));
    m_secret->setObjectName(QStringLiteral("secretEdit"));
    for (QWidget *field : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_host),
             static_cast<QWidget *>(m_keyId), static_cast<QWidget *>(m_secret)})
        m_fields->addField(field);

    m_advancedButton->setObjectName(QStringLiteral("advancedButton"));
    m_advancedButton->setCheckable(true);
    m_advancedButton->setAutoRaise(true);
    m_advancedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_advancedButton->setFocusPolicy(Qt::StrongFocus);
    connect(m_advancedButton, &QToolButton::toggled, this, &ConnectionForm::showAdvanced);

    const auto typed = [this] {
        judge(m_insisted ? Missing::Named : Missing::Forgiven);
        emit edited();
    };
    for (QLineEdit *edit : {m_name, m_keyId, m_secret})
        connect(edit, &QLineEdit::textChanged, this, typed);
    connect(m_host, &QComboBox::currentTextChanged, this, typed);
    connect(m_host->lineEdit(), &QLineEdit::editingFinished, this, &ConnectionForm::tidyHost);
    connect(m_advanced, &AdvancedForm::edited, this, typed);
}

void ConnectionForm::showAdvanced(bool visible)
{
    m_advanced->setVisible(visible);
    m_advancedButton->setArrowType(visible ? Qt::DownArrow : Qt::RightArrow);
}

void ConnectionForm::tidyHost()
{
    // What was understood, so that nobody wonders which part of a pasted address counts.
    const HostReading reading = hostOf(*m_host);
    if (!reading.problem)
        m_host->setEditText(reading.host.toString(QUrl::FullyEncoded));
}

void ConnectionForm::setPool(const PoolAccess &pool)
{
    m_known = pool;
    m_name->setText(pool.account.name);
    m_host->setEditText(pool.account.host.toString(QUrl::FullyEncoded));
    m_keyId->setText(pool.key.id);
    m_advanced->setPool(pool);
    // What applies to the key is not hidden from whoever enters it.
    if (hasAdvanced(pool.account))
        m_advancedButton->setChecked(true);
    retranslateUi();
}

PoolAccess ConnectionForm::pool() const
{
    PoolAccess pool = m_known;
    if (!keepsSecret())
        pool.key.secret.clear();
    Account &account = pool.account;
    account.host = hostOf(*m_host).host;
    account.name = m_name->text().trimmed();
    if (account.name.isEmpty())
        account.name = account.host.host();
    pool.key.id = withoutBlanks(m_keyId->text());
    if (const QByteArray secret = withoutBlanks(m_secret->text()).toUtf8(); !secret.isEmpty())
        pool.key.secret = secret;
    m_advanced->writeTo(pool);
    return pool;
}

bool ConnectionForm::keepsSecret() const
{
    return m_known.key.isValid() && withoutBlanks(m_keyId->text()) == m_known.key.id &&
           hostOf(*m_host).host == m_known.account.host;
}

void ConnectionForm::judge(Missing missing)
{
    const bool named = missing == Missing::Named;
    const HostReading host = hostOf(*m_host);
    const bool forgiven = host.problem == HostProblem::Empty && !named;
    m_fields->setProblem(
        m_host, host.problem && !forgiven ? ConnectionText::sentence(*host.problem) : QString());

    const auto judgeKeyPart = [&](QLineEdit *edit, const QString &ifMissing, bool mayBeEmpty) {
        const QByteArray text = withoutBlanks(edit->text()).toUtf8();
        QString problem;
        if (text.isEmpty())
            problem = named && !mayBeEmpty ? ifMissing : QString();
        else if (!isPlausibleKeyPart(text))
            problem = tr("This holds something that no access key has.");
        m_fields->setProblem(edit, problem);
    };
    judgeKeyPart(m_keyId, tr("Enter the access key id."), false);
    const bool hadKey = m_known.key.isValid();
    judgeKeyPart(m_secret,
        hadKey ? tr("Enter the secret again: the host or the key id has changed.")
               : tr("Enter the access key secret."),
        keepsSecret());
    m_advanced->judge();
}

bool ConnectionForm::insist(Key key)
{
    m_insisted = key == Key::Needed;
    judge(m_insisted ? Missing::Named : Missing::Forgiven);
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_keyId),
             static_cast<QWidget *>(m_secret)}) {
        if (m_fields->problem(field).isEmpty())
            continue;
        field->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (QWidget *wrong = m_advanced->firstProblem()) {
        m_advancedButton->setChecked(true);
        wrong->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

void ConnectionForm::clearSecrets()
{
    m_secret->clear();
    m_advanced->clearSecrets();
}

void ConnectionForm::focusFirstField()
{
    m_name->setFocus(Qt::OtherFocusReason);
}

void ConnectionForm::focusKey()
{
    m_keyId->selectAll();
    m_keyId->setFocus(Qt::OtherFocusReason);
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslateUi();
        // The advanced fields get the event after this one.
        QMetaObject::invokeMethod(this, &ConnectionForm::alignLabels, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

void ConnectionForm::retranslateUi()
{
    const bool hasKey = m_known.key.isValid();
    m_fields->setWords(m_name, tr("&Name"), tr("Your own name for this pool, such as Production."));
    m_fields->setWords(m_host, tr("&Host"),
        tr("GenAuth and Authing are offered; a server of your own has its own address."));
    m_fields->setWords(m_keyId, tr("Access key &id"),
        tr("Made in the console under Settings → Basic settings → Key management."));
    m_fields->setWords(m_secret, tr("Access key &secret"),
        hasKey ? tr("Leave it empty to keep the one in use.") : tr("It is not shown again."));
    m_advancedButton->setText(tr("Advanced"));
    m_advancedButton->setAccessibleDescription(
        tr("Shows or hides pool id, clock, currency, warnings, proxy and CA file"));
    m_advancedButton->setToolTip(m_advancedButton->accessibleDescription());
    judge(m_insisted ? Missing::Named : Missing::Forgiven);
    alignLabels();
}

void ConnectionForm::alignLabels()
{
    const int widest = std::max(m_fields->labelWidth(), m_advanced->grid().labelWidth());
    m_fields->setLabelWidth(widest);
    m_advanced->grid().setLabelWidth(widest);
}

} // namespace genauth
