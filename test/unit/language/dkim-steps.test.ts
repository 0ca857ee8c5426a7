import { describe, expect, it } from 'vitest';
import { loadDomainTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';

describe.each(LANGUAGES)('the step for a DKIM key in %s', (lang) => {
  it.each([
    ['no-sha256', 'h=sha256'],
    ['not-for-mail', 's=email'],
  ] as const)('%s says what to change in the record', async (problem, change) => {
    const { findings } = await loadDomainTexts(lang);
    const kind = 'dkim-key-malformed';
    const facts = { kind, domain: 'example.com', selector: 's1', problem } as const;
    const { explanation, nextSteps } = findings[kind](facts, { domain: facts.domain } as never);
    expect(nextSteps.join()).toContain(change);
    expect(explanation).not.toContain(change);
  });
});
