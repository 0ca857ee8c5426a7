#!/usr/bin/env bash
# Stops what start-others.sh started, and throws its layers away. Usage: stop-others.sh ENV_FILE
set -euo pipefail

env_file=${1:?usage: stop-others.sh ENV_FILE}
[[ -s $env_file ]] || exit 0
# shellcheck source=/dev/null
source "$env_file"
layers=${MAIL_TEST_LAYERS:-}
[[ -n $layers && -d $layers ]] || exit 0

# Whatever runs out of a layer, and the server in Python.
for process in /proc/[0-9]*; do
  root=$(readlink "$process/root" 2>/dev/null || true)
  [[ $root == "$layers"/* ]] && kill "${process#/proc/}" 2>/dev/null
done || true
[[ -f $layers/aiosmtpd.pid ]] && kill "$(cat "$layers/aiosmtpd.pid")" 2>/dev/null || true
sleep 1

for layer in "$layers"/*/; do
  for mount in dev proc ''; do
    umount --lazy "${layer}root/$mount" 2>/dev/null || true
  done
done
umount --lazy "$layers" 2>/dev/null || true
# Nothing of the machine may still be mounted below.
if grep -q " $layers\(/\| \)" /proc/mounts; then
  echo "mail servers: still mounted below $layers" >&2
  exit 1
fi
rm -rf --one-file-system "$layers"
