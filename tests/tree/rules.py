# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What holds for every source file, besides who includes whom."""

import re

# A file holds one idea: longer than this, it holds two.
LONGEST = {"app": 300, "core": 300, "tests": 400}
LICENCE = ("SPDX-FileCopyrightText: ", "SPDX-License-Identifier: GPL-3.0-or-later")

NETWORK_UNIT = re.compile(r"core/api/transport\.(h|cpp)")
NETWORK_MANAGER = re.compile(r"\bQNetworkAccessManager\b")
TLS_BLINDFOLD = re.compile(r"\bignoreSslErrors\b")

# Everything that turns the event loop inside another turn. Drag and drop is Qt's own exception.
NESTED_LOOP = re.compile(
    r"\bQEventLoop\b"
    r"|(?<![dD]rag)(?:\.|->)exec\("
    r"|\bQMessageBox::(?:information|question|warning|critical|about|aboutQt)\("
    r"|\bQApplication::aboutQt\("
    r"|\bQFileDialog::get\w+\(|\bQInputDialog::get\w+\("
    r"|\bQColorDialog::getColor\(|\bQFontDialog::getFont\(")
# A program's own loop; and a QSqlQuery is executed too.
MAY_EXEC = re.compile(r"app/\w+/main\.cpp|core/store/.*")


def is_product(source):
    return source.name.startswith(("app/", "core/"))


def length(source):
    longest = LONGEST[source.name.split("/")[0]]
    if len(source.lines) > longest:
        yield longest + 1, f"{len(source.lines)} lines are more than {longest}"


def network_unit(source):
    """Only the transport names the class that opens connections."""
    allowed = source.room == "app/sandbox" or NETWORK_UNIT.fullmatch(source.name)
    if is_product(source) and not allowed:
        yield from lines_with(source, NETWORK_MANAGER, "only core/api/transport names {}")


def tls_errors(source):
    yield from lines_with(source, TLS_BLINDFOLD, "TLS errors are final, no {}")


def nested_loops(source):
    if not is_product(source):
        return
    for line, words in lines_with(source, NESTED_LOOP, "no nested event loop: {}"):
        if not (MAY_EXEC.fullmatch(source.name) and "exec(" in words):
            yield line, words


SOURCE_CHECKS = (length, network_unit, tls_errors, nested_loops)


def lines_with(source, pattern, words):
    for number, line in enumerate(source.code, 1):
        if match := pattern.search(line):
            yield number, words.format(match[0])


def unbuilt_sources(root, sources):
    """A .cpp that no CMakeLists.txt names is never compiled, and a test that is not run says nothing."""
    for source in sources:
        path = root / source.name
        if path.suffix == ".cpp" and not named_by_cmake(root, path):
            yield source.name, 1, "no CMakeLists.txt builds this file"


def named_by_cmake(root, path):
    # genauth_test(tst_x) builds tst_x.cpp, so a test may be named without its ending.
    ending = r"(\.cpp)?" if path.stem.startswith("tst_") else r"\.cpp"
    stem = re.compile(rf"(?<![\w-]){re.escape(path.stem)}{ending}(?![\w-])")
    for folder in path.parents:
        lists = folder / "CMakeLists.txt"
        if lists.is_file() and stem.search(lists.read_text(encoding="utf-8")):
            return True
        if folder == root:
            return False
    return False


def missing_licences(root, files):
    """Every file that has comments begins with the two SPDX lines, below a #! line if it has one."""
    top = [root / name for name in ("CMakeLists.txt", "dev", ".ci/run", ".clang-format", ".clang-tidy")]
    top += sorted((root / "resources").rglob("*.cmake"))
    top += sorted((root / "resources").rglob("*.sh"))
    top += sorted((root / "resources" / "check").glob("*"))
    top += sorted(root.glob("*/CMakeLists.txt"))
    for path in files + [path for path in top if path.is_file()]:
        commented = path.suffix in (".h", ".cpp", ".py", ".cmake") or path.name == "CMakeLists.txt"
        if not (commented or path in top):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        if lines and lines[0].startswith("#!"):
            lines = lines[1:]
        for number, wanted in enumerate(LICENCE):
            if len(lines) <= number or wanted not in lines[number]:
                yield path.relative_to(root).as_posix(), number + 1, f"no line with {wanted}"
