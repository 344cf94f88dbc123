// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/dashboard/dialogs/preferencesdialog.h"
#include "core/models/poolsmodel.h"
#include "core/store/billingstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/qtwarnings.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace genauth::test {

/** The preferences by themselves, with two pools and settings of their own; in English and light.
 */
class PreferencesStage
{
public:
    PreferencesStage()
    {
        language.set(UiLanguage::English);
        theme.apply(ThemeChoice::Light);
        first.id = QUuid::createUuid();
        first.name = QStringLiteral("First");
        second.id = QUuid::createUuid();
        second.name = QStringLiteral("Second");
        pools.setAccounts({first, second});
        open();
    }

    /** Anew, on the settings as they are. */
    void open()
    {
        const auto set = [this](bool on) {
            if (loginProblem.isEmpty())
                startsAtLogin = on;
            return loginProblem;
        };
        const auto test = [this](const HookSettings &hook, std::function<void(HookTestResult)> to) {
            tested = hook;
            tell = std::move(to);
        };
        dialog = std::make_unique<PreferencesDialog>(PreferencesWith{.settings = settings,
            .language = language,
            .theme = theme,
            .pools = pools,
            .loginStart = {[this] { return startsAtLogin; }, set},
            .testHook = test,
            .store = &store,
            .storeFile = folder.filePath(QStringLiteral("answers.sqlite"))});
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }

    template <class T>
    [[nodiscard]] T *find(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    /** What is said below the control; empty when nothing is seen there. */
    [[nodiscard]] QString noteOf(const char *control) const
    {
        const auto *note =
            dialog->findChild<QLabel *>(QLatin1String(control) + QStringLiteral("Note"));
        return note && note->isVisible() ? note->text() : QString();
    }
    /** In the place of what was there, and Return. */
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->setText(text);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] AlertSettings alerts() const { return settings.alertSettings(); }

    QTemporaryDir folder;
    FakeClock clock;
    Language language{Language::defaultDirectory()};
    Theme theme;
    Account first;
    Account second;
    PoolsModel pools{clock};
    Settings settings{folder.filePath(QStringLiteral("dashboard.ini"))};
    BillingStore store{folder.filePath(QStringLiteral("billing.sqlite")), clock};
    bool startsAtLogin = false;
    QString loginProblem;                     ///< why it cannot be changed
    std::function<void(HookTestResult)> tell; ///< how the test of the command went
    HookSettings tested;
    std::unique_ptr<PreferencesDialog> dialog;
};

} // namespace genauth::test
