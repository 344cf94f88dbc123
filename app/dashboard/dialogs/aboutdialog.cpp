// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/aboutdialog.h"

#include "app/dashboard/dialogs/readingarea.h"
#include "app/dashboard/theme.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QSslSocket>
#include <QVBoxLayout>

namespace genauth {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QLabel)
    , m_area(new ReadingArea(m_text, *this))
{
    setObjectName(QStringLiteral("aboutDialog"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(420);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Large);
    layout->addWidget(m_area, 1);
    layout->addWidget(buttons);
    retranslateUi();
}

void AboutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void AboutDialog::retranslateUi()
{
    setWindowTitle(tr("About"));
    m_text->setText(tr("GenAuth Package Dashboard %1\n\n"
                       "Shows the package of your GenAuth user pools: name, MAU quantity, unit "
                       "price, end and overdue days.\n\n"
                       "Free software under the GNU General Public License, version 3 or later. "
                       "Built with Qt %2; TLS by %3.\n\n"
                       "Not affiliated with GenAuth or Authing; the names belong to their owners.")
                        .arg(QStringLiteral(GENAUTH_VERSION), QString::fromLatin1(qVersion()),
                            QSslSocket::sslLibraryVersionString()));
    m_area->fit();
}

} // namespace genauth
