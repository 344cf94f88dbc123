# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target links this one; it carries the language level, the warnings and the Qt strictness.
add_library(genauth_flags INTERFACE)
target_compile_features(genauth_flags INTERFACE cxx_std_20)
target_include_directories(genauth_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(genauth_flags INTERFACE
    GENAUTH_VERSION="${PROJECT_VERSION}"
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(genauth_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${GENAUTH_WERROR}>:-Werror>)

# Test code is built to be built quickly: unoptimized, and of the sanitizers with AddressSanitizer
# alone. The product within the tests has all of both. Set by genauth_precompile() below tests/.
set(genauth_is_test $<BOOL:$<TARGET_PROPERTY:GENAUTH_TEST>>)

if(GENAUTH_SANITIZE)
    target_compile_options(genauth_flags INTERFACE
        -fsanitize=${GENAUTH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
        $<${genauth_is_test}:-O0$<SEMICOLON>-fno-sanitize=undefined>)
    target_link_options(genauth_flags INTERFACE -fsanitize=${GENAUTH_SANITIZE})
else()
    # Released programs are read-only where they can be and notice a smashed stack.
    target_compile_options(genauth_flags INTERFACE -fstack-protector-strong
        $<$<AND:$<CONFIG:Release,RelWithDebInfo>,$<NOT:${genauth_is_test}>>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=2>
        $<${genauth_is_test}:-O0>)
    target_link_options(genauth_flags INTERFACE -Wl,-z,relro,-z,now)
endif()

# Hundreds of test programs are linked: with mold, where it is there, in a third of the time.
include(CTest)
if(BUILD_TESTING)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold GENAUTH_HAS_MOLD)
    if(GENAUTH_HAS_MOLD)
        target_link_options(genauth_flags INTERFACE -fuse-ld=mold)
    endif()
endif()
