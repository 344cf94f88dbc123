// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/sync/retrypolicy.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace genauth {

/** The only place with sentences about errors. Made when they are shown, so that they follow the
 *  language; what the server itself said stays apart, as it was said. */
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(genauth::ErrorText)

public:
    struct Words
    {
        QString headline; ///< what happened, in a few words
        QString advice;   ///< what it means and what to do
    };

    /** `host` is the configured server, as people would name it. */
    [[nodiscard]] static Words words(const ApiError &error, const QString &host);

    /** Whether it will be tried again, and when: one sentence. `now` is this computer's clock. */
    [[nodiscard]] static QString retry(const NextTry &next, const QDateTime &now);

    /** The server's own message, labelled as its own and safe to show as plain text; empty when it
     *  said nothing. */
    [[nodiscard]] static QString serverSaid(const ApiError &error);

private:
    [[nodiscard]] static std::optional<Words> wordsOfCode(int apiCode);
    [[nodiscard]] static Words localWords(const ApiError &error, const QString &host);
    [[nodiscard]] static Words networkWords(const ApiError &error, const QString &host);
    [[nodiscard]] static Words certificateWords(const ApiError &error, const QString &host);
    [[nodiscard]] static QString certificateReason(TlsProblem problem, const QString &host);
    [[nodiscard]] static Words strangeAnswerWords(const ApiError &error, const QString &host);
    [[nodiscard]] static Words refusalWords(const ApiError &error, const QString &host);
};

} // namespace genauth
