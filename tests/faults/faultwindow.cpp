// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultwindow.h"

#include "app/dashboard/mainwindow.h"
#include "app/dashboard/session.h"
#include "app/dashboard/settings.h"
#include "app/text/errortext.h"
#include "core/accounts/ownpools.h"
#include "core/alerts/alertcenter.h"
#include "core/store/billingstore.h"
#include "tests/app/dashboard/windowtexts.h"
#include "tests/app/languages.h"
#include "tests/faults/faultstage.h"
#include "tests/support/genauthanswers.h"

#include <QLabel>
#include <QTemporaryDir>

#include <chrono>

namespace genauth::test {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/** 200 of a server's, and our own words around them. */
constexpr qsizetype LongestLine = 700;

class Watcher
{
public:
    explicit Watcher(FaultStage &stage)
        : m_stage(stage)
        , m_store({}, stage.clock)
        , m_alerts(stage.clock, nullptr)
        , m_session(stage.model, stage.refresher, stage.scheduler, m_pools, stage.clock)
        , m_settings(m_folder.filePath(u"dashboard.ini"_s))
        , m_window({stage.model, stage.refresher, stage.scheduler, m_session, m_pools, m_store,
              m_alerts, m_language, m_theme, m_settings, stage.clock})
    {
        m_window.resize(900, 700);
        m_window.show();
    }

    void speak(UiLanguage language)
    {
        m_language.set(language);
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::processEvents();
    }

    [[nodiscard]] QString text(const char *widget, const char *label = nullptr)
    {
        const auto *found = m_window.findChild<QWidget *>(QLatin1String(widget));
        if (label)
            found = found->findChild<QWidget *>(QLatin1String(label));
        return qobject_cast<const QLabel *>(found)->text();
    }

    [[nodiscard]] bool shows(const char *widget)
    {
        return m_window.findChild<QWidget *>(QLatin1String(widget))->isVisible();
    }

    [[nodiscard]] QStringList values()
    {
        QStringList values;
        for (const char *card : {"mauQuantityCard", "unitPriceCard", "endTimeCard", "overdueCard"})
            values << text(card, "valueLabel");
        return values;
    }

    void judge(const QStringList &before, QStringList &broken)
    {
        const UiLanguage language = m_language.current();
        const QString where = Language::code(language) + u": "_s;
        const auto unless = [&](bool holds, const QString &what) {
            if (!holds)
                broken << where + what;
        };
        const PoolSnapshot snapshot = m_stage.snapshot();
        const auto &error = snapshot.package.error;
        unless(shows("errorBanner") == error.has_value(), u"the error's banner"_s);
        if (error)
            judgeError(*error, before, unless);
        judgeTexts(unless);
    }

private:
    template <class Unless>
    void judgeError(const ApiError &error, const QStringList &before, const Unless &unless)
    {
        const UiLanguage language = m_language.current();
        const QString host = m_stage.role(PoolsModel::AccountRole).value<Account>().host.host();
        // A label may break a long word inside, with a space that shows nothing.
        const QString headline = text("errorBanner", "headlineLabel").remove(QChar(0x200B));
        unless(
            headline == ErrorText::words(error, host).headline, u"the headline is "_s + headline);
        const QString advice = text("errorBanner", "adviceLabel");
        unless(isSaidIn(language, advice), u"the advice is "_s + advice);
        // I1 and I4: nothing known is lost, and the warning stays.
        unless(values() == before, u"the facts became "_s + values().join(u", "_s));
        unless(shows("statusBanner"), u"the warning is gone"_s);
        unless(isSaidIn(language, text("statusBanner", "headlineLabel")), u"the warning's words"_s);
        unless(shows("ageLabel") && isSaidIn(language, text("ageLabel")), u"the age"_s);
        unless(shows("retryButton") && shows("detailsButton"), u"the buttons"_s);
    }

    template <class Unless>
    void judgeTexts(const Unless &unless)
    {
        const QMap<QString, QString> texts = textsOf(m_window);
        for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
            unless(!text->contains(u"CANARY"_s), u"a secret: "_s + text.key());
            unless(!text->contains(u"1970"_s), u"1970: "_s + text.key());
            unless(!text->contains(u"nan"_s) || !text.key().contains(u"Card/"_s),
                u"no number: "_s + text.key());
            for (const QString &line : text->split(u'\n'))
                unless(line.size() <= LongestLine, u"too long: "_s + text.key());
        }
        const auto labels = m_window.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            unless(!label->text().contains(u'<') || label->textFormat() == Qt::PlainText,
                u"markup: "_s + label->objectName());
        unless(!m_window.grab().isNull(), u"no picture"_s);
    }

    FaultStage &m_stage;
    QTemporaryDir m_folder;
    OwnPools m_pools;
    BillingStore m_store;
    AlertCenter m_alerts;
    Session m_session;
    Language m_language{Language::defaultDirectory()};
    Theme m_theme;
    Settings m_settings;
    MainWindow m_window;
};

} // namespace

QStringList brokenBeforeTheWindow(const FaultCase &faultCase)
{
    FaultStage stage(faultCase.limits);
    if (faultCase.prepare)
        faultCase.prepare(stage);
    Watcher watcher(stage);
    stage.open();
    stage.refresh();
    QHash<UiLanguage, QStringList> before;
    for (const UiLanguage language : {UiLanguage::Chinese, UiLanguage::English}) {
        watcher.speak(language);
        before.insert(language, watcher.values());
    }
    stage.clock.advance(10min);
    faultCase.fault(stage);
    stage.refresh();
    QStringList broken;
    for (const UiLanguage language : {UiLanguage::English, UiLanguage::Chinese}) {
        watcher.speak(language);
        watcher.judge(before.value(language), broken);
    }
    return broken;
}

} // namespace genauth::test
