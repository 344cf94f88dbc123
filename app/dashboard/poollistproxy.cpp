// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/poollistproxy.h"

#include "app/text/statustext.h"
#include "core/models/poolsmodel.h"

namespace genauth {

QVariant PoolListProxy::data(const QModelIndex &index, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    if (!index.isValid())
        return {};
    const QString name = index.data(PoolsModel::RawRole).toString();
    const QString state =
        StatusText::line(index.data(PoolsModel::AssessmentRole).value<SubscriptionAssessment>());
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1, %2").arg(name, state);
    // A tooltip guesses that text is rich: say that it is, and escape.
    return QStringLiteral("<qt>%1<br>%2</qt>").arg(name.toHtmlEscaped(), state.toHtmlEscaped());
}

void PoolListProxy::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
            {Qt::AccessibleTextRole, Qt::ToolTipRole});
}

} // namespace genauth
