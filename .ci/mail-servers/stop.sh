#!/usr/bin/env bash
# Stops what start.sh started and removes its folder. Usage: stop.sh ENV_FILE
# Does nothing where nothing runs, so it may be called at any time and more than once.
set -euo pipefail

env_file=${1:?usage: stop.sh ENV_FILE}
if [[ ! -s $env_file ]]; then
  rm -f "$env_file"
  exit 0
fi
MAIL_TEST_DIR=''
# shellcheck source=/dev/null
source "$env_file"
dir=$MAIL_TEST_DIR

# All of the folder is removed below: it must be one that start.sh made.
if [[ -z $dir || ! -f $dir/made-by-start.sh ]]; then
  echo "mail servers: nothing to stop in '$dir'" >&2
  rm -f "$env_file"
  exit 0
fi

# The process whose id stands in a file, if it still lives and is the program that it should be: an
# id may have gone to somebody else since.
process_of() {
  local pid
  pid=$(tr -d "[:space:]" 2>/dev/null <"$1" || true)
  [[ -n $pid && $(cat "/proc/$pid/comm" 2>/dev/null || true) == "$2" ]] && echo "$pid"
}

# Waits until the process is gone, then makes sure.
await_end() {
  local pid=$1
  for _ in {1..50}; do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  echo "mail servers: process $pid did not end by itself" >&2
  kill -KILL "$pid" 2>/dev/null || true
}

if pid=$(process_of "$dir/queue/pid/master.pid" master); then
  postfix -c "$dir/postfix" stop >/dev/null 2>&1 || true
  await_end "$pid"
fi
if pid=$(process_of "$dir/dovecot/run/master.pid" dovecot); then
  kill -TERM "$pid" 2>/dev/null || true
  await_end "$pid"
fi

rm -rf "$dir"
rm -f "$env_file"
