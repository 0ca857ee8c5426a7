import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import type { Suggestion } from '../../src/report/report.js';
import { type Misconfiguration, runCase, submission } from './support.js';

const HOST = 'smtp.case.example';
const LOGIN = 'me%40case.example';
const secure = (port: number, host = HOST) => `smtps://${LOGIN}:***@${host}:${port}/`;
const starttls = (port: number, host = HOST, option = '') =>
  `smtp://${LOGIN}:***@${host}:${port}/${option}`;
const REQUIRED = '?requireTLS=true';
const { tls, starttls: withStarttls, plain, greeting, silent } = submission;

interface Cured extends Misconfiguration {
  name: string;
  cause: Cause;
  /** The URI that works; null where there is no cure. */
  works: string | null;
  proof?: Suggestion['proof'];
}

const given = (uri: string) => uri.replace('***', 'PASSWORD');

const CASES: Cured[] = [
  {
    name: 'smtps:// on the port of STARTTLS, 465 being there',
    servers: { 465: tls(HOST), 587: withStarttls(HOST) },
    uri: given(secure(587)),
    cause: 'tls-on-plain-port',
    works: secure(465),
  },
  {
    name: 'smtps:// on the port of STARTTLS, 465 not being there',
    servers: { 587: withStarttls(HOST) },
    uri: given(secure(587)),
    cause: 'tls-on-plain-port',
    works: starttls(587, HOST, REQUIRED),
  },
  {
    name: 'smtp:// on 465',
    servers: { 465: tls(HOST) },
    uri: given(starttls(465)),
    cause: 'plain-on-tls-port',
    works: secure(465),
  },
  {
    name: 'smtp:// on 465, which wants STARTTLS there after all on 587',
    servers: { 465: silent(), 587: withStarttls(HOST) },
    uri: given(starttls(465)),
    cause: 'server-silent',
    works: starttls(587),
  },
  {
    name: 'nobody at 465, STARTTLS on 587',
    servers: { 587: withStarttls(HOST) },
    uri: given(secure(465)),
    cause: 'connection-refused',
    works: starttls(587, HOST, REQUIRED),
  },
  {
    name: 'nobody at 587, TLS on 465',
    servers: { 465: tls(HOST) },
    uri: given(starttls(587)),
    cause: 'connection-refused',
    works: secure(465),
  },
  {
    name: 'only 2525',
    servers: { 2525: withStarttls(HOST) },
    uri: given(starttls(587)),
    cause: 'connection-refused',
    works: starttls(2525),
  },
  {
    name: 'only 2525, with TLS first',
    servers: { 2525: tls(HOST) },
    uri: given(secure(465)),
    cause: 'connection-refused',
    works: secure(2525),
  },
  {
    name: 'only 25, with STARTTLS',
    servers: { 25: withStarttls(HOST) },
    uri: given(secure(465)),
    cause: 'connection-refused',
    works: starttls(25, HOST, REQUIRED),
  },
  {
    name: 'the port of IMAP',
    servers: {
      993: { implicitTls: tls(HOST).implicitTls, greeting: '* OK IMAP4rev1 ready' } as never,
      465: tls(HOST),
    },
    uri: given(secure(993)),
    cause: 'not-smtp',
    works: secure(465),
  },
  {
    name: 'the port of POP3 in plain text',
    servers: { 110: greeting('+OK POP3 ready'), 587: withStarttls(HOST) },
    uri: given(starttls(110)),
    cause: 'not-smtp',
    works: starttls(587),
  },
  {
    name: 'the port of the web',
    servers: { 80: greeting('HTTP/1.1 400 Bad Request'), 465: tls(HOST) },
    uri: given(starttls(80)),
    cause: 'not-smtp',
    works: secure(465),
  },
  {
    name: 'imap. in place of smtp., which has no mail server',
    servers: { 465: tls(HOST) },
    names: [HOST],
    uri: given(secure(465, 'imap.case.example')),
    cause: 'host-not-found',
    works: secure(465),
  },
  {
    name: 'the bare domain',
    servers: { 465: tls(HOST) },
    names: [HOST],
    uri: given(secure(465, 'case.example')),
    cause: 'host-not-found',
    works: secure(465),
  },
  {
    name: 'a certificate for another name of the same machine',
    servers: { 465: tls('real.case.example') },
    names: ['mail.case.example', 'real.case.example'],
    uri: given(secure(465, 'mail.case.example')),
    cause: 'certificate-hostname',
    works: secure(465, 'real.case.example'),
  },
  {
    name: 'STARTTLS that is demanded and not offered, TLS on 465',
    servers: { 587: plain(), 465: tls(HOST) },
    uri: given(starttls(587, HOST, REQUIRED)),
    cause: 'starttls-unavailable',
    works: secure(465),
  },
  {
    name: 'ignoreTLS where a server wants STARTTLS',
    servers: {
      587: {
        ...withStarttls(HOST),
        replies: {
          EHLO: '250-x\r\n250 STARTTLS',
          MAIL: '530 5.7.0 Must issue a STARTTLS command first',
        },
      },
      465: tls(HOST),
    },
    uri: given(starttls(587, HOST, '?ignoreTLS=true')),
    cause: 'starttls-required',
    works: secure(465),
  },
  {
    name: 'no scheme',
    servers: { 465: tls(HOST) },
    uri: `${LOGIN}:PASSWORD@${HOST}:465/`,
    cause: 'uri-invalid',
    works: secure(465),
  },
  {
    name: 'quotes that were kept',
    servers: { 465: tls(HOST) },
    uri: `"${given(secure(465))}"`,
    names: [HOST],
    cause: 'uri-damaged',
    works: secure(465),
  },
  {
    name: 'a password that is not encoded',
    servers: { 465: tls(HOST) },
    uri: `smtps://${LOGIN}:PASSWORD#/x@${HOST}:465/`,
    names: [HOST],
    cause: 'uri-damaged',
    works: secure(465),
  },
  {
    name: 'a damaged URI with the wrong port as well',
    servers: { 587: withStarttls(HOST) },
    uri: `'${given(secure(465))}'`,
    names: [HOST],
    cause: 'uri-damaged',
    works: starttls(587, HOST, REQUIRED),
  },
];

describe.concurrent('the line that works', () => {
  it.each(CASES)('$name', async ({ cause, works, proof = 'auth', ...misconfiguration }) => {
    const { report, uri, logins } = await runCase(misconfiguration);
    expect(report.failure?.cause).toBe(cause);
    expect(uri).toBe(works);
    expect(report.failure?.suggestion?.proof).toBe(proof);
    expect(report.failure?.suggestion?.changes).toEqual(expect.any(Array));
    expect(logins).toBeLessThanOrEqual(1);
  });
});

const REFUSED = '535 5.7.8 authentication failed';

interface Uncured extends Misconfiguration {
  name: string;
  cause: Cause;
  /** Absent where a login may be tried. */
  logsIn?: false;
  /** What a step must name. */
  told?: string;
}

const WITHOUT: Uncured[] = [
  { name: 'nothing listens', servers: {}, uri: given(secure(465)), cause: 'connection-refused' },
  {
    name: 'the password is wrong',
    servers: { 465: { ...tls(HOST), replies: { AUTH: REFUSED } }, 587: withStarttls(HOST) },
    uri: given(secure(465)),
    cause: 'auth-failed',
  },
  {
    name: 'only plain text, where TLS was wanted',
    servers: { 25: plain(), 587: plain(), 2525: plain() },
    uri: given(secure(465)),
    cause: 'connection-refused',
  },
  {
    name: 'only a certificate that nobody trusts',
    servers: { 587: withStarttls('other.example') },
    uri: given(secure(465)),
    cause: 'connection-refused',
  },
  {
    name: 'a certificate for a name that leads elsewhere',
    servers: { 465: tls('elsewhere.example') },
    names: [HOST],
    uri: given(secure(465)),
    cause: 'certificate-hostname',
  },
  {
    name: 'an address, whose owner nobody knows but the certificate',
    servers: { 465: tls('real.case.example') },
    names: ['real.case.example'],
    uri: given(secure(465, 'ADDRESS')),
    cause: 'certificate-hostname',
    logsIn: false,
    told: 'real.case.example',
  },
  {
    name: 'a certificate for a name of another owner, which leads to the same machine',
    servers: { 465: tls('mx.stranger.example') },
    names: [HOST, 'mx.stranger.example'],
    uri: given(secure(465)),
    cause: 'certificate-hostname',
    logsIn: false,
    told: 'mx.stranger.example',
  },
  {
    name: 'the host is nowhere',
    servers: { 465: tls(HOST) },
    names: ['other.example'],
    uri: given(secure(465)),
    cause: 'host-not-found',
  },
  {
    name: '--no-suggest',
    servers: { 465: tls(HOST), 587: withStarttls(HOST) },
    uri: given(secure(587)),
    args: ['--no-suggest'],
    cause: 'tls-on-plain-port',
  },
];

describe.concurrent('without a cure', () => {
  it.each(WITHOUT)('$name', async ({ cause, logsIn, told = '', ...misconfiguration }) => {
    const { report, logins } = await runCase(misconfiguration);
    expect(report.failure).toMatchObject({ cause, suggestion: null });
    expect(report.failure?.nextSteps.join('\n')).toContain(told);
    expect(logins).toBeLessThanOrEqual(logsIn === false ? 0 : 1);
  });
});
