// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/dashboard/preferences/commandsection.h"

#include "app/dashboard/widgets/button.h"
#include "app/dashboard/widgets/formgrid.h"
#include "app/dashboard/widgets/textlabel.h"
#include "core/base/displaytext.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace genauth {

namespace {

/** In heights of a line. */
constexpr int ArgumentLines = 5;

} // namespace

CommandSection::CommandSection(const PreferencesWith &with, QWidget *parent)
    : PreferencesSection(parent)
    , m_with(with)
    , m_fields(new FormGrid(with.theme, this))
    , m_programField(new QWidget(m_fields))
    , m_program(new QLineEdit(m_programField))
    , m_programButton(new QPushButton(m_programField))
    , m_arguments(new QPlainTextEdit(m_fields))
    , m_limit(new QSpinBox(m_fields))
    , m_test(new Button("testHookButton", with.theme, Button::Weight::Usual, this))
    , m_result(new TextLabel(TextLabel::Role::Text, with.theme, this))
{
    createFields();
    layOut();
    showHook(with.settings.hook());
    retranslate();
    connect(m_program, &QLineEdit::textChanged, this, &CommandSection::judge);
    connect(m_program, &QLineEdit::editingFinished, this, &CommandSection::commit);
    connect(m_limit, &QSpinBox::editingFinished, this, &CommandSection::commit);
    connect(m_programButton, &QPushButton::clicked, this, &CommandSection::chooseProgram);
    connect(m_test, &Button::clicked, this, &CommandSection::test);
}

void CommandSection::createFields()
{
    m_programField->setObjectName(QStringLiteral("hookProgramField"));
    m_program->setObjectName(QStringLiteral("hookProgramEdit"));
    m_programButton->setObjectName(QStringLiteral("hookProgramButton"));
    m_arguments->setObjectName(QStringLiteral("hookArgumentsEdit"));
    m_arguments->setTabChangesFocus(true);
    m_arguments->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_arguments->setFixedHeight(ArgumentLines * fontMetrics().height());
    m_arguments->installEventFilter(this);
    m_limit->setObjectName(QStringLiteral("hookLimitSpinBox"));
    m_limit->setRange(1, static_cast<int>(HookSettings::LongestTimeLimit.count()));
    auto *program = new QHBoxLayout(m_programField);
    program->setContentsMargins(0, 0, 0, 0);
    program->addWidget(m_program, 1);
    program->addWidget(m_programButton);
    m_fields->addField(m_programField, m_program);
    m_fields->addField(m_arguments);
    m_fields->addField(m_limit);
    m_result->setObjectName(QStringLiteral("hookResultLabel"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
}

void CommandSection::layOut()
{
    auto *test = new QHBoxLayout;
    test->setSpacing(Space::Medium);
    test->addWidget(m_test, 0, Qt::AlignTop | Qt::AlignLeft);
    test->addWidget(m_result, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::Medium);
    layout->addWidget(m_fields);
    layout->addLayout(test);
    layout->addStretch(1);
    m_test->setVisible(static_cast<bool>(m_with.testHook));
}

void CommandSection::showHook(const HookSettings &hook)
{
    m_program->setText(hook.program);
    m_arguments->setPlainText(hook.arguments.join(QLatin1Char('\n')));
    m_limit->setValue(static_cast<int>(hook.timeLimit.count()));
    judge();
}

HookSettings CommandSection::typed() const
{
    return {m_program->text().trimmed(),
        m_arguments->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts),
        std::chrono::seconds(m_limit->value())};
}

QString CommandSection::programProblem() const
{
    const QString program = m_program->text().trimmed();
    if (program.isEmpty())
        return {};
    const QFileInfo file(program);
    if (!file.isAbsolute())
        return tr("Enter the whole path, such as /usr/local/bin/notify-team. Until then, the last "
                  "program is run.");
    if (!file.isFile() || !file.isExecutable())
        return tr("There is no program at this place that may be run. Until then, the last one is "
                  "run.");
    return {};
}

void CommandSection::judge()
{
    const QString problem = programProblem();
    m_fields->setProblem(m_programField, problem);
    m_test->setEnabled(
        m_state != Test::Running && problem.isEmpty() && !m_program->text().trimmed().isEmpty());
}

void CommandSection::commit()
{
    judge();
    HookSettings hook = typed();
    // The rest may be right even where the program is not.
    if (!programProblem().isEmpty())
        hook.program = m_with.settings.hook().program;
    if (hook == m_with.settings.hook())
        return;
    m_with.settings.setHook(hook);
    emit hookChosen(hook);
}

void CommandSection::chooseProgram()
{
    auto *dialog = new QFileDialog(this, tr("Program"), m_program->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_program->setText(file);
        commit();
    });
    dialog->open();
}

void CommandSection::test()
{
    commit();
    m_state = Test::Running;
    judge();
    showTest();
    m_with.testHook(typed(), [section = QPointer(this)](const HookTestResult &result) {
        if (!section)
            return;
        section->m_state = Test::Ended;
        section->m_testResult = result;
        section->judge();
        section->showTest();
    });
}

void CommandSection::showTest()
{
    m_result->setVisible(m_state != Test::None);
    if (m_state == Test::Running) {
        m_result->setTone(Tone::Plain);
        m_result->setText(tr("The test is running…"));
    } else if (m_state == Test::Ended) {
        m_result->setTone(m_testResult.ok ? Tone::Good : Tone::Bad);
        m_result->setText(m_testResult.words);
    }
}

bool CommandSection::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_arguments && event->type() == QEvent::FocusOut)
        commit();
    return PreferencesSection::eventFilter(watched, event);
}

QString CommandSection::title() const
{
    return tr("Command");
}

void CommandSection::retranslate()
{
    m_fields->setWords(m_programField, tr("&Program"),
        tr("Run on each alert, which it reads as JSON on its standard input. Empty: none. The "
           "manual has examples for mail, DingTalk, WeCom and Feishu."));
    m_programButton->setText(tr("Choose…"));
    m_programButton->setAccessibleDescription(tr("Chooses the program"));
    m_programButton->setToolTip(m_programButton->accessibleDescription());
    m_fields->setWords(m_arguments, tr("&Arguments"),
        tr("One a line, as they are: no shell reads them. They are kept as plain text in the "
           "settings; put no secret here."));
    m_fields->setWords(m_limit, tr("&Time limit"), tr("After it, the command is ended."));
    //: After a number in a field
    m_limit->setSuffix(tr(" s"));
    m_test->setWords(tr("Send a &test"), tr("Runs the command once, with a made-up alert"));
    judge();
    showTest();
}

} // namespace genauth
