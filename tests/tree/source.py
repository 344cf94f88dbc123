# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One C++ file, as the checks want to see it."""

import re

# Comments, and the literals in which something may look like a comment.
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'
    r'|R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])*'",
    re.DOTALL)
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


class Source:
    """name: the path from the root. room: its folder's first two parts ("core/api").
    lines: the text as written. code: the same lines with comments blanked.
    includes: (line number, what is included, whether in quotes)."""

    def __init__(self, root, path):
        text = path.read_text(encoding="utf-8")
        self.name = path.relative_to(root).as_posix()
        self.room = room_of(self.name)
        self.lines = text.splitlines()
        self.code = without_comments(text).splitlines()
        self.includes = []
        for number, line in enumerate(self.code, 1):
            if match := INCLUDE.match(line):
                self.includes.append((number, match[2], match[1] == '"'))


def room_of(name):
    """"core/api/transport.h" lies in "core/api"; "core/x.h" in "core"; "tests/core/x.h" in "tests"."""
    parts = name.split("/")[:-1]
    return "tests" if parts[:1] == ["tests"] else "/".join(parts[:2])


def without_comments(text):
    """text with comments blanked and line numbers kept."""

    def blank(match):
        token = match[0]
        if token.startswith(("//", "/*")):
            return re.sub(r"[^\n]", " ", token)
        return token

    return TOKEN.sub(blank, text)
