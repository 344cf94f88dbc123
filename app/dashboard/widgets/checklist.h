// SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/connectioncheck.h"

#include <QWidget>

#include <array>

namespace genauth {

class StateShapeWidget;
class TextLabel;
class Theme;

/** The steps of a connection check, one line each: a shape, what the step is called, and what came
 *  of it. */
class CheckList final : public QWidget
{
    Q_OBJECT

public:
    explicit CheckList(const Theme &theme, QWidget *parent = nullptr);

    void show(const ConnectionCheck &check);

private:
    struct Line
    {
        StateShapeWidget *shape;
        TextLabel *name;
        TextLabel *state;
    };
    std::array<Line, ConnectionCheck::Steps.size()> m_lines;
};

} // namespace genauth
