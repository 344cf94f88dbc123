// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace genauth {

/** The two languages the sandbox names its pools in. */
enum class SandboxLanguage { English, Chinese };

/** What a client needs to read one of the sandbox's user pools. */
struct SandboxPool
{
    QString name;
    QString userPoolId;      ///< 24 hexadecimal digits, the same at each start
    QString accessKeyId;     ///< the pool's own key: equal to the user pool id
    QString accessKeySecret; ///< 32 hexadecimal digits, new at each start
};

} // namespace genauth
