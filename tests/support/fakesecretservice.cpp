// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakesecretservice.h"

#include "tests/support/bussecret.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QMap>
#include <QTimer>
#include <QUuid>

namespace genauth::test {

namespace {

using Attributes = QMap<QString, QString>;

const QString Name = QStringLiteral("org.freedesktop.secrets");
const QString Path = QStringLiteral("/org/freedesktop/secrets");
const QString ItemPrefix = QStringLiteral("/org/freedesktop/secrets/collection/fake/i");
const QString Prompt = QStringLiteral("/org/freedesktop/secrets/prompt/p1");
const QDBusObjectPath NoPrompt(QStringLiteral("/"));

template <class Value>
QVariant variant(const Value &value)
{
    return QVariant::fromValue(value);
}

/** The attributes asked for are those of the item, or some of them. */
bool matches(const Attributes &item, const Attributes &wanted)
{
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (item.value(it.key()) != it.value())
            return false;
    }
    return true;
}

} // namespace

class FakeSecretService::Object final : public QDBusVirtualObject
{
public:
    struct Item
    {
        Attributes attributes;
        QByteArray secret;
        QString contentType;
    };

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &call, const QDBusConnection &bus) override
    {
        // Whoever knew the service of before reads its properties, unasked, when a new one comes.
        if (call.member() != QLatin1String("GetAll"))
            ++calls;
        // "Handled", and that is all that is ever heard of it.
        return mood == Mood::Silent || bus.send(answer(call));
    }

    Mood mood = Mood::Honest;
    int calls = 0;
    int prompts = 0;
    std::chrono::milliseconds thinking{0};
    QString connection;
    QMap<int, Item> items;

private:
    [[nodiscard]] QDBusMessage answer(const QDBusMessage &call)
    {
        const QString method = call.member();
        if (method == QLatin1String("GetAll"))
            return call.createReply(QVariantList{QVariantMap()});
        if (method == QLatin1String("OpenSession"))
            return openSession(call);
        if (method == QLatin1String("CreateItem"))
            return createItem(call);
        if (method == QLatin1String("SearchItems"))
            return searchItems(call);
        if (method == QLatin1String("Unlock"))
            return call.createReply(
                QVariantList{variant(QList<QDBusObjectPath>()), variant(QDBusObjectPath(Prompt))});
        if (method == QLatin1String("Prompt"))
            return prompt(call);
        if (method == QLatin1String("GetSecrets"))
            return getSecrets(call);
        if (method == QLatin1String("Delete")) {
            if (mood != Mood::LyingDelete)
                items.remove(numberOf(call.path()));
            return call.createReply(QVariantList{variant(NoPrompt)});
        }
        return call.createErrorReply(QDBusError::UnknownMethod, method);
    }

    [[nodiscard]] static int numberOf(const QString &path)
    {
        return path.mid(ItemPrefix.size()).toInt();
    }
    [[nodiscard]] static QDBusObjectPath pathOf(int number)
    {
        return QDBusObjectPath(ItemPrefix + QString::number(number));
    }

    [[nodiscard]] QDBusMessage openSession(const QDBusMessage &call) const
    {
        if (call.arguments().value(0).toString() != QLatin1String("plain"))
            return call.createErrorReply(QDBusError::NotSupported, QStringLiteral("plain only"));
        return call.createReply(QVariantList{variant(QDBusVariant(QString())), variant(m_session)});
    }

    [[nodiscard]] QDBusMessage searchItems(const QDBusMessage &call) const
    {
        const auto all = found(qdbus_cast<Attributes>(call.arguments().value(0)));
        const QList<QDBusObjectPath> none;
        const bool isLocked = mood == Mood::Asking;
        return call.createReply(
            QVariantList{variant(isLocked ? none : all), variant(isLocked ? all : none)});
    }

    [[nodiscard]] QDBusMessage prompt(const QDBusMessage &call)
    {
        ++prompts;
        QTimer::singleShot(thinking, this, [this] {
            QDBusMessage completed = QDBusMessage::createSignal(Prompt,
                QStringLiteral("org.freedesktop.Secret.Prompt"), QStringLiteral("Completed"));
            completed << true << variant(QDBusVariant(variant(QList<QDBusObjectPath>())));
            QDBusConnection(connection).send(completed);
        });
        return call.createReply();
    }

    [[nodiscard]] QDBusMessage createItem(const QDBusMessage &call)
    {
        if (mood == Mood::Asking)
            return call.createErrorReply(QStringLiteral("org.freedesktop.Secret.Error.IsLocked"),
                QStringLiteral("Cannot create an item in a locked collection"));
        const auto properties = qdbus_cast<QVariantMap>(call.arguments().value(0));
        const auto attributes = qdbus_cast<Attributes>(
            properties.value(QStringLiteral("org.freedesktop.Secret.Item.Attributes")));
        const auto secret = qdbus_cast<BusSecret>(call.arguments().value(1));
        if (secret.session != m_session)
            return noSession(call);
        const QList<QDBusObjectPath> same = found(attributes);
        const int number = same.isEmpty() ? ++m_last : numberOf(same.first().path());
        if (mood != Mood::LyingWrite)
            items.insert(number, {attributes, secret.value, secret.contentType});
        return call.createReply(QVariantList{variant(pathOf(number)), variant(NoPrompt)});
    }

    [[nodiscard]] QList<QDBusObjectPath> found(const Attributes &wanted) const
    {
        QList<QDBusObjectPath> paths;
        for (auto it = items.begin(); it != items.end(); ++it) {
            if (matches(it->attributes, wanted))
                paths << pathOf(it.key());
        }
        return paths;
    }

    [[nodiscard]] QDBusMessage getSecrets(const QDBusMessage &call) const
    {
        const auto paths = qdbus_cast<QList<QDBusObjectPath>>(call.arguments().value(0));
        const auto session = call.arguments().value(1).value<QDBusObjectPath>();
        if (session != m_session)
            return noSession(call);
        QMap<QDBusObjectPath, BusSecret> secrets;
        for (const QDBusObjectPath &path : paths) {
            const Item item = items.value(numberOf(path.path()));
            secrets.insert(path, {session, {}, item.secret, item.contentType});
        }
        return call.createReply(QVariantList{variant(secrets)});
    }

    [[nodiscard]] static QDBusMessage noSession(const QDBusMessage &call)
    {
        return call.createErrorReply(QStringLiteral("org.freedesktop.Secret.Error.NoSession"),
            QStringLiteral("of another service's life"));
    }

    const QDBusObjectPath m_session{QStringLiteral("/org/freedesktop/secrets/session/s") +
                                    QUuid::createUuid().toString(QUuid::Id128)};
    int m_last = 0;
};

FakeSecretService::FakeSecretService(const QString &busAddress, Mood mood)
    : m_connection(QUuid::createUuid().toString())
    , m_object(std::make_unique<Object>())
{
    qDBusRegisterMetaType<BusSecret>();
    qDBusRegisterMetaType<QMap<QDBusObjectPath, BusSecret>>();
    m_object->mood = mood;
    m_object->connection = m_connection;
    QDBusConnection bus = QDBusConnection::connectToBus(busAddress, m_connection);
    if (!bus.registerVirtualObject(Path, m_object.get(), QDBusConnection::SubPath) ||
        !bus.registerService(Name))
        qFatal("the fake Secret Service cannot be on the bus");
}

FakeSecretService::~FakeSecretService()
{
    QDBusConnection::disconnectFromBus(m_connection);
}

void FakeSecretService::setMood(Mood mood)
{
    m_object->mood = mood;
}

int FakeSecretService::calls() const
{
    return m_object->calls;
}

int FakeSecretService::prompts() const
{
    return m_object->prompts;
}

void FakeSecretService::setThinking(std::chrono::milliseconds thinking)
{
    m_object->thinking = thinking;
}

QList<QByteArray> FakeSecretService::secrets() const
{
    QList<QByteArray> secrets;
    for (const Object::Item &item : std::as_const(m_object->items))
        secrets << item.secret;
    return secrets;
}

} // namespace genauth::test
