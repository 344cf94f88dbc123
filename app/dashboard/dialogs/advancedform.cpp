// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/advancedform.h"

#include "app/dashboard/dialogs/pastedtext.h"
#include "app/dashboard/dialogs/proxyfields.h"
#include "app/dashboard/dialogs/thresholdfields.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/text/connectiontext.h"
#include "core/api/certificateauthorities.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace genauth {

namespace {

using std::chrono::seconds;

/** With room for blanks that are pasted along. */
constexpr int LongestCurrency = 16;

/** Every offset that some country keeps, in minutes east of UTC. */
constexpr int OffsetsInUse[]{-720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180,
    -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570,
    600, 630, 660, 720, 765, 780, 840};

} // namespace

AdvancedForm::AdvancedForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_fields(new FormGrid(theme, this))
    , m_poolId(new QLineEdit(this))
    , m_clock(new QComboBox(this))
    , m_currency(new QLineEdit(this))
    , m_caFileField(new QWidget(this))
    , m_caFile(new QLineEdit(m_caFileField))
    , m_caFileButton(new QPushButton(m_caFileField))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    createFields();
    m_proxy = new ProxyFields(*m_fields, this);
    connect(m_proxy, &ProxyFields::edited, this, &AdvancedForm::edited);
    setPool({});
    QWidget *before = m_poolId;
    const QList<QWidget *> upper{m_clock, m_currency};
    const QList<QWidget *> caFile{m_caFile, m_caFileButton};
    for (QWidget *next : upper + m_thresholds->controls() + caFile + m_proxy->controls())
        setTabOrder(std::exchange(before, next), next);
}

void AdvancedForm::createFields()
{
    m_poolId->setObjectName(QStringLiteral("poolIdEdit"));
    m_clock->setObjectName(QStringLiteral("clockComboBox"));
    m_currency->setObjectName(QStringLiteral("currencyEdit"));
    m_currency->setMaxLength(LongestCurrency);
    m_caFileField->setObjectName(QStringLiteral("caFileField"));
    m_caFile->setObjectName(QStringLiteral("caFileEdit"));
    m_caFileButton->setObjectName(QStringLiteral("caFileButton"));
    auto *caFileLayout = new QHBoxLayout(m_caFileField);
    caFileLayout->setContentsMargins(0, 0, 0, 0);
    caFileLayout->addWidget(m_caFile, 1);
    caFileLayout->addWidget(m_caFileButton);
    // Read when it changes, not with every judgement of the other fields.
    connect(m_caFile, &QLineEdit::textChanged, this, [this](const QString &path) {
        m_caFileIsUsable = !readCertificateAuthorities(path.trimmed()).isEmpty();
    });
    connect(m_caFileButton, &QPushButton::clicked, this, &AdvancedForm::chooseCaFile);
    fillClocks();

    m_fields->addField(m_poolId);
    m_fields->addField(m_clock);
    m_fields->addField(m_currency);
    m_thresholds = new ThresholdFields(*m_fields, this);
    connect(m_thresholds, &ThresholdFields::edited, this, &AdvancedForm::edited);
    m_fields->addField(m_caFileField, m_caFile);
    for (QLineEdit *edit : {m_poolId, m_currency, m_caFile})
        connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::edited);
    connect(m_clock, &QComboBox::currentIndexChanged, this, &AdvancedForm::edited);
}

void AdvancedForm::fillClocks()
{
    for (const int minutes : OffsetsInUse)
        m_clock->addItem(QString(), minutes * 60);
}

void AdvancedForm::setPool(const PoolAccess &pool)
{
    const Account &account = pool.account;
    m_poolId->setText(account.poolId);
    const int offset = static_cast<int>(account.clockOffset.count());
    if (m_clock->findData(offset) < 0)
        m_clock->addItem(QString(), offset);
    m_clock->setCurrentIndex(m_clock->findData(offset));
    m_currency->setText(account.currency);
    m_caFile->setText(account.caFile);
    m_thresholds->setThresholds(account.thresholds);
    m_proxy->setPool(pool);
    retranslateUi();
}

void AdvancedForm::writeTo(PoolAccess &pool) const
{
    Account &account = pool.account;
    account.poolId = withoutInvisible(m_poolId->text()).trimmed();
    account.clockOffset = seconds(m_clock->currentData().toInt());
    account.currency = m_currency->text().trimmed().toUpper();
    account.thresholds = m_thresholds->thresholds();
    account.caFile = m_caFile->text().trimmed();
    m_proxy->writeTo(pool);
}

QString AdvancedForm::currencyProblem() const
{
    const QString code = m_currency->text().trimmed().toUpper();
    return code.isEmpty() || isKnownCurrency(code)
               ? QString()
               : tr("This is no currency: use a code such as CNY or USD.");
}

QString AdvancedForm::caFileProblem() const
{
    return m_caFile->text().trimmed().isEmpty() || m_caFileIsUsable
               ? QString()
               : tr("There is no PEM file with a certificate at this place.");
}

void AdvancedForm::judge()
{
    const QString poolId = withoutInvisible(m_poolId->text()).trimmed();
    m_fields->setProblem(m_poolId, poolId.isEmpty() || isPlausiblePoolId(poolId)
                                       ? QString()
                                       : tr("This is not a user pool id."));
    m_fields->setProblem(m_currency, currencyProblem());
    m_thresholds->judge();
    m_fields->setProblem(m_caFileField, caFileProblem());
    m_proxy->judge();
}

QWidget *AdvancedForm::firstProblem() const
{
    const std::pair<QWidget *, QWidget *> all[]{{m_poolId, m_poolId}, {m_currency, m_currency},
        {m_thresholds->controls().constFirst(), m_thresholds->controls().constFirst()},
        {m_caFileField, m_caFile}};
    for (const auto &[field, focus] : all) {
        if (!m_fields->problem(field).isEmpty())
            return focus;
    }
    return m_proxy->firstProblem();
}

void AdvancedForm::clearSecrets()
{
    m_proxy->clearPassword();
}

void AdvancedForm::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("CA file"), m_caFile->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_caFile, &QLineEdit::setText);
    dialog->open();
}

void AdvancedForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QWidget::changeEvent(event);
}

void AdvancedForm::retranslateUi()
{
    m_fields->setWords(m_poolId, tr("&Pool id"),
        tr("Only where the key does not say it; the token's own word counts more."));
    m_fields->setWords(m_clock, tr("Cl&ock"),
        tr("The times GenAuth sends name no zone; Beijing time is assumed."));
    for (int i = 0; i < m_clock->count(); ++i)
        m_clock->setItemText(i, ConnectionText::clockChoice(seconds(m_clock->itemData(i).toInt())));
    m_fields->setWords(
        m_currency, tr("C&urrency"), tr("GenAuth names none: a code such as CNY, or nothing."));
    m_thresholds->retranslate();
    m_fields->setWords(m_caFileField, tr("CA &file"),
        tr("For a server whose certificate your company issues itself."));
    m_caFileButton->setText(tr("Choose…"));
    m_caFileButton->setAccessibleDescription(tr("Chooses the CA file"));
    m_caFileButton->setToolTip(m_caFileButton->accessibleDescription());
    m_proxy->retranslate();
    judge();
}

} // namespace genauth
