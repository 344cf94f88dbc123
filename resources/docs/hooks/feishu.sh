#!/bin/sh
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sends an alert to a Feishu (Lark) group, through a custom robot of the group.
#
# Usage: feishu.sh [zh|en] [FILE]
#
# FILE (default: ~/.config/genauth-dashboard/feishu) has the robot's webhook address on its first
# line and, where the robot is secured by a signature, the secret on its second. Only you may be able
# to read it: chmod 600. Where the robot is secured by a keyword, take "GenAuth".
# Needs curl and python3.
set -eu

language=${1:-zh}
file=${2:-${XDG_CONFIG_HOME:-$HOME/.config}/genauth-dashboard/feishu}

# Reads the alert on standard input; prints what curl is to do. Neither address nor secret is ever an
# argument of a program, where others could see it.
request='
import base64, hashlib, hmac, json, os, sys, time

language, path = sys.argv[1:]
try:
    with open(path, encoding="utf-8") as file:
        if os.fstat(file.fileno()).st_mode & 0o077:
            sys.exit("others may read " + path + ": chmod 600 it")
        lines = file.read().split() + ["", ""]
except OSError as error:
    sys.exit(path + ": " + error.strerror)
address, secret = lines[:2]
if not address.startswith(("https://", "http://127.0.0.1:")):
    sys.exit(path + ": the first line has to be an address with https://")

alert = json.load(sys.stdin.buffer)
words = alert.get(language, alert)
text = "[GenAuth] " + words.get("headline", alert["rule"]) + "\n" + words.get("text", "")
# Feishu reads tags in texts: a name with <at ...> in it must not call anybody.
text = text.strip().replace("<", "\uff1c")
message = {"msg_type": "text", "content": {"text": text}}
if secret:
    now = str(round(time.time()))
    digest = hmac.new((now + "\n" + secret).encode(), b"", hashlib.sha256).digest()
    message["timestamp"] = now
    message["sign"] = base64.b64encode(digest).decode()

for name, value in (("url", address), ("header", "Content-Type: application/json"),
                    ("data-raw", json.dumps(message))):
    print(name, "=", json.dumps(value))
'

config=$(python3 -c "$request" "$language" "$file")
answer=$(printf '%s\n' "$config" |
    curl --silent --show-error --fail --globoff --max-time 20 --config -)
# A refusal comes with HTTP status 200, too.
printf '%s' "$answer" | python3 -c '
import json, sys

try:
    answer = json.load(sys.stdin.buffer)
    code, words = answer["code"], answer.get("msg", "")
except (ValueError, TypeError, KeyError):
    sys.exit("Feishu did not answer as expected")
if code != 0:
    sys.exit("Feishu refused: " + ascii(code) + " " + ascii(words))
'
