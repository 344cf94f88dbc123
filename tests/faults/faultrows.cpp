// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultrows.h"

namespace genauth::test {

namespace {

QList<FaultRow> httpRows()
{
    return {
        {"H1", "400", {"tst_envelope::keepsServersWords"}, {}},
        {"H2", "401, the token is old", {"tst_apiclient::renewsTokenOnce"}, {}},
        {"H3", "401 at the token endpoint",
            {"tst_tokenanswers::tellsRefusalOfKeyFromTheRest", "tst_windowfaults::saysWhatIsWrong"},
            {}},
        {"H4", "401 with a Basic, NTLM or Negotiate challenge",
            {"tst_transportfaults::asksForNoPassword", "tst_programkerberos::theProgramDoesNot"},
            {}},
        {"H5", "403", {"tst_windowfaults::saysWhatIsWrong"}, {}},
        {"H6", "404", {}, {}},
        {"H7", "408", {"tst_retrypolicy::judgesRequestTimeoutByItsStatus"}, {}},
        {"H8", "429 with Retry-After in seconds",
            {"tst_refreshbyhand::handKeepsToTheServersWish",
                "tst_retrypolicy::keepsToWhatTheServerAsked", "tst_windowfaults::saysWhatIsWrong"},
            {}},
        {"H9", "429 with Retry-After as a date", {"tst_httpdate::readsRetryAfter"}, {}},
        {"H10", "500, 501",
            {"tst_refreshscheduler::backsOffLongerEachTime", "tst_refreshscheduler::makesNoStorm",
                "tst_windowfaults::saysWhatIsWrong"},
            {}},
        {"H11", "502, 504", {"tst_windowfaults::saysWhatIsWrong"}, {}},
        {"H12", "503, with Retry-After and without", {}, {}},
        {"H13", "status 999, a word for a status, binary garbage",
            {"tst_transportfaults::reportsEndOfConnection"}, {}},
        {"H14", "HTTP 200 with another statusCode inside", {"tst_envelope::judgesStatusCode"}, {}},
        {"H15", "statusCode 200 with an apiCode, or without data",
            {"tst_envelope::seesNotSignedIn"}, {}},
        {"H16", "HTTP 500 with a good envelope inside", {"tst_envelope::judgesHttpStatusFirst"},
            {}},
        {"H17", "captive portal", {"tst_windowfaults::saysWhatIsWrong"},
            "Over https a portal shows as a certificate that nobody knows: H28."},
        {"H18", "204, or 200 and nothing", {}, {}},
        {"H19", "Content-Type absent, or another", {}, {}},
        {"H20", "JSON cut at every byte",
            {"tst_bodyfaults::acceptsNoPrefix", "tst_transportfaults::acceptsNoPrefix",
                "tst_envelope::acceptsNoPrefixOfGoodAnswer", "tst_windowfaults::saysWhatIsWrong"},
            {}},
        {"H21", "UTF-8 byte order mark", {}, {}},
        {"H22", "UTF-16, GBK", {}, {}},
        {"H23", "a body of 1 GB",
            {"tst_transportlimits::readsNoMoreThanTheCap",
                "tst_transportlimits::countsTheCapToTheByte",
                "tst_windowfaults::readsNoEndlessAnswer"},
            {}},
        {"H24", "packed bodies: bombs, corrupt, unknown",
            {"tst_transportfaults::distrustsPackedAnswer"}, {}},
        {"H25", "slow body, slow head, silence at every stage",
            {"tst_transportlimits::hasTheStatedDefaults", "tst_transportlimits::givesUpOnSilence",
                "tst_transporttls::givesUpOnServerWithoutTls", "tst_windowfaults::saysWhatIsWrong"},
            {}},
        {"H26", "reset or closed before the answer, or in its middle",
            {"tst_transporttls::reportsBrokenHandshake", "tst_windowfaults::saysWhatIsWrong"}, {}},
        {"H27", "redirects, of the package and of the token",
            {"tst_transport::followsNoRedirect", "tst_windowfaults::sendsNothingElsewhere"}, {}},
        {"H28", "certificates that are not right",
            {"tst_transporttls::saysNothingToDoubtfulServer",
                "tst_transporttls::namesWhatAPersonCanActOn",
                "tst_windowfaults::sendsNothingInSecretToStrangers"},
            "Revoked certificates: Qt asks nobody about revocation unless it is told to, and "
            "this program does not tell it."},
        {"H29", "the host's name cannot be looked up",
            {"tst_transportfaults::reportsUnknownHost",
                "tst_networkprobe::saysSoWhereNothingIsReached"},
            "SERVFAIL, a lookup that hangs and a wrong address take a name server of the test's "
            "own, which this computer's resolver would have to be pointed at."},
        {"H30", "refused, unreachable, silent, a dead first address",
            {"tst_transportfaults::reportsRefusedConnection",
                "tst_windowfaults::saysThatNobodyIsThere"},
            "Where this computer gives localhost one address only, the case of two tries one."},
        {"H31", "proxy: 407, down, HTML, slow automatic configuration",
            {"tst_transportproxy::namesProxyInItsFailures",
                "tst_transportproxy::triesAWrongPasswordOnce",
                "tst_transportproxy::keepsThePasswordFromOthers",
                "tst_transportproxy::slowLookupCountsInTheDeadline",
                "tst_proxyresolver::looksUpInAnotherThread"},
            {}},
        {"H32", "plain http as the host",
            {"tst_transport::refusesBeforeSending", "tst_account::refusesHosts",
                "tst_environmentaccount::namesWhatIsWrong"},
            {}},
        {"H33", "markup in the reason phrase", {"tst_transportfaults::survivesHostileHead"}, {}},
    };
}

QList<FaultRow> valueRows()
{
    return {
        {"V1", "numbers where strings are documented",
            {"tst_jsonfields::readsCounts", "tst_package::decodesJsonNumbers"}, {}},
        {"V2", "null, missing, of another type, extra",
            {"tst_package::everyFieldMayBeUnknown", "tst_package::ignoresUnknownKeys",
                "tst_windowfaults::saysItWithoutOldDataToo"},
            {}},
        {"V3", "the same key twice", {"tst_jsonduplicates::findsContradictions"}, {}},
        {"V4", "paging", {}, "Only orders come in pages, and this program reads none yet."},
        {"V5", "amounts: negative, huge, NaN, infinite, -0, 30 decimals",
            {"tst_jsonfields::readsDecimals", "tst_decimal::refusesWhatIsNoPlainNumber"}, {}},
        {"V6", "prices with separators, signs and words", {"tst_packagevalues::keepsPricesAsSent"},
            {}},
        {"V7", "integers above 2^53 and above 64 bits", {"tst_jsonfields::readsCounts"}, {}},
        {"V8", "formats of endTime",
            {"tst_servertime::readsTimes", "tst_servertime::refusesEverythingElse"}, {}},
        {"V9", "days and seconds that do not exist", {"tst_packagevalues::readsEndTimes"}, {}},
        {"V10", "an hour that daylight saving skips", {"tst_servertime::assumesTheGivenOffset"},
            "All value cases run once more in five zones of the world."},
        {"V11", "no end, in every way to say it", {"tst_subscriptionstate::endsThatAreNoDate"}, {}},
        {"V12", "the end is now, a second off, a day off, at midnight",
            {"tst_subscriptionboundaries::roundsTimeLeftDown",
                "tst_subscriptionboundaries::nothingChangesBetweenBoundaries",
                "tst_poolsmodel::judgesAnewAtEachBoundary"},
            {}},
        {"V13", "overdueDays odd, or against endTime",
            {"tst_packagevalues::readsOverdueDays", "tst_subscriptionstate::theTable",
                "tst_windowfaults::usesWhatCanBeRead"},
            {}},
        {"V14", "values of a list never seen", {},
            "The package's own; the statuses of orders come with the orders."},
        {"V15", "more used than bought, 0, unlimited",
            {"tst_subscriptionthresholds::mauIsComparedExactly"},
            "The package's quantity; what is used is another operation, which is not read yet."},
        {"V16", "this computer's clock differs",
            {"tst_poolsnapshot::correctsNowAboveTwoMinutes",
                "tst_poolsmodel::believesGenAuthsClock", "tst_tokenprovider::bearsClockThatJumps"},
            {}},
        {"V17", "yesterday's answer, from a cache on the way", {}, {}},
    };
}

QList<FaultRow> tokenRows()
{
    return {
        {"T1", "the token expires under six calls side by side",
            {"tst_apiclient::renewsOnceForSixSideBySide",
                "tst_apiclient::renewsOnceForLateRefusal"},
            {}},
        {"T2", "fifty ask at once, and there is no token",
            {"tst_tokenprovider::sharesOneExchange",
                "tst_tokenprovider::sharesOneExchangeBetweenTransports"},
            {}},
        {"T3", "the token endpoint is slow, throttles, or is down",
            {"tst_tokenprovider::sharesOneFailure", "tst_apiclient::asksNothingWithoutToken"}, {}},
        {"T4", "tokens that are no JWT, say nothing, or too much",
            {"tst_tokenanswers::readsClaim", "tst_tokenanswers::refusesToken",
                "tst_tokenanswers::readsLifetime"},
            {}},
        {"T5", "the key is changed on the server meanwhile",
            {"tst_apiclient::saysKeyRefusedWhenRenewalIs",
                "tst_refreshscheduler::stopsAskingWithARefusedKey",
                "tst_connectdialog::keepsTheSecretOfWhatItEdits"},
            {}},
        {"T6", "the key of another region or pool",
            {"tst_apiclient::namesPoolBestKnown", "tst_connectioncheck::knowsThePool",
                "tst_programjourney::testBeforeAnythingIsKept"},
            {}},
    };
}

QList<FaultRow> textRows()
{
    return {
        {"X1", "markup in names", {"tst_windowfaults::keepsMarkupText"}, {}},
        {"X2", "markup on the second line", {"tst_displaytext::makesTextSafe"}, {}},
        {"X3", "an ampersand", {}, {}},
        {"X4", "millions of characters",
            {"tst_displaytext::isQuickForHugeText", "tst_displaytext::clips",
                "tst_envelope::clipsServersWords"},
            {}},
        {"X5", "overrides, isolates, zero width, look-alikes",
            {"tst_displaytext::isSafeAndIdempotentForAnyText"}, {}},
        {"X6", "control characters, NUL, lone surrogates",
            {"tst_displaytext::isSafeAndIdempotentForAnyText",
                "tst_poolsmodel::makesServerTextSafe"},
            {}},
        {"X7", "forged lines and escapes in the log", {"tst_secrets::escapesWhatServersSay"}, {}},
        {"X8", "cells that a spreadsheet takes for formulas", {},
            "This program writes no table to a file yet."},
        {"X9", "file names from a server's text", {},
            "This program writes no file that is named by anything it was sent."},
        {"X10", "links in a server's text", {"tst_windowfaults::keepsMarkupText"}, {}},
    };
}

} // namespace

QList<FaultRow> faultRows()
{
    return httpRows() + valueRows() + tokenRows() + textRows();
}

QList<FaultTest> faultTests()
{
    return {
        {"tst_statusfaults::keepsItsPromises", statusCases()},
        {"tst_bodyfaults::keepsItsPromises", bodyCases()},
        {"tst_connectionfaults::keepsItsPromises", connectionCases()},
        {"tst_valuefaults::keepsItsPromises", valueCases()},
        {"tst_tokenfaults::keepsItsPromises", tokenCases()},
        {"tst_textfaults::keepsItsPromises", textCases()},
    };
}

} // namespace genauth::test
