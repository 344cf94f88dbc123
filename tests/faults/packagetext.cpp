// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/packagetext.h"

#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace genauth::test {

namespace {

const QList<QByteArray> GoodsFields{"name", "nameEn", "unitPrice", "group", "sceneCode", "amount"};

QByteArray objectOf(const QList<QByteArray> &keys, const RawFields &fields)
{
    QByteArrayList members;
    for (const QByteArray &key : keys) {
        if (!fields.value(key).isNull())
            members.append('"' + key + "\":" + fields.value(key));
    }
    return '{' + members.join(',') + '}';
}

QString text(const QVariant &value)
{
    return value.isValid() ? value.toString() : QStringLiteral("unknown");
}

QString pathOf(const QByteArray &field)
{
    const QString prefix = GoodsFields.contains(field) ? QStringLiteral("data.goodsPackage.")
                                                       : QStringLiteral("data.");
    return prefix + QString::fromLatin1(field);
}

} // namespace

QByteArray packageBody(const RawFields &changes)
{
    RawFields fields{
        {"code", R"("V4_B2C_Enterprise:1000")"},
        {"endTime", R"("2026-06-19 20:00:00")"},
        {"overdueDays", R"("12")"},
        {"name", R"("企业版套餐")"},
        {"nameEn", R"("Enterprise package")"},
        {"unitPrice", R"("99.00")"},
        {"group", R"("Enterprise")"},
        {"sceneCode", R"("B2C")"},
        {"amount", R"("1000")"},
    };
    for (auto change = changes.cbegin(); change != changes.cend(); ++change)
        fields.insert(change.key(), change.value());
    if (!changes.contains("goodsPackage"))
        fields.insert("goodsPackage", objectOf(GoodsFields, fields));
    return R"({"statusCode":200,"message":"","requestId":"req-p","data":)" +
           objectOf({"code", "endTime", "overdueDays", "goodsPackage"}, fields) + '}';
}

Script packageOf(const RawFields &changes, const QByteArray &headers)
{
    return send(HttpText{.headers = headers, .body = packageBody(changes)});
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

int columnOf(const QByteArray &field)
{
    const QMap<QByteArray, int> columns{
        {"code", PoolsModel::PackageCodeColumn},
        {"endTime", PoolsModel::EndTimeColumn},
        {"overdueDays", PoolsModel::OverdueDaysColumn},
        {"name", PoolsModel::NameZhColumn},
        {"nameEn", PoolsModel::NameEnColumn},
        {"unitPrice", PoolsModel::UnitPriceColumn},
        {"group", PoolsModel::EditionColumn},
        {"sceneCode", PoolsModel::SceneColumn},
        {"amount", PoolsModel::MauQuantityColumn},
    };
    return columns.value(field, -1);
}

Check shows(const QByteArray &field, const QVariant &value, const QString &asSent)
{
    return [field, value, asSent](const Aftermath &it) {
        const int column = columnOf(field);
        const QVariant shown = it.stage.role(Qt::DisplayRole, column);
        const QString sent = it.stage.role(PoolsModel::AsSentRole, column).toString();
        if (shown == value && sent == asSent)
            return QString();
        return QStringLiteral("%1 is %2, sent as “%3”; it should be %4, sent as “%5”")
            .arg(QString::fromLatin1(field), text(shown), sent, text(value), asSent);
    };
}

Check isUnreadable(const QByteArray &field, bool unreadable)
{
    return [field, unreadable](const Aftermath &it) {
        const QStringList &fields = it.after.package.value->unreadableFields;
        if (fields.contains(pathOf(field)) == unreadable)
            return QString();
        return QStringLiteral("unreadable are: ") + fields.join(QLatin1Char(' '));
    };
}

Check hasState(SubscriptionState headline)
{
    return [headline](const Aftermath &it) {
        const auto state = it.stage.assessment().headline;
        return state == headline ? QString()
                                 : QStringLiteral("the state is %1, not %2")
                                       .arg(static_cast<int>(state))
                                       .arg(static_cast<int>(headline));
    };
}

Check hasBeside(SubscriptionState state, bool there)
{
    return [state, there](const Aftermath &it) {
        return it.stage.assessment().all.contains(state) == there
                   ? QString()
                   : QStringLiteral("whether state %1 holds is told wrong")
                         .arg(static_cast<int>(state));
    };
}

} // namespace genauth::test
