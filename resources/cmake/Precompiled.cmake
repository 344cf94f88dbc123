# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Reading Qt's headers is most of the work of compiling one of our files: what nearly every file
# needs is read once. It carries no Qt library's definition beyond QT_CORE_LIB, and so fits all.
set(GENAUTH_PRECOMPILED_HEADERS
    <QAbstractTableModel>
    <QCoreApplication>
    <QDateTime>
    <QDir>
    <QFile>
    <QHash>
    <QJsonArray>
    <QJsonDocument>
    <QJsonObject>
    <QList>
    <QLocale>
    <QObject>
    <QPointer>
    <QRegularExpression>
    <QSet>
    <QString>
    <QStringList>
    <QTimer>
    <QUrl>
    <QUuid>
    <QVariant>
    <algorithm>
    <array>
    <chrono>
    <functional>
    <memory>
    <optional>
    <utility>
    <vector>)

# genauth_precompiled(NAME) makes them with the flags of this directory, for it and those below.
macro(genauth_precompiled name)
    set(GENAUTH_PRECOMPILED ${name})
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp
        CONTENT "// Nothing: the headers beside it are the point.\n")
    add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF GENAUTH_TEST "${GENAUTH_TEST}")
    target_link_libraries(${name} PRIVATE genauth_flags Qt6::Core)
    target_precompile_headers(${name} PRIVATE ${GENAUTH_PRECOMPILED_HEADERS})
    # This lets ccache keep what is made from them.
    target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endmacro()

# genauth_precompile(TARGET): TARGET is compiled with them.
function(genauth_precompile target)
    set_target_properties(${target} PROPERTIES GENAUTH_TEST "${GENAUTH_TEST}")
    target_precompile_headers(${target} REUSE_FROM ${GENAUTH_PRECOMPILED})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()
