#!/bin/sh
# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Sends an alert as a mail, through this computer's own mail system (the program sendmail, which
# Postfix, Exim, msmtp and others bring along).
#
# Usage: mail.sh zh|en ADDRESS...
#
# Needs sendmail and python3.
set -eu

if [ $# -lt 2 ]; then
    echo "Usage: mail.sh zh|en ADDRESS..." >&2
    exit 2
fi

# Reads the alert on standard input; prints the mail.
mail='
import json, sys
from email.message import EmailMessage

language, addresses = sys.argv[1], sys.argv[2:]
alert = json.load(sys.stdin.buffer)
words = alert.get(language, alert)
headline = " ".join(words.get("headline", alert["rule"]).split())

mail = EmailMessage()
mail["To"] = ", ".join(addresses)
mail["Subject"] = "[GenAuth] " + headline
# So that nobody answers it with a note about holidays.
mail["Auto-Submitted"] = "auto-generated"
mail.set_content(headline + "\n\n" + words.get("text", "") + "\n")
sys.stdout.buffer.write(mail.as_bytes())
'

PATH=$PATH:/usr/sbin:/usr/lib
if ! command -v sendmail >/dev/null; then
    echo "there is no sendmail on this computer" >&2
    exit 1
fi
message=$(python3 -c "$mail" "$@")
# -t: the addresses are read from the mail; -i: a line with a single dot does not end it.
printf '%s\n' "$message" | sendmail -i -t
