#!/usr/bin/env bash
# The report as a page: in a real browser, before axe, and beside the pictures that were looked at.
set -euo pipefail
cd "$(dirname "$0")/.."

# The pictures were taken with these fonts.
.ci/install-packages.sh page chromium imagemagick fontconfig fonts-wqy-zenhei fonts-dejavu-core
npx --no-install vitest run --config vitest.page.config.ts
