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

export const HOSTS = [
  'smtp.qq.com',
  'mail.example.org',
  'localhost',
  '127.0.0.1',
  '::1',
  'a.b.example',
];
export const ADDRESSES = ['192.0.2.1', '192.0.2.2', '2001:db8::1', '10.0.0.9', '2001:db8::2'];
export const MAILBOXES = ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com'];
export const ENV_LINES = [
  "SMTP_URI='smtps://me:***@mail.example.org:465/'",
  'SMTP_SENDER=me@example.org',
];
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
  ...['no-scheme', 'wrong-scheme', 'no-host', 'bad-host', 'bad-port', 'bad-option'],
  ...['server-left-out', 'quotes-kept'],
  ...['white-space-kept', 'control-character', 'cut-short', 'bare-percent'],
  ...['trailing-punctuation', 'user-without-password', 'password-without-user', 'no-address'],
  ...['several-addresses', 'bad-address', 'not-found', 'no-permission', 'is-a-folder', 'too-large'],
  ...['binary', 'unreadable', 'no-name', 'bad-name', 'quote-not-closed', 'bad-interpolation'],
  ...['required-variable', 'bad-yaml', 'scheme-as-host', 'no-brackets', 'text-behind-port'],
  ...[
    'text-behind-uri',
    'cut-in-quotes',
    'uri-as-sender',
    'named-sender',
    'group-as-sender',
    'encoded-at',
    'wide-at',
    'wide-signs',
    'curly-quotes',
    'text-behind-quote',
    'no-pair',
    'not-utf8',
  ],
  ...['line-too-long', 'name-twice', 'bad-shell', 'bad-structure', 'bad-entry', 'space-in-name'],
  ...['unknown-key', 'unknown-format', 'unknown-service', 'several-services', 'no-image'],
  ...['file-missing', 'circle', 'stray-yaml', 'bad-base64', 'not-text', 'template', 'key-missing'],
];
const DEEDS = [
  ...['takes-localhost', 'throws', 'reads-it', 'asks-for-user', 'asks-for-password'],
  ...['asks-for-host', 'takes-usual-port', 'damages-login', 'refuses-port'],
];
const ABOUT = ['tls.minVersion', 'proxy', 'socketTimeout', 'name', 'service-core', 'env_flie'];
export const READERS = ['dotenv', 'compose', 'docker', 'compose1', 'podman', 'kubectl', 'systemd'];
const SUBJECTS = [
  ...['connections', 'reverse-name', 'place', 'no-service', 'forgotten-login', 'command'],
  'expired-password',
];
const TLS_REASONS = [
  ...['key-too-small', 'weak-hash', 'name-constraint', 'purpose', 'client-certificate'],
  ...['handshake-ended', 'dh-too-small', 'unrecognized-name'],
];
const ABSENT = [
  ...[
    'dot-env',
    'other-service',
    'inactive',
    'unused-file',
    'files-overridden',
    'taken-away',
    'unmounted',
  ],
  ...['not-given', 'wrong-key', 'other-namespace', 'shell'],
];
export const FORMS = ['unit', 'quadlet', 'dockerfile', 'json', 'comment', 'command'];
export const SOURCES = [
  { kind: 'env' },
  { kind: 'flag' },
  { kind: 'file', file: 'docker-compose.env', line: 7 },
  { kind: 'file', file: '.env' },
];

/** What chooses, by a draw. */
export function chooser(draw: Draw) {
  const one = <T>(items: readonly T[]): T => items[Math.floor(draw() * items.length)] as T;
  const some = <T>(items: readonly T[], least = 0): T[] =>
    items.slice(0, least + Math.floor(draw() * (items.length + 1 - least)));
  const isSo = (share = 0.5) => draw() < share;
  const maybe = <T>(make: () => T): T | undefined => (isSo() ? make() : undefined);
  return { one, some, isSo, maybe };
}

export function randomProvider(draw: Draw) {
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

export function randomOddities(draw: Draw) {
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

/** A value in a ConfigMap or a Secret. */
export function randomHeld(draw: Draw) {
  const { one, isSo, maybe } = chooser(draw);
  return {
    ...{ variable: 'SMTP_URI', kind: one(['Secret', 'ConfigMap']), name: 'mail', key: 'SMTP_URI' },
    ...{ fault: maybe(() => one(['still-base64', 'line-end', 'quotes'])), isEncoded: isSo() },
    ...{ namespace: maybe(() => 'chat'), file: 'secret.yaml', line: 4 },
  };
}

/** A value that does not reach its container. */
export function randomAbsence(draw: Draw) {
  const { one, maybe } = chooser(draw);
  return {
    ...{ why: one(ABSENT), file: '.env', line: 3, service: 'service-core' },
    ...{ other: maybe(() => 'web'), by: { file: 'docker-compose.yml', line: 9 } },
    ...{ heldIn: maybe(() => randomHeld(draw)), heldAs: 'uri' },
    source: maybe(() => ({
      ...{ kind: one(['Secret', 'ConfigMap']), name: one(['mail', 'Mail$']) },
      ...{ key: maybe(() => 'uri'), namespace: maybe(() => 'chat') },
    })),
    add: maybe(() =>
      one([
        { kind: 'below', under: one(['', 'environment']), line: 'SMTP_URI: x' },
        { kind: 'instead', at: { file: 'c.yml', line: 3 }, line: 'SMTP_URI: x' },
        { kind: 'variable', at: { file: 'c.yml', line: 3 }, value: 'x' },
        { kind: 'env-file', at: { file: 'c.yml', line: 3 }, name: '.env' },
      ] as const),
    ),
  };
}

function randomHome(draw: Draw) {
  const { one, isSo, maybe } = chooser(draw);
  return {
    ...{ file: 'docker-compose.yml', line: maybe(() => 7) },
    add: maybe(() => ({ service: 'service-core', under: one(['', 'environment']) })),
    spot: maybe(() => ({ key: 'SMTP_URI', isItem: isSo(), isCompose: isSo() })),
  };
}

/** What else may be known: of the settings' files, of a container, of what the server said. */
function randomSurroundings(draw: Draw): Record<string, unknown> {
  const { one, some, isSo, maybe } = chooser(draw);
  return {
    security: maybe(() => one(['tls', 'starttls', 'starttls-if-offered', 'none'])),
    isLoginRefusedAsSender: maybe(() => isSo()),
    searchedFolder: maybe(() => '/srv/tailchat'),
    canBeAsked: maybe(() => isSo()),
    searchedFiles: maybe(() => ['.env', 'docker-compose.env']),
    clientName: maybe(() => '[127.0.0.1]'),
    starttlsSeen: maybe(() => one(['taken', 'refused', 'not-offered'])),
    shutPorts: maybe(() => some([465, 587])),
    answered: maybe(() => [{ port: 25, lacks: one(['trust', 'login', 'encryption']) }]),
    isCodeInferred: maybe(() => isSo()),
    isSummary: maybe(() => isSo()),
    speaksOf: maybe(() => one(SUBJECTS)),
    hasSpoken: maybe(() => isSo()),
    tlsReason: maybe(() => one(TLS_REASONS)),
    tlsWords: maybe(() => 'unsupported'),
    about: maybe(() => one(ABOUT)),
    reader: maybe(() => one(READERS)),
    heldIn: maybe(() => randomHeld(draw)),
    isOfKubernetes: maybe(() => isSo()),
    seat: maybe(() => one(['container', 'pod'] as const)),
    isSentIn: maybe(() => isSo()),
    services: isSo(0.2) ? some(['service-core', 'web', 'x'], 1) : undefined,
    foreignNames: maybe(() => some(['MAIL_HOST', 'MAIL_PORT', 'MAIL_USER', 'MAIL_PASS'])),
    absent: isSo(0.3) ? randomAbsence(draw) : undefined,
    valueLength: maybe(() => one([1, 16])),
    valueNumber: maybe(() => one([1, 3])),
    homes: maybe(() => ({
      ...{ uri: maybe(() => randomHome(draw)), sender: maybe(() => randomHome(draw)) },
    })),
    waitedSeconds: maybe(() => 3),
    begun: maybe(() => '250-mail'),
    envPlace: maybe(() => ({ file: 'docker-compose.yml', line: 3 })),
    application: maybe(() => ({ name: 'WordPress', log: 'its log', more: maybe(() => 'X=1') })),
    neighbour: maybe(() => ({ port: 587, ms: 12 })),
    strictWarnings: maybe(() => some(['slow-reply', 'sender-untested'])),
    pasted: maybe(() => one(['shell', 'docker-flags', 'assignment'])),
    holders: maybe(() => some(READERS, 1)),
  };
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
    misspelt: maybe(() => ({
      ...{ name: one(['SMTP_URL', 'SMTP_URI：']), meant: one(['SMTP_URI', 'SMTP_SENDER']) },
      ...{ source: one(SOURCES), form: maybe(() => one(FORMS)) },
    })),
    certificate: maybe(() => ({
      names: some(['mail.example.org', '*.example.org', 'x.org'], 1),
      issuer: 'Example CA',
      validTo: '2026-01-02T03:04:05.000Z',
    })),
    timeoutSeconds: maybe(() => one([0.5, 30])),
    mechanisms: maybe(() => some(['XOAUTH2', 'NTLM', 'PLAIN', 'LOGIN'])),
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
    ...randomSurroundings(draw),
  };
  // A line without a file is none.
  if (facts.file === undefined) facts.line = undefined;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
