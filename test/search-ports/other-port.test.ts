import { describe, expect, it } from 'vitest';
import type { Cause } from '../../src/report/causes.js';
import { certificates } from '../helpers/certificates.js';
import type { Script } from '../helpers/scripted-server.js';
import { runCase, submission } from './support.js';

const HOST = 'smtp.case.example';
const { tls, starttls } = submission;
const WANTS_LOGIN = '530 5.7.0 Authentication required';
const relay: Script = { replies: { EHLO: '250-x\r\n250 SIZE 1000000', MAIL: WANTS_LOGIN } };
/** As a port for other mail servers, which offers TLS and no login. */
const mx: Script = {
  ...starttls(HOST),
  replies: { EHLO: '250-x\r\n250 STARTTLS', MAIL: '250 Ok' },
};
const ofTokens: Script = { ...tls(HOST), replies: { EHLO: '250-x\r\n250 AUTH XOAUTH2' } };

const SMTPS = `smtps://me%40case.example:PASSWORD@${HOST}:465/`;
const AT_587 = `smtp://me%40case.example:PASSWORD@${HOST}:587/`;
const AT_25 = `smtp://me%40case.example:PASSWORD@${HOST}:25/`;

interface Case {
  what: string;
  servers: Record<number, Script>;
  uri: string;
  cause: Cause;
  /** The URI that works; null where none does. */
  works: string | null;
}

const CASES: Case[] = [
  {
    what: 'a login on 465, none on 25',
    servers: { 25: relay, 465: tls(HOST) },
    uri: AT_25,
    cause: 'auth-required',
    works: SMTPS,
  },
  {
    what: 'a login with a password on 587 alone',
    servers: { 25: relay, 465: ofTokens, 587: starttls(HOST) },
    uri: AT_25,
    cause: 'auth-required',
    works: AT_587,
  },
  {
    what: 'a login, for which the settings have no user',
    servers: { 25: relay, 465: tls(HOST) },
    uri: `smtp://${HOST}:25/`,
    cause: 'auth-required',
    works: null,
  },
  {
    what: 'no login',
    servers: { 25: mx },
    uri: SMTPS,
    cause: 'connection-refused',
    works: null,
  },
  {
    what: 'a good certificate on 587, one out of date on 465',
    servers: { 465: { implicitTls: certificates.expired }, 587: starttls(HOST) },
    uri: SMTPS,
    cause: 'certificate-expired',
    works: `${AT_587}?requireTLS=true`,
  },
  {
    what: 'a good certificate on 587, one signed by itself on 465',
    servers: { 465: { implicitTls: certificates.selfSigned }, 587: starttls(HOST) },
    uri: SMTPS,
    cause: 'certificate-untrusted',
    works: `${AT_587}?requireTLS=true`,
  },
  {
    what: 'a good certificate on 465, one signed by itself on 587',
    servers: { 465: tls(HOST), 587: { tls: certificates.selfSigned } },
    uri: AT_587,
    cause: 'certificate-untrusted',
    works: SMTPS,
  },
  {
    what: 'a good certificate on 587, one for another name on 465',
    servers: { 465: tls('elsewhere.example'), 587: starttls(HOST) },
    uri: SMTPS,
    cause: 'certificate-hostname',
    works: `${AT_587}?requireTLS=true`,
  },
];

describe.concurrent('another port of the same server', () => {
  it.each(CASES)('has $what', async ({ servers, uri, cause, works }) => {
    const { report, uri: found, logins } = await runCase({ servers, uri });
    expect(report.failure?.cause).toBe(cause);
    expect(found).toBe(works?.replace('PASSWORD', '***') ?? null);
    if (works !== null) expect(report.failure?.suggestion?.proof).toBe('auth');
    expect(logins).toBe(works === null ? 0 : 1);
    if (works === null || cause !== 'auth-required') return;
    expect(report.failure?.nextSteps[0]).toMatch(/^Use the line below/);
    expect(report.failure?.nextSteps.join()).not.toContain('offers no login here');
  });
});

// What verify asks about is asked about by the search, too: --write writes only what passed all of it.
describe.concurrent('settings without a login', () => {
  const uri = `smtps://${HOST}:587/`;
  it('are proved by what the server says of the sender', async () => {
    const outcome = await runCase({ servers: { 465: tls(HOST) }, uri });
    expect(outcome.uri).toBe(`smtps://${HOST}:465/`);
    expect(outcome.report.failure?.suggestion).toMatchObject({ proof: 'auth', refused: null });
    expect(outcome.logins).toBe(0);
  });

  it.each([
    ['553 5.7.1 Sender address rejected', 'mail-from'],
    [WANTS_LOGIN, 'mail-from'],
  ])('are not proved by a server that says %s', async (MAIL, step) => {
    const script = { ...tls(HOST), replies: { MAIL } };
    const { report } = await runCase({ servers: { 465: script }, uri });
    expect(report.failure?.suggestion).toMatchObject({ proof: 'tls', refused: { step } });
  });
});
