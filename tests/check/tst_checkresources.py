#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What is installed beside genauth-check, held against the program and against its readers.

Usage: tst_checkresources.py PROGRAM RESOURCES CONFIGURED TOOLS
RESOURCES is the folder of that name, CONFIGURED the one with what was made from its templates,
TOOLS where ./dev test unpacks what it does not install.
"""

import csv
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(sys.argv.pop()).resolve()
PROMTOOL = shutil.which(
    "promtool", path=f"{TOOLS}/prometheus/usr/bin{os.pathsep}{os.environ['PATH']}")
CONFIGURED = Path(sys.argv.pop()).resolve()
RESOURCES = Path(sys.argv.pop())
PROGRAM = str(Path(sys.argv.pop()).resolve())
SAMPLE = {"--pool", "--format", "--as-of", "--output", "--secret-stdin", "--mau-critical-percent"}


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def demo(form, *options):
    """What the program prints of the demonstration's pools, in a bare environment."""
    return run(PROGRAM, "--demo", "--format", form, *options, env={"LC_ALL": "C.UTF-8"}).stdout


def options():
    """Every long option that --help names."""
    shown = run(PROGRAM, "--help", "--language", "en").stdout
    return set(re.findall(r"(--[a-z][a-z-]+)", shown))


def text_of(path):
    return path.read_text(encoding="utf-8")


class Documents(unittest.TestCase):
    def test_options_are_found_at_all(self):
        self.assertLessEqual(SAMPLE, options())

    def test_manual_page_names_every_option(self):
        page = text_of(RESOURCES / "check/genauth-check.1").replace("\\-", "-")
        self.assertEqual([option for option in options() if option not in page], [])

    @unittest.skipUnless(shutil.which("groff"), "no groff here")
    def test_manual_page_is_well_formed(self):
        page = RESOURCES / "check/genauth-check.1"
        made = run("groff", "-man", "-Tutf8", "-ww", "-z", str(page))
        self.assertEqual((made.returncode, made.stderr), (0, ""))

    def test_manuals_name_every_option(self):
        for language in ("en", "zh"):
            manual = text_of(RESOURCES / f"docs/manual-{language}.md")
            missing = [
                option for option in options()
                if option not in manual and option not in ("--help", "--version", "--lang")
            ]
            self.assertEqual(missing, [], language)

    def test_manuals_name_every_format_and_credential(self):
        for language in ("en", "zh"):
            manual = text_of(RESOURCES / f"docs/manual-{language}.md")
            for word in ("genauth-secret", "genauth-check.schema.json", "prometheus-rules.yml",
                         "icinga2.conf", "nagios.cfg", "genauth-check.timer", "NO_COLOR"):
                self.assertIn(word, manual, language)


class Completion(unittest.TestCase):
    def complete(self, *words):
        script = RESOURCES / "check/genauth-check.bash"
        asked = 'source "$1"; shift; _genauth_check genauth-check "${@: -1}" "${@: -2:1}"; ' \
                'printf "%s\\n" "${COMPREPLY[@]}"'
        return set(run("bash", "-c", asked, "bash", str(script), *words).stdout.split())

    def test_every_option(self):
        self.assertEqual(self.complete("genauth-check", "--"), options())
        short = {"-w", "-c", "-t", "-v", "-h", "-V"}
        self.assertEqual(self.complete("genauth-check", "-"), options() | short)

    def test_values(self):
        self.assertEqual(
            self.complete("--format", ""), {"text", "json", "nagios", "prometheus", "csv"})
        self.assertEqual(self.complete("--on-error", "c"), {"critical"})
        self.assertEqual(self.complete("--warning-days", ""), set())
        self.assertEqual(self.complete("-w", ""), set())

    def test_files(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "out.prom").touch()
            self.assertEqual(self.complete("--output", folder + "/o"), {folder + "/out.prom"})


class Units(unittest.TestCase):
    def setUp(self):
        self.service = text_of(CONFIGURED / "genauth-check.service")

    def test_names_the_program(self):
        command = re.search(r"^ExecStart=(.*)$", self.service, re.M)[1].split()
        self.assertTrue(command[0].startswith("/") and command[0].endswith("/genauth-check"))
        self.assertLessEqual({word for word in command if word.startswith("--")}, options())

    def test_hands_over_the_secret_as_a_credential(self):
        self.assertRegex(self.service, r"(?m)^LoadCredential=genauth-secret:/")
        self.assertNotIn("ACCESS_KEY_SECRET", self.service)

    @unittest.skipUnless(shutil.which("systemd-analyze"), "no systemd here")
    def test_systemd_understands_them(self):
        with tempfile.TemporaryDirectory() as folder:
            # The program that will be installed is not there yet.
            service = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=" + PROGRAM, self.service)
            Path(folder, "genauth-check.service").write_text(service, encoding="utf-8")
            shutil.copy(RESOURCES / "check/genauth-check.timer", folder)
            checked = run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no",
                          folder + "/genauth-check.service", folder + "/genauth-check.timer")
            ours = [line for line in checked.stderr.splitlines() if "genauth" in line]
            self.assertEqual(ours, [])


class Monitoring(unittest.TestCase):
    def test_commands_use_options_that_are_there(self):
        for name in ("nagios.cfg", "icinga2.conf"):
            text = text_of(CONFIGURED / name)
            used = set(re.findall(r"--[a-z][a-z-]+", text))
            self.assertIn("--secret-file", used)
            self.assertLessEqual(used, options(), name)
            self.assertNotIn("@", text)

    def test_rules_use_metrics_that_are_there(self):
        rules = text_of(RESOURCES / "check/prometheus-rules.yml")
        used = set(re.findall(r"\b(genauth_[a-z_]+)\{", rules))
        written = set(re.findall(r"^# TYPE (\S+) gauge$", demo("prometheus"), re.M))
        self.assertGreater(len(used), 2)
        self.assertLessEqual(used, written)

    def test_exactly_two_alerts(self):
        rules = text_of(RESOURCES / "check/prometheus-rules.yml")
        self.assertEqual(len(re.findall(r"^ +- alert: ", rules, re.M)), 2)

    @unittest.skipUnless(PROMTOOL, "no promtool here: ./dev test unpacks it")
    def test_promtool_agrees(self):
        checked = run(PROMTOOL, "check", "metrics", input=demo("prometheus"))
        self.assertEqual((checked.returncode, checked.stdout + checked.stderr), (0, ""))
        rules = RESOURCES / "check/prometheus-rules.yml"
        checked = run(PROMTOOL, "check", "rules", str(rules))
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    @unittest.skipUnless(PROMTOOL, "no promtool here: ./dev test unpacks it")
    def test_alerts_fire(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(RESOURCES / "check/prometheus-rules.yml", folder)
            test = Path(folder, "test.yml")
            test.write_text(RULE_TEST, encoding="utf-8")
            checked = run(PROMTOOL, "test", "rules", str(test), cwd=folder)
            self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)


class Readers(unittest.TestCase):
    """Formats that a reader of Python's own knows."""

    def test_csv(self):
        rows = list(csv.DictReader(io.StringIO(demo("csv", "--language", "en"), newline="")))
        self.assertEqual(len(rows), 5)
        self.assertEqual(rows[0]["pool"], "Production")
        self.assertEqual((rows[0]["level"], rows[0]["unit_price"]), ("CRITICAL", "12900.00"))
        self.assertTrue(all(None not in row and None not in row.values() for row in rows))

    def test_json(self):
        report = json.loads(demo("json", "--language", "en"))
        self.assertEqual((report["schemaVersion"], len(report["pools"])), (1, 5))
        self.assertEqual(report["pools"][0]["package"]["unitPrice"], "12900.00")

    @unittest.skipUnless(importlib.util.find_spec("jsonschema"), "no jsonschema here")
    def test_json_follows_its_schema(self):
        import jsonschema  # pylint: disable=import-outside-toplevel

        schema = json.loads(text_of(RESOURCES / "docs/genauth-check.schema.json"))
        jsonschema.validate(json.loads(demo("json")), schema)
        jsonschema.validate(json.loads(demo("json", "--as-of", "2099-01-01")), schema)


RULE_TEST = """
rule_files: [prometheus-rules.yml]
evaluation_interval: 5m
tests:
  - interval: 5m
    input_series:
      - {series: 'genauth_package_overdue_seconds{pool="over"}', values: '60+0x60'}
      - {series: 'genauth_package_end_timestamp_seconds{pool="soon"}', values: '1000000+0x60'}
      - {series: 'genauth_package_overdue_seconds{pool="soon"}', values: '0+0x60'}
      - {series: 'genauth_package_end_timestamp_seconds{pool="late"}', values: '9000000+0x60'}
      - {series: 'genauth_package_overdue_seconds{pool="imagined",simulated="true"}', values: '60+0x60'}
      - {series: 'genauth_level{pool="over"}', values: '2+0x60'}
      - {series: 'genauth_check_timestamp_seconds{pool="over"}', values: '0+300x60'}
    alert_rule_test:
      - eval_time: 4h
        alertname: GenAuthPackageNeedsRenewal
        exp_alerts:
          - exp_labels: {pool: over, severity: critical}
            exp_annotations:
              summary: The GenAuth package of over is over, or ends within 14 days
              description: Renew it in the GenAuth console, or sign-in for its users may stop.
          - exp_labels: {pool: soon, severity: critical}
            exp_annotations:
              summary: The GenAuth package of soon is over, or ends within 14 days
              description: Renew it in the GenAuth console, or sign-in for its users may stop.
      - {eval_time: 4h, alertname: GenAuthCheckFails, exp_alerts: []}
  - interval: 5m # a check that is not run any more, and one that cannot tell
    input_series:
      - {series: 'genauth_check_timestamp_seconds{pool="old"}', values: '0+0x120'}
      - {series: 'genauth_check_timestamp_seconds{pool="odd"}', values: '0+300x120'}
      - {series: 'genauth_level{pool="odd"}', values: '3+0x120'}
    alert_rule_test:
      - {eval_time: 110m, alertname: GenAuthCheckFails, exp_alerts: []}
      - eval_time: 130m
        alertname: GenAuthCheckFails
        exp_alerts:
          - exp_labels: {pool: odd, severity: warning}
            exp_annotations: &odd
              summary: 'Nobody knows how the GenAuth package odd stands'
              description: 'genauth-check has not run, or cannot tell: see journalctl -u genauth-check.'
      - eval_time: 190m
        alertname: GenAuthCheckFails
        exp_alerts:
          - exp_labels: {pool: odd, severity: warning}
            exp_annotations: *odd
          - exp_labels: {pool: old, severity: warning}
            exp_annotations:
              summary: 'Nobody knows how the GenAuth package old stands'
              description: 'genauth-check has not run, or cannot tell: see journalctl -u genauth-check.'
  - interval: 5m # nothing at all
    input_series:
      - {series: 'other', values: '0+0x60'}
    alert_rule_test:
      - eval_time: 130m
        alertname: GenAuthCheckFails
        exp_alerts:
          - exp_labels: {severity: warning}
            exp_annotations:
              summary: 'Nobody knows how the GenAuth package  stands'
              description: 'genauth-check has not run, or cannot tell: see journalctl -u genauth-check.'
"""

if __name__ == "__main__":
    os.umask(0o077)
    unittest.main(verbosity=1)
