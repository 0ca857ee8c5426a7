import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { authorityOf, olderAuthorityOf } from '../../../../src/smtp/connection/authorities.js';
import {
  OLDER_AUTHORITIES,
  SERVER_AUTHORITIES,
} from '../../../../src/smtp/connection/server-authorities.js';
import { certificates } from '../../../helpers/certificates.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function connect(options: tls.TlsOptions, ca?: string): Promise<tls.TLSSocket> {
  const server = tls.createServer(options).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const trust = ca ? { ca } : {};
  const socket = tls.connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...trust });
  closers.push(() => {
    socket.destroy();
    server.close();
  });
  await once(socket, 'secureConnect');
  return socket;
}

/** The test's own authority, as one that only an older Node knows. */
function older(validTo = new Date(Date.now() + 1e9).toString()) {
  const { subject, publicKey } = new X509Certificate(certificates.authority.cert);
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return [{ subject, publicKey: key, validTo }];
}

describe('an authority that only an older Node knows', () => {
  it('is found behind a certificate that is good but for it', async () => {
    const socket = await connect(certificates.trusted);
    expect(socket.authorized).toBe(false);
    expect(olderAuthorityOf(socket, '127.0.0.1', older())).toBe('Test CA');
  });

  it.each([
    ['of another host', certificates.trusted, 'mail.example', older()],
    ['that has expired', certificates.expired, '127.0.0.1', older()],
    ['that nobody has signed', certificates.selfSigned, '127.0.0.1', older()],
    ['whose authority has expired', certificates.trusted, '127.0.0.1', older('Jan  1 2020 GMT')],
    ['of nobody that is known', certificates.trusted, '127.0.0.1', OLDER_AUTHORITIES],
  ] as const)('excuses no certificate %s', async (_name, certificate, host, known) => {
    const socket = await connect(certificate);
    expect(olderAuthorityOf(socket, host, known)).toBeUndefined();
  });

  it('must have signed it: the name alone is not enough', async () => {
    const [first] = OLDER_AUTHORITIES;
    const { subject } = new X509Certificate(certificates.authority.cert);
    const socket = await connect(certificates.trusted);
    expect(first).toBeDefined();
    if (first)
      expect(olderAuthorityOf(socket, '127.0.0.1', [{ ...first, subject }])).toBeUndefined();
  });
});

describe('the authority behind a certificate', () => {
  it('is known to nobody by itself where it is one of our own', async () => {
    const socket = await connect(certificates.trusted, certificates.authority.cert);
    expect(socket.authorized).toBe(true);
    const known = { name: 'Test CA', isOfServer: false, isOfThisNode: false };
    expect(authorityOf(socket)).toEqual(known);
  });

  it('is looked up in a list that fits this Node', () => {
    const prints = tls.rootCertificates.map((pem) =>
      new X509Certificate(pem).fingerprint256.replaceAll(':', ''),
    );
    const shared = prints.filter((print) => SERVER_AUTHORITIES.includes(print.slice(0, 12)));
    expect(SERVER_AUTHORITIES.length).toBeGreaterThan(130);
    expect(shared.length).toBeGreaterThan(90);
    expect(OLDER_AUTHORITIES.every(({ publicKey }) => publicKey.length > 100)).toBe(true);
  });
});
