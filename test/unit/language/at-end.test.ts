import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import type { Facts } from '../../../src/report/facts.js';

const CAUSES = [
  ...(['tls-on-plain-port', 'plain-on-tls-port', 'certificate-untrusted'] as const),
  ...(['certificate-expired', 'certificate-hostname'] as const),
];

// `/?requireTLS=true/?tls.rejectUnauthorized=false` is one option with an odd value.
describe.each(LANGUAGES)('an option that is advised for the end of SMTP_URI, in %s', (language) => {
  const told = async (cause: (typeof CAUSES)[number], facts: Facts) =>
    (await loadTexts(language)).causes[cause](facts).nextSteps.join('\n');

  it.each(CAUSES)('begins as what stands there wants it: %s', async (cause) => {
    const facts: Facts = { host: 'mail.example', port: 2525, security: 'starttls' };
    const bare = await told(cause, facts);
    expect(bare).toMatch(/\/\?(?:requireTLS|tls\.rejectUnauthorized)=/);
    const added = await told(cause, { ...facts, hasOptions: true });
    expect(added).toMatch(/&(?:requireTLS|tls\.rejectUnauthorized)=/);
    expect(added).not.toContain('?');
  });

  it('is no requireTLS beside ignoreTLS', async () => {
    const { warnings } = await loadTexts(language);
    const host = 'mail.example';
    const code = 'plaintext-credentials';
    const words = (ignoresStarttls: boolean) => warnings[code]({ code, host, ignoresStarttls });
    expect(words(false)).not.toContain('requireTLS');
    expect(words(true)).toContain('ignoreTLS=true');
    expect(words(true)).not.toMatch(/[?&]requireTLS/);
  });
});
