import {
  ADDRESSES,
  chooser,
  type Draw,
  ENV_LINES,
  FORMS,
  HOSTS,
  MAILBOXES,
  READERS,
  randomAbsence,
  randomHeld,
  randomOddities,
  randomProvider,
  SOURCES,
} from './random-facts.js';

const AUTHORITIES = ['newer-authority', 'older-authority', 'authority-of-shell'];
const DIFFERENCES = [
  ...['ipv6-only', 'ipv4-lacking', 'weak-key', 'newer-groups', 'blank-line'],
  ...['start-passed-over', 'end-passed-over', 'wide-host', 'colon-in-user'],
];

/** What is known of each warning: every fact that a check gives with it. */
export function randomWarnings(draw: Draw): { code: string }[] {
  const { one, some, isSo, maybe } = chooser(draw);
  const host = one(HOSTS);
  const user = 'me@example.com';
  const place = isSo() ? { file: 'docker-compose.env', line: one([1, 20]) } : {};
  const inFile = { file: one(['docker-compose.env', '.env']), line: one([3, 20]) };
  const provider = randomProvider(draw);
  const variable = one(['SMTP_URI', 'SMTP_SENDER']);
  const envLine = maybe(() => one(ENV_LINES));
  const holders = maybe(() => some(READERS, 1));
  const mailbox = { name: one(['', 'Tailchat"', '[x]']), address: one(MAILBOXES) };
  const isOfKubernetes = isSo();
  const [first = '', ...others] = some(ADDRESSES, 2);
  const nearby = some([
    { reader: 'bash', file: 'run.sh', line: 2 },
    { reader: 'systemd', file: 'x.service', line: 3 },
  ]);
  const warnings = [
    { code: 'credentials-untested', host, port: one([25, 465, 587]) },
    { code: 'plaintext-credentials', host, ignoresStarttls: false },
    { code: 'tls-verification-off', host },
    { code: 'tls-verification-off', host, variable: 'NODE_TLS_REJECT_UNAUTHORIZED', ...place },
    {
      ...{ code: 'certificate-expires-soon', host, validTo: '2026-01-02T03:04:05.000Z' },
      days: one([0, 1, 2, 29]),
    },
    {
      ...{ code: 'credentials-unlikely', provider: maybe(() => provider) },
      oddities: [{ value: 'password', kind: 'white-space' }, ...randomOddities(draw)],
    },
    {
      ...{ code: 'port-unlikely', port: one([465, 587]), isTlsFirst: isSo(), envLine, holders },
      ...place,
    },
    {
      ...{ code: 'port-unlikely', port: 993, isTlsFirst: isSo(), protocol: 'IMAP' },
      ...{ envLine: undefined, holders: undefined, ...place },
    },
    { code: 'sender-unlikely', envLine, holders, mailbox, isLocal: isSo(), ...place },
    { code: 'sender-unlikely', envLine, holders, mailbox, holdsPassword: isSo(), ...place },
    { code: 'sender-mismatch-likely', user, provider },
    {
      ...{ code: 'sender-unaligned-likely', domain: 'gmail.com', host, owner: provider },
      provider: maybe(() => provider),
    },
    { code: 'env-overrides-file', variable, by: one(SOURCES), ...inFile },
    { code: 'env-file-unused', variable, by: 'docker-compose.yml', ...inFile },
    { code: 'readers-disagree', variable, envLine, holders, nearby, ...inFile },
    {
      ...{ code: 'shell-unsafe', variable, envLine, shell: 'bash', ...inFile },
      by: maybe(() => ({ file: 'run.sh', line: 4 })),
    },
    { code: 'line-end-kept', variable, heldIn: maybe(() => randomHeld(draw)), ...inFile },
    {
      ...{ code: 'not-percent-encoded', host, ...place },
      what: one(['percent', 'entity', 'second-server']),
    },
    { code: 'host-unlikely', host: 'imap.example.org', meant: 'smtp.example.org', ...place },
    {
      ...{ code: 'misspelt-variable', isOption: false, variable: one(['SMTP_URL', 'SMTP_URI：']) },
      ...{ meant: one(['SMTP_URI', 'SMTP_SENDER']), form: maybe(() => one(FORMS)), ...place },
    },
    {
      ...{ code: 'misspelt-variable', isOption: false, isUnset: true, isOfKubernetes, variable },
      ...{ name: maybe(() => 'MAIL_PASS'), ...place },
    },
    {
      ...{ code: 'misspelt-variable', isOption: true, variable: 'requireTls', ...place },
      ...{ meant: maybe(() => 'requireTLS=true'), isFor: maybe(() => one(['login', 'nothing'])) },
    },
    { code: 'duplicate-variable', variable, otherLines: some([1, 2, 3, 4, 5], 1), ...inFile },
    { code: 'loopback-in-container', host, isOfKubernetes },
    { code: 'address-unreachable', addresses: [first], others },
    { code: 'ipv6-unreachable', addresses: [first] },
    { code: 'uri-on-command-line' },
    { code: 'pool-keeps-connections', host, ...place },
    { code: 'slow-reply', host, seconds: 12 },
    { code: 'server-differs', host, difference: { kind: one(DIFFERENCES), bits: 1024 }, ...place },
    {
      ...{ code: 'trust-differs', host, ...place },
      trust: { kind: one([...AUTHORITIES, 'authorities-unreadable']), authority: 'Example CA' },
    },
    {
      ...{ code: 'sender-read-otherwise', mailbox, envLine, ...place },
      senderDifference: one(['group', 'cut', 'parted', 'wide-domain']),
    },
    {
      ...{ code: 'option-unchecked', ...place },
      optionDoubt: { kind: one(['unchecked', 'short-wait']), option: 'socketTimeout', ms: 30 },
    },
    { code: 'sender-untested', isOffline: isSo(), absent: maybe(() => randomAbsence(draw)) },
    {
      ...{ code: 'accepted-not-delivered', host, isSandbox: isSo() },
      ...(isSo() ? { doubt: 'queued for review' } : {}),
    },
  ];
  return warnings;
}
