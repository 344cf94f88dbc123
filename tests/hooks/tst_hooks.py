#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The example scripts for hooks, run as the program runs them: what they send, and where not.

Usage: tst_hooks.py FOLDER, the one with the scripts.
"""

import base64
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse
from pathlib import Path

SCRIPTS = Path(sys.argv.pop()).resolve()
ROBOTS = ("dingtalk", "wecom", "feishu")
TOKEN = "canary-token"
SECRET = "SEC-canary-secret"
ALERT = {
    "schemaVersion": 1,
    "rule": "ends-soon",
    "en": {"headline": "Production: ends in 7 days", "text": "It ends on 2026-12-04."},
    "zh": {"headline": '生产 "环境" \\ <at user_id="all">$(id) 😀', "text": "套餐将于 2026-12-04 到期。"},
}


class Robot:
    """A robot's server on loopback, which keeps what it is sent."""

    def __init__(self, answer, status=200):
        self.requests = []
        robot = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                robot.requests.append((self.path, self.headers, body))
                self.send_response(status)
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/robot?key={TOKEN}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class HooksTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        # Every program the scripts start says with what arguments, and then is what it was.
        for name, real in (("curl", shutil.which("curl")), ("python3", sys.executable)):
            self.program(name, f'printf "%s\\n" {name} "$@" >> "{self.folder}/arguments"\n'
                               f'exec "{real}" "$@"\n')

    def program(self, name, commands):
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("#!/bin/sh\n" + commands)
        path.chmod(0o700)

    def config(self, text, mode=0o600):
        path = self.folder / "config"
        path.write_text(text)
        path.chmod(mode)
        return path

    def run_script(self, name, *arguments, alert=ALERT, **environment):
        # As bare as a desktop may make it: no UTF-8 in sight.
        variables = {"HOME": str(self.folder), "LC_ALL": "C",
                     "PATH": f"{self.folder}/bin:/usr/bin:/bin", **environment}
        return subprocess.run([SCRIPTS / f"{name}.sh", *map(str, arguments)], env=variables,
                              input=json.dumps(alert, ensure_ascii=False).encode() + b"\n",
                              capture_output=True, timeout=60, check=False)

    def send(self, name, robot, *lines, language="zh", alert=ALERT):
        config = self.config("\n".join([robot.address, *lines]) + "\n")
        done = self.run_script(name, language, config, alert=alert)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        ((path, headers, body),) = robot.requests
        self.assertEqual(headers["Content-Type"], "application/json")
        return urllib.parse.urlsplit(path), json.loads(body)

    def arguments(self):
        return (self.folder / "arguments").read_text()

    def assert_fails(self, done, words):
        self.assertNotEqual(done.returncode, 0)
        self.assertIn(words, done.stderr.decode())
        self.assertNotIn(TOKEN, (done.stdout + done.stderr).decode())


def good(name):
    return Robot(b'{"code":0}' if name == "feishu" else b'{"errcode":0,"errmsg":"ok"}')


def text_of(name, message):
    if name == "feishu":
        assert message["msg_type"] == "text"
        return message["content"]["text"]
    assert message["msgtype"] == "text"
    return message["text"]["content"]


class RobotsTest(HooksTest):
    def test_the_message_is_what_was_said(self):
        for name in ROBOTS:
            for language in ("zh", "en"):
                with self.subTest(name=name, language=language), good(name) as robot:
                    url, message = self.send(name, robot, language=language)
                    said = ALERT[language]["headline"] + "\n" + ALERT[language]["text"]
                    if name == "feishu":
                        said = said.replace("<", "＜")
                    self.assertEqual(text_of(name, message), "[GenAuth] " + said)
                    self.assertEqual(url.query, f"key={TOKEN}")

    def test_without_words_the_rule_is_named(self):
        for name in ROBOTS:
            with self.subTest(name=name), good(name) as robot:
                _, message = self.send(name, robot, alert={"rule": "ended"})
                self.assertEqual(text_of(name, message), "[GenAuth] ended")

    def test_the_address_is_no_argument(self):
        for name in ROBOTS:
            with self.subTest(name=name), good(name) as robot:
                self.send(name, robot, SECRET)
                self.assertIn("--config", self.arguments())
                self.assertNotIn(TOKEN, self.arguments())
                self.assertNotIn(SECRET, self.arguments())
                self.assertNotIn("生产", self.arguments())

    def test_dingtalk_is_signed(self):
        with good("dingtalk") as robot:
            url, _ = self.send("dingtalk", robot, SECRET)
        query = urllib.parse.parse_qs(url.query, strict_parsing=True)
        now = query["timestamp"][0]
        digest = hmac.digest(SECRET.encode(), f"{now}\n{SECRET}".encode(), hashlib.sha256)
        self.assertEqual(base64.b64decode(query["sign"][0], validate=True), digest)
        self.assertEqual(len(now), 13)  # milliseconds

    def test_feishu_is_signed(self):
        with good("feishu") as robot:
            _, message = self.send("feishu", robot, SECRET)
        now = message["timestamp"]
        digest = hmac.digest(f"{now}\n{SECRET}".encode(), b"", hashlib.sha256)
        self.assertEqual(base64.b64decode(message["sign"], validate=True), digest)
        self.assertEqual(len(now), 10)  # seconds

    def test_wecom_takes_no_more_than_2048_bytes(self):
        alert = {"rule": "ended", "zh": {"headline": "长" * 1000, "text": ""}}
        with good("wecom") as robot:
            _, message = self.send("wecom", robot, alert=alert)
        text = text_of("wecom", message)
        self.assertEqual(text, "[GenAuth] " + "长" * 679)  # 10 + 3 * 679 = 2047

    def test_a_refusal_is_told(self):
        answers = {"dingtalk": b'{"errcode":310000,"errmsg":"keywords not in content"}',
                   "wecom": b'{"errcode":93000,"errmsg":"invalid webhook url"}',
                   "feishu": b'{"code":19021,"msg":"sign match fail"}'}
        for name, answer in answers.items():
            with self.subTest(name=name), Robot(answer) as robot:
                done = self.run_script(name, "en", self.config(robot.address))
                self.assert_fails(done, "refused: " + "".join(filter(str.isdigit, answer.decode())))
            for strange in (b"", b"<html>", b"[]", b"{}"):
                with self.subTest(name=name, strange=strange), Robot(strange) as robot:
                    done = self.run_script(name, "en", self.config(robot.address))
                    self.assert_fails(done, "did not answer as expected")
            with self.subTest(name=name, status=500), Robot(answer, status=500) as robot:
                self.assert_fails(self.run_script(name, "en", self.config(robot.address)), "500")

    def test_a_file_that_others_may_read_is_not_used(self):
        for name in ROBOTS:
            for mode in (0o640, 0o604, 0o644):
                with self.subTest(name=name, mode=oct(mode)), good(name) as robot:
                    done = self.run_script(name, "zh", self.config(robot.address, mode))
                    self.assert_fails(done, "chmod 600")
                    self.assertEqual(robot.requests, [])

    def test_only_https_leaves_the_computer(self):
        for name in ROBOTS:
            for text in ("", f"http://robot.example/?key={TOKEN}", f"file:///etc/{TOKEN}"):
                with self.subTest(name=name, text=text):
                    self.assert_fails(self.run_script(name, "zh", self.config(text)), "https://")
                    self.assertNotIn("--config", self.arguments())

    def test_the_file_has_a_usual_place(self):
        for name in ROBOTS:
            with self.subTest(name=name), good(name) as robot:
                place = self.folder / ".config" / "genauth-dashboard" / name
                place.parent.mkdir(parents=True, exist_ok=True)
                self.config(robot.address).rename(place)
                self.assertEqual(self.run_script(name).returncode, 0)
                self.assertEqual(len(robot.requests), 1)
                place.unlink()
                self.assert_fails(self.run_script(name), "No such file")


class MailTest(HooksTest):
    def setUp(self):
        super().setUp()
        self.program("sendmail", f'printf "%s\\n" "$@" > "{self.folder}/options"\n'
                                 f'cat > "{self.folder}/mail"\n')

    def mail(self):
        return email.message_from_bytes((self.folder / "mail").read_bytes(),
                                        policy=email.policy.default)

    def test_the_mail_is_what_was_said(self):
        for language in ("zh", "en"):
            with self.subTest(language=language):
                done = self.run_script("mail", language, "ops@example.com", "boss@example.com")
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                mail = self.mail()
                words = ALERT[language]
                self.assertEqual(mail["To"], "ops@example.com, boss@example.com")
                self.assertEqual(mail["Subject"], "[GenAuth] " + words["headline"])
                self.assertEqual(mail["Auto-Submitted"], "auto-generated")
                self.assertEqual(mail.get_content(),
                                 words["headline"] + "\n\n" + words["text"] + "\n")
                self.assertEqual((self.folder / "options").read_text(), "-i\n-t\n")

    def test_no_line_of_an_alert_becomes_a_header(self):
        alert = {"rule": "ended", "en": {"headline": "a\nBcc: all@example.com", "text": ".\n.."}}
        self.run_script("mail", "en", "ops@example.com", alert=alert)
        self.assertIsNone(self.mail()["Bcc"])
        self.assertEqual(self.mail()["Subject"], "[GenAuth] a Bcc: all@example.com")
        self.assertTrue(self.mail().get_content().endswith("\n\n.\n..\n"))
        done = self.run_script("mail", "en", "ops@example.com\nBcc: all@example.com")
        self.assertNotEqual(done.returncode, 0)

    def test_nothing_to_send_with_is_told(self):
        self.assertEqual(self.run_script("mail", "en").returncode, 2)
        (self.folder / "bin" / "sendmail").unlink()
        if shutil.which("sendmail", path="/usr/bin:/bin:/usr/sbin:/usr/lib"):
            self.skipTest("this computer has a sendmail of its own")
        self.assert_fails(self.run_script("mail", "en", "ops@example.com"), "no sendmail")

    def test_a_failing_sendmail_fails_the_script(self):
        self.program("sendmail", "cat > /dev/null; exit 75\n")
        self.assertEqual(self.run_script("mail", "en", "ops@example.com").returncode, 75)


if __name__ == "__main__":
    unittest.main()
