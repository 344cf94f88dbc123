// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/text/storetext.h"

#include "app/text/formatting.h"
#include "core/base/displaytext.h"

namespace genauth {

StoreText::Words StoreText::listProblem(AccountStoreProblem problem, const QString &file)
{
    const QString shown = displayText(file);
    const QString session = tr("What you change lasts until this program ends.");
    switch (problem) {
    case AccountStoreProblem::NoPlace:
        return {tr("The list of pools cannot be stored"),
            Formatting::sentences({tr("This environment names no folder for settings."), session})};
    case AccountStoreProblem::Unreadable:
        return {tr("The list of pools cannot be read"),
            Formatting::sentences(
                {tr("%1 is not a file that this program may read.").arg(shown), session})};
    case AccountStoreProblem::NotUnderstood:
        return {tr("The list of pools cannot be understood"),
            tr("%1 holds something else. It is left alone until you change a pool; then it is put "
               "aside, whole, beside the new list.")
                .arg(shown)};
    case AccountStoreProblem::NewerVersion:
        return {tr("The list of pools was written by a newer version"),
            Formatting::sentences({tr("%1 is left as it is.").arg(shown), session})};
    case AccountStoreProblem::NotWritten:
        return {tr("The list of pools could not be stored"),
            Formatting::sentences({tr("%1 stands as it was before.").arg(shown),
                tr("It is tried again with your next change; check the disk and the folder.")})};
    }
    Q_UNREACHABLE();
}

StoreText::Words StoreText::answersProblem(
    BillingStoreProblem problem, const QString &file, const QString &aside)
{
    switch (problem) {
    case BillingStoreProblem::None:
        break;
    case BillingStoreProblem::NoPlace:
        return {tr("What is shown is not kept"),
            tr("This environment names no folder for data. At the next start nothing is known "
               "until your pools have answered.")};
    case BillingStoreProblem::Unreadable:
        return {tr("What was last known of your pools cannot be read"),
            tr("%1 is not a file that this program may read and write. What is shown now is not "
               "kept either.")
                .arg(displayText(file))};
    case BillingStoreProblem::SetAside:
        return {tr("What was last known of your pools is damaged"),
            tr("The file lies beside the new one as %1. Your pools and their keys are not touched; "
               "the history of their usage begins anew.")
                .arg(displayText(aside))};
    case BillingStoreProblem::TooNew:
        return {tr("What was last known of your pools was written by a newer version"),
            tr("The file lies beside the new one as %1.").arg(displayText(aside))};
    case BillingStoreProblem::NotWritten:
        return {tr("What your pools answer cannot be stored"),
            tr("%1 stands as it was before. It is tried again with each answer; check the disk and "
               "the folder.")
                .arg(displayText(file))};
    }
    return {};
}

StoreText::Words StoreText::keychainWords(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::KeychainLocked:
        return {tr("Unlock your keyring to refresh"),
            tr("The access key of this pool lies in your desktop's keyring, and the keyring does "
               "not give it out now.")};
    case ErrorKind::KeychainUnavailable:
        return {tr("There is no keyring to read the access key from"),
            tr("This desktop has none, or it does not run. Start it and retry, or enter the key "
               "again for this session.")};
    case ErrorKind::KeychainSilent:
        return {tr("Your keyring does not answer"),
            tr("It may be waiting for you to unlock it; look for its window.")};
    case ErrorKind::KeyMissing:
        return {tr("Enter the access key of this pool"),
            tr("No access key is stored for it on this computer.")};
    case ErrorKind::KeyUnusable:
        return {tr("The access key in your keyring cannot be used"),
            tr("What the keyring holds for this pool is not an access key. Enter the key again.")};
    case ErrorKind::KeyNotKept:
        return {tr("Your keyring did not keep the access key"),
            tr("It works until this program ends. At the next start, what the keyring held before "
               "is used.")};
    default:
        return {tr("The access key may still lie in your keyring"),
            tr("It was asked to delete the key, and that cannot be confirmed.")};
    }
}

StoreText::Words StoreText::keyNotKept(const ApiError &why, const QString &name)
{
    const QString session =
        tr("The key works until this program ends; after that it has to be entered again.");
    switch (why.kind) {
    case ErrorKind::KeychainUnavailable:
        return {tr("Access keys are kept for this session only"),
            Formatting::sentences(
                {tr("This desktop has no keyring, or it does not run."), session})};
    case ErrorKind::KeychainLocked:
        return {tr("The access key of %1 is not stored yet").arg(displayText(name)),
            tr("Your keyring is locked. Unlock it and retry; until then the key is kept for this "
               "session only.")};
    case ErrorKind::KeychainSilent:
        return {tr("The access key of %1 may not be stored").arg(displayText(name)),
            Formatting::sentences(
                {tr("Your keyring does not answer; it may be waiting for you to unlock it."),
                    session})};
    default:
        return {tr("Your keyring did not keep the access key of %1").arg(displayText(name)),
            tr("The key works until this program ends. At the next start, what the keyring held "
               "before is used.")};
    }
}

StoreText::Words StoreText::keyMayRemain(const QString &name, const QString &entry)
{
    return {tr("The access key of %1 may still lie in your keyring").arg(displayText(name)),
        tr("That it was deleted cannot be confirmed. It is tried again at the next start; by hand "
           "you find it in your keyring's own program under genauth-dashboard, entry %1.")
            .arg(entry)};
}

QString StoreText::whatIsRemoved(const QString &file, const QString &entry)
{
    const QString atGenAuth =
        tr("Nothing changes at GenAuth: the pool, its package and the key itself stay.");
    if (file.isEmpty())
        return Formatting::sentences(
            {tr("The pool and its key are forgotten. Nothing of it is stored on this computer."),
                atGenAuth});
    return Formatting::sentences(
        {tr("Deleted on this computer are the pool's entry in %1, what was last known of it and "
            "the history of its usage, and its access key in your desktop's keyring "
            "(genauth-dashboard, entry %2).")
                .arg(displayText(file), entry),
            atGenAuth});
}

QString StoreText::importProblem(const PoolListReading &reading, const QString &file)
{
    const QString shown = displayText(file);
    switch (reading.problem.value_or(PoolListProblem::NotAPoolList)) {
    case PoolListProblem::TooLarge:
        return tr("%1 is too large for a list of pools. Nothing was imported.").arg(shown);
    case PoolListProblem::NewerVersion:
        return tr("%1 was written by a newer version of this program. Nothing was imported.")
            .arg(shown);
    case PoolListProblem::BadPool:
        return tr("Pool %1 in %2 has a value that cannot be right. Nothing was imported.")
            .arg(Formatting::count(reading.badPool), shown);
    case PoolListProblem::NotAPoolList:
        break;
    }
    return tr("%1 is not a list of pools. Nothing was imported.").arg(shown);
}

QString StoreText::imported(int added, int known)
{
    const QString already =
        known > 0 ? tr("%n pool(s) were here already and stay as they are.", nullptr, known)
                  : QString();
    if (added == 0)
        return Formatting::sentences({tr("Nothing new was in the list."), already});
    return Formatting::sentences(
        {tr("%n pool(s) imported; enter their access keys.", nullptr, added), already});
}

} // namespace genauth
