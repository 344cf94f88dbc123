#!/bin/sh
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sends an alert to a WeCom group, through a robot of the group.
#
# Usage: wecom.sh [zh|en] [FILE]
#
# FILE (default: ~/.config/genauth-dashboard/wecom) has the robot's webhook address on its first
# line. Only you may be able to read it: chmod 600. Needs curl and python3.
set -eu

language=${1:-zh}
file=${2:-${XDG_CONFIG_HOME:-$HOME/.config}/genauth-dashboard/wecom}

# Reads the alert on standard input; prints what curl is to do. The address holds the robot's key and
# is never an argument of a program, where others could see it.
request='
import json, os, sys

language, path = sys.argv[1:]
try:
    with open(path, encoding="utf-8") as file:
        if os.fstat(file.fileno()).st_mode & 0o077:
            sys.exit("others may read " + path + ": chmod 600 it")
        address = (file.read().split() + [""])[0]
except OSError as error:
    sys.exit(path + ": " + error.strerror)
if not address.startswith(("https://", "http://127.0.0.1:")):
    sys.exit(path + ": the first line has to be an address with https://")

alert = json.load(sys.stdin.buffer)
words = alert.get(language, alert)
text = "[GenAuth] " + words.get("headline", alert["rule"]) + "\n" + words.get("text", "")
# WeCom takes 2048 bytes of text.
text = text.strip().encode()[:2048].decode(errors="ignore")
message = {"msgtype": "text", "text": {"content": text}}

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
    sys.exit("WeCom did not answer as expected")
if code != 0:
    sys.exit("WeCom refused: " + ascii(code) + " " + ascii(words))
'
