# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Finds each dependency and, when one is missing, names the Debian package that brings it.
function(genauth_require_qt component package)
    find_package(Qt6 6.4 QUIET COMPONENTS ${component})
    if(NOT Qt6${component}_FOUND)
        message(FATAL_ERROR
            "Qt 6.4 or newer with ${component} was not found. On Debian and Ubuntu it is in the "
            "package ${package}; ./dev build installs everything that is needed.")
    endif()
endfunction()

genauth_require_qt(Core qt6-base-dev)
genauth_require_qt(Network qt6-base-dev)
genauth_require_qt(DBus qt6-base-dev)
genauth_require_qt(Gui qt6-base-dev)
genauth_require_qt(Widgets qt6-base-dev)
genauth_require_qt(PrintSupport qt6-base-dev)
genauth_require_qt(Sql qt6-base-dev)
genauth_require_qt(Svg libqt6svg6-dev)
genauth_require_qt(Test qt6-base-dev)
genauth_require_qt(LinguistTools "qt6-tools-dev and qt6-l10n-tools")
# qt6-httpserver-dev needs qt6-websockets-dev beside it, and Debian does not say so.
genauth_require_qt(WebSockets qt6-websockets-dev)
genauth_require_qt(HttpServer qt6-httpserver-dev)

# Inside the function the imported targets were local: find them once more for everyone.
find_package(Qt6 6.4 REQUIRED COMPONENTS
    Core Network DBus Gui PrintSupport Sql Svg Widgets Test LinguistTools HttpServer)

find_package(Qt6Keychain QUIET)
if(NOT Qt6Keychain_FOUND)
    message(FATAL_ERROR
        "QtKeychain for Qt 6 was not found. On Debian and Ubuntu it is in the package "
        "qtkeychain-qt6-dev; ./dev build installs everything that is needed.")
endif()

find_package(QCustomPlotQt6 QUIET)
if(NOT QCustomPlotQt6_FOUND)
    message(FATAL_ERROR
        "QCustomPlot for Qt 6 was not found. On Debian and Ubuntu it is in the package "
        "libqcustomplot-dev; ./dev build installs everything that is needed.")
endif()
