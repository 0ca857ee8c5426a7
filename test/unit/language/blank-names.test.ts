import { describe, expect, it } from 'vitest';
import { loadTexts } from '../../../src/language/index.js';
import { LANGUAGES } from '../../../src/language-codes.js';
import { differsInBlanks } from '../../../src/settings/variables.js';

describe('a name that differs by what nobody sees', () => {
  it.each([
    ['SMTP_URI ', true],
    ['\u00a0SMTP_URI', true],
    ['SMTP\u200b_URI', true],
    // Cleaned before it was told.
    ['SMTP_URI', true],
    ['SMTP_URL', false],
    ['smtp_uri', false],
  ])('%j: %s', (name, is) => {
    expect(differsInBlanks(name, 'SMTP_URI')).toBe(is);
  });

  it.each(LANGUAGES)('is not to be renamed to itself, in %s', async (language) => {
    const { causes, warnings } = await loadTexts(language);
    const source = { kind: 'file', file: 'docker-compose.env', line: 1 } as const;
    const misspelt = { name: 'SMTP_URI', meant: 'SMTP_URI', source } as const;
    const steps = causes['uri-missing']({ misspelt }).nextSteps.join('\n');
    expect(steps).not.toMatch(/Rename|改名/);
    expect(steps).toMatch(/blank|空格/);
    const warning = warnings['misspelt-variable']({
      ...{ code: 'misspelt-variable', isOption: false, variable: 'SMTP_URI', meant: 'SMTP_URI' },
      ...{ file: 'docker-compose.env', line: 1 },
    });
    expect(warning).not.toMatch(/rename|改名/);
  });
});
