import { describe, expect, it } from 'vitest';
import { texts as english } from '../../../src/language/en/index.js';
import { texts as chinese } from '../../../src/language/zh-cn/index.js';
import type { Facts } from '../../../src/report/facts.js';

const stepsFor = (facts: Facts, texts = english) =>
  texts.causes['certificate-untrusted']({ host: 'mail.example.org', port: 587, ...facts })
    .nextSteps;

/** A chain, or an authority that is trusted as well, helps only where the chain is not complete. */
const CHAIN = /full certificate chain|NODE_EXTRA_CA_CERTS|完整的证书链/;

describe('the steps for a certificate that is not trusted', () => {
  it.each<[Facts, RegExp]>([
    [{ errorCode: 'INVALID_PURPOSE', tlsReason: 'purpose' }, /serverAuth/],
    [{ errorCode: 'PERMITTED_VIOLATION', tlsReason: 'name-constraint' }, /may issue for this name/],
    [{ errorCode: 'EE_KEY_TOO_SMALL', tlsReason: 'key-too-small' }, /./],
    [{ errorCode: 'CERT_REVOKED' }, /^Get a new certificate/],
    [{ errorCode: 'PATH_LENGTH_EXCEEDED' }, /^Get a new certificate/],
  ])('of %j lead somewhere', (facts, first) => {
    expect(stepsFor(facts)[0]).toMatch(first);
    expect(stepsFor(facts).join('\n')).not.toMatch(CHAIN);
    expect(stepsFor(facts, chinese).join('\n')).not.toMatch(CHAIN);
  });

  it.each(['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'DEPTH_ZERO_SELF_SIGNED_CERT', undefined])(
    'complete the chain at %s',
    (errorCode) => {
      expect(stepsFor({ errorCode }).join('\n')).toMatch(CHAIN);
    },
  );
});
