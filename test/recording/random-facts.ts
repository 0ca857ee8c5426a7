/** What draws numbers from 0 to 1, always the same ones for a seed. */
export type Draw = () => number;

/** Mulberry32: small, and good enough to choose facts by. */
export function seededDraw(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HOSTS = ['smtp.qq.com', 'mail.example.org', 'localhost', '127.0.0.1', '::1', 'a.b.example'];
const ADDRESSES = ['192.0.2.1', '192.0.2.2', '2001:db8::1', '10.0.0.9', '2001:db8::2'];
const MAILBOXES = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'];
const ENV_LINES = ["SMTP_URI='smtps://me:***@mail.example.org:465/'", 'SMTP_SENDER=me@example.org'];
const CODES = [
  'ECONNREFUSED',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'EHOSTUNREACH',
  'EAI_AGAIN',
];
const DETAILS = [
  ...['no-scheme', 'wrong-scheme', 'no-host', 'bad-host', 'bad-port', 'bad-option', 'quotes-kept'],
  ...['white-space-kept', 'control-character', 'cut-short', 'bare-percent'],
  ...['trailing-punctuation', 'user-without-password', 'password-without-user', 'no-address'],
  ...['several-addresses', 'bad-address', 'not-found', 'no-permission', 'is-a-folder', 'too-large'],
  ...['binary', 'unreadable', 'no-name', 'bad-name', 'quote-not-closed', 'bad-interpolation'],
  ...['required-variable', 'bad-yaml'],
];
const DEEDS = [
  ...['takes-localhost', 'throws', 'reads-it', 'asks-for-user', 'asks-for-password'],
  'asks-for-host',
];
const SOURCES = [
  { kind: 'env' },
  { kind: 'flag' },
  { kind: 'file', file: 'docker-compose.env', line: 7 },
  { kind: 'file', file: '.env' },
];

/** What chooses, by a draw. */
function chooser(draw: Draw) {
  const one = <T>(items: readonly T[]): T => items[Math.floor(draw() * items.length)] as T;
  const some = <T>(items: readonly T[], least = 0): T[] =>
    items.slice(0, least + Math.floor(draw() * (items.length + 1 - least)));
  const isSo = (share = 0.5) => draw() < share;
  const maybe = <T>(make: () => T): T | undefined => (isSo() ? make() : undefined);
  return { one, some, isSo, maybe };
}

function randomProvider(draw: Draw) {
  const { one, isSo, maybe } = chooser(draw);
  return {
    name: one(['QQ Mail', 'QQ 邮箱', 'Amazon SES', 'Postfix']),
    kind: one(['mailbox', 'relay', 'hosting', 'software']),
    passwordName: maybe(() => 'authorization code'),
    passwordSource: maybe(() => 'Settings > Account > POP3/SMTP'),
    userForm: maybe(() => one(['address', 'address-or-name', 'name', 'fixed', 'issued'])),
    userWords: maybe(() => 'apikey'),
    isSenderBound: isSo(),
    limits: maybe(() => '500 mails a day'),
    advice: maybe(() => 'Switch SMTP on'),
    page: maybe(() => 'https://mail.example.org/help'),
  };
}

function randomOddities(draw: Draw) {
  const { one, some } = chooser(draw);
  const value = one(['user', 'password']);
  return some([
    { value, kind: 'white-space' },
    { value: 'user', kind: one(['no-address', 'whole-address']) },
    { value: 'user', kind: 'not-fixed', expected: 'apikey' },
    { value, kind: 'shape', expected: '16 letters', length: 9 },
    { value, kind: 'mistake', looksLike: 'a key of the interface' },
  ]);
}

/** What may be known of a failure: each fact is there or is not. */
export function randomFacts(draw: Draw): Record<string, unknown> {
  const { one, some, isSo, maybe } = chooser(draw);
  const facts: Record<string, unknown> = {
    host: maybe(() => one(HOSTS)),
    port: maybe(() => one([25, 465, 587, 2525, 1025, 993])),
    user: maybe(() => one(['me@example.com', 'me', '12345@qq.com'])),
    senderAddress: maybe(() => one(MAILBOXES)),
    recipients: maybe(() => some(MAILBOXES)),
    file: maybe(() => one(['docker-compose.env', '.env', 'docker-compose.yml'])),
    line: maybe(() => one([1, 20])),
    errorCode: maybe(() => one(CODES)),
    detail: maybe(() => one(DETAILS)),
    missing: maybe(() => some(['uri', 'sender', 'recipient'], 1)),
    misspelt: maybe(() => ({ name: 'SMTP_URL', meant: 'SMTP_URI', source: one(SOURCES) })),
    certificate: maybe(() => ({
      names: some(['mail.example.org', '*.example.org', 'x.org'], 1),
      issuer: 'Example CA',
      validTo: '2026-01-02T03:04:05.000Z',
    })),
    timeoutSeconds: maybe(() => one([0.5, 30])),
    mechanisms: maybe(() => some(['XOAUTH2', 'OAUTHBEARER', 'NTLM'])),
    crashesTailchat: maybe(() => isSo()),
    encrypted: maybe(() => isSo()),
    addresses: maybe(() => some(ADDRESSES)),
    authenticated: maybe(() => isSo()),
    provider: maybe(() => randomProvider(draw)),
    oddities: maybe(() => randomOddities(draw)),
    character: maybe(() => one(['#', '/', '?', '\\', '%', '@'])),
    part: maybe(() => one(['user', 'password'])),
    serverDoes: maybe(() => one(DEEDS)),
    serverHost: maybe(() => one(HOSTS)),
    envLine: maybe(() => one(ENV_LINES)),
    isMasked: maybe(() => isSo()),
  };
  // A line without a file is none.
  if (facts.file === undefined) facts.line = undefined;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

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
  const [first = '', ...others] = some(ADDRESSES, 2);
  const warnings = [
    { code: 'credentials-untested', host, user },
    { code: 'plaintext-credentials', host, user },
    { code: 'tls-verification-off', host },
    {
      ...{ code: 'certificate-expires-soon', host, validTo: '2026-01-02T03:04:05.000Z' },
      days: one([0, 1, 2, 29]),
    },
    {
      ...{ code: 'credentials-unlikely', host, provider: maybe(() => provider) },
      oddities: [{ value: 'password', kind: 'white-space' }, ...randomOddities(draw)],
    },
    {
      ...{ code: 'sender-unlikely', envLine, ...place },
      mailbox: { name: one(['', 'Tailchat"', '[x]']), address: one(MAILBOXES) },
    },
    { code: 'sender-mismatch-likely', host, user, provider },
    {
      ...{ code: 'sender-unaligned-likely', domain: 'gmail.com', host, owner: provider },
      provider: maybe(() => provider),
    },
    { code: 'env-overrides-file', variable, by: one(SOURCES), ...inFile },
    { code: 'readers-disagree', variable, envLine, nearby: [], ...inFile },
    { code: 'shell-unsafe', variable, envLine, shell: 'bash', by: undefined, ...inFile },
    { code: 'line-end-kept', variable, heldIn: undefined, ...inFile },
    { code: 'not-percent-encoded', variable: 'SMTP_URI', ...place },
    { code: 'misspelt-variable', variable: 'SMTP_URL', meant: 'SMTP_URI', ...place },
    {
      ...{ code: 'misspelt-variable', variable: 'requireTLS', isOption: true, ...place },
      meant: maybe(() => 'requireTLS=true'),
    },
    { code: 'duplicate-variable', variable, otherLines: some([1, 2, 3, 4, 5], 1), ...inFile },
    { code: 'loopback-in-container', host, ...place },
    { code: 'address-unreachable', addresses: [first], others },
    { code: 'ipv6-unreachable', addresses: [first], others },
    { code: 'uri-on-command-line' },
    { code: 'sender-untested' },
    { code: 'accepted-not-delivered', host },
  ];
  return warnings.map((warning) => ({ ...warning, kind: warning.code }));
}
