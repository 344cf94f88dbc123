# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The floors of the house: what may include what."""

# Lowest first. A file may include its own room and every floor below, but not a neighbour.
FLOORS = (
    ("core/base",),
    ("core/accounts",),
    ("core/api",),
    ("core/billing",),
    ("core/store", "core/report", "core/models"),
    ("core/sync", "core/alerts"),
    ("app/text",),
    ("app/platform", "app/demo", "app/settings"),
    ("app/dashboard", "app/check"),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# The house next door: it knows nobody, and only tests call on it.
SANDBOX = "app/sandbox"
TESTS = "tests"

# Rooms without a screen include nothing from these Qt modules ...
SCREENLESS = tuple(room for room in FLOOR_OF if room.startswith("core/")) + (
    SANDBOX, "app/text", "app/demo", "app/settings", "app/check")
SCREEN_MODULES = ("QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtSvgWidgets", "QtOpenGL")
# ... nor one of their classes by its short name.
SCREEN_CLASSES = frozenset(
    """QAbstractButton QAbstractItemDelegate QAbstractItemView QAction QApplication QBrush QClipboard
    QColor QColorDialog QComboBox QCursor QDesktopServices QDialog QFileDialog QFont QFontDatabase
    QFontMetrics QGuiApplication QHeaderView QIcon QImage QInputDialog QKeyEvent QKeySequence QLabel
    QLayout QLineEdit QListView QMainWindow QMenu QMessageBox QMouseEvent QMovie QPainter
    QPainterPath QPalette QPdfWriter QPen QPicture QPixmap QPrinter QProgressBar QPushButton QScreen
    QShortcut QStandardItem QStandardItemModel QStyle QStyledItemDelegate QStyleOption
    QSystemTrayIcon QTableView QTextDocument QTextEdit QToolBar QToolButton QTreeView QValidator
    QVBoxLayout QWidget QWindow""".split())


def check(source):
    """Yields (line, words) for each include of source that is not allowed."""
    if source.room not in FLOOR_OF and source.room not in (SANDBOX, TESTS):
        yield 1, f"{source.room} is no room of the house: give it a floor in tests/tree/floors.py"
        return
    for line, included, quoted in source.includes:
        if words := wrong_include(source.room, included, quoted):
            yield line, words


def wrong_include(room, included, quoted):
    """What is wrong with including this file from that room; None when nothing is."""
    parts = included.split("/")
    if parts[0] in ("app", "core", "tests"):
        return wrong_neighbour(room, included)
    if quoted and not included.endswith(".moc"):
        return f'"{included}" is not named from the root of the tree'
    if room in SCREENLESS and (parts[0] in SCREEN_MODULES or parts[-1] in SCREEN_CLASSES):
        return f"{room} has no screen, but includes {included}"
    return None


def wrong_neighbour(room, included):
    other = "/".join(included.split("/")[:2])
    if room == TESTS or other == room:
        return None
    if other.split("/")[0] == TESTS:
        return f"{included}: only tests include tests"
    if other == SANDBOX:
        return f"{included}: only tests and the sandbox itself include the sandbox"
    if room == SANDBOX:
        return f"the sandbox is a house of its own, but includes {included}"
    if other not in FLOOR_OF:
        return f"{included}: {other} is no room of the house"
    if FLOOR_OF[other] > FLOOR_OF[room]:
        return f"{room} climbs: {included} lies on a floor above"
    if FLOOR_OF[other] == FLOOR_OF[room]:
        return f"{room} and {other} share a floor and do not include each other"
    return None
