import { describe, expect, it } from 'vitest';
import { domain } from '../../../src/language/en/domain/index.js';
import { commandLine } from '../../../src/language/en/help.js';
import { texts } from '../../../src/language/en/index.js';
import { page } from '../../../src/language/en/page.js';
import { providerList } from '../../../src/language/en/provider-list.js';
import { codeOf, filesIn, read } from '../../helpers/sources.js';

const speakers = [
  ...filesIn('src').filter((file) => !file.startsWith('src/language/')),
  ...filesIn('scripts'),
];
/** Every name in the code that asks for texts, and every code and cause, which are names in texts, too. */
const asked = new Set(
  speakers.flatMap((file) => [
    ...(codeOf(file).match(/[\w$]+/g) ?? []),
    ...[...read(file).matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name),
  ]),
);

/** The names of texts, by their key paths. */
function namesIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => [
    `${path}.${key}`,
    ...namesIn(below, `${path}.${key}`),
  ]);
}

describe('a text', () => {
  const all = { ...texts, commandLine, domain, page, providerList };
  const names = Object.entries(all).flatMap(([name, value]) => namesIn(value, name));

  it('is asked for by its name, or nobody can reach it', () => {
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((name) => !asked.has(name.slice(name.lastIndexOf('.') + 1)))).toEqual([]);
  });
});
