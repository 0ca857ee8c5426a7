import tls from 'node:tls';
import { createCertificate } from '../../src/sandbox/certificate.js';
import { certificates } from '../helpers/certificates.js';
import type { Script, ScriptedReply } from '../helpers/scripted-server.js';
import { BIDI, drip, ESCAPES, flood, reset, thenFlood } from './bytes.js';

/** A server that does what none should. */
export interface HostileServer {
  name: string;
  /** Its script; the password is there to be repeated. */
  script: (password: string) => Script;
  command?: 'verify' | 'test';
  scheme?: 'smtp' | 'smtps';
  query?: string;
  /** The check passes all the same. */
  passes?: boolean;
}

type Verb = 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | '.';
const VERBS: readonly Verb[] = ['EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.'];

/** The same fault at the greeting and behind every command. */
function everywhere(name: string, fault: ScriptedReply): HostileServer[] {
  const steps = VERBS.map((verb): HostileServer => {
    const withTls = verb === 'STARTTLS' ? { tls: certificates.trusted } : {};
    return {
      name: `${name} after ${verb}`,
      script: () => ({ ...withTls, replies: { [verb]: fault } }),
      command: ['RCPT', 'DATA', '.'].includes(verb) ? 'test' : 'verify',
    };
  });
  return [{ name: `${name} at once`, script: () => ({ greeting: fault }) }, ...steps];
}

function greets(name: string, greeting: ScriptedReply): HostileServer {
  return { name, script: () => ({ greeting }) };
}

function replies(
  name: string,
  verb: Verb,
  reply: ScriptedReply,
  more: Partial<HostileServer> = {},
): HostileServer {
  const command = ['RCPT', 'DATA', '.'].includes(verb) ? 'test' : 'verify';
  return { name, script: () => ({ replies: { [verb]: reply } }), command, ...more };
}

/** Strange, but nothing that keeps Tailchat's nodemailer from sending. */
function harmless(server: HostileServer): HostileServer {
  return { ...server, passes: true };
}

const SLOW: HostileServer[] = [
  greets('a greeting of one byte at a time, for ever', drip('220 slow')),
  greets('a greeting of many lines, one byte at a time', drip('220-slow\r\n', 50)),
  replies('an EHLO reply of one byte at a time', 'EHLO', drip('250-SIZE\r\n', 50)),
  replies('a login of one byte at a time', 'AUTH', drip('3')),
];

const ENDLESS: HostileServer[] = [
  greets('100 MB without a line end', flood('x', 100 * 1024 * 1024)),
  greets('a greeting without a line end, for ever', thenFlood('220 ', 'a')),
  greets('a greeting of endless lines', flood('220-and another line\r\n')),
  greets('endless greetings', flood('220 hello\r\n')),
  greets('endless zeros', flood('\0')),
  replies('endless extensions', 'EHLO', flood('250-XTENSION\r\n')),
  replies('an endless extension', 'EHLO', thenFlood('250-X', 'X')),
  replies('endless challenges', 'AUTH', flood('334 VXNlcm5hbWU6\r\n')),
  replies('an endless refusal', 'AUTH', flood('535-no\r\n')),
  replies('an endless reply to MAIL', 'MAIL', flood('250-yes\r\n')),
  replies('endless challenges, one by one', 'AUTH', '334 VXNlcm5hbWU6', {
    script: () => ({ replies: { AUTH: '334 VXNlcm5hbWU6', '*AUTH': '334 VXNlcm5hbWU6' } }),
  }),
];

const CODES: HostileServer[] = [
  greets('a greeting with code 999', '999 hello'),
  greets('a greeting with code 000', '000 hello'),
  greets('a greeting with two digits', '22 hello'),
  harmless(greets('a greeting with four digits', '2200 hello')),
  greets('a greeting without a code', 'hello'),
  greets('a greeting of white space', '   \r\n\t\r\n\r\n'),
  harmless(greets('a code that changes within the greeting', '220-hello\r\n554 no\r\n')),
  greets('a greeting of 354', '354 send the mail'),
  greets('a greeting of 235', '235 you are in'),
  harmless(
    replies('a code that changes within the EHLO reply', 'EHLO', '250-a\r\n550-b\r\n251 c\r\n'),
  ),
  harmless(replies('an EHLO reply of 334', 'EHLO', '334 ')),
  harmless(replies('an EHLO reply of 150', 'EHLO', '150 wait')),
  harmless(replies('a login answered with 250', 'AUTH', '250 Ok')),
  replies('a login answered with 354', 'AUTH', '354 go on'),
  replies('354 where 250 belongs', 'MAIL', '354 go on'),
  replies('354 to the recipient', 'RCPT', '354 go on'),
  replies('250 where 354 belongs', 'DATA', '250 Ok'),
  replies('221 to the mail', '.', '221 bye'),
  replies('a code alone', 'AUTH', '535'),
];

const BYTES: HostileServer[] = [
  harmless(greets('NUL in the greeting', Buffer.from('220 a\0b\0c\r\n'))),
  harmless(
    greets('invalid UTF-8 in the greeting', Buffer.from([50, 50, 48, 32, 255, 254, 0xc3, 13, 10])),
  ),
  replies('GB18030 in a refusal', 'AUTH', {
    reply: Buffer.concat([Buffer.from('535 '), Buffer.from('c3dcc2ebb4edcef3', 'hex'), CRLF()]),
    thenClose: true,
  }),
  harmless(greets('another direction in the greeting', `220 ${BIDI}`)),
  replies('another direction in a refusal', 'AUTH', `535 5.7.8 ${BIDI}`),
  harmless(
    replies(
      'another direction in the extensions',
      'EHLO',
      `250-x\r\n250-${BIDI}\r\n250 AUTH PLAIN`,
    ),
  ),
  greets('escapes in the greeting', `554 ${ESCAPES}`),
  replies('escapes in the extensions', 'EHLO', `250-x\r\n250-${ESCAPES}\r\n250 AUTH PLAIN`, {
    passes: true,
  }),
  replies('escapes in a refusal', 'AUTH', `535 5.7.8 ${ESCAPES}`),
  replies('escapes in the last reply', '.', `554 5.7.1 ${ESCAPES}`),
  replies('commands for GitHub', 'AUTH', '535 no\r\n::error::owned\r\n##[error]owned'),
  replies('bare carriage returns', 'AUTH', '535-a\rb\rc\r\n535 d'),
  replies('bare line feeds', 'AUTH', '535-a\n535-b\n535 c\n'),
];

const base64 = (text: string) => Buffer.from(text).toString('base64');
const REPEATING: HostileServer[] = [
  ['plain', (password: string) => password],
  ['percent-encoded', encodeURIComponent],
  ['in base64', base64],
  ['in base64 with the user', (password: string) => base64(`\0me@example.com\0${password}`)],
  ['twice in a line', (password: string) => `${password}${password}`],
].flatMap(([name, form]) => {
  const show = form as (password: string) => string;
  return [
    {
      name: `the password repeated in a refusal, ${name}`,
      script: (password: string) => ({ replies: { AUTH: `535 5.7.8 ${show(password)}` } }),
    },
    {
      name: `the password repeated in the extensions and behind, ${name}`,
      script: (password: string) => ({
        replies: {
          EHLO: `250-${show(password)}\r\n250-X ${show(password)}\r\n250 AUTH PLAIN LOGIN`,
          MAIL: `550-5.7.1 ${show(password)}\r\n550 5.7.1 ${show(password)}`,
        },
      }),
    },
  ];
});

const EARLY: HostileServer[] = [
  greets(
    'all answers before the questions',
    '220 hi\r\n250-x\r\n250 AUTH PLAIN\r\n235 in\r\n250 Ok',
  ),
  {
    name: 'plain text behind the answer to STARTTLS',
    script: () => ({
      tls: certificates.trusted,
      replies: { STARTTLS: '220 Go ahead\r\n250-injected\r\n250 AUTH PLAIN\r\n235 in\r\n' },
    }),
  },
  {
    name: 'silence in the handshake of STARTTLS',
    script: () => ({ replies: { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '220 Go ahead' } }),
  },
  {
    name: 'garbage in the handshake of STARTTLS',
    script: () => ({
      replies: {
        EHLO: '250-x\r\n250 STARTTLS',
        STARTTLS: thenFlood('220 Go ahead\r\n', '\x16\x03'),
      },
    }),
  },
  {
    name: 'STARTTLS offered, then refused',
    script: () => ({ replies: { EHLO: '250-x\r\n250 STARTTLS', STARTTLS: '550 no' } }),
  },
  {
    name: 'STARTTLS stripped, where it is demanded',
    script: () => ({ replies: { EHLO: '250-x\r\n250 AUTH PLAIN' } }),
    query: 'requireTLS=true',
  },
];

const WITH_TLS: HostileServer[] = [
  ...(['expired', 'notYetValid', 'selfSigned', 'wrongName'] as const).flatMap((name) =>
    withTls(`a certificate that is ${name}`, () => certificates[name]),
  ),
  ...withTls('TLS 1.0 only', () => ({
    ...certificates.trusted,
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1',
    ciphers: 'DEFAULT@SECLEVEL=0',
  })),
  ...withTls(
    'a weak cipher only',
    () => ({
      ...certificates.trusted,
      maxVersion: 'TLSv1.2',
      ciphers: 'AES128-SHA:@SECLEVEL=0',
    }),
    true,
  ),
  ...withTls('no intermediate certificate', () => missingIntermediate()),
  ...withTls('a chain of a hundred certificates', () => hugeChain()),
  ...withTls('escapes in the certificate', () => nastyCertificate()),
  {
    name: 'another certificate for each connection',
    scheme: 'smtps',
    script: () => ({ implicitTls: { ...certificates.trusted, SNICallback: changing() } }),
    passes: true,
  },
  { name: 'silence where TLS should begin', scheme: 'smtps', script: () => ({ greeting: null }) },
  {
    name: 'a flood where TLS should begin',
    scheme: 'smtps',
    script: () => ({ greeting: flood('x') }),
  },
  {
    name: 'endless TLS records',
    scheme: 'smtps',
    script: () => ({ greeting: flood('\x16\x03\x03\x00\x02ab') }),
  },
];

function withTls(name: string, options: () => tls.TlsOptions, passes = false): HostileServer[] {
  return [
    {
      name: `${name}, from the first byte`,
      scheme: 'smtps',
      passes,
      script: () => ({ implicitTls: options() }),
    },
    { name: `${name}, after STARTTLS`, passes, script: () => ({ tls: options() }) },
  ];
}

function missingIntermediate(): tls.TlsOptions {
  const issuer = createCertificate({
    commonName: 'Between',
    names: [],
    isAuthority: true,
    issuer: certificates.authority,
  });
  return createCertificate({ commonName: 'localhost', names: ['127.0.0.1'], issuer });
}

function hugeChain(): tls.TlsOptions {
  const { key, cert } = certificates.selfSigned;
  return { key, cert: cert + certificates.authority.cert.repeat(100) };
}

function nastyCertificate(): tls.TlsOptions {
  // A common name is a string of octets; what is no ASCII would be one that OpenSSL does not take.
  const name = ESCAPES.replace(/[^\0-\x7f]/g, '');
  return createCertificate({ commonName: name, names: [`evil${name}.example`] });
}

/** Trusted at first, then another one. */
function changing(): NonNullable<tls.TlsOptions['SNICallback']> {
  let count = 0;
  return (_name, callback) => {
    count += 1;
    const { key, cert } = count === 1 ? certificates.trusted : certificates.selfSigned;
    callback(null, tls.createSecureContext({ key, cert }));
  };
}

function CRLF(): Buffer {
  return Buffer.from('\r\n');
}

/** All of them. */
export const HOSTILE: HostileServer[] = [
  ...everywhere('silence', 'silence'),
  ...everywhere('hanging up', 'close'),
  ...everywhere('a reset', reset),
  ...everywhere('421', { reply: '421 4.3.2 Shutting down', thenClose: true }),
  ...SLOW,
  ...ENDLESS,
  ...CODES,
  ...BYTES,
  ...REPEATING,
  ...EARLY,
  ...WITH_TLS,
];
