#!/usr/bin/env bash
# What is said about DNS, arrived mail and spam folders, before the real programs: BIND, Dovecot, SpamAssassin,
# OpenDKIM, OpenDMARC and rspamd. Needs root, Debian's packages and the built program in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."

.ci/install-packages.sh deliverability bind9 dovecot-core dovecot-imapd spamassassin opendkim opendkim-tools \
  opendmarc miltertest rspamd openssl
npx --no-install vitest run --config vitest.deliverability.config.ts
