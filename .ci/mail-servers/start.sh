#!/usr/bin/env bash
# Starts a mail server as a Tailchat operator may run one: Postfix takes submissions, Dovecot checks
# the logins and has IMAP and POP3. On 127.0.0.1 only: 587 (STARTTLS), 465 (TLS from the first byte)
# and 2587 (as 587, but a sender is refused already at MAIL FROM). Usage: start.sh ENV_FILE
#
# Writes what a test has to know to ENV_FILE, for `source`. All else stands below one temporary
# folder; the machine's own settings, queues and logs are not touched. stop.sh ENV_FILE undoes it.
set -euo pipefail

env_file=${1:?usage: start.sh ENV_FILE}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
host=127.0.0.1
domain=tailchat.test
hostname=mail.$domain
submission_port=587
tls_port=465
early_port=2587
# The owner of the mailboxes. A number does, it needs no entry in /etc/passwd.
mailbox_id=5000

say() { echo "mail servers: $*" >&2; }

# Whether something says 220 there. 465 must show the certificate, too.
answers() {
  local line=''
  if [[ $1 == "$tls_port" ]]; then
    line=$(timeout 5 openssl s_client -connect "$host:$1" -CAfile "$MAIL_TEST_CA" \
      -verify_return_error -quiet 2>/dev/null < <(sleep 1 && printf 'QUIT\r\n')) || return 1
  else
    # shellcheck disable=SC2016 # the inner bash expands it
    line=$(timeout 5 bash -c \
      'exec 3<>"/dev/tcp/$0/$1"; read -r line <&3; echo "$line"; printf "QUIT\r\n" >&3' \
      "$host" "$1" 2>/dev/null) || return 1
  fi
  [[ $line == 220* ]]
}

all_answer() { answers "$submission_port" && answers "$tls_port" && answers "$early_port"; }

taken() { (exec 3<>"/dev/tcp/$host/$1") 2>/dev/null; }

if [[ -s $env_file ]]; then
  # shellcheck source=/dev/null
  source "$env_file"
  if [[ -f ${MAIL_TEST_CA:-} ]] && all_answer; then
    say "they run already, in $MAIL_TEST_DIR"
    exit 0
  fi
  "$here/stop.sh" "$env_file"
fi

for port in "$submission_port" "$tls_port" "$early_port"; do
  if taken "$port"; then
    say "something else listens on $host:$port"
    exit 1
  fi
done

# Debian 13 has Dovecot 2.4, whose settings have other names.
if [[ $(dovecot --version) != 2.3.* ]]; then
  say "the settings below are for Dovecot 2.3, not $(dovecot --version)"
  exit 1
fi

dir=$(mktemp -d "${TMPDIR:-/tmp}/mail-servers.XXXXXX")
touch "$dir/made-by-start.sh"
# Postfix and Dovecot run as users of their own, who have to get through.
chmod 755 "$dir"
(umask 077 && printf 'export MAIL_TEST_DIR=%q\n' "$dir" >"$env_file")

# shellcheck disable=SC2317 # the trap calls it
on_exit() {
  local code=$?
  [[ $code -eq 0 ]] && return
  say "they could not be started; the end of what they logged:"
  tail -n 30 "$dir"/log/* >&2 || true
  "$here/stop.sh" "$env_file"
}
trap on_exit EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

mkdir -p "$dir"/{postfix,queue,data,mailboxes,log,certificates,dovecot/{run,state}}
chown postfix "$dir/data"
chown "$mailbox_id:$mailbox_id" "$dir/mailboxes"

# --- users ---------------------------------------------------------------------------------------

alice=alice@$domain
bob=bob@$domain
# Every one of these characters has to be percent-encoded in a URI, and "%@" is no valid escape.
alice_password="A$(openssl rand -hex 10)#/?%@:&+Z"
bob_password="B$(openssl rand -hex 10)%2F @?\"\\Z"

(
  umask 027
  for user in "$alice $alice_password" "$bob $bob_password"; do
    # Hashed, because a password may hold the colon that separates the fields of this file.
    hash=$(openssl passwd -6 -stdin <<<"${user#* }")
    printf '%s:{SHA512-CRYPT}%s\n' "${user%% *}" "$hash"
  done >"$dir/dovecot/users"
)
chgrp dovecot "$dir/dovecot/users"

# --- certificates --------------------------------------------------------------------------------

# Valid for longer than the 30 days from which on the program warns.
days=90
key_options=(-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes)
(
  umask 077
  cd "$dir/certificates"
  openssl req -x509 "${key_options[@]}" -keyout ca.key -out ca.pem -days "$days" \
    -subj '/CN=Throw-away test CA' -addext 'keyUsage=critical,keyCertSign,cRLSign'
  openssl req -new "${key_options[@]}" -keyout server.key -out server.csr -subj "/CN=$hostname"
  openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days "$days" \
    -out server.pem -extfile <(
      echo "subjectAltName=DNS:$hostname,DNS:smtp.$domain,DNS:localhost,IP:$host,IP:127.0.0.2,IP:127.0.0.3,IP:127.0.0.4,IP:127.0.0.5"
      echo 'basicConstraints=critical,CA:false'
      echo 'extendedKeyUsage=serverAuth'
    )
) 2>"$dir/log/openssl.log"
chmod 755 "$dir/certificates"
chmod 644 "$dir/certificates/ca.pem"

# --- Dovecot: the logins, and ports that are taken for those of mail that goes out -----------------

cat >"$dir/dovecot/dovecot.conf" <<CONF
base_dir = $dir/dovecot/run
state_dir = $dir/dovecot/state
log_path = $dir/log/dovecot.log
protocols = imap pop3 submission
listen = $host
ssl = required
ssl_cert = <$dir/certificates/server.pem
ssl_key = <$dir/certificates/server.key
auth_mechanisms = plain login
auth_verbose = yes
passdb {
  driver = passwd-file
  args = username_format=%u $dir/dovecot/users
}
userdb {
  driver = static
  args = uid=$mailbox_id gid=$mailbox_id home=$dir/mailboxes/%n
}
# On an address of its own, for the ports are Postfix's here. What it takes goes to Postfix.
submission_relay_host = $host
submission_relay_port = 10025
submission_max_mail_size = 200000
mail_location = maildir:$dir/mailboxes/%n
service submission-login {
  inet_listener submission {
    address = 127.0.0.4
    port = 587
  }
  inet_listener submissions {
    address = 127.0.0.4
    port = 465
    ssl = yes
  }
}
service auth {
  unix_listener $dir/queue/private/auth {
    mode = 0660
    user = postfix
    group = postfix
  }
}
# Or else every wrong password makes the next login wait longer.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
CONF

# --- Postfix -------------------------------------------------------------------------------------

cat >"$dir/postfix/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $dir/queue
data_directory = $dir/data
maillog_file = $dir/log/postfix.log
maillog_file_prefixes = $dir
myhostname = $hostname
mydestination =
# Or else Postfix asks for NIS, which is not there.
alias_maps =
inet_interfaces = $host
inet_protocols = ipv4
# Loopback is nobody special here, or else no login would ever be needed.
mynetworks =
# Neither a look-up nor a mail leaves this machine.
smtpd_peername_lookup = no
disable_dns_lookups = yes
default_transport = error:5.1.2 this server delivers to $domain only
relay_transport = \$default_transport
notify_classes =

virtual_mailbox_domains = $domain
virtual_mailbox_base = $dir/mailboxes
virtual_mailbox_maps = inline:{ { $alice = alice/ }, { $bob = bob/ } }
virtual_uid_maps = static:$mailbox_id
virtual_gid_maps = static:$mailbox_id

message_size_limit = 200000
# Not smaller than what is taken.
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_tls_cert_file = $dir/certificates/server.pem
smtpd_tls_key_file = $dir/certificates/server.key
smtpd_tls_security_level = encrypt
smtpd_tls_loglevel = 1
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = private/auth

# As on a submission service: own address only, and none without a login. A mail to elsewhere is
# refused as a relay attempt first, so that this answer can be seen, too.
smtpd_sender_login_maps = inline:{ { $alice = $alice }, { $bob = $bob } }
smtpd_sender_restrictions = reject_sender_login_mismatch
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_reject_unlisted_recipient = yes
smtpd_delay_reject = yes
CONF

# As Debian ships it, without what is never reached here; no chroot, as the folder has no copy of /etc.
cat >"$dir/postfix/master.cf" <<CONF
$host:$submission_port inet n - n - - smtpd
  -o syslog_name=postfix/submission
$host:$tls_port inet n - n - - smtpd
  -o syslog_name=postfix/submissions
  -o smtpd_tls_wrappermode=yes
$host:$early_port inet n - n - - smtpd
  -o syslog_name=postfix/early
  -o smtpd_delay_reject=no
$host:10025 inet n - n - - smtpd
  -o syslog_name=postfix/relay
  -o smtpd_tls_security_level=none
  -o smtpd_sasl_auth_enable=no
  -o mynetworks=127.0.0.0/8
  -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions=permit_mynetworks,reject
  -o smtpd_relay_restrictions=permit_mynetworks,reject
cleanup   unix  n - n -     0   cleanup
qmgr      unix  n - n 300   1   qmgr
tlsmgr    unix  - - n 1000? 1   tlsmgr
rewrite   unix  - - n -     -   trivial-rewrite
bounce    unix  - - n -     0   bounce
defer     unix  - - n -     0   bounce
trace     unix  - - n -     0   bounce
verify    unix  - - n -     1   verify
flush     unix  n - n 1000? 0   flush
proxymap  unix  - - n -     -   proxymap
showq     unix  n - n -     -   showq
error     unix  - - n -     -   error
retry     unix  - - n -     -   error
discard   unix  - - n -     -   discard
virtual   unix  - n n -     -   virtual
anvil     unix  - - n -     1   anvil
scache    unix  - - n -     1   scache
postlog   unix-dgram n - n - 1  postlogd
CONF

# --- start ---------------------------------------------------------------------------------------

# Makes the queue's folders, one of which Dovecot puts its socket in.
postfix -c "$dir/postfix" check
dovecot -c "$dir/dovecot/dovecot.conf"
postfix -c "$dir/postfix" start >"$dir/log/start.log" 2>&1

{
  printf 'export MAIL_TEST_%s\n' "HOST=$host" "SUBMISSION_PORT=$submission_port" \
    "TLS_PORT=$tls_port" "EARLY_PORT=$early_port"
  printf 'export MAIL_TEST_%s=%q\n' \
    ALICE "$alice" ALICE_PASSWORD "$alice_password" BOB "$bob" BOB_PASSWORD "$bob_password" \
    CA "$dir/certificates/ca.pem" MAILBOXES "$dir/mailboxes" LOG "$dir/log/postfix.log" \
    DOVECOT_LOG "$dir/log/dovecot.log"
} >>"$env_file"
# shellcheck source=/dev/null
source "$env_file"

for _ in {1..30}; do
  if [[ -S $dir/queue/private/auth ]] && all_answer; then
    say "127.0.0.1:$submission_port, :$tls_port and :$early_port answer, in $dir"
    exit 0
  fi
  sleep 0.5
done
say "no answer after 15 seconds"
exit 1
