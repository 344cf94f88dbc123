// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/advancedform.h"

#include "app/dashboard/dialogs/secretedit.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/text/connectiontext.h"
#include "core/api/certificateauthorities.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace genauth {

namespace {

using std::chrono::seconds;

constexpr int DefaultProxyPort = 3128;
/** With room for blanks that are pasted along. */
constexpr int LongestCurrency = 16;

/** Every offset that some country keeps, in minutes east of UTC. */
constexpr int OffsetsInUse[]{-720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180,
    -120, -60, 0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570,
    600, 630, 660, 720, 765, 780, 840};

/** As an IPv6 address stands in a URL, or alone: alone. */
QString withoutBrackets(const QString &text)
{
    const bool bracketed =
        text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')) && text.size() > 2;
    return bracketed ? text.sliced(1, text.size() - 2) : text;
}

bool isPlausibleProxyHost(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[^\\s/@:?#\\[\\]]+$"));
    const bool isName = name.match(text).hasMatch();
    return isName || !QHostAddress(withoutBrackets(text)).isNull();
}

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
    , m_proxy(new QComboBox(this))
    , m_proxyHost(new QLineEdit(this))
    , m_proxyPort(new QSpinBox(this))
    , m_proxyUser(new QLineEdit(this))
    , m_proxyPassword(createSecretEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    createFields();
    createProxyFields();
    setAccount({}, false);
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
    m_fields->addField(m_caFileField, m_caFile);
    for (QLineEdit *edit : {m_poolId, m_currency, m_caFile})
        connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::edited);
    connect(m_clock, &QComboBox::currentIndexChanged, this, &AdvancedForm::edited);
}

void AdvancedForm::createProxyFields()
{
    m_proxy->setObjectName(QStringLiteral("proxyComboBox"));
    for (const ProxyChoice::Mode mode :
        {ProxyChoice::Mode::System, ProxyChoice::Mode::None, ProxyChoice::Mode::Given})
        m_proxy->addItem(QString(), static_cast<int>(mode));
    m_proxyHost->setObjectName(QStringLiteral("proxyHostEdit"));
    m_proxyPort->setObjectName(QStringLiteral("proxyPortSpinBox"));
    m_proxyPort->setRange(1, 65535);
    m_proxyUser->setObjectName(QStringLiteral("proxyUserEdit"));
    m_proxyPassword->setObjectName(QStringLiteral("proxyPasswordEdit"));
    m_fields->addField(m_proxy);
    for (QWidget *field : {static_cast<QWidget *>(m_proxyHost), static_cast<QWidget *>(m_proxyPort),
             static_cast<QWidget *>(m_proxyUser), static_cast<QWidget *>(m_proxyPassword)})
        m_fields->addField(field);
    for (QLineEdit *edit : {m_proxyHost, m_proxyUser, m_proxyPassword})
        connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::edited);
    connect(m_proxyPort, &QSpinBox::valueChanged, this, &AdvancedForm::edited);
    connect(m_proxy, &QComboBox::currentIndexChanged, this, [this] {
        for (QWidget *field :
            {static_cast<QWidget *>(m_proxyHost), static_cast<QWidget *>(m_proxyPort),
                static_cast<QWidget *>(m_proxyUser), static_cast<QWidget *>(m_proxyPassword)})
            m_fields->setFieldVisible(field, proxyIsGiven());
        emit edited();
    });
}

void AdvancedForm::fillClocks()
{
    for (const int minutes : OffsetsInUse)
        m_clock->addItem(QString(), minutes * 60);
}

void AdvancedForm::setAccount(const Account &account, bool hasProxyPassword)
{
    m_hasProxyPassword = hasProxyPassword;
    m_poolId->setText(account.poolId);
    const int offset = static_cast<int>(account.clockOffset.count());
    if (m_clock->findData(offset) < 0)
        m_clock->addItem(QString(), offset);
    m_clock->setCurrentIndex(m_clock->findData(offset));
    m_currency->setText(account.currency);
    m_caFile->setText(account.caFile);
    m_proxyHost->setText(account.proxy.host);
    m_proxyPort->setValue(account.proxy.port == 0 ? DefaultProxyPort : account.proxy.port);
    m_proxyUser->setText(account.proxy.user);
    m_proxy->setCurrentIndex(-1); // so that the fields below follow in any case
    m_proxy->setCurrentIndex(m_proxy->findData(static_cast<int>(account.proxy.mode)));
    retranslateUi();
}

void AdvancedForm::writeTo(PoolAccess &pool) const
{
    Account &account = pool.account;
    account.poolId = m_poolId->text().trimmed();
    account.clockOffset = seconds(m_clock->currentData().toInt());
    account.currency = m_currency->text().trimmed().toUpper();
    account.caFile = m_caFile->text().trimmed();
    account.proxy = {static_cast<ProxyChoice::Mode>(m_proxy->currentData().toInt()), {}, 0, {}};
    if (!proxyIsGiven()) {
        pool.proxyPassword.clear();
        return;
    }
    account.proxy.host = withoutBrackets(m_proxyHost->text().trimmed());
    account.proxy.port = static_cast<quint16>(m_proxyPort->value());
    account.proxy.user = m_proxyUser->text().trimmed();
    if (account.proxy.user.isEmpty())
        pool.proxyPassword.clear();
    else if (!m_proxyPassword->text().isEmpty())
        pool.proxyPassword = m_proxyPassword->text().toUtf8();
}

bool AdvancedForm::proxyIsGiven() const
{
    return m_proxy->currentData().toInt() == static_cast<int>(ProxyChoice::Mode::Given);
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
    const QString poolId = m_poolId->text().trimmed();
    m_fields->setProblem(m_poolId, poolId.isEmpty() || isPlausiblePoolId(poolId)
                                       ? QString()
                                       : tr("This is not a user pool id."));
    m_fields->setProblem(m_currency, currencyProblem());
    m_fields->setProblem(m_caFileField, caFileProblem());
    const bool proxyIsWrong =
        proxyIsGiven() && !isPlausibleProxyHost(m_proxyHost->text().trimmed());
    m_fields->setProblem(m_proxyHost,
        proxyIsWrong ? tr("Enter the proxy's name or address alone, such as proxy.example.")
                     : QString());
}

QWidget *AdvancedForm::firstProblem() const
{
    const std::pair<QWidget *, QWidget *> all[]{{m_poolId, m_poolId}, {m_currency, m_currency},
        {m_caFileField, m_caFile}, {m_proxyHost, m_proxyHost}};
    for (const auto &[field, focus] : all) {
        if (!m_fields->problem(field).isEmpty())
            return focus;
    }
    return nullptr;
}

void AdvancedForm::clearSecrets()
{
    m_proxyPassword->clear();
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
    m_fields->setWords(m_caFileField, tr("CA &file"),
        tr("For a server whose certificate your company issues itself."));
    m_caFileButton->setText(tr("Choose…"));
    m_caFileButton->setAccessibleDescription(tr("Chooses the CA file"));
    m_caFileButton->setToolTip(m_caFileButton->accessibleDescription());
    retranslateProxy();
    judge();
}

void AdvancedForm::retranslateProxy()
{
    m_fields->setWords(m_proxy, tr("P&roxy"), tr("What requests pass on their way to the host."));
    m_proxy->setItemText(0, tr("As the system"));
    m_proxy->setItemText(1, tr("None"));
    m_proxy->setItemText(2, tr("This one:"));
    m_fields->setWords(m_proxyHost, tr("Proxy host"), tr("Its name or address, without a port."));
    m_fields->setWords(m_proxyPort, tr("Proxy port"), tr("Often 3128 or 8080."));
    m_fields->setWords(m_proxyUser, tr("Proxy user"), tr("Only where the proxy wants a sign-in."));
    m_fields->setWords(m_proxyPassword, tr("Proxy password"),
        m_hasProxyPassword ? tr("Leave it empty to keep the one in use.")
                           : tr("It is not shown again."));
}

} // namespace genauth
