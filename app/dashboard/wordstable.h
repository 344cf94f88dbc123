// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QSortFilterProxyModel>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVariant>

#include <optional>

namespace genauth {

class Theme;

/** A model of raw values as a table for people: words in the language of the window, made when a
 *  view asks for them. Sorts by value; what is unknown stands last in either direction. Filters by
 *  words, all of which a row must hold somewhere. */
class WordsTable : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /** `theme` must outlive the table. */
    explicit WordsTable(const Theme &theme, QObject *parent = nullptr);

    /** The same values are told anew: the theme or their age has changed. */
    void retell();
    /** The language has changed. */
    void retranslate();
    /** Old data is one step dimmer. */
    void setStale(bool stale);
    /** Empty: everything is shown. */
    void setFilterWords(const QString &words);

    /** Where the rows are from: for those who see them elsewhere. */
    struct Origin
    {
        QUuid account = {};    ///< a null one: they are of all pools
        QString poolName = {}; ///< the user's own
        QDateTime asOf = {};   ///< when they were answered, in the pool's clock; invalid: unknown,
                               ///< or they say it themselves
        std::optional<bool> complete = {}; ///< false: there may be more rows than these
        std::optional<qint64> stated = {}; ///< how many, by the server's word
        QString missing = {};              ///< a sentence, where it is not complete
    };
    void setOrigin(const Origin &origin) { m_origin = origin; }
    [[nodiscard]] const Origin &origin() const { return m_origin; }

    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /** What a cell says, in a way that is true still when somebody reads it later. */
    [[nodiscard]] virtual QString lastingWords(const QModelIndex &index) const;

    // For files of raw values: codes, the same in every language and version.

    /** "orders" */
    [[nodiscard]] virtual QString tableCode() const = 0;
    /** One for each column of the model, whether it is shown or not; then, what else there is. */
    [[nodiscard]] virtual QStringList columnCodes() const = 0;
    /** A value of such a column, whether the model has it or not, as such a file has it: see
     *  TableContents. An empty text is taken for an unknown one. */
    [[nodiscard]] virtual QVariant rawValue(const QModelIndex &sourceRow, int column) const;
    /** What the headings are, of which there may be one for some rows; empty: there are none. */
    [[nodiscard]] virtual QString headingTitle() const { return {}; }

protected:
    /** A model's text for such a file: one that is empty is taken for unknown. */
    [[nodiscard]] static QVariant knownText(const QVariant &value);

    /** One cell in words. */
    struct Cell
    {
        QString words;
        QString tooltip; ///< plain text, may be of several lines
        bool known = true;
    };
    [[nodiscard]] virtual Cell cell(const QModelIndex &index) const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual bool isNumber(int column) const = 0;
    /** What a row is compared by; invalid: unknown. */
    [[nodiscard]] virtual QVariant sortValue(const QModelIndex &sourceIndex) const = 0;
    /** Decides between rows that are equal in the column sorted by, in either direction. */
    [[nodiscard]] virtual bool comesFirst(
        const QModelIndex &sourceLeft, const QModelIndex &sourceRight) const;
    /** Everything of a row that a filter looks into; a table without a filter needs none. */
    [[nodiscard]] virtual QStringList searched(const QModelIndex &sourceIndex) const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(
        int sourceRow, const QModelIndex &sourceParent) const override;

private:
    void retellUnder(const QModelIndex &parent);

    const Theme &m_theme;
    Origin m_origin;
    QStringList m_filterWords;
    bool m_stale = false;
};

} // namespace genauth
