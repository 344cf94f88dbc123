# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The checks themselves, on small trees made to break each rule once."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECK = Path(__file__).with_name("checktree.py")
LICENCE = "// SPDX-FileCopyrightText: 2026 x\n// SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckTree(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.add("core/base/result.h", "")

    def add(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        comment = "//" if path.suffix in (".h", ".cpp") else "#"
        path.write_text(LICENCE.replace("//", comment) + text, encoding="utf-8")

    def said(self):
        """The checker's exit code and its words about the tree."""
        done = subprocess.run([sys.executable, "-B", CHECK, self.root], text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout

    def assert_fine(self, name, text):
        self.add(name, text)
        self.assertEqual(self.said(), (0, "0 problems in the source tree\n"))

    def assert_problem(self, name, text, words, line=3):
        """text, below the two licence lines, is one problem of the tree, at that line."""
        self.add(name, text)
        code, output = self.said()
        self.assertEqual(code, 1, output)
        self.assertIn(f"{name}:{line}: ", output)
        self.assertIn(words, output)
        self.assertIn("\n1 problems in the source tree", output)

    def test_an_include_downwards_is_fine(self):
        self.assert_fine("core/sync/poolrefresh.h", '#include "core/base/result.h"\n'
                         '#include "core/sync/other.h"\n#include "core/models/poolsmodel.h"\n')

    def test_an_empty_tree_is_no_success(self):
        (self.root / "core/base/result.h").unlink()
        code, output = self.said()
        self.assertEqual(code, 1)
        self.assertIn("no source files", output)

    def test_includes_that_climb(self):
        for below, above in (("core/base", "core/accounts"), ("core/accounts", "core/api"),
                             ("core/api", "core/billing"), ("core/billing", "core/models"),
                             ("core/store", "core/sync"), ("core/alerts", "app/text"),
                             ("app/text", "app/platform"), ("app/platform", "app/dashboard"),
                             ("core/base", "app/dashboard"), ("app/demo", "app/check")):
            with self.subTest(below=below, above=above):
                self.assert_problem(f"{below}/x.h", f'#include "{above}/y.h"\n', "climbs")
                (self.root / below / "x.h").unlink()

    def test_an_include_in_angle_brackets_climbs_too(self):
        self.assert_problem("core/base/x.h", "  #  include <core/api/y.h>\n", "climbs")

    def test_neighbours_on_a_floor(self):
        for one, other in (("core/store", "core/report"), ("core/models", "core/store"),
                           ("core/sync", "core/alerts"), ("app/dashboard", "app/check"),
                           ("app/platform", "app/demo")):
            with self.subTest(one=one, other=other):
                self.assert_problem(f"{one}/x.h", f'#include "{other}/y.h"\n', "share a floor")
                (self.root / one / "x.h").unlink()

    def test_the_sandbox_knows_nobody(self):
        self.assert_problem("app/sandbox/x.h", '#include "core/base/result.h"\n', "of its own")

    def test_nobody_but_tests_knows_the_sandbox(self):
        self.add("app/sandbox/y.h", '#include "app/sandbox/z.h"\n')
        self.add("tests/sandbox/y.h", '#include "app/sandbox/z.h"\n')
        self.assert_problem("app/dashboard/x.h", '#include "app/sandbox/y.h"\n', "only tests")

    def test_only_tests_include_tests(self):
        self.add("tests/support/y.h", '#include "tests/support/z.h"\n')
        self.assert_problem("core/base/x.h", '#include "tests/support/y.h"\n', "only tests")

    def test_an_include_is_named_from_the_root(self):
        self.assert_problem("core/base/x.h", '#include "result.h"\n', "root of the tree")
        self.assert_problem("core/base/x.h", '#include "../api/y.h"\n', "root of the tree")

    def test_mocs_own_file_is_named_alone(self):
        self.add("tests/core/CMakeLists.txt", "genauth_test(tst_x)\n")
        self.assert_fine("tests/core/tst_x.cpp", '#include "tst_x.moc"\n')

    def test_a_room_that_no_floor_knows(self):
        self.assert_problem("core/cellar/x.h", "", "no room of the house", line=1)
        (self.root / "core/cellar/x.h").unlink()
        self.assert_problem("core/base/x.h", '#include "core/cellar/x.h"\n', "no room of the house")

    def test_core_has_no_screen(self):
        for header in ("QWidget", "QtGui/QColor", "QtWidgets/qwidget.h", "QPixmap"):
            with self.subTest(header=header):
                self.assert_problem("core/models/x.h", f"#include <{header}>\n", "no screen")
        self.add("core/models/x.h", "#include <QString>\n#include <QtCore/QUrl>\n")
        self.assert_fine("app/dashboard/x.h", "#include <QWidget>\n")

    def test_only_the_transport_opens_connections(self):
        self.add("core/api/transport.h", "class QNetworkAccessManager;\n")
        self.add("app/sandbox/x.h", "class QNetworkAccessManager;\n")
        self.add("core/api/y.h", "// not QNetworkAccessManager\n/* QNetworkAccessManager\n */\n")
        self.assert_problem("core/api/transports.h", "class QNetworkAccessManager;\n", "names")

    def test_tls_errors_stay(self):
        self.assert_problem("tests/core/x.h", "reply->ignoreSslErrors();\n", "TLS errors")

    def test_nested_event_loops(self):
        for code in ("dialog.exec();", "dialog->exec();", "QEventLoop loop;", "menu->exec(point);",
                     "QMessageBox::warning(this, a, b);", "QFileDialog::getSaveFileName(this);"):
            with self.subTest(code=code):
                self.assert_problem("app/dashboard/x.h", code + "\n", "nested event loop")
        (self.root / "app/dashboard/x.h").unlink()
        self.add("app/dashboard/CMakeLists.txt", "add_executable(a main.cpp)\n")
        self.assert_problem("app/dashboard/main.cpp", "QEventLoop loop;\n", "nested event loop")

    def test_loops_that_are_no_nested_ones(self):
        self.add("core/store/x.h", "query.exec(sql);\n")
        self.add("app/dashboard/x.h", "drag->exec(Qt::CopyAction);\nmessageBox->open();\n")
        self.add("app/dashboard/CMakeLists.txt", "add_executable(a main.cpp)\n")
        self.assert_fine("app/dashboard/main.cpp", "return app.exec();\n")

    def test_a_file_that_nothing_builds(self):
        self.assert_problem("core/base/result.cpp", "", "no CMakeLists.txt builds", line=1)

    def test_a_file_that_is_too_long(self):
        for name in ("core/base/x.h", "app/text/x.h"):
            self.assert_fine(name, "\n" * 298)
            self.assert_problem(name, "\n" * 299, "301 lines", line=301)
            self.add(name, "")
        self.assert_fine("tests/core/x.h", "\n" * 398)
        self.assert_problem("tests/core/x.h", "\n" * 399, "401 lines", line=401)

    def test_a_file_without_its_licence(self):
        path = self.root / "core/base/result.h"
        path.write_text("// SPDX-FileCopyrightText: 2026 x\n", encoding="utf-8")
        code, output = self.said()
        self.assertEqual(code, 1)
        self.assertIn("core/base/result.h:2: no line with SPDX-License-Identifier", output)

    def test_a_file_under_another_licence(self):
        path = self.root / "core/base/result.h"
        path.write_text(LICENCE.replace("GPL-3.0-or-later", "MIT"), encoding="utf-8")
        code, output = self.said()
        self.assertEqual(code, 1)
        self.assertIn("core/base/result.h:2: no line with SPDX-License-Identifier", output)

    def test_scripts_need_their_licence_too(self):
        path = self.root / "dev"
        path.write_text("#!/bin/sh\n" + LICENCE.replace("//", "#"), encoding="utf-8")
        self.assertEqual(self.said()[0], 0)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        code, output = self.said()
        self.assertEqual(code, 1)
        self.assertIn("dev:1: no line with SPDX-FileCopyrightText", output)


if __name__ == "__main__":
    unittest.main()
