// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUuid>

namespace genauth {

class PoolsModel;

/** Which pool of a model somebody means who wrote a name on a command line: the one whose user pool
 *  id it is, else the one of this name, else the only one whose name begins like that; in any case
 *  of letters. */
struct PoolChoice
{
    Q_DECLARE_TR_FUNCTIONS(genauth::PoolChoice)

public:
    PoolChoice(const PoolsModel &model, const QString &asWritten);

    QUuid id;      ///< null: none, or more than one
    QString error; ///< which ones there are, as a sentence, when it is none
    /** None fits so far, and of some pool it is still to be learned which user pool it is. */
    bool mayStillCome = false;
};

} // namespace genauth
