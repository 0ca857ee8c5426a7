#!/usr/bin/env bash
# Real bounces: Postfix, Exim, OpenSMTPD and Sendmail of Debian each send to a server that refuses (unknown user, over quota,
# relay denied, too large, loop, spam) or puts off (delayed, then expired), and what they send back is explained. Needs
# root: Debian allows one mail server on a machine, so each is installed into a layer of its own over the
# machine's files (overlayfs), which is thrown away. Everything is on loopback.
set -euo pipefail
cd "$(dirname "$0")/.."

port=${BOUNCES_PORT:-2526}
work=$(mktemp -d "${TMPDIR:-/tmp}/bounces.XXXXXX")
started=()
roots=()

say() { echo "bounces: $*"; }

finish() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for root in "${roots[@]}"; do
    # What the layer's own servers have started runs in it, and in nothing else.
    for link in /proc/[0-9]*/root; do
      [[ $(readlink "$link" 2>/dev/null) == "$root" ]] || continue
      pid=${link#/proc/}
      kill "${pid%/root}" 2>/dev/null || true
    done
    umount "$root/proc" "$root/dev" 2>/dev/null || true
    umount -l "$root" 2>/dev/null || true
  done
  umount -l "$work/layers" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

mkdir -p "$work/layers" "$work/letters"
# In memory: an upper layer must not lie in a file system that is an overlay itself.
mount -t tmpfs -o mode=755 tmpfs "$work/layers"

# A layer over the machine's own files, with a package in it.
layer() {
  local name=$1 package=$2 dir=$work/layers/$1
  mkdir -p "$dir"/{upper,work,root}
  mount -t overlay "$name" -o "lowerdir=/,upperdir=$dir/upper,workdir=$dir/work" "$dir/root"
  roots+=("$dir/root")
  mount --bind /dev "$dir/root/dev"
  mount -t proc proc "$dir/root/proc"
  printf '#!/bin/sh\nexit 101\n' >"$dir/root/usr/sbin/policy-rc.d"
  chmod 755 "$dir/root/usr/sbin/policy-rc.d"
  DEBIAN_FRONTEND=noninteractive chroot "$dir/root" apt-get install -qq -y --no-install-recommends \
    -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$package" </dev/null >"$work/install-$name.log" 2>&1 ||
    { tail -5 "$work/install-$name.log"; exit 1; }
  mkdir -p "$dir/root/test/mail"
  root=$dir/root
}

# The mail that goes out, one for each who will not get it.
send() {
  local who command=("$@")
  for who in unknown full relay large loop spam busy; do
    printf 'From: Tailchat <tailchat@%s>\nTo: %s@other.test\nSubject: Welcome to Tailchat\n\nHello\n' "$name.test" "$who" |
      chroot "$root" "${command[@]}" -f "tailchat@$name.test" "$who@other.test"
  done
}

apt-get update -qq
node .ci/bounces/other-side.js "$port" "$work/came-back" &
started+=($!)

name=exim
layer exim exim4-daemon-light
cat >"$root/etc/exim4/exim4.conf" <<CONF
primary_hostname = exim.test
spool_directory = /test/spool
log_file_path = /test/log/%slog
keep_environment =
delay_warning = 2s
trusted_users = root
never_users =
begin routers
local:
  driver = accept
  domains = exim.test
  transport = file
out:
  driver = manualroute
  route_list = * 127.0.0.1
  self = send
  transport = smtp
begin transports
file:
  driver = appendfile
  file = /test/mail/tailchat
  user = mail
smtp:
  driver = smtp
  port = $port
  hosts_avoid_tls = *
begin retry
* * F,8s,1s
CONF
chmod 644 "$root/etc/exim4/exim4.conf"
mkdir -p "$root/test/spool" "$root/test/log"
chroot "$root" chown Debian-exim /test/spool /test/log
chroot "$root" chown mail /test/mail
send /usr/sbin/exim4 -odf -oi
for _ in 1 2 3 4 5 6 7; do
  sleep 2
  chroot "$root" /usr/sbin/exim4 -q
done
cp "$root/test/mail/tailchat" "$work/letters/exim"

name=postfix
layer postfix postfix
chroot "$root" postconf -e 'myhostname = postfix.test' 'mydestination = postfix.test' "relayhost = [127.0.0.1]:$port" \
  'inet_interfaces = 127.0.0.1' 'mynetworks = 127.0.0.0/8' 'mail_spool_directory = /test/mail/' 'mailbox_command =' \
  'maillog_file = /var/log/postfix.log' 'smtp_host_lookup = native' 'delay_warning_time = 1s' 'maximal_queue_lifetime = 8s' \
  'queue_run_delay = 2s' 'minimal_backoff_time = 1s' 'maximal_backoff_time = 2s' 'local_recipient_maps =' \
  'alias_maps =' 'alias_database =' 'default_transport = smtp' 'relay_transport = relay' 'luser_relay = tailchat' 'smtp_tls_security_level = none' 'compatibility_level = 3.6'
chroot "$root" postconf -MX smtp/inet
chroot "$root" useradd --no-create-home tailchat
chroot "$root" postconf -e 'mail_spool_directory = /var/mail'
chroot "$root" postfix start >/dev/null 2>&1
send /usr/sbin/sendmail -oi
sleep 18
chroot "$root" postfix stop >/dev/null 2>&1 || true
cp "$root/var/mail/tailchat" "$work/letters/postfix"

name=opensmtpd
layer opensmtpd opensmtpd
chroot "$root" useradd --no-create-home tailchat
cat >"$root/etc/smtpd.conf" <<CONF
queue ttl 8s
bounce warn-interval 2s
action "local" mbox
action "out" relay host smtp://127.0.0.1:$port
match for domain "opensmtpd.test" action "local"
match for local action "local"
match from any for any action "out"
CONF
echo opensmtpd.test >"$root/etc/mailname"
chroot "$root" /usr/sbin/smtpd -d >"$work/smtpd.log" 2>&1 &
started+=($!)
sleep 2
send /usr/sbin/sendmail
sleep 20
cp "$root/var/mail/tailchat" "$work/letters/opensmtpd"

name=sendmail
layer sendmail sendmail-bin
# Its own configuration, for it is to be no daemon, and to be in a hurry. What it sends back goes to the other side.
cat >"$root/test/sendmail.mc" <<CONF
divert(-1)
include(\`/usr/share/sendmail/cf/m4/cf.m4')
OSTYPE(\`linux')
define(\`confDOMAIN_NAME', \`mta.sendmail.test')
define(\`confTO_QUEUEWARN', \`2s')
define(\`confTO_QUEUERETURN', \`8s')
define(\`confSERVICE_SWITCH_FILE', \`/test/switch')
define(\`confHOSTS_FILE', \`/test/hosts')
define(\`confDONT_PROBE_INTERFACES', \`True')
define(\`confDIRECT_SUBMISSION_MODIFIERS', \`')
define(\`QUEUE_DIR', \`/test/queue')
define(\`STATUS_FILE', \`/test/statistics')
define(\`confPID_FILE', \`/test/sendmail.pid')
define(\`ALIAS_FILE', \`/test/aliases')
define(\`SMART_HOST', \`relay:[127.0.0.1]')
define(\`RELAY_MAILER_ARGS', \`TCP \$h $port')
FEATURE(\`nocanonify')
FEATURE(\`accept_unresolvable_domains')
MAILER(\`local')
MAILER(\`smtp')
CONF
# Without a name of its own it waits for one to come into DNS.
echo "127.0.0.1 mta.sendmail.test $(hostname)" >>"$root/etc/hosts"
mkdir -p "$root/test/queue"
chmod 700 "$root/test/queue"
: >"$root/test/aliases"
echo 'hosts files' >"$root/test/switch"
echo '127.0.0.1 mta.sendmail.test' >"$root/test/hosts"
chroot "$root" sh -c 'm4 /test/sendmail.mc >/test/sendmail.cf && /usr/sbin/sendmail -C /test/sendmail.cf -Am -bi' >"$work/sendmail.log" 2>&1 ||
  { tail -5 "$work/sendmail.log"; exit 1; }
send /usr/sbin/sendmail -C /test/sendmail.cf -Am -odq -oi
for _ in 1 2 3 4 5 6 7; do
  sleep 2
  chroot "$root" /usr/sbin/sendmail -C /test/sendmail.cf -Am -q
done
cp "$work/came-back" "$work/letters/sendmail"

[[ -z ${BOUNCES_KEEP:-} ]] || cp -r "$work/letters" "$BOUNCES_KEEP"
node .ci/bounces/check.js "$work/letters"
