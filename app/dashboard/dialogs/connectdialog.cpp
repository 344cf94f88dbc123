// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/connectdialog.h"

#include "app/dashboard/dialogs/connectionform.h"
#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/theme.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/checklist.h"
#include "app/dashboard/widgets/detailspanel.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/detailstext.h"
#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "core/base/clock.h"
#include "core/sync/connectioncheck.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr QSize UsualSize{36, 36};

} // namespace

ConnectDialog::ConnectDialog(const Theme &theme, const RefreshContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_form(new ConnectionForm(theme))
    , m_scroll(new QScrollArea(this))
    , m_checkList(new CheckList(theme))
    , m_advice(new TextLabel(TextLabel::Role::Text, theme))
    , m_detailsButton(new Button("checkDetailsButton", theme))
    , m_details(new DetailsPanel(theme))
    , m_keyNote(new TextLabel(TextLabel::Role::Note, theme, this))
    , m_testButton(new Button("testButton", theme, Button::Weight::Usual, this))
    , m_connectButton(new Button("connectButton", theme, Button::Weight::Primary, this))
    , m_cancelButton(new Button("cancelButton", theme, Button::Weight::Usual, this))
{
    setObjectName(QStringLiteral("connectDialog"));
    m_checkList->setObjectName(QStringLiteral("checkList"));
    m_advice->setObjectName(QStringLiteral("checkAdviceLabel"));
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    createLayout();
    m_details->setObjectName(QStringLiteral("checkDetailsPanel"));
    m_detailsButton->setCheckable(true);
    connect(m_detailsButton, &Button::toggled, m_details, &QWidget::setVisible);
    connect(m_form, &ConnectionForm::edited, this, &ConnectDialog::dropCheck);
    connect(m_testButton, &Button::clicked, this, &ConnectDialog::test);
    connect(m_connectButton, &Button::clicked, this, &ConnectDialog::take);
    connect(m_cancelButton, &Button::clicked, this, &QDialog::reject);
    dropCheck();
    retranslateUi();
    resize(sizeInLines(*this, UsualSize));
    m_form->focusFirstField();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::createLayout()
{
    auto *content = new QWidget;
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(Space::Huge, Space::Large, Space::Huge, Space::Small);
    inner->setSpacing(Space::Large);
    inner->addWidget(m_form);
    inner->addWidget(m_checkList);
    inner->addWidget(m_advice);
    inner->addWidget(m_detailsButton, 0, Qt::AlignLeft);
    inner->addWidget(m_details);
    inner->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Space::Small);
    buttons->addWidget(m_cancelButton);
    buttons->addStretch(1);
    buttons->addWidget(m_testButton);
    buttons->addWidget(m_connectButton);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(Space::Huge, Space::Small, Space::Huge, Space::Large);
    foot->setSpacing(Space::Medium);
    foot->addWidget(m_keyNote);
    foot->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
}

void ConnectDialog::edit(const PoolAccess &pool)
{
    m_purpose = Purpose::Edit;
    m_edited = pool;
    m_form->setPool(pool);
    m_form->focusFirstField();
    retranslateUi();
    updateButtons();
}

void ConnectDialog::duplicate(const PoolAccess &pool)
{
    PoolAccess copy = pool;
    copy.account.id = QUuid::createUuid();
    //: The suggested name of a copied connection; %1 is the name of the original
    copy.account.name = tr("%1 (copy)").arg(pool.account.name);
    copy.key.secret.clear();
    copy.proxyPassword.clear();
    m_form->setPool(copy);
    m_form->focusFirstField();
    retranslateUi();
}

void ConnectDialog::setKeysStored(bool stored)
{
    m_keysAreStored = stored;
    retranslateUi();
}

void ConnectDialog::focusKey()
{
    m_form->focusKey();
}

void ConnectDialog::holdUntil(const QUrl &host, const QDateTime &until)
{
    m_heldHost = host;
    m_heldUntil = until;
}

bool ConnectDialog::sayIfHeld()
{
    const qint64 left =
        m_heldUntil.isValid() ? m_context.clock->nowUtc().secsTo(m_heldUntil) : qint64{0};
    if (left <= 0 || m_form->pool().account.host != m_heldHost)
        return false;
    m_advice->setText(
        tr("GenAuth asked to wait; it can be asked again in %1.").arg(Formatting::span(left)));
    m_advice->show();
    return true;
}

void ConnectDialog::test()
{
    if (!m_form->insist())
        return;
    dropCheck();
    if (sayIfHeld())
        return;
    m_check = std::make_unique<ConnectionCheck>(m_form->pool(), m_context);
    connect(m_check.get(), &ConnectionCheck::advanced, this, &ConnectDialog::showCheck);
    connect(m_check.get(), &ConnectionCheck::finished, this, &ConnectDialog::checkEnded);
    m_check->start();
    showCheck();
    // Not on to the next button: a second press of the same key would be one of that.
    m_checkList->setFocus(Qt::OtherFocusReason);
    updateButtons();
}

void ConnectDialog::checkEnded()
{
    updateButtons();
    const auto &error = m_check->error();
    if (error && error->retryAfter)
        holdUntil(m_check->pool().account.host,
            m_context.clock->nowUtc().addSecs(error->retryAfter->count()));
    // What comes next: the connection, or, after a failure, the same button again.
    if (m_checkList->hasFocus())
        (m_check->hasPassed() ? m_connectButton : m_testButton)->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent told(m_checkList, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void ConnectDialog::showCheck()
{
    m_checkList->setVisible(m_check != nullptr);
    const bool failed = m_check && m_check->error();
    m_advice->setVisible(failed);
    m_detailsButton->setVisible(failed);
    m_details->setVisible(failed && m_detailsButton->isChecked());
    if (!m_check)
        return;
    m_checkList->show(*m_check);
    if (failed)
        showFailure();
    // In view once the layout knows how high it is.
    QMetaObject::invokeMethod(
        m_scroll,
        [this] {
            m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum());
        },
        Qt::QueuedConnection);
}

void ConnectDialog::showFailure()
{
    const ApiError &error = *m_check->error();
    const Account &account = m_check->pool().account;
    m_advice->setText(Formatting::sentences(
        {ErrorText::words(error, account.host.host()).advice, ErrorText::serverSaid(error)}));
    m_details->setDetails(DetailsText::lines(account, m_check->found()),
        DetailsText::forSupport(account, m_check->found()));
}

void ConnectDialog::dropCheck()
{
    // What was tried is not what stands there now.
    m_check.reset();
    showCheck();
    updateButtons();
}

bool ConnectDialog::needsNoTest() const
{
    return m_purpose == Purpose::Edit && isSameConnection(m_form->pool(), m_edited);
}

void ConnectDialog::take()
{
    if (!m_check && needsNoTest()) {
        // A pool whose key is locked away, or missing, can be renamed all the same.
        if (!m_form->insist(m_edited.key.isValid() ? ConnectionForm::Key::Needed
                                                   : ConnectionForm::Key::MayBeMissing))
            return;
        const PoolAccess pool = m_form->pool();
        accept();
        emit edited(pool);
        return;
    }
    if (!m_check || !m_check->hasPassed())
        return;
    const PoolAccess pool = m_check->pool();
    const PoolSnapshot found = m_check->found();
    accept();
    emit connected(pool, found);
}

void ConnectDialog::done(int result)
{
    m_check.reset();
    {
        const QSignalBlocker quiet(m_form);
        m_form->clearSecrets();
    }
    QDialog::done(result);
}

void ConnectDialog::updateButtons()
{
    const bool running = m_check && !m_check->hasEnded();
    const bool passed = m_check && m_check->hasPassed();
    m_testButton->setEnabled(!running);
    const bool takes = passed || (!m_check && needsNoTest());
    m_connectButton->setEnabled(takes);
    (takes ? m_connectButton : m_testButton)->setDefault(true);
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void ConnectDialog::retranslateUi()
{
    const bool isNew = m_purpose == Purpose::New;
    setWindowTitle(isNew ? tr("Connect a user pool") : tr("Edit connection"));
    m_keyNote->setText(
        m_keysAreStored
            ? tr("The key goes into your desktop's keyring; where there is none, it is kept in "
                 "memory until this program ends.")
            : tr("The key is kept in memory until this program ends. It is stored nowhere."));
    m_testButton->setWords(
        tr("&Test connection"), tr("Asks this host with this key, and says what it finds"));
    m_connectButton->setWords(isNew ? tr("&Connect") : tr("Sa&ve"),
        isNew ? tr("Can be pressed when the test has passed")
              : tr("Can be pressed when the connection is unchanged, or its test has passed"));
    m_cancelButton->setWords(tr("Cancel"), tr("Keeps everything as it was"));
    m_detailsButton->setWords(tr("&Details"), tr("Shows or hides what support asks for"));
    m_scroll->setAccessibleName(windowTitle());
    showCheck();
}

} // namespace genauth
