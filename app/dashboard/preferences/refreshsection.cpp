// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/refreshsection.h"

#include "app/dashboard/widgets/formgrid.h"

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace genauth {

namespace {

/** In minutes; 0: off. */
const QList<int> UsualIntervals{0, 10, 15, 30, 60, 120, 180, 360, 720, 1440};

} // namespace

RefreshSection::RefreshSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_settings(with.settings)
    , m_fields(new FormGrid(with.theme, this))
    , m_interval(new QComboBox(m_fields))
{
    m_interval->setObjectName(QStringLiteral("intervalComboBox"));
    m_fields->addField(m_interval);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields);
    layout->addStretch(1);
    fillIntervals();
    retranslate();
    connect(m_interval, &QComboBox::activated, this, &RefreshSection::chosen);
}

void RefreshSection::fillIntervals()
{
    const int current = static_cast<int>(m_settings.refreshInterval().count());
    QList<int> intervals = UsualIntervals;
    if (!intervals.contains(current)) // from a file that was written by hand
        intervals.insert(
            std::lower_bound(intervals.cbegin(), intervals.cend(), current) - intervals.cbegin(),
            current);
    for (const int minutes : intervals)
        m_interval->addItem(QString(), minutes);
    m_interval->setCurrentIndex(m_interval->findData(current));
}

std::chrono::minutes RefreshSection::interval() const
{
    return std::chrono::minutes(m_interval->currentData().toInt());
}

void RefreshSection::chosen()
{
    m_settings.setRefreshInterval(interval());
    retranslate();
    emit intervalChosen(interval());
}

QString RefreshSection::title() const
{
    return tr("Refreshing");
}

void RefreshSection::retranslate()
{
    const auto words = [](int minutes) {
        if (minutes == 0)
            return tr("Only when you ask");
        return minutes % 60 == 0 ? tr("%Ln hour(s)", nullptr, minutes / 60)
                                 : tr("%Ln minute(s)", nullptr, minutes);
    };
    for (int item = 0; item < m_interval->count(); ++item)
        m_interval->setItemText(item, words(m_interval->itemData(item).toInt()));
    m_fields->setWords(m_interval, tr("&Every"),
        interval().count() == 0
            ? tr("Nothing is asked until you press Refresh. What is known grows old, and alerts go "
                 "by it for a day at most.")
            : tr("Each pool is asked about this often, a little earlier or later, and less often "
                 "while GenAuth does not answer."));
}

} // namespace genauth
