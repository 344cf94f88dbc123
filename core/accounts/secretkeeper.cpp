// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/accounts/secretkeeper.h"

#include "core/accounts/secretentry.h"
#include "core/accounts/secrettask.h"

#include <QElapsedTimer>

namespace genauth {

using Answer = SecretStore::Answer;
using Outcome = SecretStore::Outcome;

SecretKeeper::SecretKeeper(SecretStore &store, std::chrono::milliseconds patience,
    std::chrono::milliseconds personsTime, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_personsTime(personsTime)
    , m_probeEntry(QStringLiteral("probe-") + QUuid::createUuid().toString(QUuid::Id128))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &SecretKeeper::losePatience);
}

SecretKeeper::~SecretKeeper() = default;

QString SecretKeeper::entryOf(const QUuid &accountId)
{
    return accountId.toString(QUuid::WithoutBraces);
}

void SecretKeeper::read(const QUuid &accountId, QObject *context, ReadCallback callback)
{
    add({.kind = Task::Kind::Read,
        .account = accountId,
        .askers = {{.context = context, .onRead = std::move(callback)}}});
}

void SecretKeeper::write(
    const QUuid &accountId, const PoolSecrets &secrets, QObject *context, DoneCallback callback)
{
    add({.kind = Task::Kind::Write,
        .account = accountId,
        .askers = {{.context = context, .onDone = std::move(callback)}},
        .bytes = entryFrom(secrets),
        .secretMark = SecretMark(secrets.key.secret),
        .proxyMark = SecretMark(secrets.proxyPassword)});
}

void SecretKeeper::remove(const QUuid &accountId, QObject *context, DoneCallback callback)
{
    add({.kind = Task::Kind::Remove,
        .account = accountId,
        .askers = {{.context = context, .onDone = std::move(callback)}}});
}

void SecretKeeper::add(Task task)
{
    ++m_unheard;
    Task *&last = m_lastQueued[task.account];
    if (last && last->isRead() == task.isRead()) {
        last->takeOver(std::move(task));
    } else {
        m_tasks.push_back(std::make_unique<Task>(std::move(task)));
        last = m_tasks.back().get();
    }
    // While it runs already, the store has been silent for longer than this one waits.
    if (!m_patience.isActive())
        m_patience.start();
    startNext();
}

void SecretKeeper::startNext()
{
    while (!m_tasks.empty() && !m_tasks.front()->isUnderWay && m_tasks.front()->isUnwanted()) {
        noteTaken(*m_tasks.front());
        m_unheard -= m_tasks.front()->unheard();
        m_tasks.pop_front();
    }
    if (m_tasks.empty() || m_tasks.front()->isUnderWay)
        return;
    m_tasks.front()->isUnderWay = true;
    noteTaken(*m_tasks.front());
    switch (m_tasks.front()->kind) {
    case Task::Kind::Read:
        return startRead();
    case Task::Kind::Write:
        return startWrite();
    case Task::Kind::Remove:
        return startRemove();
    }
}

void SecretKeeper::noteTaken(const Task &task)
{
    const auto last = m_lastQueued.constFind(task.account);
    if (last != m_lastQueued.cend() && *last == &task)
        m_lastQueued.erase(last);
}

void SecretKeeper::startRead()
{
    askForSure([this](const Answer &answer) {
        switch (answer.outcome) {
        case Outcome::Done: {
            const std::optional<PoolSecrets> secrets = secretsFrom(answer.secret);
            if (secrets)
                finish(std::nullopt, *secrets);
            else
                finish(ErrorKind::KeyUnusable);
            return;
        }
        case Outcome::NotFound:
            return finish(ErrorKind::KeyMissing);
        case Outcome::Refused:
            return finish(ErrorKind::KeychainLocked);
        case Outcome::Unavailable:
            return finish(ErrorKind::KeychainUnavailable);
        }
    });
}

void SecretKeeper::startWrite()
{
    const QString entry = m_tasks.front()->entry();
    const QByteArray bytes = m_tasks.front()->bytes;
    if (bytes.isEmpty()) {
        QTimer::singleShot(0, this, [this] { finish(ErrorKind::KeyUnusable); });
        return;
    }
    put(entry, bytes, [this, entry, bytes](const Answer &written) {
        if (written.outcome != Outcome::Done)
            return finish(written.outcome == Outcome::Refused ? ErrorKind::KeychainLocked
                                                              : ErrorKind::KeychainUnavailable);
        ask(entry, [this, bytes](const Answer &kept) {
            const bool isKept = kept.outcome == Outcome::Done && kept.secret == bytes;
            finish(isKept ? std::nullopt : std::optional(ErrorKind::KeyNotKept));
        });
    });
}

void SecretKeeper::startRemove()
{
    // What it says of the deletion is worth nothing: a locked keyring says that it is done.
    drop(m_tasks.front()->entry(), [this](const Answer &) {
        askForSure([this](const Answer &left) {
            const bool isGone = left.outcome == Outcome::NotFound;
            finish(isGone ? std::nullopt : std::optional(ErrorKind::KeyMayRemain));
        });
    });
}

void SecretKeeper::askForSure(const Next &next)
{
    const QString entry = m_tasks.front()->entry();
    const QByteArray content = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    const auto askAgain = [this, entry, next] {
        // Again, since the keychain may have been unlocked only for the throw-away entry.
        ask(entry, [this, next](const Answer &again) {
            drop(m_probeEntry, [next, again](const Answer &) { next(again); });
        });
    };
    const auto readProbe = [this, next, content, askAgain] {
        ask(m_probeEntry, [this, next, content, askAgain](const Answer &probe) {
            if (probe.outcome == Outcome::Done && probe.secret == content)
                return askAgain();
            drop(m_probeEntry, [next](const Answer &) { next({Outcome::Refused}); });
        });
    };
    ask(entry, [this, next, content, readProbe](const Answer &answer) {
        if (answer.outcome != Outcome::NotFound)
            return next(answer);
        // A prompt was shown and dismissed. The throw-away entry would bring up a second one.
        if (m_saidNo)
            return next({Outcome::Refused});
        put(m_probeEntry, content, [next, readProbe](const Answer &probe) {
            if (probe.outcome == Outcome::Done)
                return readProbe();
            const bool isThere = probe.outcome != Outcome::Unavailable;
            next({isThere ? Outcome::Refused : Outcome::Unavailable});
        });
    });
}

void SecretKeeper::ask(const QString &entry, Next next)
{
    m_store.read(entry, this, answered(std::move(next)));
}

void SecretKeeper::put(const QString &entry, const QByteArray &bytes, Next next)
{
    m_store.write(entry, bytes, this, answered(std::move(next)));
}

void SecretKeeper::drop(const QString &entry, Next next)
{
    m_store.remove(entry, this, answered(std::move(next)));
}

SecretKeeper::Next SecretKeeper::answered(Next next)
{
    QElapsedTimer clock;
    clock.start();
    return [this, next = std::move(next), clock](const Answer &answer) {
        const bool isNo = answer.outcome == Outcome::Refused || answer.outcome == Outcome::NotFound;
        m_saidNo = isNo && clock.elapsed() >= m_personsTime.count();
        beImpatient();
        next(answer);
    };
}

void SecretKeeper::finish(std::optional<ErrorKind> problem, const PoolSecrets &secrets)
{
    const SecretMark secretMark(secrets.key.secret);
    const SecretMark proxyMark(secrets.proxyPassword);
    const std::unique_ptr<Task> task = std::move(m_tasks.front());
    m_tasks.pop_front();
    m_unheard -= task->unheard();
    const bool isLocked =
        problem == ErrorKind::KeychainLocked || problem == ErrorKind::KeyMayRemain;
    m_wasDeclined = isLocked && m_saidNo;
    std::vector<std::unique_ptr<Task>> givenUp;
    if (m_wasDeclined)
        givenUp = giveUpChanges();
    beImpatient();
    startNext();
    // What is called below may be the end of this keeper.
    const QPointer<SecretKeeper> self(this);
    const Result<PoolSecrets> outcome = task->outcome(problem, secrets);
    const bool isLate = task->isRead() && task->wasSilent();
    task->answer(outcome);
    if (self && isLate && outcome)
        emit readLate(task->account, secrets);
    else if (self && isLate)
        emit readFailedLate(task->account, outcome.error());
    for (const std::unique_ptr<Task> &change : givenUp) {
        const bool writes = change->kind == Task::Kind::Write;
        change->answer(change->outcome(
            writes ? ErrorKind::KeychainLocked : ErrorKind::KeyMayRemain, PoolSecrets()));
    }
}

std::vector<std::unique_ptr<SecretKeeper::Task>> SecretKeeper::giveUpChanges()
{
    std::vector<std::unique_ptr<Task>> changes;
    std::deque<std::unique_ptr<Task>> reads;
    for (std::unique_ptr<Task> &task : m_tasks) {
        if (task->isRead()) {
            reads.push_back(std::move(task));
        } else {
            noteTaken(*task);
            m_unheard -= task->unheard();
            changes.push_back(std::move(task));
        }
    }
    m_tasks = std::move(reads);
    return changes;
}

void SecretKeeper::beImpatient()
{
    if (m_unheard > 0)
        m_patience.start();
    else
        m_patience.stop();
}

void SecretKeeper::losePatience()
{
    // Copies, as each callback may be the end of this keeper.
    std::vector<Task::Asker> waiting;
    for (const std::unique_ptr<Task> &task : m_tasks) {
        for (Task::Asker &asker : task->askers) {
            if (!asker.wasAnswered)
                waiting.push_back(asker);
            asker.wasAnswered = true;
        }
    }
    m_unheard = 0;
    for (const Task::Asker &asker : waiting)
        asker.answer(ApiError{.kind = ErrorKind::KeychainSilent});
}

} // namespace genauth
