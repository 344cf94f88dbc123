// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/dialogs/preferencesdialog.h"

#include "app/dashboard/dialogs/dialogsize.h"
#include "app/dashboard/preferences/alertssection.h"
#include "app/dashboard/preferences/commandsection.h"
#include "app/dashboard/preferences/datasection.h"
#include "app/dashboard/preferences/generalsection.h"
#include "app/dashboard/preferences/poolalertssection.h"
#include "app/dashboard/preferences/refreshsection.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr QSize Size{50, 34};
/** In digits: below it the list of sections stands above the section. */
constexpr int RoomForBoth = 80;
/** So many sections are then seen at once. */
constexpr int SectionsAbove = 3;

} // namespace

PreferencesDialog::PreferencesDialog(const PreferencesWith &with, QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_stack(new QStackedWidget(this))
    , m_parts(new QHBoxLayout)
{
    setObjectName(QStringLiteral("preferencesDialog"));
    createSections(with);
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    retranslateUi();
    showSection(Section::General);
    resize(sizeInLines(*this, Size));
}

void PreferencesDialog::createSections(const PreferencesWith &with)
{
    auto *general = new GeneralSection(with);
    auto *refreshing = new RefreshSection(with);
    m_alerts = new AlertsSection(with);
    m_poolAlerts = new PoolAlertsSection(with);
    auto *command = new CommandSection(with);
    m_data = new DataSection(with);
    for (PreferencesSection *section :
        QList<PreferencesSection *>{general, refreshing, m_alerts, m_poolAlerts, command, m_data})
        add(section);
    connect(general, &GeneralSection::languageChosen, this, &PreferencesDialog::languageChosen);
    connect(general, &GeneralSection::themeChosen, this, &PreferencesDialog::themeChosen);
    connect(
        general, &GeneralSection::closeToTrayChosen, this, &PreferencesDialog::closeToTrayChosen);
    connect(refreshing, &RefreshSection::intervalChosen, this, &PreferencesDialog::intervalChosen);
    connect(m_alerts, &AlertsSection::alertSettingsChosen, this,
        &PreferencesDialog::alertSettingsChosen);
    connect(m_alerts, &AlertsSection::alertSettingsChosen, m_poolAlerts,
        &PoolAlertsSection::showSettings);
    connect(m_poolAlerts, &PoolAlertsSection::alertSettingsChosen, this,
        &PreferencesDialog::alertSettingsChosen);
    connect(command, &CommandSection::hookChosen, this, &PreferencesDialog::hookChosen);
    connect(m_data, &DataSection::historyDaysChosen, this, &PreferencesDialog::historyDaysChosen);
    connect(m_data, &DataSection::clearHistoryRequested, this,
        &PreferencesDialog::clearHistoryRequested);
}

void PreferencesDialog::add(PreferencesSection *section)
{
    auto *area = new QScrollArea(m_stack);
    area->setWidget(section);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus); // what is on it has the keyboard
    m_stack->addWidget(area);
    m_list->addItem(QString());
    m_sections << section;
}

void PreferencesDialog::layOut()
{
    m_list->setObjectName(QStringLiteral("sectionsList"));
    m_list->setSpacing(Space::Tiny);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    close->setObjectName(QStringLiteral("closeButton"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_parts->setSpacing(Space::Large);
    m_parts->addWidget(m_list);
    m_parts->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Huge, Space::Huge, Space::Huge, Space::Large);
    layout->setSpacing(Space::Large);
    layout->addLayout(m_parts, 1);
    layout->addWidget(buttons);
}

void PreferencesDialog::showSection(Section section)
{
    m_list->setCurrentRow(static_cast<int>(section));
}

void PreferencesDialog::showRule(AlertRule rule, const QUuid &accountId)
{
    const bool isOfPool = !accountId.isNull();
    if (isOfPool)
        m_poolAlerts->choosePool(accountId);
    showSection(isOfPool ? Section::PoolAlerts : Section::Alerts);
    QWidget *control = isOfPool ? m_poolAlerts->controlOf(rule) : m_alerts->controlOf(rule);
    control->setFocus(Qt::OtherFocusReason);
    if (auto *area = qobject_cast<QScrollArea *>(m_stack->currentWidget())) {
        // The section has its height only when it is laid out.
        area->widget()->adjustSize();
        area->ensureWidgetVisible(control);
    }
}

void PreferencesDialog::sayHistoryCleared(const QString &problem)
{
    m_data->sayCleared(problem);
}

void PreferencesDialog::done(int result)
{
    for (PreferencesSection *section : m_sections)
        section->commit();
    QDialog::done(result);
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslateUi();
    QDialog::changeEvent(event);
}

void PreferencesDialog::keyPressEvent(QKeyEvent *event)
{
    // Return ends what is typed into a field; a dialog would press some button for it.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn)
        QDialog::keyPressEvent(event);
}

void PreferencesDialog::retranslateUi()
{
    setWindowTitle(tr("Preferences"));
    m_list->setAccessibleName(tr("Sections"));
    m_list->setAccessibleDescription(tr("The arrow keys choose a section"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(m_sections.at(row)->title());
    arrange();
}

void PreferencesDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void PreferencesDialog::arrange()
{
    const int room = RoomForBoth * fontMetrics().horizontalAdvance(QLatin1Char('0'));
    const bool isWide = width() >= room;
    m_parts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int frame = 2 * m_list->frameWidth();
    // As large as its words, and no larger.
    m_list->setMaximumWidth(
        isWide ? m_list->sizeHintForColumn(0) + frame + Space::Huge : QWIDGETSIZE_MAX);
    m_list->setMinimumWidth(isWide ? m_list->maximumWidth() : 0);
    const int row = m_list->sizeHintForRow(0) + 2 * m_list->spacing();
    m_list->setMaximumHeight(isWide ? QWIDGETSIZE_MAX : SectionsAbove * row + frame);
}

} // namespace genauth
