#!/usr/bin/env bash
# Installs what engine.sh needs, from Debian's packages, where it is missing. Needs root, asks nothing.
set -euo pipefail

packages=(docker.io docker-compose podman netavark aardvark-dns runc busybox-static nftables iproute2 iptables)
policy=/usr/sbin/policy-rc.d

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
  echo "engine: ${packages[*]} are installed"
  exit 0
fi

# Debian would start the engine at once, on the machine itself.
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends \
  -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
  "${missing[@]}" </dev/null >/dev/null
echo "engine: installed ${missing[*]}"
