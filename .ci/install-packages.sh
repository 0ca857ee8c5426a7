#!/usr/bin/env bash
# install-packages.sh WHO PACKAGE…: installs those of Debian's packages that are missing, and starts nothing. Asks
# nothing; needs root where something is missing, by itself or by sudo.
set -euo pipefail

who=$1
shift
missing=()
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
  echo "$who: $* are installed"
  exit 0
fi
if [[ $EUID -ne 0 ]]; then
  command -v sudo >/dev/null || { echo "$who: ${missing[*]} are missing, and only root can install them" >&2; exit 1; }
  exec sudo -E bash "$0" "$who" "${missing[@]}"
fi

# Debian starts a service as soon as it is installed, with its own settings and on every address of the machine. A
# policy-rc.d that ends with 101 forbids that; one that is there already is let be.
policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# dpkg reads standard input where it asks about a changed settings file: there is nobody to answer.
apt-get install -qq -y --no-install-recommends \
  -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
  "${missing[@]}" </dev/null >/dev/null
echo "$who: installed ${missing[*]}"
