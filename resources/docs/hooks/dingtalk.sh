#!/bin/sh
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sends an alert to a DingTalk group, through a custom robot of the group.
#
# Usage: dingtalk.sh [zh|en] [FILE]
#
# FILE (default: ~/.config/genauth-dashboard/dingtalk) has the robot's webhook address on its first
# line and, where the robot is secured by a signature, the secret "SEC..." on its second. Only you
# may be able to read it: chmod 600. Where the robot is secured by a keyword, take "GenAuth".
# Needs curl and python3.
set -eu

language=${1:-zh}
file=${2:-${XDG_CONFIG_HOME:-$HOME/.config}/genauth-dashboard/dingtalk}

# Reads the alert on standard input; prints what curl is to do. Neither address nor secret is ever an
# argument of a program, where others could see it.
request='
import base64, hashlib, hmac, json, os, sys, time, urllib.parse

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
if secret:
    now = str(round(time.time() * 1000))
    digest = hmac.new(secret.encode(), (now + "\n" + secret).encode(), hashlib.sha256).digest()
    sign = urllib.parse.quote_plus(base64.b64encode(digest))
    address += "&timestamp=" + now + "&sign=" + sign

alert = json.load(sys.stdin.buffer)
words = alert.get(language, alert)
text = "[GenAuth] " + words.get("headline", alert["rule"]) + "\n" + words.get("text", "")
message = {"msgtype": "text", "text": {"content": text.strip()}}

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
    code, words = answer["errcode"], answer.get("errmsg", "")
except (ValueError, TypeError, KeyError):
    sys.exit("DingTalk did not answer as expected")
if code != 0:
    sys.exit("DingTalk refused: " + ascii(code) + " " + ascii(words))
'
