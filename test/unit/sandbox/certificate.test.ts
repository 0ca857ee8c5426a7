import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { type Certificate, createCertificate } from '../../../src/sandbox/certificate.js';
import { certificates } from '../../helpers/certificates.js';

/** How a handshake with a server that shows this certificate ends: `ok`, or the error's code. */
async function handshake(shown: Certificate, ca: string, servername = 'localhost') {
  const server = tls.createServer(shown, (socket) => socket.on('error', () => {}).end());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const socket = tls.connect({ host: '127.0.0.1', port, servername, ca });
    await once(socket, 'secureConnect');
    socket.destroy();
    return 'ok';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  } finally {
    server.close();
  }
}

describe('createCertificate', () => {
  const ca = () => certificates.authority.cert;

  it.each([
    ['trusted', 'ok'],
    ['expiringSoon', 'ok'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['notYetValid', 'CERT_NOT_YET_VALID'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['wrongName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('makes a certificate that Node takes for %s: %s', async (name, outcome) => {
    expect(await handshake(certificates[name], ca())).toBe(outcome);
  });

  it('refuses a certificate of another authority', async () => {
    const other = createCertificate({ commonName: 'Test CA', names: [], isAuthority: true });
    expect(await handshake(certificates.trusted, other.cert)).toMatch(/^UNABLE_TO_|CERT_SIGNATURE/);
  });

  it('makes a self-signed certificate that is its own authority', async () => {
    expect(await handshake(certificates.selfSigned, certificates.selfSigned.cert)).toBe('ok');
  });

  it('writes names, addresses, purpose and a positive serial number into it', () => {
    const { cert } = createCertificate({
      commonName: 'mail.example',
      names: ['mail.example', '127.0.0.1', '::1'],
    });
    const parsed = new X509Certificate(cert);
    expect(parsed.subject).toBe('CN=mail.example');
    expect(parsed.subjectAltName).toBe(
      'DNS:mail.example, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(parsed.ca).toBe(false);
    // The purpose "server authentication" (RFC 5280 section 4.2.1.12).
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(parsed.serialNumber).toMatch(/^01[0-9A-F]{30}$/);
  });

  it('lets only an authority sign', () => {
    const authority = new X509Certificate(ca());
    expect(authority.ca).toBe(true);
    expect(new X509Certificate(certificates.trusted.cert).checkIssued(authority)).toBe(true);
  });
});
