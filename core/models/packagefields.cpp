// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/packagefields.h"

#include "core/base/displaytext.h"
#include "core/billing/package.h"
#include "core/models/poolsmodel.h"

#include <algorithm>
#include <array>

namespace genauth {

namespace {

template <Reading<QString> Package::*Field>
QVariant textOf(const Package &package)
{
    const Reading<QString> &reading = package.*Field;
    return reading.value ? QVariant(displayText(*reading.value)) : QVariant();
}

template <Reading<qint64> Package::*Field>
QVariant countOf(const Package &package)
{
    const Reading<qint64> &reading = package.*Field;
    return reading.value ? QVariant::fromValue(*reading.value) : QVariant();
}

template <auto Package::*Field>
const QString &asSentOf(const Package &package)
{
    return (package.*Field).asSent;
}

QVariant unitPriceOf(const Package &package)
{
    return package.unitPrice.value ? QVariant(package.unitPrice.value->toString()) : QVariant();
}

QVariant endTimeOf(const Package &package)
{
    return package.endTime.kind == EndTime::Kind::At ? QVariant(package.endTime.at) : QVariant();
}

using Model = PoolsModel;

constexpr std::array Fields{
    PackageField{Model::NameZhColumn, Model::NameZhRole, textOf<&Package::nameZh>,
        asSentOf<&Package::nameZh>},
    PackageField{Model::NameEnColumn, Model::NameEnRole, textOf<&Package::nameEn>,
        asSentOf<&Package::nameEn>},
    PackageField{Model::MauQuantityColumn, Model::MauQuantityRole, countOf<&Package::mauQuantity>,
        asSentOf<&Package::mauQuantity>},
    PackageField{
        Model::UnitPriceColumn, Model::UnitPriceRole, unitPriceOf, asSentOf<&Package::unitPrice>},
    PackageField{Model::EndTimeColumn, Model::EndTimeRole, endTimeOf, asSentOf<&Package::endTime>},
    PackageField{Model::OverdueDaysColumn, Model::OverdueDaysRole, countOf<&Package::overdueDays>,
        asSentOf<&Package::overdueDays>},
    PackageField{Model::EditionColumn, Model::EditionRole, textOf<&Package::edition>,
        asSentOf<&Package::edition>},
    PackageField{
        Model::SceneColumn, Model::SceneRole, textOf<&Package::scene>, asSentOf<&Package::scene>},
    PackageField{Model::PackageCodeColumn, Model::PackageCodeRole, textOf<&Package::code>,
        asSentOf<&Package::code>},
};

const PackageField *find(int PackageField::*key, int wanted)
{
    const auto found = std::ranges::find_if(
        Fields, [&](const PackageField &field) { return field.*key == wanted; });
    return found == Fields.end() ? nullptr : &*found;
}

} // namespace

const PackageField *packageFieldOfColumn(int column)
{
    return find(&PackageField::column, column);
}

const PackageField *packageFieldOfRole(int role)
{
    return find(&PackageField::role, role);
}

} // namespace genauth
