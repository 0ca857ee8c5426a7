#!/usr/bin/env bash
# Completion in real shells, the page in man, and reports before the tools that read them.
set -euo pipefail
cd "$(dirname "$0")/.."

is_missing=
for tool in zsh fish man xmllint promtool docker-compose; do command -v $tool > /dev/null || is_missing=1; done
if [[ -n $is_missing ]]; then
  bash .ci/install-packages.sh shells zsh fish man-db libxml2-utils prometheus docker-compose
fi
npx --no-install vitest run --config vitest.shells.config.ts
