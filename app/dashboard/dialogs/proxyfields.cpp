// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/proxyfields.h"

#include "app/dashboard/dialogs/secretedit.h"
#include "app/dashboard/widgets/formgrid.h"

#include <QComboBox>
#include <QHostAddress>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace genauth {

namespace {

constexpr int DefaultPort = 3128;

/** As an IPv6 address stands in a URL, or alone: alone, as Qt wants it. */
QString withoutBrackets(const QString &text)
{
    const bool bracketed =
        text.startsWith(QLatin1Char('[')) && text.endsWith(QLatin1Char(']')) && text.size() > 2;
    return bracketed ? text.sliced(1, text.size() - 2) : text;
}

bool isPlausibleHost(const QString &text)
{
    static const QRegularExpression name(QStringLiteral("^[^\\s/@:?#\\[\\]]+$"));
    return name.match(text).hasMatch() || !QHostAddress(withoutBrackets(text)).isNull();
}

} // namespace

ProxyFields::ProxyFields(FormGrid &grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
    , m_mode(new QComboBox(&grid))
    , m_host(new QLineEdit(&grid))
    , m_port(new QSpinBox(&grid))
    , m_user(new QLineEdit(&grid))
    , m_password(createSecretEdit(&grid))
{
    m_mode->setObjectName(QStringLiteral("proxyComboBox"));
    for (const ProxyChoice::Mode mode :
        {ProxyChoice::Mode::System, ProxyChoice::Mode::None, ProxyChoice::Mode::Given})
        m_mode->addItem(QString(), static_cast<int>(mode));
    m_host->setObjectName(QStringLiteral("proxyHostEdit"));
    m_port->setObjectName(QStringLiteral("proxyPortSpinBox"));
    m_port->setRange(1, 65535);
    m_user->setObjectName(QStringLiteral("proxyUserEdit"));
    m_password->setObjectName(QStringLiteral("proxyPasswordEdit"));
    for (QWidget *control : controls())
        m_grid.addField(control);
    for (QLineEdit *edit : {m_host, m_user, m_password})
        connect(edit, &QLineEdit::textChanged, this, &ProxyFields::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ProxyFields::edited);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] {
        for (QWidget *control : controls().sliced(1))
            m_grid.setFieldVisible(control, isGiven());
        emit edited();
    });
}

QList<QWidget *> ProxyFields::controls() const
{
    return {m_mode, m_host, m_port, m_user, m_password};
}

void ProxyFields::setPool(const PoolAccess &pool)
{
    m_known = pool.account.proxy;
    m_hasPassword = !pool.proxyPassword.isEmpty();
    m_host->setText(m_known.host);
    m_port->setValue(m_known.port == 0 ? DefaultPort : m_known.port);
    m_user->setText(m_known.user);
    m_mode->setCurrentIndex(-1); // so that the fields below follow in any case
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(m_known.mode)));
}

bool ProxyFields::isGiven() const
{
    return m_mode->currentData().toInt() == static_cast<int>(ProxyChoice::Mode::Given);
}

ProxyChoice ProxyFields::choice() const
{
    if (!isGiven())
        return {static_cast<ProxyChoice::Mode>(m_mode->currentData().toInt()), {}, 0, {}};
    return {ProxyChoice::Mode::Given, withoutBrackets(m_host->text().trimmed()),
        static_cast<quint16>(m_port->value()), m_user->text().trimmed()};
}

bool ProxyFields::keepsPassword() const
{
    return m_hasPassword && choice() == m_known;
}

void ProxyFields::writeTo(PoolAccess &pool) const
{
    pool.account.proxy = choice();
    if (!keepsPassword())
        pool.proxyPassword.clear();
    if (!pool.account.proxy.user.isEmpty() && !m_password->text().isEmpty())
        pool.proxyPassword = m_password->text().toUtf8();
}

void ProxyFields::judge()
{
    const bool hasUser = !m_user->text().trimmed().isEmpty();
    const bool hasTyped = !m_password->text().isEmpty();
    m_grid.setProblem(
        m_host, isGiven() && !isPlausibleHost(m_host->text().trimmed())
                    ? tr("Enter the proxy's name or address alone, such as proxy.example.")
                    : QString());
    m_grid.setProblem(m_user, isGiven() && hasTyped && !hasUser
                                  ? tr("Enter the user the password belongs to.")
                                  : QString());
    const bool isLost = isGiven() && hasUser && m_hasPassword && !hasTyped && !keepsPassword();
    m_grid.setProblem(m_password,
        isLost ? tr("Enter the password again: the proxy or its user has changed.") : QString());
}

QWidget *ProxyFields::firstProblem() const
{
    for (QWidget *control : controls()) {
        if (!m_grid.problem(control).isEmpty())
            return control;
    }
    return nullptr;
}

void ProxyFields::clearPassword()
{
    m_password->clear();
}

void ProxyFields::retranslate()
{
    m_grid.setWords(m_mode, tr("P&roxy"), tr("What requests pass on their way to the host."));
    m_mode->setItemText(0, tr("As the system"));
    m_mode->setItemText(1, tr("None"));
    m_mode->setItemText(2, tr("This one:"));
    m_grid.setWords(m_host, tr("Proxy host"), tr("Its name or address, without a port."));
    m_grid.setWords(m_port, tr("Proxy port"), tr("Often 3128 or 8080."));
    m_grid.setWords(m_user, tr("Proxy user"), tr("Only where the proxy wants a sign-in."));
    m_grid.setWords(m_password, tr("Proxy password"),
        m_hasPassword ? tr("Leave it empty to keep the one in use.")
                      : tr("It is not shown again."));
}

} // namespace genauth
