#!/usr/bin/env bash
# The report as a page: in a real browser, before axe, and beside the pictures that were looked at.
set -euo pipefail
cd "$(dirname "$0")/.."

is_missing=
for tool in chromium compare; do command -v $tool > /dev/null || is_missing=1; done
# The pictures were taken with these fonts.
for font in 'WenQuanYi Zen Hei' 'DejaVu Sans'; do fc-list 2> /dev/null | grep -q "$font" || is_missing=1; done
if [[ -n $is_missing ]]; then
  bash .ci/install-packages.sh page chromium imagemagick fontconfig fonts-wqy-zenhei fonts-dejavu-core
fi
npx --no-install vitest run --config vitest.page.config.ts
