// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sandbox/sandboxoptions.h"

namespace genauth {

void SandboxOptions::setFault(const QString &userPoolId, const SandboxFault &fault)
{
    for (auto known = faults.find(userPoolId); known != faults.end() && known.key() == userPoolId;
         ++known) {
        if (known->operation == fault.operation) {
            *known = fault;
            return;
        }
    }
    faults.insert(userPoolId, fault);
}

SandboxFault SandboxOptions::faultAt(const QString &userPoolId, QStringView operation) const
{
    SandboxFault general;
    for (auto known = faults.find(userPoolId); known != faults.end() && known.key() == userPoolId;
         ++known) {
        if (known->operation == operation)
            return *known;
        if (known->operation.isEmpty())
            general = *known;
    }
    return general;
}

} // namespace genauth
