#!/usr/bin/env bash
# Starts four other mail servers beside the Postfix of start.sh, each with 587 (STARTTLS, demanded) and
# 465 (TLS from the first byte): Exim on 127.0.0.2, OpenSMTPD on 127.0.0.3, Dovecot's submission service
# on 127.0.0.4 and aiosmtpd on 127.0.0.5. The OpenSMTPD of Debian 12 breaks off every TLS handshake
# ("SSL routines::EVP lib", with keys of both kinds), so it has 2587 besides, without TLS and login. Users, passwords and certificate are those of start.sh.
# Usage: start-others.sh ENV_FILE
#
# Debian allows one mail server on a machine: Exim and OpenSMTPD are installed into a layer over the
# machine's own files (overlayfs), which is thrown away by stop-others.sh ENV_FILE.
set -euo pipefail

env_file=${1:?usage: start-others.sh ENV_FILE}
# shellcheck source=/dev/null
source "$env_file"
: "${MAIL_TEST_DIR:?start.sh comes first}"
dir=$MAIL_TEST_DIR
largest=200000
domain=tailchat.test

say() { echo "mail servers: $*" >&2; }

layers=$(mktemp -d "${TMPDIR:-/tmp}/mail-layers.XXXXXX")
# In memory: an upper layer must not lie in a file system that is an overlay itself.
mount -t tmpfs -o mode=755 tmpfs "$layers"
printf 'export MAIL_TEST_LAYERS=%q\n' "$layers" >>"$env_file"

# A layer over the machine's own files, with a package in it.
install_in_layer() {
  local name=$1 package=$2 layer=$layers/$1
  mkdir -p "$layer"/{upper,work,root}
  mount -t overlay "$name" -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
  mount --bind /dev "$layer/root/dev"
  mount -t proc proc "$layer/root/proc"
  # What is thrown away needs no manual, and nothing is to start by itself.
  printf '#!/bin/sh\nexit 101\n' >"$layer/root/usr/sbin/policy-rc.d"
  chmod 755 "$layer/root/usr/sbin/policy-rc.d"
  printf 'man-db man-db/auto-update boolean false\n' | chroot "$layer/root" debconf-set-selections
  DEBIAN_FRONTEND=noninteractive chroot "$layer/root" \
    apt-get install -qq -y --no-install-recommends \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
    "$package" </dev/null >"$dir/log/install-$name.log" 2>&1
  mkdir -p "$layer/root/test"
  cp "$dir/certificates/server.pem" "$dir/certificates/server.key" "$layer/root/test/"
  chmod 644 "$layer/root/test/server.pem"
}

# --- Exim ------------------------------------------------------------------------------------------

install_in_layer exim exim4-daemon-light
exim=$layers/exim/root
printf '%s: %s\n' "$MAIL_TEST_ALICE" "$MAIL_TEST_ALICE_PASSWORD" >"$exim/test/users"
mkdir -p "$exim/test/spool" "$exim/test/log"
cat >"$exim/test/exim.conf" <<'CONF'
keep_environment =
primary_hostname = mail.tailchat.test
qualify_domain = tailchat.test
spool_directory = /test/spool
log_file_path = /test/log/%slog
pid_file_path = /test/exim.pid
local_interfaces = <; [127.0.0.2]:587 ; [127.0.0.2]:465
tls_on_connect_ports = 465
tls_advertise_hosts = *
tls_certificate = /test/server.pem
tls_privatekey = /test/server.key
auth_advertise_hosts = ${if eq{$tls_in_cipher}{}{}{*}}
message_size_limit = 200000
host_lookup =
rfc1413_hosts =
queue_only = true
acl_smtp_mail = from
acl_smtp_rcpt = to

begin acl
from:
  deny message = 5.7.0 Must issue a STARTTLS command first
    condition = ${if eq{$tls_in_cipher}{}}
  accept
to:
  deny message = Sender address <$sender_address> not owned by user $authenticated_id
    authenticated = *
    condition = ${if eqi{$sender_address}{$authenticated_id}{no}{yes}}
  accept authenticated = *
    domains = tailchat.test
    local_parts = alice : bob
  deny message = Unrouteable address
    domains = tailchat.test
  accept authenticated = *
  deny message = relay not permitted

begin routers
nowhere:
  driver = redirect
  data = :blackhole:

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_set_id = $auth2
  server_condition = ${if eq{$auth3}{${lookup{$auth2}lsearch{/test/users}{$value}{no such user}}}}
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_set_id = $auth1
  server_condition = ${if eq{$auth2}{${lookup{$auth1}lsearch{/test/users}{$value}{no such user}}}}
CONF
chroot "$exim" chown -R Debian-exim:Debian-exim /test/spool /test/log /test/users /test/server.key
chroot "$exim" chown root:root /test/exim.conf
chroot "$exim" /usr/sbin/exim4 -C /test/exim.conf -bd >"$dir/log/exim-start.log" 2>&1

# --- OpenSMTPD -------------------------------------------------------------------------------------

install_in_layer opensmtpd opensmtpd
opensmtpd=$layers/opensmtpd/root
printf '%s\t%s\n' "$MAIL_TEST_ALICE" "$(openssl passwd -6 -stdin <<<"$MAIL_TEST_ALICE_PASSWORD")" \
  >"$opensmtpd/test/users"
printf '%s\t%s\n' "$MAIL_TEST_ALICE" "$MAIL_TEST_ALICE" >"$opensmtpd/test/senders"
cat >"$opensmtpd/test/smtpd.conf" <<CONF
pki mail cert "/test/server.pem"
pki mail key "/test/server.key"
table users file:/test/users
table identities file:/test/senders
smtp max-message-size "$largest"
listen on 127.0.0.3 port 587 tls-require pki mail auth <users> senders <identities> hostname mail.$domain
listen on 127.0.0.3 port 2587 hostname mail.$domain
listen on 127.0.0.3 port 465 smtps pki mail auth <users> senders <identities> hostname mail.$domain
# Nobody is there: it stays in the queue, which is thrown away.
action "nowhere" relay host "smtp://127.0.0.99:9"
match from any for rcpt-to { "alice@$domain", "bob@$domain" } action "nowhere"
CONF
chmod 600 "$opensmtpd/test/server.key" "$opensmtpd/test/users"
chroot "$opensmtpd" smtpd -f /test/smtpd.conf >"$dir/log/opensmtpd-start.log" 2>&1

# --- aiosmtpd --------------------------------------------------------------------------------------

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
MAIL_TEST_CERTIFICATES="$dir/certificates" MAIL_TEST_LARGEST=$largest \
  /usr/bin/python3 "$here/aiosmtpd_server.py" >"$dir/log/aiosmtpd.log" 2>&1 &
echo $! >"$layers/aiosmtpd.pid"

# --- Dovecot's submission service runs with the Dovecot of start.sh ----------------------------------

answers() {
  if [[ $1 == 127.0.0.3 ]]; then
    # shellcheck disable=SC2016 # the inner bash expands it
    timeout 5 bash -c 'exec 3<>/dev/tcp/127.0.0.3/2587; read -r line <&3; [[ $line == 220* ]]'
    return
  fi
  timeout 5 openssl s_client -connect "$1:465" -CAfile "$MAIL_TEST_CA" -verify_return_error -quiet \
    2>/dev/null < <(sleep 1 && printf 'QUIT\r\n') | grep -q '^220'
}
for address in 127.0.0.2 127.0.0.3 127.0.0.4 127.0.0.5; do
  for attempt in {1..20}; do
    answers "$address" && break
    if [[ $attempt == 20 ]]; then
      say "$address does not answer"
      tail -n 20 "$exim"/test/log/* "$dir"/log/* >&2 || true
      exit 1
    fi
    sleep 0.5
  done
done
say "Exim, OpenSMTPD, Dovecot's submission service and aiosmtpd answer, too"
