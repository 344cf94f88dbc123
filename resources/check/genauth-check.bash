# SPDX-FileCopyrightText: 2026 The GenAuth Package Dashboard authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completion of genauth-check for bash.

_genauth_check() {
    local current=$2 previous=$3 words='' files=0
    case $previous in
    --format) words='text json nagios prometheus csv' ;;
    --on-error) words='warning critical unknown' ;;
    --language | --lang) words='en zh' ;;
    --output | --secret-file) files=1 ;;
    --pool | --name | --as-of | --timeout | --watch | --warning-days | --critical-days) return ;;
    -w | -c | -t) return ;;
    --mau-warning-percent | --mau-critical-percent) return ;;
    *)
        words='--pool --all --demo --name --format --on-error --warning-days --critical-days
            --mau-warning-percent --mau-critical-percent --as-of --timeout --output --watch
            --secret-file --secret-stdin --record --verbose --language --lang --help --version
            -w -c -t -v -h -V'
        ;;
    esac
    if ((files)); then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    fi
}
complete -o filenames -F _genauth_check genauth-check
