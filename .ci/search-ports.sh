#!/usr/bin/env bash
# What needs root: the search at the ports below 1024, and files of other users, with access control lists, on full disks.
# Installs acl.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v setfacl > /dev/null || bash .ci/install-packages.sh 'files of others' acl
npx --no-install vitest run --config vitest.search-ports.config.ts
