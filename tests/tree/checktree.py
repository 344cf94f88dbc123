#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads the source tree and names each line that breaks one of its rules.

Usage: checktree.py ROOT. Prints "file:line: what is wrong" for each; exits 1 when there is one.
"""

import sys
from pathlib import Path

import floors
import rules
from source import Source

TOPS = ("app", "core", "tests")


def problems(root):
    """Everything wrong with the tree at root, as (path, line, words)."""
    found = []
    files = sorted(path for top in TOPS for path in (root / top).rglob("*") if path.is_file())
    sources = [Source(root, path) for path in files if path.suffix in (".h", ".cpp")]
    if not sources:
        return [(".", 0, "no source files here: nothing was checked")]
    for source in sources:
        for check in (floors.check, *rules.SOURCE_CHECKS):
            found += [(source.name, line, words) for line, words in check(source)]
    found += rules.unbuilt_sources(root, sources)
    found += rules.missing_licences(root, files)
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    root = Path(sys.argv[1])
    found = problems(root)
    for name, line, words in found:
        print(f"{name}:{line}: {words}")
    print(f"{len(found)} problems in the source tree")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
