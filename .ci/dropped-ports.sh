#!/usr/bin/env bash
# How soon the verdict comes where a firewall drops what goes to a port, as cloud providers do: in a network
# namespace of its own, so that nothing outside is touched. Needs root, nftables and iproute2, and installs them.
set -euo pipefail
cd "$(dirname "$0")/.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

if ! PATH="$PATH:/usr/sbin:/sbin" command -v nft ip unshare >/dev/null; then
  bash .ci/install-packages.sh 'dropped ports' nftables iproute2 util-linux
fi

npm run --silent build
as_root unshare --net env "PATH=$PATH:/usr/sbin:/sbin" bash -c '
  ip link set lo up
  npx --no-install vitest run --config vitest.dropped-ports.config.ts
'
