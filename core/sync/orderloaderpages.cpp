// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a page that has come tells of the pages that are still to be asked for.

#include "core/sync/orderloader.h"

#include "core/base/clock.h"
#include "core/sync/poolsrefresher.h"

#include <algorithm>
#include <utility>

namespace genauth {

bool OrderLoader::isFull(const OrderPage &answer) const
{
    return answer.orders.size() >= m_pageSize;
}

bool OrderLoader::areMoreStated() const
{
    return m_stated && *m_stated > m_model.rowCount();
}

void OrderLoader::noteUnreadable(int page, const OrderPage &answer)
{
    if (page == 1 || m_unreadable.value(page) == answer.unreadableFields)
        return;
    m_unreadable.insert(page, answer.unreadableFields);
    emit unreadableFieldsChanged();
}

void OrderLoader::noteTotal(const OrderPage &answer)
{
    if (!answer.totalCount.value)
        return;
    if (m_stated && *answer.totalCount.value < *m_stated && !m_complete)
        m_hasFallen = true;
    m_stated = answer.totalCount.value;
}

void OrderLoader::takeRefreshed(const OrderPage &answer)
{
    const std::optional<qint64> before = m_stated;
    const int size = static_cast<int>(answer.orders.size());
    const bool isFirst = m_page == 0 && m_lag == 0;
    const auto [added, known] = m_model.merge(answer.orders);
    noteTotal(answer);
    if (isFirst) {
        if (size > 0 && !isFull(answer) && areMoreStated())
            m_pageSize = size;
        m_complete = !isFull(answer) || size == 0;
        m_page = m_complete ? 0 : 1;
        m_lag = m_complete ? size : 0;
        return;
    }
    m_lag += added;
    if (added > 0 && known == 0 && m_frontPage == 0) {
        m_frontPage = 2;
        m_frontNew = 0;
    }
    if (m_stated && before && *m_stated - *before > added)
        m_complete = false; // others have come elsewhere
}

void OrderLoader::takeNext(int page, const OrderPage &answer)
{
    const std::optional<qint64> before = m_stated;
    const int size = static_cast<int>(answer.orders.size());
    const auto [added, known] = m_model.merge(answer.orders);
    noteTotal(answer);
    m_lastPage = std::max(m_lastPage, page);
    if (!m_furtherAt.isValid() && size > 0)
        m_furtherAt = m_refresher.context().clock->nowUtc();
    const bool hasGrown = before && m_stated && *m_stated > *before;
    const bool isExplained = known <= m_lag;
    const bool hasShifted = !isExplained && (added > 0 || hasGrown);
    m_toldNothing = added == 0;
    if (size == 0 || (added == 0 && !hasShifted && !(isExplained && isFull(answer)))) {
        m_complete = true;
        return;
    }
    m_complete = !isFull(answer) && !areMoreStated();
    m_page = m_complete ? page - 1 : page;
    if (hasShifted) {
        m_lag += added - m_pageSize; // what the front brings is added
        m_frontPage = 1;
        m_frontNew = 0;
        m_doubted = added == 0;
    } else {
        m_lag = m_complete ? size : m_lag - known;
    }
}

void OrderLoader::takeFront(const OrderPage &answer)
{
    const auto [added, known] = m_model.merge(answer.orders);
    noteTotal(answer);
    m_frontNew += added;
    m_lag += added;
    if (known == 0 && added > 0 && isFull(answer)) {
        ++m_frontPage;
        return;
    }
    m_toldNothing = false;
    if (std::exchange(m_doubted, false) && m_frontNew == 0)
        m_complete = true;
    m_frontPage = 0;
    m_lag = std::max(0, m_lag);
}

void OrderLoader::takeAgain(const OrderPage &answer)
{
    m_lag += m_model.merge(answer.orders).added;
    noteTotal(answer);
    const bool isLast = m_againPage >= m_lastPage || !isFull(answer);
    m_againPage = isLast ? 0 : m_againPage + 1;
    if (isLast)
        m_furtherAt = m_againAt;
    m_toldNothing = false;
}

void OrderLoader::walkAgainIfOneWasMissed()
{
    if (!m_complete || m_frontPage > 0 || m_againPage > 0)
        return;
    const bool mayBeMissed = std::exchange(m_hasFallen, false) || areMoreStated();
    if (!mayBeMissed || m_walkedFor == m_stated)
        return;
    m_walkedFor = m_stated;
    m_againPage = 1;
    m_againAt = m_refresher.context().clock->nowUtc();
}

} // namespace genauth
