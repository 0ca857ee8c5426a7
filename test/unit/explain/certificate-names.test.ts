import { describe, expect, it } from 'vitest';
import { certificateNamesIn } from '../../../src/explain/certificate-names.js';

const HOST = 'smtp.mine.example';

describe('which name was looked for, and which the certificate has', () => {
  it.each([
    [
      `Host: ${HOST}. is not in the cert's altnames: DNS:smtp.gmail.com, DNS:b.example`,
      ['smtp.gmail.com', 'b.example'],
    ],
    [`Host: ${HOST}. is not cert's CN: smtp.gmail.com`, ['smtp.gmail.com']],
    [
      `x509: certificate is valid for smtp.gmail.com, *.b.example, not ${HOST}`,
      ['smtp.gmail.com', '*.b.example'],
    ],
    [
      `Peer certificate CN=\`smtp.gmail.com' did not match expected CN=\`${HOST}'`,
      ['smtp.gmail.com'],
    ],
    [
      `hostname '${HOST}' doesn't match either of 'smtp.gmail.com', 'b.example'`,
      ['smtp.gmail.com', 'b.example'],
    ],
    [`Hostname mismatch, certificate is not valid for '${HOST}'. (_ssl.c:1007)`, undefined],
    [`SSL: no alternative certificate subject name matches target host name '${HOST}'`, undefined],
    [`No subject alternative DNS name matching ${HOST} found.`, undefined],
  ])('is read from %j', (text, certificateNames) => {
    expect(certificateNamesIn(text)).toEqual({
      host: HOST,
      ...(certificateNames ? { certificateNames } : {}),
    });
  });

  it('is read of an address, and of nothing', () => {
    expect(certificateNamesIn("IP: 10.0.0.5 is not in the cert's list: ")).toEqual({
      host: '10.0.0.5',
    });
    expect(certificateNamesIn('certificate has expired')).toEqual({});
  });
});
