#!/usr/bin/env bash
# Installs what start.sh needs, from Debian's packages, where it is missing. Needs root, asks nothing.
set -euo pipefail

# Postfix speaks to Dovecot's login service by itself: no library of Cyrus SASL is needed for that.
packages=(postfix dovecot-core dovecot-imapd dovecot-pop3d dovecot-submissiond python3-aiosmtpd openssl)
policy=/usr/sbin/policy-rc.d

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
  echo "mail servers: ${packages[*]} are installed"
  exit 0
fi
if [[ $EUID -ne 0 ]]; then
  echo "mail servers: ${missing[*]} are missing, and only root can install them" >&2
  exit 1
fi

# Debian starts a service as soon as it is installed, with its own settings and on every address of
# the machine. A policy-rc.d that ends with 101 forbids that; one that is there already is let be.
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# Should somebody start it by hand all the same, the machine's own Postfix stays on loopback.
debconf-set-selections <<'ANSWERS'
postfix postfix/main_mailer_type select Local only
postfix postfix/mailname string mail.tailchat.test
ANSWERS
# dpkg reads standard input where it asks about a changed settings file: there is nobody to answer.
apt-get install -qq -y --no-install-recommends \
  -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
  "${missing[@]}" </dev/null
echo "mail servers: installed ${missing[*]}"
