#!/usr/bin/env bash
# Runs test/mail-servers against a real Postfix and Dovecot on loopback. Needs root, for the ports
# below 1024 and Debian's packages, and the built program in dist/. Ends as vitest does.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
env_file=$(mktemp)
trap '"$here/stop.sh" "$env_file"' EXIT
# Without these a signal would end the script past the trap above.
trap 'exit 130' INT
trap 'exit 143' TERM

"$here/install.sh"
"$here/start.sh" "$env_file"
# shellcheck source=/dev/null
source "$env_file"
cd "$here/../.."
code=0
npx --no-install vitest run --config vitest.mail-servers.config.ts "$@" || code=$?
if [[ $code -ne 0 ]]; then
  # stop.sh removes it, and it holds no password.
  echo "mail servers: the end of Postfix's log:"
  tail -n 100 "$MAIL_TEST_LOG"
fi
exit "$code"
