// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/loginchoice.h"

#include "app/platform/loginstart.h"
#include "core/base/displaytext.h"

#include <QCoreApplication>

namespace genauth {

namespace {

struct LoginWords
{
    Q_DECLARE_TR_FUNCTIONS(genauth::LoginChoice)

public:
    static QString of(LoginStart::Problem problem, const QString &path)
    {
        switch (problem) {
        case LoginStart::Problem::None:
            break;
        case LoginStart::Problem::NoPlace:
            return tr("This desktop has no folder for programs that start at login.");
        case LoginStart::Problem::NotOurs:
            return tr("%1 was made by something else, and is left alone.").arg(path);
        case LoginStart::Problem::NotWritten:
            return tr("%1 could not be changed. It is as it was before.").arg(path);
        }
        return {};
    }
};

} // namespace

LoginStartChoice loginStartChoice()
{
    if (!LoginStart::isSupported())
        return {};
    return {.isOn = [] { return LoginStart().isOn(); },
        .set =
            [](bool on) {
                // Whether the window is seen then is a setting of every start.
                LoginStart start;
                return LoginWords::of(start.setOn(on, false), displayText(start.path()));
            }};
}

} // namespace genauth
