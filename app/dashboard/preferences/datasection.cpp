// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/datasection.h"

#include "app/dashboard/dialogs/clearhistorydialog.h"
#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/dashboard/widgets/textlabel.h"
#include "app/text/formatting.h"
#include "core/base/displaytext.h"
#include "core/store/billingstore.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** A path may be longer than what a server sends. */
constexpr qsizetype LongestPath = 4096;

} // namespace

DataSection::DataSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_with(with)
    , m_fields(new FormGrid(with.theme, this))
    , m_file(new TextLabel(TextLabel::Role::Text, with.theme, m_fields))
    , m_size(new TextLabel(TextLabel::Role::Text, with.theme, m_fields))
    , m_check(new TextLabel(TextLabel::Role::Text, with.theme, m_fields))
    , m_days(new QSpinBox(m_fields))
    , m_clear(new Button("clearHistoryButton", with.theme, Button::Weight::Usual, this))
    , m_cleared(new TextLabel(TextLabel::Role::Text, with.theme, this))
{
    m_days->setObjectName(QStringLiteral("historyDaysSpinBox"));
    m_days->setRange(Settings::FewestHistoryDays, Settings::MostHistoryDays);
    m_days->setValue(with.settings.historyDays());
    layOut();
    retranslate();
    connect(m_days, &QSpinBox::editingFinished, this, &DataSection::commit);
    connect(m_clear, &Button::clicked, this, &DataSection::askToClear);
    if (with.store) {
        connect(with.store, &BillingStore::watcherRead, this,
            [this](Watcher who, const std::optional<WatcherNote> &note) {
                if (who == Watcher::Check) {
                    m_lastCheck = note;
                    showLastCheck();
                }
            });
    }
}

void DataSection::layOut()
{
    m_file->setObjectName(QStringLiteral("storeFileLabel"));
    m_size->setObjectName(QStringLiteral("storeSizeLabel"));
    m_cleared->setObjectName(QStringLiteral("clearedLabel"));
    m_check->setObjectName(QStringLiteral("lastCheckLabel"));
    for (TextLabel *label : {m_file, m_size, m_check, m_cleared}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    for (QWidget *field : QList<QWidget *>{m_file, m_size, m_check, m_days})
        m_fields->addField(field);
    auto *clear = new QHBoxLayout;
    clear->setSpacing(Space::Medium);
    clear->addWidget(m_clear, 0, Qt::AlignTop | Qt::AlignLeft);
    clear->addWidget(m_cleared, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_fields);
    layout->addLayout(clear);
    layout->addStretch(1);
    m_clear->setEnabled(!m_with.storeFile.isEmpty());
}

void DataSection::showFile()
{
    const bool isKept = !m_with.storeFile.isEmpty();
    m_file->setText(isKept ? displayText(m_with.storeFile, LongestPath)
                           : tr("Nowhere: this environment names no folder for data."));
    const QFileInfo file(m_with.storeFile);
    const QFileInfo journal(m_with.storeFile + QStringLiteral("-wal"));
    const bool isKnown = isKept && file.isFile();
    m_size->setText(
        isKnown ? QLocale().formattedDataSize(file.size() + (journal.isFile() ? journal.size() : 0))
                : Formatting::unknown());
    m_size->setDimmed(!isKnown);
}

void DataSection::showLastCheck()
{
    //: %1 a date and a time of day, %2 OK, WARNING, CRITICAL or UNKNOWN
    m_check->setText(m_lastCheck
                         ? tr("%1: %2").arg(Formatting::dateTime(m_lastCheck->at.toLocalTime()),
                               displayText(m_lastCheck->level))
                         : tr("None yet"));
    m_check->setDimmed(!m_lastCheck);
}

void DataSection::commit()
{
    if (m_days->value() == m_with.settings.historyDays())
        return;
    m_with.settings.setHistoryDays(m_days->value());
    emit historyDaysChosen(m_days->value());
}

void DataSection::askToClear()
{
    auto *dialog = new ClearHistoryDialog(m_with.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_hasCleared = false;
        showCleared();
        m_clear->setEnabled(false); // until it is told how it went
        emit clearHistoryRequested();
    });
    dialog->open();
}

void DataSection::sayCleared(const QString &problem)
{
    m_hasCleared = true;
    m_problem = problem;
    m_clear->setEnabled(true);
    showFile();
    showCleared();
}

void DataSection::showCleared()
{
    m_cleared->setVisible(m_hasCleared);
    m_cleared->setTone(m_problem.isEmpty() ? Tone::Plain : Tone::Bad);
    m_cleared->setText(
        m_problem.isEmpty() ? tr("The history is cleared.") : displayText(m_problem));
}

void DataSection::showEvent(QShowEvent *event)
{
    showFile();
    if (m_with.store)
        m_with.store->requestWatcher(Watcher::Check);
    PreferencesSection::showEvent(event);
}

QString DataSection::title() const
{
    return tr("Data");
}

void DataSection::retranslate()
{
    m_fields->setWords(m_file, tr("File"),
        tr("What your pools answered last, the history of their use, changes and alerts. Access "
           "keys are not in it."));
    m_fields->setWords(m_size, tr("Size"), {});
    m_fields->setWords(m_check, tr("Last check"),
        tr("What genauth-check --record found when it ran last, without a window."));
    m_fields->setWords(m_days, tr("&Keep whole"),
        tr("So long every sample of the use is kept; before that, one for each day."));
    //: After a number in a field; singular and plural in one
    m_days->setSuffix(tr(" days"));
    m_clear->setWords(tr("&Clear history…"),
        tr("Deletes samples, changes and ended alerts; asks before it does"));
    showFile();
    showLastCheck();
    showCleared();
}

} // namespace genauth
