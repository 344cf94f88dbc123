// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/connectiontext.h"

#include "app/text/errortext.h"
#include "app/text/formatting.h"
#include "app/text/packagetext.h"
#include "core/base/displaytext.h"

namespace genauth {

using Step = ConnectionCheck::Step;
using Outcome = ConnectionCheck::Outcome;

QString ConnectionText::sentence(HostProblem problem)
{
    switch (problem) {
    case HostProblem::Empty:
        return tr("Enter the host, such as https://api.genauth.ai.");
    case HostProblem::NotAUrl:
        return tr("This is not a host: use a form such as https://api.genauth.ai.");
    case HostProblem::NotHttp:
        return tr("Only https is spoken here.");
    case HostProblem::PlainHttp:
        return tr("With plain http the access key would be readable on the way: use https.");
    case HostProblem::HasUserInfo:
        return tr("Leave the name and password out of the host.");
    }
    Q_UNREACHABLE();
}

QString ConnectionText::stepName(Step step)
{
    switch (step) {
    case Step::Host:
        return tr("Host");
    case Step::Certificate:
        return tr("Certificate");
    case Step::Key:
        return tr("Access key");
    case Step::Pool:
        return tr("User pool");
    case Step::Package:
        return tr("Package");
    }
    Q_UNREACHABLE();
}

QString ConnectionText::stepState(const ConnectionCheck &check, Step step)
{
    switch (check.outcome(step)) {
    case Outcome::Waiting:
        return {};
    case Outcome::Running:
        return running(check, step);
    case Outcome::NotNeeded:
        return tr("not needed: the server is on this computer");
    case Outcome::Passed:
        return passed(check, step);
    case Outcome::Failed:
        return ErrorText::words(*check.error(), check.pool().account.host.host()).headline;
    }
    Q_UNREACHABLE();
}

QString ConnectionText::running(const ConnectionCheck &check, Step step)
{
    const QString host = check.pool().account.host.host();
    switch (step) {
    case Step::Host:
        return tr("connecting to %1…").arg(host);
    case Step::Certificate:
        return tr("checking…");
    case Step::Key:
        return tr("signing in…");
    case Step::Pool:
    case Step::Package:
        return tr("asking…");
    }
    Q_UNREACHABLE();
}

QString ConnectionText::passed(const ConnectionCheck &check, Step step)
{
    switch (step) {
    case Step::Host:
        return tr("%1 answers").arg(check.pool().account.host.host());
    case Step::Certificate:
        return tr("accepted");
    case Step::Key:
        return tr("accepted");
    case Step::Pool: {
        const QString id = displayText(check.found().poolId);
        return check.found().poolIsNamedByToken ? id
                                                : tr("%1 (taken from what you entered)").arg(id);
    }
    case Step::Package: {
        const PackageText text(check.pool().account, check.found(), {});
        const PackageText::Fact name = text.name();
        const QString shown = name.known ? name.value : tr("name unknown");
        const auto &package = check.found().package.value;
        const bool isDate = package && package->endTime.kind == EndTime::Kind::At;
        if (isDate && package->endTime.at <= check.found().package.receivedAt)
            return tr("%1, ended %2").arg(shown, text.end().value);
        if (isDate)
            return tr("%1, ends %2").arg(shown, text.end().value);
        const bool isNever = package && package->endTime.kind == EndTime::Kind::Never;
        return isNever ? tr("%1, has no end date").arg(shown) : tr("%1, end unknown").arg(shown);
    }
    }
    Q_UNREACHABLE();
}

QString ConnectionText::clockChoice(std::chrono::seconds offset)
{
    const QString named = Formatting::offset(static_cast<int>(offset.count()));
    return offset == BeijingOffset ? tr("%1 (Beijing time, assumed)").arg(named) : named;
}

} // namespace genauth
