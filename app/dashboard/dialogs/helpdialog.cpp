// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/helpdialog.h"

#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/theme.h"
#include "app/text/language.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFile>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr QSize UsualSize{40, 34};

/** A line of code that is wider than the window goes on below: nobody scrolls sideways to read, and
 *  copied it is one line still. */
void wrapCode(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.blockFormat().nonBreakableLines())
            continue;
        QTextBlockFormat wrapped = block.blockFormat();
        wrapped.setNonBreakableLines(false);
        QTextCursor(block).setBlockFormat(wrapped);
    }
}

} // namespace

HelpDialog::HelpDialog(const QString &directory, const Language &language, QWidget *parent)
    : QDialog(parent)
    , m_directory(directory)
    , m_language(language)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpDialog"));
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(Space::Huge);
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpDialog::linkChosen);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(Space::Huge, 0, Space::Huge, 0);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, Space::Large);
    layout->setSpacing(Space::Large);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    resize(sizeInLines(*this, UsualSize));
    retranslateUi();
}

QString HelpDialog::defaultDirectory()
{
    return QCoreApplication::applicationDirPath() +
           QStringLiteral("/../share/genauth-dashboard/docs");
}

void HelpDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void HelpDialog::retranslateUi()
{
    setWindowTitle(tr("Documentation"));
    m_text->setAccessibleName(windowTitle());
    m_text->setAccessibleDescription(tr("The manual of this program"));
    QFile file(
        QStringLiteral("%1/manual-%2.md").arg(m_directory, Language::code(m_language.current())));
    // Our own text, from our own folder: nothing that a server sent is ever shown as markup.
    if (!file.open(QIODevice::ReadOnly)) {
        m_text->setPlainText(
            tr("The documentation is missing beside this program. Install the dashboard again."));
        return;
    }
    m_text->setMarkdown(QString::fromUtf8(file.readAll()));
    wrapCode(*m_text->document());
}

} // namespace genauth
