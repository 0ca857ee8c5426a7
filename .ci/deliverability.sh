#!/usr/bin/env bash
# What is said about DNS, arrived mail and spam folders, before the real programs: BIND, Dovecot, SpamAssassin,
# OpenDKIM, OpenDMARC and rspamd; DKIM beside mailauth; and SPF before the test suite of RFC 7208, which comes with the source of Debian's
# pyspf. Needs root, Debian's packages and the built program in dist/.
set -euo pipefail
cd "$(dirname "$0")/.."

.ci/install-packages.sh deliverability bind9 dovecot-core dovecot-imapd spamassassin opendkim opendkim-tools \
  opendmarc miltertest rspamd openssl

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

# What DKIM is compared with; too large for a development dependency. Its DKIM runs on older versions of Node as well.
npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$folder" mailauth@7.1.0
export MAILAUTH_FOLDER=$folder

npx --no-install vitest run --config vitest.deliverability.config.ts "$@"
