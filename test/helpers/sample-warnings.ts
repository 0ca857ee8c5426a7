import type { WarningOf } from '../../src/language/texts.js';
import type { ProviderFacts } from '../../src/report/facts.js';
import type { WarningCode } from '../../src/report/warnings.js';

const host = 'smtp.qq.com';
const place = { file: 'docker-compose.env', line: 20 };
const provider: ProviderFacts = { name: 'QQ Mail', kind: 'mailbox' };

/** Warnings of each code, as many as its words can differ. */
export const SAMPLE_WARNINGS: { [C in WarningCode]: WarningOf<C>[] } = {
  'credentials-untested': [25, 587].map((port) => ({
    ...{ code: 'credentials-untested', host, port },
  })),
  'plaintext-credentials': [
    { code: 'plaintext-credentials', host, ignoresStarttls: false },
    { code: 'plaintext-credentials', host, ignoresStarttls: true },
  ],
  'tls-verification-off': [
    { code: 'tls-verification-off', host },
    { code: 'tls-verification-off', host, variable: 'NODE_TLS_REJECT_UNAUTHORIZED', ...place },
  ],
  'certificate-expires-soon': [0, 1, 29].map((days) => ({
    ...{ code: 'certificate-expires-soon', host, days },
    validTo: '2026-01-02T03:04:05.000Z',
  })),
  'credentials-unlikely': [undefined, provider].map((provider) => ({
    ...{ code: 'credentials-unlikely', provider },
    oddities: [{ value: 'password', kind: 'white-space' }],
  })),
  'port-unlikely': [
    {
      ...{ code: 'port-unlikely', port: 587, isTlsFirst: true, ...place },
      ...{ envLine: 'SMTP_URI=smtp://smtp.qq.com:587', holders: ['dotenv', 'compose'] },
    },
    {
      ...{ code: 'port-unlikely', port: 465, isTlsFirst: false },
      ...{ envLine: undefined, holders: undefined },
    },
    {
      ...{ code: 'port-unlikely', port: 993, isTlsFirst: true, protocol: 'IMAP' },
      ...{ envLine: undefined, holders: undefined },
    },
  ],
  'host-unlikely': [
    { code: 'host-unlikely', host: 'imap.example.com', meant: 'smtp.example.com', ...place },
    {
      ...{ code: 'host-unlikely', host: 'smtp.exmail.qq.com', meant: 'smtp.qq.com' },
      ...{ domain: 'qq.com', ...place },
    },
  ],
  'sender-unlikely': [
    {
      ...{ code: 'sender-unlikely', envLine: undefined, holders: undefined },
      mailbox: { name: '', address: 'xxx@example.com' },
    },
    {
      ...{ code: 'sender-unlikely', envLine: 'SMTP_SENDER=a@x.org', ...place },
      holders: ['dotenv', 'compose'],
      mailbox: { name: '"Tail', address: 'a@x.org' },
    },
    {
      ...{ code: 'sender-unlikely', envLine: undefined, holders: undefined, ...place },
      ...{ mailbox: { name: '***', address: 'a@x.org' }, holdsPassword: true },
    },
    {
      ...{ code: 'sender-unlikely', envLine: undefined, holders: undefined, ...place },
      ...{ mailbox: { name: '', address: 'noreply@localhost' }, isLocal: true },
    },
  ],
  'sender-mismatch-likely': [{ code: 'sender-mismatch-likely', user: 'me@qq.com', provider }],
  'sender-unaligned-likely': [undefined, { name: 'SendGrid', kind: 'relay' as const }].map(
    (through) => ({
      ...{ code: 'sender-unaligned-likely', domain: 'gmail.com', host: 'mail.example' },
      ...{ owner: { name: 'Gmail', kind: 'mailbox' }, provider: through },
    }),
  ),
  'env-file-unused': [
    { code: 'env-file-unused', variable: 'SMTP_URI', by: 'docker-compose.yml', ...place },
    ...[undefined, true].map((isOfKubernetes) => ({
      ...{ code: 'env-file-unused' as const, why: 'set-to-none' as const, isOfKubernetes },
      ...{ service: 'tailchat', ...place },
    })),
    { code: 'env-file-unused', why: 'defined-twice', ...place },
    {
      ...{ code: 'env-file-unused', why: 'stack', variable: 'SMTP_URI', ...place },
      by: { file: 'up.sh', line: 3 },
    },
  ],
  'env-overrides-file': [
    {
      ...{ code: 'env-overrides-file', variable: 'SMTP_URI', isOfContainer: true, ...place },
      by: { kind: 'env' },
    },
    {
      ...{ code: 'env-overrides-file', variable: 'SMTP_URI', isCertain: true, ...place },
      by: { kind: 'file', file: 'b.env', line: 1 },
    },
    { code: 'env-overrides-file', variable: 'SMTP_URI', by: { kind: 'env' }, ...place },
    {
      ...{ code: 'env-overrides-file', variable: 'SMTP_URI', ...place },
      by: { kind: 'file', file: '.env', line: 3 },
    },
  ],
  'readers-disagree': [undefined, "SMTP_URI='smtp://x/'"].map((envLine) => ({
    ...{ code: 'readers-disagree', variable: 'SMTP_URI', envLine, ...place },
    ...{ holders: undefined, readers: [] },
    nearby: envLine ? [{ reader: 'docker', file: 'run.sh', line: 3 }] : [],
  })),
  'shell-unsafe': [undefined, "SMTP_URI='smtp://x/'"].map((envLine) => ({
    ...{ code: 'shell-unsafe', variable: 'SMTP_URI', shell: 'bash', envLine, ...place },
    ...{ by: envLine ? { file: 'run.sh', line: 3 } : undefined, sign: envLine ? ';' : '\r' },
  })),
  'line-end-kept': [
    { code: 'line-end-kept', variable: 'SMTP_URI', heldIn: undefined, ...place },
    {
      ...{ code: 'line-end-kept', variable: 'SMTP_SENDER', ...place },
      heldIn: {
        ...{ variable: 'SMTP_SENDER', kind: 'Secret', name: 'mail', key: 'SMTP_SENDER' },
        ...{ file: 'mail.yaml', line: 5 },
      },
    },
  ],
  'not-percent-encoded': [
    { code: 'not-percent-encoded', what: 'percent' },
    { code: 'not-percent-encoded', what: 'entity', ...place },
    { code: 'not-percent-encoded', what: 'second-server', host: 'mail.example', ...place },
  ],
  'misspelt-variable': [
    {
      ...{ code: 'misspelt-variable', isOption: false, variable: 'SMTP_URL' },
      ...{ meant: 'SMTP_URI', ...place },
    },
    { code: 'misspelt-variable', isOption: false, variable: 'SMTP_URL', meant: 'SMTP_URI' },
    ...(['unit', 'quadlet', 'dockerfile', 'json'] as const).map((form) => ({
      ...({ code: 'misspelt-variable', isOption: false, variable: 'ENV SMTP_URI' } as const),
      ...{ meant: 'SMTP_URI', form, ...place },
    })),
    ...([undefined, 'login', 'nothing'] as const).map((isFor) => ({
      ...({ code: 'misspelt-variable', isOption: true, variable: 'secure' } as const),
      ...{ meant: undefined, isFor, ...place },
    })),
    ...['MAIL_PASS', undefined].map((name) => ({
      ...({
        code: 'misspelt-variable',
        isOption: false,
        isUnset: true,
        variable: 'SMTP_URI',
      } as const),
      ...{ name, ...place },
    })),
    {
      ...{ code: 'misspelt-variable', isOption: true, variable: 'requiretls' },
      meant: 'requireTLS=true',
    },
  ],
  'duplicate-variable': [[3], [1, 2, 3, 4, 5]].map((otherLines) => ({
    ...{ code: 'duplicate-variable', variable: 'SMTP_URI', otherLines, ...place },
  })),
  'loopback-in-container': [{ code: 'loopback-in-container', host: 'localhost' }],
  'address-unreachable': [
    { code: 'address-unreachable', addresses: ['192.0.2.1'], others: ['192.0.2.2'] },
  ],
  'ipv6-unreachable': [{ code: 'ipv6-unreachable', addresses: ['2001:db8::1'] }],
  'uri-on-command-line': [{ code: 'uri-on-command-line' }],
  'pool-keeps-connections': [
    { code: 'pool-keeps-connections', host },
    { code: 'pool-keeps-connections', host, ...place },
  ],
  'slow-reply': [
    { code: 'slow-reply', host, seconds: 8.4 },
    { code: 'slow-reply', host, seconds: 6.4, secondsOfMail: 11.2 },
  ],
  'server-differs': [
    { code: 'server-differs', host, difference: { kind: 'ipv6-only' } },
    { code: 'server-differs', host, difference: { kind: 'ipv4-lacking' } },
    { code: 'server-differs', host, difference: { kind: 'weak-key', bits: 1024 } },
    { code: 'server-differs', host, difference: { kind: 'newer-groups' } },
    { code: 'server-differs', host, difference: { kind: 'blank-line' } },
    { code: 'server-differs', host, difference: { kind: 'start-passed-over' }, ...place },
    { code: 'server-differs', host, difference: { kind: 'end-passed-over' }, ...place },
    { code: 'server-differs', host, difference: { kind: 'wide-host' }, ...place },
    { code: 'server-differs', host, difference: { kind: 'colon-in-user' } },
  ],
  'trust-differs': (
    [
      ['newer-authority', 'TrustAsia Global Root CA G3'],
      ['older-authority', 'AAA Certificate Services'],
      ['authority-of-shell', '/etc/ca.pem'],
      ['authorities-unreadable', '/certs/ca.pem'],
    ] as const
  ).map(([kind, authority]) => ({
    ...{ code: 'trust-differs', host, trust: { kind, authority }, ...place },
  })),
  'sender-read-otherwise': (['group', 'cut', 'parted', 'wide-domain'] as const).flatMap(
    (difference) =>
      [undefined, 'SMTP_SENDER=a@x.org'].map((envLine) => ({
        ...{ code: 'sender-read-otherwise', senderDifference: difference, envLine, ...place },
        mailbox: { name: 'Inc.', address: 'a@x.org' },
      })),
  ),
  'option-unchecked': [
    { code: 'option-unchecked', optionDoubt: { kind: 'unchecked', option: 'proxy' } },
    { code: 'option-unchecked', optionDoubt: { kind: 'service', option: 'service' } },
    {
      ...{ code: 'option-unchecked', ...place },
      optionDoubt: { kind: 'short-wait', option: 'greetingTimeout', ms: 30 },
    },
  ],
  'sender-untested': [
    { code: 'sender-untested' },
    ...(['not-given', 'dot-env'] as const).map((why) => ({
      ...({ code: 'sender-untested', isOffline: true } as const),
      absent: {
        why,
        file: 'x.yaml',
        line: 3,
        service: 'tailchat',
        by: { file: 'x.yaml', line: 3 },
        source: { kind: 'Secret', name: 'mail', key: 'from', namespace: undefined },
      },
    })),
  ],
  'accepted-not-delivered': [true, false].map((isSandbox) => ({
    ...{ code: 'accepted-not-delivered', host, isSandbox },
  })),
};
